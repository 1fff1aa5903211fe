from tests.programmes import judged, timed, typed
from tests.sessions import at, item, meeting, session
from wgsched.model import Forum, Participant, Session, Text, Window
from wgsched.rules.available import Available
from wgsched.rules.one_place import OnePlace


def with_minister(*windows: Window) -> Session:
    minister = Participant("minister", Text(en="the Minister"), items=("1", "2"), windows=windows)
    forums = (Forum("plenary"), Forum("a"))
    meetings = (meeting("p", 14, 10), meeting("a", 14, 11, forum="a"), meeting("p2", 15, 10))
    items = (item("1", 60), item("2", 60, forums=("a",)), item("3", 60))
    return session(*items, meetings=meetings, forums=forums, participants=(minister,))


def test_items_while_the_minister_is_there_keep_the_rule():
    there = Window(at(14, 9), at(14, 13))
    assert judged(Available(), timed(with_minister(there), {"p": [("1", 60)], "a": [("2", 60)]})) == [True, True]


def test_an_item_after_the_minister_has_left_breaks_it_in_whatever_zone_the_hours_are():
    there = Window(at(14, 9).in_timezone("Asia/Tokyo"), at(14, 11, 59).in_timezone("Asia/Tokyo"))
    assert judged(Available(), timed(with_minister(there), {"p": [("1", 60)], "a": [("2", 60)]})) == [True, False]


def test_part_of_a_meeting_cannot_be_judged_without_hours():
    there = Window(at(14, 9), at(14, 13))
    assert judged(Available(), typed(with_minister(there), {"p": ["1"], "a": ["2"]})) == [True, None]


def test_a_participant_who_can_always_come_asks_for_nothing():
    assert judged(Available(), typed(with_minister(), {"p": ["1"]})) == []


def test_one_place_at_a_time_keeps_the_rule():
    assert judged(OnePlace(), timed(with_minister(), {"p": [("1", 60)], "a": [("2", 60)]})) == [True]
    assert judged(OnePlace(), typed(with_minister(), {"p2": ["1"], "a": ["2"]})) == [True]


def test_two_forums_at_once_break_it():
    assert judged(OnePlace(), timed(with_minister(), {"p": [("", 30), ("1", 60)], "a": [("2", 60)]})) == [False]


def test_meetings_that_overlap_cannot_be_judged_without_hours():
    assert judged(OnePlace(), typed(with_minister(), {"p": ["1"], "a": ["2"]})) == [None]

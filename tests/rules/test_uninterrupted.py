from dataclasses import replace

from tests.programmes import FOUNDING, judged, timed, typed
from tests.sessions import founding, item, meeting, session
from wgsched.model import Session
from wgsched.rules.uninterrupted import Uninterrupted


def two() -> Session:
    return session(item("1", 60), item("2", 30))


def test_an_item_that_goes_on_at_the_next_opening_keeps_the_rule():
    assert judged(Uninterrupted(), timed(founding(), FOUNDING)) == [True] * 6


def test_another_item_between_breaks_it():
    assert judged(Uninterrupted(), timed(two(), {"14-am": [("1", 30), ("2", 30), ("1", 30)]})) == [False, True]
    assert judged(Uninterrupted(), typed(two(), {"14-am": ["1", "2"], "14-pm": ["1"]})) == [False, True]
    assert judged(Uninterrupted(), typed(two(), {"14-am": ["1"], "14-pm": ["2", "1"]})) == [False, True]


def test_it_can_speak_of_one_item_and_those_below_it():
    below = session(item("1"), item("1 (a)", 60), item("2", 60))
    left = timed(below, {"14-am": [("1a", 30), ("2", 30), ("1a", 30), ("2", 30)]})
    assert judged(Uninterrupted("1"), left) == [False]
    assert judged(Uninterrupted("2"), left) == [False]
    assert judged(Uninterrupted("2"), timed(below, {"14-am": [("1a", 30), ("2", 60), ("1a", 30)]})) == [True]


def test_time_left_free_between_breaks_it():
    free_at_the_end = timed(two(), {"14-am": [("", 149), ("1", 30), ("", 1)], "14-pm": [("1", 30)]})
    free_at_the_opening = timed(two(), {"14-am": [("", 150), ("1", 30)], "14-pm": [("", 1), ("1", 30)]})
    a_meeting_free = timed(two(), {"14-am": [("", 150), ("1", 30)], "15-am": [("1", 30)]})
    for found in (free_at_the_end, free_at_the_opening, a_meeting_free):
        assert judged(Uninterrupted(), found) == [False, True]


def test_a_meeting_that_is_not_held_lies_not_between():
    found = timed(two(), {"14-am": [("", 150), ("1", 30)], "15-am": [("1", 30)]})
    meetings = tuple(replace(each, held=each.key != "14-pm") for each in found.meetings)
    assert judged(Uninterrupted(), replace(found, meetings=meetings)) == [True, True]


def test_the_reserve_of_a_meeting_is_no_free_time():
    kept = session(item("1", 60), meetings=(meeting("am", 14, 10, reserve=30), meeting("pm", 14, 15)))
    assert judged(Uninterrupted(), timed(kept, {"am": [("", 120), ("1", 30)], "pm": [("1", 30)]})) == [True]


def test_free_time_cannot_be_judged_without_hours():
    assert judged(Uninterrupted(), typed(two(), {"14-am": ["2", "1"], "14-pm": ["1"]})) == [None, True]
    assert judged(Uninterrupted(), typed(two(), {"14-am": ["1", "1", "2"]})) == [None, True]

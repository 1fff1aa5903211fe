from dataclasses import replace

import pytest

from tests.programmes import judged, timed, typed
from tests.sessions import item, meeting, session
from wgsched.model import Forum, Opening, Session
from wgsched.rules import FollowingHours, UponConclusion, with_openings

FORUMS = (Forum("plenary"), Forum("committee"))


def following(opening: Opening | None, *rules: UponConclusion) -> Session:
    """Return a session whose committee opens at ten as the plenary does, and waits for something."""
    meetings = (meeting("p", 14, 10), meeting("c", 14, 10, forum="committee", opening=opening))
    items = (item("1", 60), item("2", 60), item("3", 60, forums=("committee",)))
    return session(*items, meetings=meetings, forums=FORUMS, rules=rules)


UPON, AFTER = Opening(item="1"), Opening(meeting="p")


@pytest.mark.parametrize(
    ("opening", "plenary", "committee", "kept"),
    [
        (UPON, [("1", 60), ("2", 60)], [("", 60), ("3", 60)], True),
        (UPON, [("1", 60), ("2", 60)], [("", 30), ("3", 60)], False),
        (UPON, [("2", 60), ("1", 60)], [("", 60), ("3", 60)], False),
        (AFTER, [("1", 60), ("2", 60)], [("", 60), ("3", 60)], False),
        (AFTER, [("1", 60), ("2", 60)], [("", 120), ("3", 60)], True),
        (AFTER, [], [("3", 60)], True),
    ],
)
def test_a_meeting_takes_up_nothing_before_what_it_follows_is_concluded(opening, plenary, committee, kept):
    programme = timed(following(opening), {"p": plenary, "c": committee})
    assert judged(FollowingHours(), programme) == [kept]


def test_a_meeting_whose_time_is_to_be_announced_waits_for_nothing():
    assert judged(FollowingHours(), timed(following(Opening()), {"c": [("3", 60)]})) == []


def test_without_hours_it_cannot_be_judged():
    assert judged(FollowingHours(), typed(following(UPON), {"p": ["1", "2"], "c": ["3"]})) == [None]


@pytest.mark.parametrize(("plenary", "committee", "kept"), [(10, 13, True), (13, 10, False), (10, 12, None)])
def test_without_hours_meetings_that_do_not_overlap_are_judged(plenary, committee, kept):
    meetings = (meeting("p", 14, plenary), meeting("c", 14, committee, forum="committee", opening=UPON))
    found = typed(replace(following(UPON), meetings=meetings), {"p": ["1"], "c": ["3"]})
    assert judged(FollowingHours(), found) == [kept]


def test_an_item_is_not_taken_up_in_the_meeting_that_waits_for_it():
    own = replace(following(UPON), meetings=(meeting("p", 14, 10, opening=UPON), meeting("c", 14, 10)))
    assert judged(FollowingHours(), timed(own, {"p": [("1", 60)]})) == [False]
    assert judged(FollowingHours(), typed(own, {"p": ["1"]})) == [False]


def test_a_meeting_that_waits_for_what_the_session_does_not_have_waits_for_nothing():
    for opening in (Opening(item="9"), Opening(meeting="q")):
        assert judged(FollowingHours(), timed(following(opening), {"c": [("3", 60)]})) == []


def test_a_meeting_whose_first_item_is_upon_conclusion_of_one_of_another_forum_opens_upon_it():
    rule = UponConclusion("3", "1")
    plain = following(None, rule)
    begun = {"p": [("1", 60), ("2", 60)], "c": [("", 60), ("3", 60)]}
    assert [each.opening for each in with_openings(timed(plain, begun)).meetings] == [None, UPON]
    assert [each.opening for each in with_openings(typed(plain, {"p": ["1"], "c": ["3"]})).meetings] == [None, UPON]
    unasked = following(None)
    assert [each.opening for each in with_openings(timed(unasked, begun)).meetings] == [None, None]


def test_words_that_no_longer_hold_are_taken_back():
    plain = following(None, UponConclusion("3", "1"))
    programme = with_openings(timed(plain, {"p": [("1", 60)], "c": [("", 60), ("3", 60)]}))
    moved = replace(programme, considerations=programme.considerations[:1])
    assert [each.opening for each in with_openings(moved).meetings] == [None, None]


def opened(rows, *, plenary=60, committee=(10, 180), forum="committee"):
    """Return upon what the meeting of the committee opens, item 3 being taken up first there."""
    opens, length = committee
    meetings = (meeting("p", 14, 10, plenary), meeting("c", 14, opens, length, forum=forum))
    of = replace(following(None, UponConclusion("3", "1")), meetings=meetings)
    if forum == "plenary":
        of = replace(of, agenda=replace(of.agenda, items=(*of.agenda.items[:2], item("3", 60))))
    return with_openings(timed(of, rows)).meeting("c").opening


def test_a_meeting_opens_upon_an_item_only_where_its_hours_have_begun():
    assert opened({"p": [("1", 60)], "c": [("", 60), ("3", 60)]}) == UPON
    assert opened({"p": [("1", 60)], "c": [("3", 60)]}, committee=(11, 180)) is None
    assert opened({"p": [("1", 60)], "c": [("3", 60)]}, committee=(12, 180)) is None


def test_a_meeting_does_not_open_upon_an_item_that_is_concluded_as_it_closes():
    assert opened({"p": [("1", 180)], "c": [("", 180), ("3", 60)]}, plenary=180) is None
    assert opened({"p": [("1", 179)], "c": [("", 179), ("3", 60)]}, plenary=180) == UPON


def test_a_meeting_of_the_same_forum_does_not_open_upon_its_items():
    assert opened({"p": [("1", 60)], "c": [("", 60), ("3", 60)]}, forum="plenary") is None


def test_a_meeting_that_was_given_another_hour_keeps_what_it_says():
    plain = following(None, UponConclusion("3", "1"))
    programme = timed(plain, {"p": [("1", 60)], "c": [("", 60), ("3", 60)]})
    later = replace(plain.meeting("c"), opens=plain.meeting("c").opens.add(minutes=30))
    given = replace(programme, meetings=(plain.meeting("p"), later))
    assert with_openings(given) is given


def test_what_the_session_says_of_an_opening_stands():
    own = following(AFTER, UponConclusion("3", "1"))
    programme = timed(own, {"p": [("1", 60)], "c": [("", 60), ("3", 60)]})
    assert with_openings(programme).meeting("c").opening == AFTER

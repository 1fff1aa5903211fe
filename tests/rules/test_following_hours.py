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


def test_an_item_is_not_taken_up_in_the_meeting_that_waits_for_it():
    own = replace(following(UPON), meetings=(meeting("p", 14, 10, opening=UPON), meeting("c", 14, 10)))
    assert judged(FollowingHours(), timed(own, {"p": [("1", 60)]})) == [False]


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

"""An item that is held again: repeated, not continued, and not at once."""

from __future__ import annotations

from dataclasses import replace

import wgsched as wg
from tests.sessions import item, meeting, minutes, session
from wgsched.checking import check, score
from wgsched.files import programme_from_json, programme_to_json
from wgsched.model import Consideration, Forum, Programme, ServiceBasis

HALLS = tuple(
    meeting(f"{hall}{hour}", 14, hour, 60, forum=hall, basis=ServiceBasis.WITHOUT) for hall in "ab" for hour in (10, 11)
)


def workshop(**more: object):
    """Return a session of two halls with a workshop that is held twice, in either."""
    twice = item("1", parts=(minutes(60), minutes(60)), forums=("a", "b"), **more)
    return session(twice, meetings=HALLS, forums=(Forum("a"), Forum("b")))


def test_an_item_that_is_held_again_is_not_continued_and_not_at_once():
    planned = wg.plan(workshop(repeats=True))
    first, second = planned.considerations
    assert first.closes <= second.opens
    assert [planned.continued(row) for row in (first, second)] == [False, False]
    assert programme_from_json(programme_to_json(planned)) == planned


def test_the_same_item_in_two_parts_is_continued_in_its_forum():
    rows = (Consideration("1.1", "a10"), Consideration("1.2", "a11"))
    for repeats in (False, True):
        whole = workshop(repeats=repeats)
        assert Programme(whole, whole.meetings, rows).continued(rows[1]) is not repeats


def test_a_repetition_that_runs_over_two_meetings_is_itself_continued():
    long = workshop(repeats=True)
    long = replace(long, agenda=replace(long.agenda, items=(replace(long.agenda["1"], parts=(minutes(90),)),)))
    rows = (Consideration("1", "a10"), Consideration("1", "a11"))
    assert Programme(long, long.meetings, rows).continued(rows[1])


def test_two_at_once_are_named():
    whole = workshop(repeats=True)
    hours = {each.key: (each.opens, each.closes) for each in whole.meetings}
    rows = (Consideration("1.1", "a10", *hours["a10"]), Consideration("1.2", "b10", *hours["b10"]))
    assert "instalments-in-order" in [each.rule for each in check(Programme(whole, whole.meetings, rows))]


def test_it_is_no_matter_how_long_after_the_first_an_item_is_held_again():
    whole = workshop(repeats=True)
    rows = (Consideration("1.1", "a10"), Consideration("1.2", "b11"))
    codes = {line.preference for line in score(Programme(whole, whole.meetings, rows)).costly}
    assert "parts-near" not in codes

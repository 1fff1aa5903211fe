"""Items that may be left out: the fewest and least important are, and everything says so."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

import wgsched as wg
from tests.sessions import item, meeting, session
from wgsched.checking import check, grades, score
from wgsched.files import programme_from_json, programme_to_json
from wgsched.model import Grades, Leaving, LeftOut, Strength, Verdict, Wish
from wgsched.rules import InMeetings, Precedes

TWO_HOURS = (meeting("am", 14, 10, 120),)


def crowded(*priorities: int | None, **more: object):
    """Return a session of two hours with an item of an hour for each of these priorities."""
    items = (item(str(number), 60, priority=each) for number, each in enumerate(priorities, start=1))
    return session(*items, meetings=more.pop("meetings", TWO_HOURS), **more)


def taken(programme):
    return [row.instalment for row in programme.considerations]


def test_the_least_important_item_is_left_out_and_listed():
    planned = wg.plan(crowded(3, 1, 2))
    assert taken(planned) == ["1", "3"]
    assert planned.left_out == (LeftOut("2", Leaving.NO_TIME),)
    assert planned.finding.grades == grades(planned) == Grades(left_out=1)
    assert not check(planned)


def test_nothing_is_left_out_where_all_fits():
    planned = wg.plan(crowded(3, None))
    assert (taken(planned), planned.left_out) == (["1", "2"], ())


def test_an_item_without_priority_is_never_left_out():
    assert taken(wg.plan(crowded(9, None, 1, None))) == ["2", "4"]
    with pytest.raises(wg.NoProgramme):
        wg.plan(crowded(None, None, None, 1))


def test_an_item_that_no_meeting_can_take_up_is_left_out_for_that_reason():
    late = (*TWO_HOURS, meeting("short", 14, 15, 30))
    planned = wg.plan(crowded(1, meetings=late, rules=(InMeetings("1", ("short",)),)))
    assert planned.left_out == (LeftOut("1", Leaving.NO_MEETING),)


def test_what_should_be_comes_before_taking_up_an_item_and_that_before_what_is_nice():
    order = (Precedes("2", "1"), Precedes("1", "2"))
    should, nice = Wish(order[0], Strength.SHOULD), Wish(order[1], Strength.NICE)
    planned = wg.plan(crowded(None, None, rules=(order[1],), wishes=(should,)))
    assert planned.finding.grades == Grades(should=1)
    planned = wg.plan(crowded(None, 5, rules=(order[1],), wishes=(should,)))
    assert (taken(planned), planned.finding.grades) == (["1"], Grades(left_out=5))
    planned = wg.plan(crowded(None, 5, rules=(order[0],), wishes=(nice,)))
    assert (taken(planned), planned.finding.grades) == (["2", "1"], Grades(nice=1))


def test_no_rule_and_no_wish_about_an_item_that_is_left_out_is_judged():
    planned = wg.plan(crowded(None, None, 1, rules=(Precedes("3", "1"),)))
    assert taken(planned) == ["1", "2"]
    assert not check(planned)
    assert score(planned).unjudged == ()


def test_a_programme_that_lacks_an_item_that_must_be_taken_up_is_broken_whatever_it_says():
    planned = wg.plan(crowded(None, 1))
    lacking = replace(planned, considerations=planned.considerations[1:], left_out=(LeftOut("1", Leaving.NO_TIME),))
    assert [violation.rule for violation in check(lacking)] == ["whole-time"]


def test_what_is_left_out_is_written_to_the_programme_file_and_read_again():
    planned = wg.plan(crowded(3, 1, 2))
    assert programme_from_json(programme_to_json(planned)) == planned


def test_planned_again_what_was_left_out_is_taken_up_where_there_is_time():
    planned = wg.plan(crowded(3, 1, 2))
    more = replace(planned.session, meetings=(*TWO_HOURS, meeting("pm", 14, 15, 60)))
    again = wg.plan(more, published=planned)
    assert (taken(again), again.left_out) == (["1", "3", "2"], ())


def test_planned_again_it_is_left_out_again_where_there_is_no_time_any_more():
    more = replace(crowded(3, 1, 2), meetings=(*TWO_HOURS, meeting("pm", 14, 15, 60)))
    published = wg.plan(more, published=wg.plan(crowded(3, 1, 2)))
    again = wg.plan(crowded(3, 1, 2), published=published)
    assert (taken(again), again.left_out) == (["1", "3"], (LeftOut("2", Leaving.NO_TIME),))
    assert (again.finding.verdict, again.finding.fewest) == (Verdict.BEST, True)


def test_explaining_knows_that_items_may_be_left_out():
    assert wg.explain(crowded(3, 1, 2)).possible
    refused = wg.explain(crowded(None, None, 1, rules=(Precedes("1", "2"), Precedes("2", "1"))))
    assert not refused.possible
    assert {each.code for each in refused.conflict} == {"precedes"}


def test_an_item_that_is_kept_is_not_left_out():
    more = replace(crowded(3, 1, 2), meetings=(*TWO_HOURS, meeting("pm", 14, 15, 60)))
    published = wg.plan(replace(more, rules=(InMeetings("2", ("am",)),)))
    again = wg.plan(crowded(3, 1, 2), published=published, keep=["2"])
    assert (taken(again), again.left_out) == (["1", "2"], (LeftOut("3", Leaving.NO_TIME),))


def test_an_item_that_was_left_out_and_is_held_all_the_same_is_left_out_no_more():
    planned = wg.plan(crowded(3, 1, 2))
    held = wg.record(planned, "2", "concluded", "2009-05-14 11:00")
    assert held.left_out == ()
    assert held.considerations[0].instalment == "2"
    again = wg.plan(crowded(3, 1, 2), published=held)
    assert (taken(again), again.left_out) == (["2", "1"], (LeftOut("3", Leaving.NO_TIME),))


def test_the_programme_file_says_why_an_item_is_left_out():
    written = json.loads(programme_to_json(wg.plan(crowded(3, 1, 2))))
    assert written["left out"] == [{"item": "2", "reason": "no-time"}]

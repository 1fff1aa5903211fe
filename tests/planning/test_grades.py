"""What has a strength or a weight: planner, checker and brute force agree on how much stays unmet."""

from __future__ import annotations

from dataclasses import replace

import pytest
from pendulum import Time

import wgsched as wg
from tests.sessions import item, meeting, session
from wgsched.checking import check, grades, score
from wgsched.errors import BadInput
from wgsched.model import Forum, Grades, Participant, Period, ServiceBasis, Strength, Text, Wish
from wgsched.preferences import PreferredMeeting
from wgsched.rules import InMeetings, NotAtOnce, NotBefore, OpeningFirst, Precedes

HALLS = (Forum("a"), Forum("b"))
AT_ONCE = tuple(meeting(hall, 14, 10, 60, forum=hall, basis=ServiceBasis.WITHOUT) for hall in ("a", "b"))


def halls(**more: object):
    """Return a session of two halls at the same hour, with two items that either may take."""
    items = (item("1", 60, forums=("a", "b")), item("2", 60, forums=("a", "b")))
    return session(*items, meetings=AT_ONCE, forums=HALLS, **more)


def test_a_conflict_that_should_not_be_is_broken_where_nothing_else_fits_and_said_so():
    planned = wg.plan(halls(wishes=(Wish(NotAtOnce(("1", "2")), Strength.SHOULD),)))
    assert planned.finding.grades == Grades(should=1)
    assert not check(planned)
    [line] = score(planned).unmet
    assert str(line) == "     1 = 1 x 1  This should hold, and does not: items 1 and 2 are not taken up at once."


def test_the_same_conflict_as_a_must_has_no_programme():
    with pytest.raises(wg.NoProgramme):
        wg.plan(halls(rules=(NotAtOnce(("1", "2")),)))


def test_a_graver_wish_comes_before_any_number_of_lighter_ones():
    order = [Wish(Precedes("2", "1"), Strength.SHOULD), Wish(Precedes("1", "2"), Strength.NICE, weight=99)]
    planned = wg.plan(session(item("1", 60), item("2", 60), wishes=tuple(order)))
    assert [row.instalment for row in planned.considerations] == ["2", "1"]
    assert planned.finding.grades == Grades(nice=99)


def test_among_wishes_of_one_strength_their_weights_count():
    order = [Wish(Precedes("2", "1"), Strength.NICE, weight=2), Wish(Precedes("1", "2"), Strength.NICE)]
    planned = wg.plan(session(item("1", 60), item("2", 60), wishes=tuple(order)))
    assert [row.instalment for row in planned.considerations] == ["2", "1"]
    assert planned.finding.grades == Grades(nice=1)


@pytest.mark.parametrize(("weight", "order"), [(359, ["1", "2"]), (361, ["2", "1"])])
def test_a_rule_with_only_a_weight_costs_that_beside_the_usual_preferences(weight, order):
    planned = wg.plan(session(item("1", 60), item("2", 60), wishes=(Wish(Precedes("2", "1"), weight=weight),)))
    assert [row.instalment for row in planned.considerations] == order
    assert planned.finding.grades is None
    assert score(planned).total == min(weight, 360)


@pytest.mark.parametrize(("weight", "first"), [(100, "2"), (1000, "1")])
def test_a_wish_takes_its_own_weight(weight, first):
    meetings = (meeting("early", 14, 10, 60), meeting("late", 14, 11, 60))
    wishes = (Wish(PreferredMeeting("1", ("early",)), weight=weight), PreferredMeeting("2", ("early",)))
    planned = wg.plan(
        session(item("1", 60), item("2", 60), meetings=meetings, wishes=wishes, weights={"agenda-order-kept": 0})
    )
    assert planned.considerations[0].instalment == first


def person(**more: object) -> tuple[Participant, ...]:
    return (Participant("ann", Text(en="Ann"), **more),)


def test_what_a_person_attends_would_only_be_nice():
    planned = wg.plan(halls(participants=person(items=("1",), attends=("2",))))
    assert planned.finding.grades == Grades(nice=1)
    assert [line.preference for line in score(planned).unmet] == ["attendance"]


def test_a_person_is_in_one_place_unless_their_conflicts_are_only_a_wish():
    with pytest.raises(wg.NoProgramme):
        wg.plan(halls(participants=person(items=("1",), chairs=("2",))))
    planned = wg.plan(halls(participants=person(items=("1",), chairs=("2",), strength=Strength.SHOULD)))
    assert planned.finding.grades == Grades(should=1)
    planned = wg.plan(halls(participants=person(items=("1",), chairs=("2",), weight=7)))
    assert (planned.finding.grades, score(planned).total) == (None, 7)


def test_a_person_has_a_pause_between_two_items_in_either_order():
    long = tuple(replace(each, closes=each.opens.add(minutes=180)) for each in AT_ONCE)
    walking = replace(
        halls(participants=person(items=("1", "2"), pause=45)),
        meetings=long,
        rules=(Precedes("2", "1"),),
    )
    planned = wg.plan(walking)
    first, second = planned.considerations
    assert first.instalment == "2"
    assert (second.opens - first.closes).total_minutes() >= 45


@pytest.mark.parametrize(("weights", "order", "broken"), [((1, 3), ["2", "1"], 1), ((3, 2), ["1", "2"], 2)])
def test_of_demands_that_cannot_all_hold_the_nearest_programme_breaks_those_that_weigh_least(weights, order, broken):
    first, second = weights
    rules = (Precedes("1", "2", weight=first), Precedes("2", "1", weight=second))
    nearest = wg.plan(session(item("1", 60), item("2", 60), rules=rules), nearest=True)
    assert [row.instalment for row in nearest.considerations] == order
    assert nearest.finding.grades == Grades(must=broken)


def test_what_is_never_broken_has_no_weight():
    with pytest.raises(BadInput, match="opening-first is never broken: a weight says nothing"):
        OpeningFirst(weight=2)
    with pytest.raises(BadInput, match="0 is too small"):
        Precedes("1", "2", weight=0)


def test_what_concerns_the_opening_is_never_a_wish():
    with pytest.raises(BadInput, match="opening-first is never a wish"):
        Wish(OpeningFirst(), Strength.SHOULD)


def test_a_preference_is_never_a_must():
    with pytest.raises(BadInput, match="what must hold is written without a strength"):
        Wish(PreferredMeeting("1", ("a",)), Strength.MUST)


def test_a_wish_for_a_pause_counts_what_the_checker_counts_when_planned_again():
    wished = halls(wishes=(Wish(NotAtOnce(("1", "2")), Strength.SHOULD),))
    planned = wg.plan(wished)
    again = wg.plan(wished, published=planned)
    assert grades(again) == again.finding.grades == Grades(should=1)
    assert again.considerations == planned.considerations


def hours_for(**more: object):
    """Return a session of an item in the morning or, costlier, in the afternoon, where Ann is at her office."""
    office = Period("office", Time(15), Time(18))
    meetings = (meeting("am", 14, 10, 60), meeting("pm", 14, 15, 60), meeting("next", 15, 15, 60))
    people = (Participant("ann", Text(en="Ann"), chairs=("1",), office=office, **more),)
    return session(item("1", 60), meetings=meetings, participants=people, rules=(InMeetings("1", ("am",)),))


def test_office_hours_are_a_wish_unless_they_must_be_kept():
    assert wg.plan(hours_for()).finding.grades is None
    planned = wg.plan(hours_for(strength=Strength.SHOULD, weight=2))
    assert planned.finding.grades == Grades(should=2)
    assert [str(line) for line in score(planned).unmet] == [
        "     2 = 1 x 2  This should hold, and does not: item 1 must be taken up in the office hours of Ann."
    ]
    with pytest.raises(wg.NoProgramme, match="Item 1 must be taken up in the office hours of Ann"):
        wg.plan(hours_for(strength=Strength.MUST))


def test_few_days_are_as_strong_as_the_participant_says():
    two = (item("1", 60), item("2", 60))
    late = Wish(NotBefore("2", "2009-05-15 10:00"), Strength.NICE)
    ann = Participant("ann", Text(en="Ann"), ("1", "2"), few_days=True)
    split = session(*two, participants=(ann,), wishes=(late,), rules=(InMeetings("1", ("14-am",)),))
    assert wg.plan(split).finding.grades == Grades()
    graded = replace(split, participants=(replace(ann, strength=Strength.SHOULD),))
    assert wg.plan(graded).finding.grades == Grades(nice=1)


def test_each_two_items_of_a_person_count_where_their_conflicts_are_only_a_wish():
    items = tuple(item(number, 60, forums=(hall,)) for number, hall in (("1", "a"), ("2", "a"), ("3", "b"), ("4", "b")))
    hours = [(hall, hour) for hall in ("a", "b") for hour in (10, 11)]
    meetings = tuple(
        meeting(f"{hall}{hour}", 14, hour, 60, forum=hall, basis=ServiceBasis.WITHOUT) for hall, hour in hours
    )
    ann = person(items=("1", "2", "3", "4"), strength=Strength.NICE)
    whole = session(*items, meetings=meetings, forums=HALLS, participants=ann)
    planned = wg.plan(whole)
    assert planned.finding.grades == grades(planned) == Grades(nice=2)

"""Explaining: why not, what binds, what a wish costs."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.sessions import at, founding, item, meeting, session
from wgsched.errors import NoProgramme, UnknownName
from wgsched.languages import lexicon
from wgsched.model import SIX, Document, Grades, Participant, Strength, Text, Wish
from wgsched.planning import Otherwise, WishCost, explain, explain_item, plan, wish_cost
from wgsched.planning.why.explain import no_programme
from wgsched.preferences import USUAL
from wgsched.rules import ConcludedBy, InMeetings, NotBefore, Precedes


def said(whole, sentences, language="en"):
    return [lexicon(language, whole).say(sentence, whole) for sentence in sentences]


def test_a_session_without_a_programme_is_explained_as_planning_would():
    short = replace(founding(), meetings=founding().meetings[:3])
    found, refused = explain(short), no_programme(short)
    assert (found.possible, found.conflict, found.repairs, found.minimal) == (
        False,
        refused.conflict,
        refused.repairs,
        refused.minimal,
    )


def test_the_rules_that_bind_are_those_without_which_it_would_cost_less():
    whole = session(item("1", 60), item("2", 60)).with_rules(
        NotBefore("2", at(14, 15)), Precedes("1", "2"), ConcludedBy("1", at(15, 18))
    )
    found = explain(whole)
    assert (found.possible, found.proved, said(whole, found.binding)) == (
        True,
        True,
        ["Item 2 must not be taken up before Thursday, 14 May, 3 p.m."],
    )


def test_of_a_standing_rule_only_the_cases_that_bind_are_named():
    papers = tuple(
        Document(f"A/{number}", items=(str(number),), issued=tuple((language, day.date()) for language in SIX))
        for number, day in ((1, at(13, 9)), (2, at(15, 9)))
    )
    whole = session(item("1", 60, decision=True), item("2", 60, decision=True), documents=papers)
    assert said(whole, explain(whole).binding) == [
        "No decision may be taken on item 2 before A/2 is out in all languages, on Friday, 15 May."
    ]


def test_where_nothing_binds_nothing_is_named():
    found = explain(session(item("1", 60), item("2", 60)))
    assert (found.possible, found.binding, found.proved) == (True, (), True)


def test_a_wish_costs_what_the_others_would_gain_without_it():
    whole = session(item("1", 60), item("2", 180), item("3", 180), weights={"divided": 70})
    with_it = wish_cost(whole, "divided")
    assert (with_it.cost, with_it.proved) == (with_it.others - with_it.without, True)
    assert (with_it.others, with_it.without) == (120, 0)


def test_a_wish_that_costs_nothing_says_so():
    whole = session(item("1", 60))
    found = wish_cost(whole, "divided")
    assert said(whole, [found.sentence]) == ["The wish “divided” costs the others nothing."]


def test_what_a_wish_costs_is_said_in_points():
    assert said(None, [WishCost("slack-kept", 30, 10, proved=True).sentence]) == [
        "The wish “slack-kept” costs the others 20 points: 30 with it, 10 without it."
    ]


@pytest.mark.parametrize("language", SIX)
def test_what_a_wish_costs_is_said_in_every_language(language):
    costs = (WishCost("slack-kept", 30, 10, proved=True), WishCost("slack-kept", 10, 10, proved=True))
    assert all("slack-kept" in text for text in said(None, [each.sentence for each in costs], language))


def test_an_unknown_wish_is_refused():
    with pytest.raises(UnknownName, match="no preference is called 'quick'"):
        wish_cost(founding(), "quick")


def test_a_wish_of_a_session_without_a_programme_has_no_cost():
    with pytest.raises(NoProgramme):
        wish_cost(replace(founding(), meetings=founding().meetings[:3]), "slack-kept")


def one_order(strength: Strength, *, other: Wish):
    """Return a session in which an order is asked for with a strength, and another wish is in its way."""
    return session(item("1", 60), item("2", 60), wishes=(Wish(Precedes("2", "1"), strength), other))


@pytest.mark.parametrize(
    ("other", "sentences"),
    [
        (Wish(NotBefore("2", "2009-05-14 11:00"), Strength.SHOULD, weight=5), ["costs the others nothing"]),
        (
            Wish(NotBefore("2", "2009-05-14 11:00"), Strength.NICE, weight=5),
            ["would be nice: 5 unmet with it, 0 without"],
        ),
    ],
)
def test_what_a_rule_that_is_only_a_wish_costs_others_is_said_strength_by_strength(other, sentences):
    tight = replace(one_order(Strength.SHOULD, other=other), meetings=(meeting("am", 14, 10, 120),))
    told = said(tight, wish_cost(tight, "precedes").sentences)
    assert [known in text for known, text in zip(sentences, told, strict=False)] == [True] * len(sentences)


def test_a_rule_that_leaves_an_item_out_because_it_should_be_kept_says_so():
    late = Wish(InMeetings("1", ("pm",)), Strength.SHOULD)
    meetings = (meeting("am", 14, 10, 60), meeting("pm", 14, 15, 60))
    whole = session(item("1", 60), item("2", 60, priority=7), meetings=meetings, wishes=(late,))
    whole = whole.with_rules(InMeetings("2", ("pm",)))
    assert said(whole, wish_cost(whole, "in-meetings").sentences)[:1] == [
        "Because of the wish “in-meetings” items are left out: their priorities are 7 with it, 0 without it."
    ]


def test_a_rule_that_must_hold_has_no_cost_as_a_wish():
    whole = session(item("1", 60), item("2", 60), rules=(Precedes("1", "2"),))
    with pytest.raises(UnknownName, match="no rule that is only a wish here is called 'precedes'"):
        wish_cost(whole, "precedes")


def test_what_people_ask_for_with_a_strength_costs_too():
    ann = Participant("ann", Text(en="Ann"), ("1", "2"), pause=30, strength=Strength.SHOULD)
    whole = session(item("1", 60), item("2", 60), meetings=(meeting("am", 14, 10, 150),), participants=(ann,))
    found = wish_cost(whole, "pause-for-people")
    assert (found.unmet, found.unmet_without, found.cost) == (Grades(), Grades(), 30 * USUAL["dead-time"])


def test_a_rule_binds_that_keeps_something_with_a_strength_unmet():
    order = Wish(Precedes("2", "1"), Strength.SHOULD)
    whole = session(item("1", 60), item("2", 60), rules=(Precedes("1", "2"),), wishes=(order,))
    assert said(whole, explain(whole).binding) == ["Item 2 must wait for the conclusion of item 1."]


def test_what_agenda_order_would_break_of_what_has_a_strength_is_counted_and_what_it_would_leave_out():
    meetings = (meeting("am", 14, 10, 60), meeting("pm", 14, 15, 60))
    order = Wish(Precedes("2", "1"), Strength.SHOULD, weight=3)
    planned = plan(session(item("1", 60), item("2", 60), meetings=meetings, wishes=(order,)))
    assert explain_item(planned, "1").in_order == Otherwise(more={"precedes": 1, "agenda-order-kept": -1})
    only = Wish(InMeetings("1", ("pm",)), Strength.SHOULD)
    rules = (InMeetings("2", ("am",)),)
    planned = plan(session(item("1", 60), item("2", 60, priority=1), meetings=meetings, wishes=(only,), rules=rules))
    assert explain_item(planned, "1").in_order == Otherwise(more={"left-out": 1, "dead-time": 60})

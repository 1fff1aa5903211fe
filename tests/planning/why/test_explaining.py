"""Explaining: why not, what binds, what a wish costs."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.sessions import at, founding, item, session
from wgsched.errors import NoProgramme, UnknownName
from wgsched.languages import lexicon
from wgsched.model import SIX, Document
from wgsched.planning import WishCost, explain, wish_cost
from wgsched.planning.why.explain import no_programme
from wgsched.rules import ConcludedBy, NotBefore, Precedes


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

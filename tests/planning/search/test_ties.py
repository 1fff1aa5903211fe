"""Of the programmes that cost the same, planning takes the one that is least by `among_equals`: by brute force."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import cache

import pytest

from tests.agreement import BASE, candidates, keeps, programmes_of
from tests.benchmarks.instances import instance
from tests.preferences.test_agreement import following, joint, optional, parallel, promised, resumed, tiny
from wgsched.checking import check, score
from wgsched.checking.equals import among_equals
from wgsched.model import Opening, Programme, Session, Unique, Verdict
from wgsched.planning import plan
from wgsched.planning.model.posting import Demand
from wgsched.planning.search import equals, ties
from wgsched.rules import rulebook


@cache
def lawful(asked: Callable[[], Session]) -> tuple[Programme, ...]:
    """Return all the programmes that keep the rules of a session, in half hours."""
    session = asked()
    base = [Demand(rule, case) for rule in BASE for case in rule.cases(session)]
    more = [Demand(rule, case) for rule in rulebook(session) if rule not in BASE for case in rule.cases(session)]
    return tuple(
        programme
        for rows in candidates(session)
        for programme in programmes_of(session, rows, set(), teams=False)
        if keeps(programme, base) and keeps(programme, more)
    )


def best(asked: Callable[[], Session], session: Session) -> list[Programme]:
    """Return those that cost least as a session weighs them."""
    every = [replace(programme, session=session) for programme in lawful(asked)]
    costs = [score(each).total for each in every]
    return [each for each, cost in zip(every, costs, strict=True) if cost == min(costs)]


def indifferent(session: Session) -> Session:
    """Return a session that prefers nothing, so that all its programmes cost the same."""
    return replace(session, weights=dict.fromkeys(("agenda-order-kept", "divided", "parts-near", "dead-time"), 0))


def waiting() -> Session:
    """Return a session whose committee waits for an item of the plenary, or meets in the afternoon."""
    return following(Opening(item="1"))


@pytest.mark.parametrize("weighed", [True, False], ids=["usual weights", "no weights"])
@pytest.mark.parametrize("asked", [tiny, parallel, resumed, optional, joint, promised, waiting])
def test_the_plan_is_the_least_among_equals(asked, weighed):
    session = asked() if weighed else indifferent(asked())
    found, equals = plan(session), best(asked, session)
    assert (found.finding.verdict, list(check(found))) == (Verdict.BEST, [])
    assert among_equals(found) == min(map(among_equals, equals))
    rows = {tuple((row.instalment, row.meeting) for row in each.considerations) for each in equals}
    assert found.finding.unique is (Unique.YES if len(rows) == 1 else Unique.NO)


def meetings(programme: Programme) -> set[tuple[str, str]]:
    """Return which instalment is in which meeting."""
    return {(row.instalment, row.meeting) for row in programme.considerations}


@pytest.mark.parametrize("asked", [tiny, parallel, resumed, optional, joint, promised, waiting])
def test_of_many_items_the_least_in_the_same_meetings_is_taken(asked, monkeypatch):
    monkeypatch.setattr(ties, "FEW", 0)
    session = indifferent(asked())
    found, equals = plan(session), best(asked, session)
    kept = [each for each in equals if meetings(each) == meetings(found)]
    assert among_equals(found)[:3] == min(among_equals(each)[:3] for each in kept)
    rows = {tuple((row.instalment, row.meeting) for row in each.considerations) for each in equals}
    assert found.finding.unique is (Unique.YES if len(rows) == 1 else Unique.NO)


@pytest.mark.parametrize("name", ["2x8-s1", "2x8-s5"])
def test_agenda_and_names_in_one_search_or_in_two_choose_the_same(name, monkeypatch):
    asked = []
    monkeypatch.setattr(ties, "by_name", lambda desk: asked.append(desk) or equals.names(desk))
    monkeypatch.setattr(ties, "STAGES", {**dict(list(ties.STAGES.items())[:3]), ties.by_name: 0.1})
    at_once = plan(instance(name))
    assert not asked
    monkeypatch.setattr(equals, "LARGEST", 0)
    assert plan(instance(name)).considerations == at_once.considerations
    assert asked


LIMITS = ({}, {"time_limit": 600.0}, {"workers": 2})


def limited() -> list[tuple[Verdict, Unique, bool]]:
    """Return what is found of a session that has several best programmes, under each limit."""
    found = (plan(instance("2x8-s1"), **limits).finding for limits in LIMITS)
    return [(each.verdict, each.unique, each.reproducible) for each in found]


def test_a_choice_that_was_settled_to_its_end_repeats_under_any_limit():
    assert limited() == [(Verdict.BEST, Unique.NO, True)] * 3


def test_a_choice_that_was_cut_may_differ_where_seconds_or_threads_decide(monkeypatch):
    monkeypatch.setattr(ties, "LEAST_WORK", 0.0)
    monkeypatch.setattr(ties, "STAGES", dict.fromkeys(ties.STAGES, 0.0))
    assert limited() == [(Verdict.BEST, Unique.NO, repeats) for repeats in (True, False, False)]

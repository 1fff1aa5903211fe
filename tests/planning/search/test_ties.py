"""Of the programmes that cost the same, planning takes the one that is least by `among_equals`: by brute force."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.agreement import candidates, programmes_of
from tests.benchmarks.instances import instance
from tests.preferences.test_agreement import joint, optional, parallel, promised, resumed, tiny
from wgsched.checking import check, score
from wgsched.checking.equals import among_equals
from wgsched.model import Programme, Session, Unique, Verdict
from wgsched.planning import plan
from wgsched.planning.search import ties
from wgsched.rules import rulebook


def best(session: Session) -> list[Programme]:
    """Return all the programmes of a session that keep its rules and cost least, in half hours."""
    asked = [(rule, case) for rule in rulebook(session) for case in rule.cases(session)]
    lawful = [
        programme
        for rows in candidates(session)
        for programme in programmes_of(session, rows, set(), teams=False)
        if all(rule.holds(programme, *case) is not False for rule, case in asked)
    ]
    costs = [score(each).total for each in lawful]
    return [each for each, cost in zip(lawful, costs, strict=True) if cost == min(costs)]


def indifferent(session: Session) -> Session:
    """Return a session that prefers nothing, so that all its programmes cost the same."""
    return replace(session, weights=dict.fromkeys(("agenda-order-kept", "divided", "parts-near", "dead-time"), 0))


@pytest.mark.parametrize("asked", [tiny, parallel, resumed, optional, joint, promised])
@pytest.mark.parametrize("weighed", [True, False], ids=["usual weights", "no weights"])
def test_the_plan_is_the_least_among_equals(asked, weighed):
    session = asked() if weighed else indifferent(asked())
    found, equals = plan(session), best(session)
    assert (found.finding.verdict, list(check(found))) == (Verdict.BEST, [])
    assert among_equals(found) == min(map(among_equals, equals))
    rows = {tuple((row.instalment, row.meeting) for row in each.considerations) for each in equals}
    assert found.finding.unique is (Unique.YES if len(rows) == 1 else Unique.NO)


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

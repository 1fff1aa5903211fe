"""Of the programmes that cost the same, planning takes the one that is least by `among_equals`: by brute force."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.agreement import candidates, programmes_of
from tests.preferences.test_agreement import following, joint, optional, parallel, promised, resumed, tiny
from wgsched.checking import check, score
from wgsched.checking.equals import among_equals
from wgsched.model import Opening, Programme, Session, Unique, Verdict
from wgsched.planning import plan
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


def waiting() -> Session:
    """Return a session whose committee waits for an item of the plenary, or meets in the afternoon."""
    return following(Opening(item="1"))


@pytest.mark.parametrize("asked", [tiny, parallel, resumed, optional, joint, promised, waiting])
@pytest.mark.parametrize("weighed", [True, False], ids=["usual weights", "no weights"])
def test_the_plan_is_the_least_among_equals(asked, weighed):
    session = asked() if weighed else indifferent(asked())
    found, equals = plan(session), best(session)
    assert (found.finding.verdict, list(check(found))) == (Verdict.BEST, [])
    assert among_equals(found) == min(map(among_equals, equals))
    rows = {tuple((row.instalment, row.meeting) for row in each.considerations) for each in equals}
    assert found.finding.unique is (Unique.YES if len(rows) == 1 else Unique.NO)

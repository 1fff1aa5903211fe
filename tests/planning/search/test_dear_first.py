"""One forum with very many items: what is dear is settled first, and nothing of the best is lost by it."""

from dataclasses import replace

import pytest

from tests.benchmarks.instances import Size, generated
from wgsched.model import Verdict
from wgsched.planning import plan
from wgsched.planning.model.posting import cost_of, demands, desk_with
from wgsched.planning.search import dear_first as dearly
from wgsched.planning.search import planner
from wgsched.planning.search.dear_first import dear_first
from wgsched.planning.search.effort import Effort
from wgsched.planning.search.verifying import cost_of_solution

ONE, TWO = Size(3, 12), Size(3, 12, forums=2, teams=2)


def searched(size: Size, number: int, weights: dict[str, int] | None = None):
    """Return what is found of a session where all is many, and what is best."""
    session = replace(generated(size, "dear", f"dear-{number}"), weights=weights or {})
    desk = desk_with(session, demands(session))
    assert desk.settle()
    solution = dear_first(desk, cost_of(desk), Effort())
    return solution and cost_of_solution(desk, solution), plan(session).finding.objective


@pytest.fixture
def few_are_many(monkeypatch):
    """Let a dozen instalments be very many."""
    monkeypatch.setattr(dearly, "MANY", 4)
    monkeypatch.setattr(planner, "SMALL", 4)


@pytest.mark.usefixtures("few_are_many")
@pytest.mark.parametrize("number", range(3))
def test_what_is_found_is_a_programme_and_no_better_than_the_best(number):
    found, best = searched(ONE, number)
    assert found is not None
    assert found >= best


@pytest.mark.usefixtures("few_are_many")
def test_nothing_need_be_counted_in_minutes():
    found, best = searched(ONE, 0, {"dead-time": 0})
    assert found is not None
    assert found >= best


@pytest.mark.usefixtures("few_are_many")
def test_several_forums_are_planned_forum_by_forum_instead():
    assert searched(TWO, 0)[0] is None


def test_few_items_are_searched_at_once():
    assert searched(ONE, 0)[0] is None


@pytest.mark.parametrize("number", range(3))
def test_the_programme_is_the_same_as_without(number, monkeypatch):
    session = generated(ONE, "dear", f"dear-{number}")
    without = plan(session)
    monkeypatch.setattr(dearly, "MANY", 4)
    monkeypatch.setattr(planner, "SMALL", 4)
    assert without.finding.verdict is Verdict.BEST
    assert plan(session) == without

"""Several threads: a proof of any way ends all, and the programme does not depend on which was quicker."""

from dataclasses import replace

import pytest
from ortools.sat.python import cp_model

from tests.benchmarks.instances import Size, generated
from wgsched.model import Unique, Verdict
from wgsched.planning import plan
from wgsched.planning.search import planner, racing
from wgsched.planning.search.effort import Effort, Way
from wgsched.planning.search.progress import Reporter
from wgsched.planning.search.racing import race

SIZES = [Size(2, 8), Size(3, 12), Size(3, 12, forums=2, teams=2, delegations=4), Size(2, 12, forums=3, teams=2)]


def square() -> cp_model.CpModel:
    """Return a model whose best value is 9."""
    model = cp_model.CpModel()
    numbers = [model.new_int_var(0, 9, "") for _ in range(9)]
    model.add_all_different(numbers)
    model.minimize(numbers[-1])
    model.add(numbers[-1] >= 9)
    return model


def test_for_each_thread_there_is_another_way_as_far_as_there_are():
    ways = {count: len(Effort(workers=count).ways(Way.CORES)) for count in (1, 2, 3, 8)}
    assert ways == {1: 1, 2: 2, 3: 3, 8: 4}


@pytest.mark.parametrize("first", Way)
def test_the_first_way_is_the_one_of_a_single_thread(first):
    alone, among = Effort().ways(first)[0], Effort(workers=8).ways(first)[0]
    assert str(alone.parameters) == str(among.parameters)


def test_a_proof_of_another_way_ends_a_first_that_proves_nothing():
    effort = Effort(workers=2)
    never, helper = effort.ways(Way.CORES)
    never.dismiss()  # as one that finds nothing
    winner, status = race([never, helper], square(), Reporter())
    assert (winner, status, winner.objective_value) == (helper, cp_model.OPTIMAL, 9)


def test_another_way_does_not_begin_where_the_first_ends_soon():
    first, helper = Effort(workers=2).ways(Way.CORES)
    assert race([first, helper], square(), Reporter()) == (first, cp_model.OPTIMAL)
    assert (first.ran, helper.ran) == (True, False)


def test_another_way_begins_at_once_where_the_first_fails(monkeypatch):
    first, helper = Effort(workers=2).ways(Way.CORES)
    monkeypatch.setattr(racing, "HEAD_START", 60.0)
    monkeypatch.setattr(first, "solve", lambda *_: 1 // 0)
    assert race([first, helper], square(), Reporter()) == (helper, cp_model.OPTIMAL)


def test_what_another_way_found_without_a_proof_does_not_count(monkeypatch):
    first, helper = Effort(workers=2).ways(Way.CORES)
    monkeypatch.setattr(first, "solve", lambda *_: cp_model.UNKNOWN)
    monkeypatch.setattr(helper, "solve", lambda *_: cp_model.FEASIBLE)
    assert race([first, helper], square(), Reporter()) == (first, cp_model.UNKNOWN)


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_with_any_number_of_threads_the_programme_is_the_same(size, monkeypatch):
    monkeypatch.setattr(planner, "SMALL", 4)
    asked = generated(size, "threads", "threads")
    one, two, eight = (plan(asked, workers=count) for count in (1, 2, 8))
    assert one.finding.verdict is Verdict.BEST
    assert one.finding.unique is not Unique.UNKNOWN
    assert one == two == eight


@pytest.mark.long
def test_a_search_cut_by_its_work_repeats_with_as_many_threads():
    asked = generated(Size(6, 36, forums=2, teams=2, delegations=10), "cut", "cut")
    effort = replace(Effort(workers=2), work=0.02)
    task = planner.Task(asked, asked)
    first, second = (planner.best_programmes(1, task, effort)[0] for _ in range(2))
    assert first.finding.verdict is Verdict.FOUND
    assert first == second

"""A search that only helps may fail: the plan goes on without it, and the log says so."""

from dataclasses import replace

import pytest
from ortools.sat.python.cp_model import CpSolver

from tests.planning.why.conflicts import crowded
from tests.sessions import at, founding, item, meeting, session
from wgsched.checking import check
from wgsched.errors import NoProgramme
from wgsched.model import Agenda, Duration, Forum, ServiceBasis, Takes, Unique, Verdict
from wgsched.planning import plan
from wgsched.planning.search import planner, verifying
from wgsched.planning.search.effort import Infeasible
from wgsched.planning.search.fallbacks import or_else
from wgsched.planning.search.stopping import StoppableSolver
from wgsched.planning.why import conflict, explain
from wgsched.rules import NotBefore


def fails(*_: object, **__: object) -> None:
    raise KeyError("b")


def test_what_fails_is_replaced_and_logged_in_one_line(caplog):
    assert or_else(7, "counting failed; seven is taken", fails) == 7
    assert [record.getMessage() for record in caplog.records] == ["counting failed; seven is taken: KeyError: 'b'"]


def test_what_does_not_fail_is_returned():
    assert or_else(7, "counting failed", max, 1, 8) == 8


def test_that_there_is_no_programme_is_no_failure():
    def none() -> int:
        raise Infeasible

    with pytest.raises(Infeasible):
        or_else(7, "counting failed", none)


HELPERS = [
    (planner, "_any_solution", "looking for a first programme failed; the best is looked for at once"),
    (verifying, "stretched", "giving free minutes to items failed; none are given"),
]


@pytest.mark.parametrize(("module", "name", "said"), HELPERS)
def test_a_plan_does_without_a_helper_that_fails(module, name, said, monkeypatch, caplog):
    right = plan(founding())
    monkeypatch.setattr(module, name, fails)
    assert plan(founding()) == right
    assert [record.getMessage() for record in caplog.records] == [f"{said}: KeyError: 'b'"]


def test_without_a_choice_among_equals_the_programme_is_as_good(monkeypatch):
    right = plan(founding())
    monkeypatch.setattr(planner, "settle_ties", fails)
    found = plan(founding())
    assert (found.finding.verdict, found.finding.objective) == (Verdict.BEST, right.finding.objective)
    assert found.finding.unique is Unique.UNKNOWN


def overfull():
    return session(item("1", 120), item("2", 120), meetings=(meeting("a", 14, 10, 180),))


WHY = [
    (explain, "conflict", 0, False),
    (explain, "repairs", 1, False),
    (conflict, "certificate", 3, True),
]


@pytest.mark.parametrize(("module", "name", "sentences", "helped"), WHY)
def test_a_no_stays_a_no_when_its_explanation_fails(module, name, sentences, helped, monkeypatch):
    monkeypatch.setattr(module, name, fails)
    with pytest.raises(NoProgramme) as refused:
        plan(overfull())
    assert len(refused.value.conflict) == sentences
    assert bool(refused.value.repairs) is helped


def two_forums():
    """Return a session of more items than are planned at once, in two forums side by side."""
    base = crowded(2, 3, 24, 1)
    beside = (replace(each, key=f"b{each.key}", forum="b", basis=ServiceBasis.WITHOUT) for each in base.meetings)
    meetings = tuple(sorted((*base.meetings, *beside), key=lambda each: (each.opens, each.key)))
    items = tuple(replace(each, forums=("b",)) if place % 2 else each for place, each in enumerate(base.agenda))
    return replace(base, meetings=meetings, forums=(*base.forums, Forum("b")), agenda=Agenda(items))


def tight():
    flexible = replace(item("1", 420), takes=Takes(Duration(420), least=Duration(300)))
    return session(flexible, item("2", 330))


def replanned():
    return plan(founding().with_rules(NotBefore("2 (c)", at(15, 10))), published=plan(founding()))


SEARCHES = {
    "small": lambda: plan(founding()),
    "two threads": lambda: plan(founding(), workers=2),
    "two forums": lambda: plan(two_forums()),
    "two forums on two threads": lambda: plan(two_forums(), workers=2),
    "changed": replanned,
    "shortened": lambda: plan(tight()),
}


class Faulty:
    """Solves as ever, but fails in one search, counted from 0; ``begun`` counts them: on threads not always as many."""

    def __init__(self):
        self.solve, self.begun, self.fails_in = CpSolver.solve, 0, None

    def __call__(self, solver, *given):
        self.begun += 1
        if self.begun - 1 == self.fails_in:
            raise RuntimeError("out of order")
        return self.solve(solver, *given)

    def failing_in(self, number):
        self.begun, self.fails_in = 0, number


@pytest.mark.parametrize("name", SEARCHES)
def test_no_search_that_fails_ends_the_plan(name, monkeypatch, caplog):
    faulty = Faulty()

    def solve(solver, *given):
        return faulty(solver, *given)

    monkeypatch.setattr(CpSolver, "solve", solve)
    right = SEARCHES[name]()
    for number in range(faulty.begun):
        faulty.failing_in(number)
        caplog.clear()
        found = SEARCHES[name]()
        assert (list(check(found)), found.finding.objective) == ([], right.finding.objective)
        failed = faulty.begun > number
        assert ("a search failed; it is done again: RuntimeError: out of order" in caplog.messages) is failed


def test_a_thread_whose_search_fails_for_good_leaves_the_plan_to_the_others(monkeypatch, caplog):
    right, solved = plan(founding()), StoppableSolver._solved

    def failing(solver, *given):
        if solver.parameters.optimize_with_core or not solver.parameters.use_objective_lb_search:
            raise RuntimeError("out of order")
        return solved(solver, *given)

    monkeypatch.setattr(StoppableSolver, "_solved", failing)
    assert plan(founding(), workers=3).finding.objective == right.finding.objective
    assert "one way to search failed; the others go on: RuntimeError: out of order" in caplog.messages

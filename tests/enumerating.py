"""Every programme that a desk allows, one after another: for sessions so small that all can be looked at."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ortools.sat.python import cp_model

from wgsched.model import Finding, Preference, Programme
from wgsched.planning.model.desk import SolverDesk
from wgsched.planning.model.literals import Expression
from wgsched.planning.model.solution import Solution, programme_of, read_solution


def programmes(desk: SolverDesk) -> Iterator[Programme]:
    """Yield each programme that keeps what was asked of a desk not yet settled; one may come more than once."""
    if desk.settle():
        yield from (found for found, _ in _all(desk, (), len(desk.model.proto.variables)))


def counted(desk: SolverDesk, preference: Preference) -> Iterator[tuple[Programme, tuple[int, ...]]]:
    """Yield each programme of a settled desk once, with the least that each case of a preference can count on it."""
    told = len(desk.model.proto.variables)
    quantities = [preference.express(desk, *case) for case in preference.cases(desk.session)]
    least: dict[tuple[object, ...], tuple[Programme, tuple[int, ...]]] = {}
    for found, counts in _all(desk, quantities, told):
        key = (found.considerations, found.meetings)
        _, before = least.get(key, (found, counts))
        least[key] = (found, tuple(map(min, before, counts)))
    yield from least.values()


def _all(desk: SolverDesk, quantities: Sequence[Expression], told: int) -> Iterator[tuple[Programme, tuple[int, ...]]]:
    for placements in desk.placements.values():
        for placement in placements:
            if placement.present is not True:
                desk.model.add(placement.start == placement.earliest).only_enforce_if(~placement.present)
    collected = _Collecting(desk, quantities, told)
    solver = cp_model.CpSolver()
    solver.parameters.enumerate_all_solutions = True
    solver.parameters.num_workers = 1
    solver.parameters.catch_sigint_signal = False  # it would leave the process without a handler of interrupts
    solver.solve(desk.model, collected)
    for found, counts in collected.found.values():
        yield programme_of(desk, found, Finding()), counts


class _Collecting(cp_model.CpSolverSolutionCallback):
    """Keeps each solution once by its first ``told`` variables: those after them only count, in many ways each."""

    def __init__(self, desk: SolverDesk, quantities: Sequence[Expression], told: int) -> None:
        super().__init__()
        self._desk, self._quantities, self._told = desk, quantities, range(told)
        self.found: dict[tuple[int, ...], tuple[Solution, tuple[int, ...]]] = {}

    def on_solution_callback(self) -> None:
        """Keep where everything was put, and the least that was counted."""
        counts = tuple([self.value(quantity) for quantity in self._quantities])
        values = self.response_proto.solution
        key = tuple([values[index] for index in self._told])
        if key in self.found:
            solution, before = self.found[key]
            self.found[key] = (solution, tuple(map(min, before, counts)))
        else:
            self.found[key] = (read_solution(self._desk, self), counts)

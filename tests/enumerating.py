"""Every programme that a desk allows, one after another: for sessions so small that all can be looked at."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ortools.sat.python import cp_model

from wgsched.model import Finding, Programme
from wgsched.planning.model.desk import SolverDesk
from wgsched.planning.model.literals import Expression
from wgsched.planning.model.solution import Solution, programme_of, read_solution


def programmes(desk: SolverDesk) -> Iterator[Programme]:
    """Yield each programme that keeps what was asked of a desk not yet settled; one may come more than once."""
    if desk.settle():
        yield from (found for found, _ in _all(desk, ()))


def counted(desk: SolverDesk, quantities: Sequence[Expression]) -> Iterator[tuple[Programme, tuple[int, ...]]]:
    """Yield each programme of a settled desk once, with the least that each quantity can count on it."""
    least: dict[tuple[object, ...], tuple[Programme, tuple[int, ...]]] = {}
    for found, counts in _all(desk, quantities):
        key = (found.considerations, found.meetings)
        _, before = least.get(key, (found, counts))
        least[key] = (found, tuple(map(min, before, counts)))
    yield from least.values()


def _all(desk: SolverDesk, quantities: Sequence[Expression]) -> Iterator[tuple[Programme, tuple[int, ...]]]:
    for placements in desk.placements.values():
        for placement in placements:
            if placement.present is not True:
                desk.model.add(placement.start == placement.earliest).only_enforce_if(~placement.present)
    collected = _Collecting(desk, quantities)
    solver = cp_model.CpSolver()
    solver.parameters.enumerate_all_solutions = True
    solver.parameters.num_workers = 1
    solver.parameters.catch_sigint_signal = False  # it would leave the process without a handler of interrupts
    solver.solve(desk.model, collected)
    for found, counts in collected.found:
        yield programme_of(desk, found, Finding()), counts


class _Collecting(cp_model.CpSolverSolutionCallback):
    def __init__(self, desk: SolverDesk, quantities: Sequence[Expression]) -> None:
        super().__init__()
        self._desk, self._quantities = desk, quantities
        self.found: list[tuple[Solution, tuple[int, ...]]] = []

    def on_solution_callback(self) -> None:
        """Keep where everything was put, and what was counted."""
        counts = tuple(self.value(quantity) for quantity in self._quantities)
        self.found.append((read_solution(self._desk, self), counts))

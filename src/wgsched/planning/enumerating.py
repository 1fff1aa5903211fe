"""Every programme that a desk allows, one after another: for sessions so small that all can be looked at."""

from __future__ import annotations

from collections.abc import Iterator

from ortools.sat.python import cp_model

from wgsched.model import Finding, Programme
from wgsched.planning.desk import Desk
from wgsched.planning.outcome import Solution, programme, solution


def programmes(desk: Desk) -> Iterator[Programme]:
    """Yield each programme that keeps what was asked of a desk not yet settled; one may come more than once."""
    if not desk.settle():
        return
    for places in desk.places.values():
        for place in places:
            if place.present is not True:
                desk.model.add(place.start == place.stretches[0].low).only_enforce_if(~place.present)
    collected = _Collecting(desk)
    solver = cp_model.CpSolver()
    solver.parameters.enumerate_all_solutions = True
    solver.parameters.num_workers = 1
    solver.solve(desk.model, collected)
    for found in collected.found:
        yield programme(desk, found, Finding())


class _Collecting(cp_model.CpSolverSolutionCallback):
    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.found: list[Solution] = []

    def on_solution_callback(self) -> None:
        """Keep where everything was put."""
        self.found.append(solution(self._desk, self))

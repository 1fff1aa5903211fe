"""Asking the solver whether some demands fit together: a plain solve each, within a fixed amount of work."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from wgsched.model import Finding, Session
from wgsched.planning.model.posting import Demand, desk_with

if TYPE_CHECKING:
    from ortools.sat.python import cp_model

    from wgsched.model import Programme
    from wgsched.planning.model.desk import Desk

QUICK, THOROUGH = 0.1, 20.0
"""The work of one question, in the solver's deterministic time: first without presolve, then with it."""


@dataclass
class Probe:
    """Asks about one session, in ticks of so many minutes (None: the longest that will do).

    ``sure`` turns false when a question was left open within the work allowed.
    """

    session: Session
    work: float = THOROUGH
    tick: int | None = None
    sure: bool = True
    asked: int = 0
    _last: tuple[Desk, cp_model.CpSolver] | None = field(default=None, repr=False)

    def fits(self, some: Iterable[Demand]) -> bool:
        """Return whether a programme keeps these demands; a question left open counts as yes."""
        from ortools.sat.python import cp_model

        self.asked += 1
        self._last = None
        desk = desk_with(self.session, some, tick=self.tick)
        if not desk.settle():
            return False
        for presolve, work in ((False, min(QUICK, self.work)), (True, self.work)):
            solver = _solver(presolve=presolve, work=work)
            status = solver.solve(desk.model)
            if status == cp_model.INFEASIBLE:
                return False
            if status in (cp_model.OPTIMAL, cp_model.FEASIBLE):
                self._last = desk, solver
                return True
        self.sure = False
        return True

    def found(self) -> Programme | None:
        """Return the programme that the last answer rested on, if it was a sure yes."""
        from wgsched.planning.model.solution import programme, solution

        if self._last is None:
            return None
        desk, solver = self._last
        return programme(desk, solution(desk, solver), Finding())


def _solver(*, presolve: bool, work: float) -> cp_model.CpSolver:
    from wgsched.planning.search.effort import Effort

    solver = Effort(work=work).solver()
    solver.parameters.cp_model_presolve = presolve
    return solver

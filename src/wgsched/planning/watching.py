"""Telling a watcher what the solver finds."""

from __future__ import annotations

import time

from ortools.sat.python import cp_model

from wgsched.planning.effort import Progress, Watcher


class Watch(cp_model.CpSolverSolutionCallback):
    """Hands every better programme, and every better bound, to a watcher."""

    def __init__(self, solver: cp_model.CpSolver, watcher: Watcher) -> None:
        super().__init__()
        self._watcher = watcher
        self._began = time.monotonic()
        self._best: int | None = None
        self._bound = 0
        solver.best_bound_callback = self._on_bound

    def on_solution_callback(self) -> None:
        """Tell of a better programme."""
        self._best, self._bound = round(self.objective_value), round(self.best_objective_bound)
        self._tell()

    def _on_bound(self, bound: float) -> None:
        self._bound = round(bound)
        self._tell()

    def _tell(self) -> None:
        self._watcher(Progress(self._best, self._bound, time.monotonic() - self._began))

"""Telling a watcher what the solver finds."""

from __future__ import annotations

import time

from ortools.sat.python import cp_model

from wgsched.planning.effort import Progress, Watcher


class Watch(cp_model.CpSolverSolutionCallback):
    """Hands every better programme, and every better bound, to a watcher.

    What is minimized counts ``cost`` for a unit of change, and ``moved`` units for an item that changes meetings; both
    are None where no programme is changed.
    """

    def __init__(
        self, solver: cp_model.CpSolver, watcher: Watcher, cost: int | None = None, moved: int | None = None
    ) -> None:
        super().__init__()
        self._watcher, self._cost, self._moved = watcher, cost, moved
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
        seconds = time.monotonic() - self._began
        if self._best is None or self._cost is None or self._moved is None:
            self._watcher(Progress(self._best, self._bound, seconds))
            return
        changes, objective = divmod(self._best, self._cost)
        bound = self._bound % self._cost if self._bound // self._cost == changes else 0
        self._watcher(Progress(objective, bound, seconds, changes // self._moved))

"""Telling a watcher what the solver finds."""

from __future__ import annotations

import time

from ortools.sat.python import cp_model

from wgsched.planning.search.forums import ForumSearch
from wgsched.planning.search.progress import Progress, Watcher


class Watch(cp_model.CpSolverSolutionCallback):
    """Hands every better programme, and every better bound, to a watcher.

    ``each`` is what an item that changes meetings counts while changes are minimized; ``moved`` is how many do when
    that is settled. ``since`` is what was known of the forums one by one when this search began.
    """

    def __init__(
        self,
        solver: cp_model.CpSolver,
        watcher: Watcher,
        *,
        each: int | None = None,
        moved: int | None = None,
        since: ForumSearch | None = None,
    ) -> None:
        super().__init__()
        self._watcher, self._each, self._moved = watcher, each, moved
        self._began = since.began if since else time.monotonic()
        self._best = since.best if since else None
        self._least = self._bound = since.bound if since else 0
        solver.best_bound_callback = self._on_bound

    def on_solution_callback(self) -> None:
        """Tell of a better programme."""
        self._best, self._bound = round(self.objective_value), max(self._least, round(self.best_objective_bound))
        self._tell()

    def _on_bound(self, bound: float) -> None:
        self._bound = max(self._least, round(bound))
        self._tell()

    def _tell(self) -> None:
        moved = self._best // self._each if self._each and self._best is not None else self._moved
        self._watcher(Progress(self._best, self._bound, time.monotonic() - self._began, moved))

"""How hard to try: threads, seed, limits; and what is told on the way."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from ortools.sat.python import cp_model

SMALL, LARGE = 20, 80
"""Instalments."""


@dataclass(frozen=True)
class Progress:
    """Where planning stands: the cost of the best programme yet (None without one), the proved bound, the seconds."""

    objective: int | None
    bound: int
    seconds: float


Watcher: TypeAlias = Callable[[Progress], None]


@dataclass(frozen=True)
class Effort:
    """How hard to try.

    ``work`` is a limit in the solver's deterministic time, so that the same session gives the same programme however
    busy the machine is; ``time_limit`` is a guard in seconds of wall-clock time, after which a run may not repeat.
    """

    workers: int = 1
    seed: int = 0
    time_limit: float | None = None
    work: float = 300.0

    def after(self, solver: cp_model.CpSolver) -> Effort:
        """Return the effort that is due to the choice among programmes as good as the best: half of what that took."""
        return replace(self, work=0.1 + solver.response_proto.deterministic_time / 2)

    def stopped(self, solver: cp_model.CpSolver) -> bool:
        """Return whether a person stopped the solver: it ended before its limits."""
        in_time = self.time_limit is None or solver.wall_time < self.time_limit
        return in_time and solver.response_proto.deterministic_time < self.work

    def scout(self, *, prepare: bool) -> cp_model.CpSolver:
        """Return a solver that looks for any programme at all, with or without preparing the model first."""
        solver = replace(self, workers=1).solver()
        solver.parameters.cp_model_presolve = prepare
        return solver

    def solver(self, size: int = 0) -> cp_model.CpSolver:
        """Return a solver that tries this hard for so many instalments.

        Several workers take turns, so that they repeat exactly. One worker proves small sessions soonest by lifting
        the bound in its search, large ones by cores of what the preferences cost; linear relaxations only delay it.
        """
        from ortools.sat.python import cp_model

        solver = cp_model.CpSolver()
        parameters = solver.parameters
        parameters.num_workers = self.workers
        parameters.interleave_search = self.workers > 1
        parameters.random_seed = self.seed
        parameters.max_deterministic_time = self.work
        if self.workers == 1:
            parameters.linearization_level = 0
            parameters.cp_model_probing_level = 0
            parameters.symmetry_level = 0
            parameters.use_objective_lb_search = size <= LARGE
            parameters.optimize_with_core = size > LARGE
        if self.time_limit is not None:
            parameters.max_time_in_seconds = self.time_limit
        return solver

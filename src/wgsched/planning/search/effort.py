"""How hard to try: threads, seed, limits; and what is told on the way."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from time import monotonic
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from wgsched.planning.search.solving import Stoppable
    from wgsched.planning.search.stopping import Stop

SMALL = 20
"""Instalments."""


@dataclass(frozen=True)
class Progress:
    """Where planning stands: the cost of the best programme yet (None without one), the proved bound, the seconds.

    ``moved`` is how many items that programme moves to other meetings than were published; None where none were.
    """

    objective: int | None
    bound: int
    seconds: float
    moved: int | None = None


Watcher: TypeAlias = Callable[[Progress], None]


@dataclass(frozen=True)
class Effort:
    """How hard to try.

    ``work`` is a limit in the solver's deterministic time, so that the same session gives the same programme however
    busy the machine is; ``time_limit`` is a guard in seconds of wall-clock time, after which a run may not repeat.
    With ``stop``, a keyboard interrupt ends the search and keeps what was found; without it, it is raised as ever.
    """

    workers: int = 1
    seed: int = 0
    time_limit: float | None = None
    work: float = 300.0
    stop: Stop | None = field(default=None, compare=False)

    def after(self, work: float) -> Effort:
        """Return the effort that is due to the choice among programmes as good as the best: as much as that took."""
        return replace(self, work=0.1 + work)

    def since(self, began: float, part: float = 1.0) -> Effort:
        """Return what is left of the seconds, or of a part of them, after a moment of the monotonic clock."""
        if self.time_limit is None:
            return self
        return replace(self, time_limit=max(0.0, began + part * self.time_limit - monotonic()))

    def scout(self, *, prepare: bool) -> Stoppable:
        """Return a solver that looks for any programme at all, with or without preparing the model first."""
        solver = replace(self, workers=1).solver()
        solver.parameters.cp_model_presolve = prepare
        return solver

    def solver(self, *, by_cores: bool = False) -> Stoppable:
        """Return a solver that tries this hard.

        Several workers take turns, so that they repeat exactly. One worker lifts the bound in its search, or by cores
        of what the preferences cost, which proves a best programme soonest; linear relaxations only delay it.
        """
        from wgsched.planning.search.solving import Stoppable

        solver = Stoppable(self.stop)
        parameters = solver.parameters
        parameters.num_workers = self.workers
        parameters.interleave_search = self.workers > 1
        parameters.random_seed = self.seed
        parameters.max_deterministic_time = self.work
        parameters.max_presolve_iterations = 1  # more of them find nothing that the search uses
        if self.workers == 1:
            parameters.linearization_level = 0
            parameters.cp_model_probing_level = 0
            parameters.symmetry_level = 0
            parameters.use_objective_lb_search = not by_cores
            parameters.optimize_with_core = by_cores
            parameters.core_minimization_level = 1  # 2 searches for smaller cores, which is dear; 0 gives false "no"s
            parameters.cover_optimization = False
        if self.time_limit is not None:
            parameters.max_time_in_seconds = self.time_limit
        return solver

    def both_ways(self) -> Stoppable:
        """Return a solver for what is hardly ever proved: cores for the bound, and the best programme changed in parts.

        On one thread too the two take turns, by work and not by time, and so repeat exactly.
        """
        solver = self.solver(by_cores=True)
        parameters = solver.parameters
        if self.workers == 1:
            parameters.interleave_search = True
            parameters.subsolvers.append("core")
            parameters.ignore_subsolvers.extend(("fj", "ls"))
            parameters.core_minimization_level = 2  # several forums have few and large cores: smaller ones pay here
            parameters.cover_optimization = True
        return solver

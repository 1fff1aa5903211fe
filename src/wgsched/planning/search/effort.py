"""How hard to try: threads, seed, limits, and what they mean in parameters of the solver."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from enum import Enum, auto
from time import monotonic
from typing import TypeVar

from ortools.sat.python import cp_model

from wgsched.errors import LimitReached
from wgsched.planning.search.progress import Reporter
from wgsched.planning.search.stopping import Stop, StoppableSolver

T = TypeVar("T")

SOLVED = (cp_model.OPTIMAL, cp_model.FEASIBLE)
"""What the solver answers when it has a solution."""


class Way(Enum):
    """How the best is proved.

    By cores of what the preferences cost, which proves a best programme soonest; by cores without asking what comes
    before what, which is soonest where that is slow; by lifting the bound in the search; or both in turn, for what is
    hardly ever proved: cores for the bound, and the best programme changed in parts.
    """

    CORES = auto()
    OTHER_CORES = auto()
    BOUND = auto()
    BOTH = auto()


class Infeasible(Exception):
    """The solver has shown that there is no programme; why, is for others to find out."""


@dataclass(frozen=True)
class Effort:
    """How hard to try.

    ``work`` is a limit in the solver's deterministic time, so that the same session gives the same programme however
    busy the machine is; ``time_limit`` is a guard in seconds of wall-clock time, after which a run may not repeat. It
    counts from ``began``, so that all searches of one plan, and its explanation, share one deadline. ``reporter`` tells
    a watcher how far it is. With ``stop``, a keyboard interrupt ends the search and keeps what was found; without it,
    it is raised as ever.
    """

    workers: int = 1
    seed: int = 0
    time_limit: float | None = None
    work: float = 300.0
    stop: Stop | None = field(default=None, compare=False)
    reporter: Reporter = field(default_factory=Reporter, compare=False)
    began: float = field(default_factory=monotonic, compare=False)

    @property
    def seconds(self) -> float | None:
        """The seconds until the deadline; None where there is none."""
        return None if self.time_limit is None else max(0.0, self.began + self.time_limit - monotonic())

    @property
    def over(self) -> bool:
        """Whether nothing more is to be looked for: the deadline has passed, or a person has asked to stop."""
        return self.seconds == 0 or self.interrupted

    @property
    def interrupted(self) -> bool:
        """Whether a person has asked to stop."""
        return self.stop is not None and self.stop.asked

    def after(self, work: float) -> Effort:
        """Return the effort that is due to the choice among programmes as good as the best: as much as that took."""
        return replace(self, work=0.1 + work)

    def within(self, seconds: float | None) -> Effort:
        """Return the effort that ends after so many seconds, or at its own deadline where that comes before."""
        left = self.seconds
        if seconds is None or left is None or seconds >= left:
            return self
        return replace(self, time_limit=monotonic() - self.began + seconds)

    def lasting(self, part: float) -> Effort:
        """Return the effort that ends when this part of the time that is left is over; without a deadline, never."""
        left = self.seconds
        return self if left is None else self.within(part * left)

    def sparing(self, seconds: float) -> Effort:
        """Return the effort that ends so many seconds before its deadline: they are for what follows the searches."""
        return self if self.time_limit is None else replace(self, time_limit=max(0.0, self.time_limit - seconds))

    def in_time(self, some: Iterable[T]) -> Iterator[T]:
        """Yield each of these: what is done with one may take long, and much of it is not begun after the deadline.

        Raises:
            LimitReached: the deadline has passed.
        """
        for each in some:
            if self.seconds == 0:
                raise self.nothing_found(infeasible=False)
            yield each

    def scout(self, *, prepare: bool) -> StoppableSolver:
        """Return a solver that looks for any programme at all, with or without preparing the model first."""
        solver = self.solver()
        solver.parameters.cp_model_presolve = prepare
        return solver

    def ways(self, first: Way) -> list[StoppableSolver]:
        """Return a solver that goes this way, and for each thread more one that goes another, as far as there are."""
        return [self.solver(way) for way in (first, *(way for way in Way if way is not first))][: self.workers]

    def solver(self, way: Way = Way.BOUND) -> StoppableSolver:
        """Return a solver that tries this hard, on one thread, and in this way."""
        solver = StoppableSolver(self.stop, self.reporter)
        parameters = solver.parameters
        parameters.num_workers = 1
        parameters.random_seed = self.seed
        parameters.max_deterministic_time = self.work
        if self.seconds is not None:
            parameters.max_time_in_seconds = self.seconds
        parameters.max_presolve_iterations = 1  # more of them find nothing that the search uses
        # linear relaxation, probing and the detection of symmetry were tried: each only delayed the proof
        parameters.linearization_level = 0
        parameters.cp_model_probing_level = 0
        parameters.symmetry_level = 0
        parameters.use_objective_lb_search = way is Way.BOUND
        parameters.optimize_with_core = way is not Way.BOUND
        parameters.core_minimization_level = 1  # 2 searches for smaller cores, which is dear; 0 gives false "no"s
        parameters.cover_optimization = False  # what each new core costs at least is dearer to know than it helps
        parameters.use_precedences_in_disjunctive_constraint = way is not Way.OTHER_CORES
        if way is Way.BOTH:
            parameters.interleave_search = True  # by work and not by time, and so it repeats exactly
            parameters.subsolvers.append("core")
            parameters.ignore_subsolvers.extend(("fj", "ls"))
            parameters.core_minimization_level = 2  # several forums have few and large cores: smaller ones pay here
            parameters.cover_optimization = True
        return solver

    def nothing_found(self, *, infeasible: bool) -> BaseException:
        """Return what to raise when no programme was found."""
        if infeasible:
            return Infeasible()
        if self.interrupted:
            return KeyboardInterrupt()
        return LimitReached("a limit was reached before a programme was found; there may still be one")


UNHURRIED = Effort()
"""The effort of a verb that takes no limits."""

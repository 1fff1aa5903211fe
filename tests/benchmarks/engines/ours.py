"""wgsched itself: ``build_s`` is what stating the model takes, ``solve_s`` all the rest until the best is proved.

What `plan` does after that, where peers stop, is told apart: whether another programme is as good, and which is taken.
"""

from __future__ import annotations

import pkgutil
import time
from collections.abc import Callable
from importlib import import_module

import wgsched.planning
from tests.benchmarks.found import Found
from wgsched.errors import LimitReached, NoProgramme
from wgsched.model import Session, Verdict
from wgsched.planning import Progress, plan
from wgsched.planning.model.posting import cost_of, demands, desk_with


def prepare() -> None:
    """Import all of planning and the solver, so that no measurement pays for it."""
    for module in pkgutil.walk_packages(wgsched.planning.__path__, "wgsched.planning."):
        import_module(module.name)


class Stopwatch:
    """Notes by the wall and by the processor when the first programme, the fewest changes and the best were there."""

    def __init__(self) -> None:
        self._began = time.perf_counter(), time.process_time()
        self.first: tuple[float, float] | None = None
        self.fewest: tuple[float, float] | None = None
        self.proved: tuple[float, float] | None = None
        self.bound = 0

    @property
    def now(self) -> tuple[float, float]:
        return time.perf_counter() - self._began[0], time.process_time() - self._began[1]

    def hear(self, progress: Progress) -> None:
        """Hear what a watcher hears."""
        self.bound = progress.bound
        if progress.objective is not None:
            self.has_one()

    def has_one(self) -> None:
        self.first = self.first or self.now

    def changes_least(self) -> None:
        self.fewest = self.fewest or self.now

    def is_best(self) -> None:
        self.proved = self.proved or self.now


def run(session: Session, seed: int, limit: float, **more: object) -> Found:
    """Plan, and note when what was there."""
    from wgsched.planning.search import fewest_changes, planner

    watch = Stopwatch()
    told_of_one, told_of_best, told_of_fewest = planner.hint, planner.settle_ties, fewest_changes.prune_starts
    fewest_changes.prune_starts = _noting(told_of_fewest, watch.changes_least)
    planner.hint = _noting(told_of_one, watch.has_one)
    planner.settle_ties = _noting(told_of_best, watch.is_best)
    status, programme, bound = "UNKNOWN", None, 0
    try:
        programme = plan(session, seed=seed, time_limit=limit, on_progress=watch.hear, **more)
        status = "OPTIMAL" if programme.finding.verdict is Verdict.BEST else "FEASIBLE"
        bound = programme.finding.bound
    except NoProgramme:
        status = "INFEASIBLE"
    except LimitReached:
        bound = watch.bound
    finally:
        planner.hint, planner.settle_ties, fewest_changes.prune_starts = told_of_one, told_of_best, told_of_fewest
    return _found(session, watch, status, programme, bound)


def _noting(act: Callable[..., object], note: Callable[[], None]) -> Callable[..., object]:
    """Return the act, before which a note is taken: planning calls it when it has come so far."""

    def noted(*args: object, **options: object) -> object:
        note()
        return act(*args, **options)

    return noted


def _found(session: Session, watch: Stopwatch, status: str, programme: object, bound: int) -> Found:
    whole = watch.now
    proved = watch.proved if status == "OPTIMAL" and watch.proved else whole
    first, fewest = watch.first or (None, None), watch.fewest or (None, None)
    built = _building(session)
    return Found(
        status,
        programme,
        bound,
        built,
        max(0.0, proved[0] - built),
        remarks=(f"rows {programme.finding.unique}",) if status == "OPTIMAL" else (),
        more={
            "first_s": first[0],
            "first_cpu_s": first[1],
            "fewest_s": fewest[0],
            "fewest_cpu_s": fewest[1],
            "cpu_s": proved[1],
            "whole_s": whole[0],
            "whole_cpu_s": whole[1],
        },
    )


def _building(session: Session) -> float:
    """Return how long stating the model takes: done once more, because planning does not tell."""
    began = time.perf_counter()
    desk = desk_with(session, demands(session))
    if desk.settle():
        desk.model.minimize(cost_of(desk))
    return time.perf_counter() - began

"""Several ways of solving at once, on a thread each: whichever proves first ends all.

The first way is the one that a single thread would go. Only a proof of another way counts: what another way has merely
found depends on which thread was quicker, and so would the programme. Another way begins only when the first has not
ended after a while: most sessions are proved before, and two threads are slower than one where they share a memory.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor

from ortools.sat.python import cp_model

from wgsched.planning.search.progress import Reporter
from wgsched.planning.search.stopping import StoppableSolver

_LOG = logging.getLogger(__name__)

HEAD_START = 1.0
"""Seconds that the first way has to itself."""

PROVED = (cp_model.OPTIMAL, cp_model.INFEASIBLE)


class _Watch(cp_model.CpSolverSolutionCallback):
    """Reports every better programme, and every better bound."""

    def __init__(self, solver: cp_model.CpSolver, reporter: Reporter) -> None:
        super().__init__()
        self._reporter = reporter
        solver.best_bound_callback = reporter.at_least

    def on_solution_callback(self) -> None:
        """Tell of a better programme."""
        self._reporter.better(round(self.objective_value), self.best_objective_bound)


def race(
    ways: Sequence[StoppableSolver], model: cp_model.CpModel, reporter: Reporter
) -> tuple[StoppableSolver, cp_model.CpSolverStatus]:
    """Return the solver that has proved what is best, or that there is nothing, else the first; and what it answers.

    One that fails is left out, and the log says so; what failed is raised only where all do.
    """
    first, *others = ways
    watch = _watched(first, reporter)
    if not others:
        return first, first.solve(model, watch)

    failures: list[Exception] = []
    first_ended = threading.Event()

    def solved(way: StoppableSolver) -> cp_model.CpSolverStatus:
        if way is not first:
            first_ended.wait(HEAD_START)
        try:
            status: cp_model.CpSolverStatus = way.solve(model, watch if way is first else None)
        except Exception as failure:
            _LOG.warning("one way to search failed; the others go on: %s: %s", type(failure).__name__, failure)
            failures.append(failure)
            status = cp_model.UNKNOWN
        if status in PROVED:
            for other in ways:
                other.dismiss()
        if way is first:
            first_ended.set()
        return status

    with ThreadPoolExecutor(len(ways)) as threads:
        statuses = list(threads.map(solved, ways))
    if len(failures) == len(ways):
        raise failures[0]
    proved = (each for each in zip(ways, statuses, strict=True) if each[1] in PROVED)
    return next(proved, (first, statuses[0]))


def _watched(solver: cp_model.CpSolver, reporter: Reporter) -> _Watch | None:
    """Return what reports of this search; nothing where nobody watches, for telling takes time."""
    return None if reporter.silent else _Watch(solver, reporter)

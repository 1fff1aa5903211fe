"""The first stage of planning again: the fewest changes of a published programme, before any preference counts."""

from __future__ import annotations

from dataclasses import dataclass

from ortools.sat.python import cp_model

from wgsched.planning.again.changes import as_published, changes
from wgsched.planning.again.pruning import prune_starts
from wgsched.planning.again.task import Task
from wgsched.planning.model.desk import SolverDesk
from wgsched.planning.model.solution import Solution, read_solution
from wgsched.planning.search.effort import SOLVED, Effort, Way
from wgsched.planning.search.fallbacks import or_else
from wgsched.planning.search.progress import Stage
from wgsched.planning.search.racing import race
from wgsched.planning.search.ties import hint


@dataclass(frozen=True)
class FewestChanges:
    """What came of looking for the fewest changes: a solution, how many items it moves, and whether that is proved.

    ``solution`` is None when there is none, or when a limit came first; ``infeasible`` tells which.
    """

    solution: Solution | None
    moved: int = 0
    proved: bool = False
    infeasible: bool = False


def fewest_changes(desk: SolverDesk, task: Task, effort: Effort) -> FewestChanges | None:
    """Return a solution that changes least, and let the desk allow no more changes; None where nothing is changed.

    The bound is lifted in the search, also on large sessions: few changes are proved soonest so.
    """
    if task.published is None:
        return None
    before = as_published(desk.session, task.published, task.now)
    counted = changes(desk, before, task.published)
    both, each = counted.both
    desk.model.minimize(both)
    effort.reporter.enter(Stage.CHANGES, each=each)
    solver, status = race(effort.ways(Way.BOUND), desk.model, effort.reporter)
    if status not in SOLVED:
        return FewestChanges(None, infeasible=status == cp_model.INFEASIBLE)
    solution, least = read_solution(desk, solver), round(solver.objective_value)
    moved, weight = divmod(least, each)
    desk.model.clear_objective()  # type: ignore[no-untyped-call]
    if status == cp_model.OPTIMAL:
        or_else(None, "narrowing the starts failed; all are kept", prune_starts, desk, before, moved, weight)
        for quantity, number in ((counted.moved, moved), (counted.weight, weight)):
            if not isinstance(quantity, int):
                desk.model.add(quantity == number)
    hint(desk, solution)
    return FewestChanges(solution, moved, status == cp_model.OPTIMAL)

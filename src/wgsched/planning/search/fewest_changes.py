"""What planning makes as small as it can: first what is changed, then what the preferences cost."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ortools.sat.python import cp_model

from wgsched.planning.again.changes import as_published, changes
from wgsched.planning.again.pruning import confine
from wgsched.planning.model.solution import Solution, solution
from wgsched.planning.search.progress import Watch
from wgsched.planning.search.ties import hint

if TYPE_CHECKING:
    from wgsched.planning.again.task import Task
    from wgsched.planning.model.desk import Desk
    from wgsched.planning.search.effort import Effort, Watcher


@dataclass(frozen=True)
class Fewest:
    """What came of looking for the fewest changes: a solution, how many items it moves, and whether that is proved.

    ``found`` is None when there is none, or when a limit came first; ``infeasible`` tells which.
    """

    found: Solution | None
    moved: int = 0
    proved: bool = False
    infeasible: bool = False


def fewest_changes(desk: Desk, asked: Task, effort: Effort, on_progress: Watcher | None) -> Fewest | None:
    """Return a solution that changes least, and let the desk allow no more changes; None where nothing is changed.

    The bound is lifted in the search, also on large sessions: few changes are proved soonest so.
    """
    if asked.published is None:
        return None
    before = as_published(desk.session, asked.published, asked.now)
    counted = changes(desk, before, asked.published)
    both, each = counted.both
    desk.model.minimize(both)
    solver = effort.solver()
    status = solver.solve(desk.model, Watch(solver, on_progress, each=each) if on_progress else None)
    if status not in (cp_model.OPTIMAL, cp_model.FEASIBLE):
        return Fewest(None, infeasible=status == cp_model.INFEASIBLE)
    found, least = solution(desk, solver), round(solver.objective_value)
    moved, weight = divmod(least, each)
    desk.model.clear_objective()  # type: ignore[no-untyped-call]
    if status == cp_model.OPTIMAL:
        confine(desk, before, moved, weight)
        for quantity, number in ((counted.moved, moved), (counted.weight, weight)):
            if not isinstance(quantity, int):
                desk.model.add(quantity == number)
    hint(desk, found)
    return Fewest(found, moved, status == cp_model.OPTIMAL)

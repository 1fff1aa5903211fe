"""PyJobShop, a scheduling library on CP-SAT, one worker.

It has machines with breaks, tasks that a break may interrupt, hours of each task, and precedence. It has no words for
parts that are not too short, the order of the agenda as a wish, continuations, a day that is wished for, meetings that
may not be held, or who is needed in two forums at once. So it is asked for the earliest close alone; what it proves of
that says nothing about the session, and what it finds is judged like everything else.
"""

from __future__ import annotations

import time
from itertools import pairwise

from tests.benchmarks.found import Found
from tests.benchmarks.laying import laid
from tests.benchmarks.puzzle import NEVER, CannotExpress, Puzzle, Task, puzzle
from wgsched.model import Session


def prepare() -> None:
    import pyjobshop  # noqa: F401 - so that no measurement pays for it


def run(session: Session, seed: int, limit: float) -> Found:
    """Ask for the programme that closes first."""
    began = time.perf_counter()
    given = puzzle(session)
    if len(given.forums) > 1:
        raise CannotExpress("forums that share delegations or teams")
    model, tasks = _model(given)
    built = time.perf_counter()
    found = model.solve(time_limit=limit, display=False, num_workers=1, random_seed=seed, catch_sigint_signal=False)
    times = {"build_s": built - began, "solve_s": time.perf_counter() - built}
    status = found.status.value.upper()
    if status == "INFEASIBLE":
        return Found(status, None, 0, **times)
    if not found.best.tasks:
        return Found("UNKNOWN", None, 0, **times)
    parts = {key: _parts(given, given.tasks[key], found.best.tasks[n].start) for n, key in enumerate(tasks)}
    remarks = (f"{status} for the earliest close alone",)
    return Found("FEASIBLE", laid(given, parts), 0, **times, remarks=remarks)


def _model(given: Puzzle):
    from pyjobshop import Model

    model = Model()
    slots = given.slots[given.forums[0]]
    breaks = [(one.closes, two.opens) for one, two in pairwise(slots) if one.closes < two.opens]
    horizon = slots[-1].closes
    machine = model.add_machine(breaks=breaks)
    tasks = {}
    for task in given.tasks.values():
        latest = horizon if task.closes == NEVER else min(horizon, task.closes)
        may_divide = not task.whole and task.ticks >= 2 * given.shortest
        tasks[task.key] = model.add_task(earliest_start=task.opens, latest_end=latest, allow_breaks=may_divide)
        model.add_mode(tasks[task.key], machine, task.ticks)
    for earlier, later in given.pairs:
        model.add_end_before_start(tasks[earlier], tasks[later])
    model.set_objective(weight_makespan=1)
    return model, tasks


def _parts(given: Puzzle, task: Task, start: int) -> list[tuple[int, int, int]]:
    left, parts = task.ticks, []
    for slot in given.slots[task.forum]:
        low = max(start, slot.opens)
        high = min(low + left, slot.closes)
        if low < high and left:
            parts.append((slot.index, low - slot.opens, high - slot.opens))
            left -= high - low
    return parts

"""wgsched itself: ``build_s`` is what stating the model takes, ``solve_s`` all the rest of `plan`, ties included."""

from __future__ import annotations

import time

from tests.benchmarks.found import Found
from wgsched.errors import LimitReached, NoProgramme
from wgsched.model import Session, Verdict
from wgsched.planning import Progress, plan
from wgsched.planning.planner import cost_of
from wgsched.planning.posting import demands, desk_with


def prepare() -> None:
    from ortools.sat.python import cp_model  # noqa: F401 - so that no measurement pays for it

    import wgsched.planning.desk
    import wgsched.planning.outcome
    import wgsched.planning.ties
    import wgsched.planning.watching  # noqa: F401


def run(session: Session, seed: int, limit: float, **more: object) -> Found:
    """Plan, and tell when the first programme came and when the last was shown to be the best."""
    told: list[Progress] = []
    began, before = time.perf_counter(), time.process_time()
    status, programme, bound = "UNKNOWN", None, 0
    try:
        programme = plan(session, seed=seed, time_limit=limit, on_progress=told.append, **more)
        status = "OPTIMAL" if programme.finding.verdict is Verdict.BEST else "FEASIBLE"
        bound = programme.finding.bound
    except NoProgramme:
        status = "INFEASIBLE"
    except LimitReached:
        bound = max((each.bound for each in told), default=0)
    took, cpu = time.perf_counter() - began, time.process_time() - before
    built = _building(session)
    first = next((built + each.seconds for each in told if each.objective is not None), None)
    remarks = (f"rows {programme.finding.unique}",) if status == "OPTIMAL" else ()
    return Found(status, programme, bound, built, max(0.0, took - built), first, cpu, remarks)


def _building(session: Session) -> float:
    """Return how long stating the model takes: done once more, because planning does not tell."""
    began = time.perf_counter()
    desk = desk_with(session, demands(session))
    if desk.settle():
        desk.model.minimize(cost_of(desk))
    return time.perf_counter() - began

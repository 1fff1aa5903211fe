"""Planning a session: the best programme that keeps every rule, proved."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from wgsched.errors import LimitReached
from wgsched.model import Finding, Programme, Session, Verdict
from wgsched.planning.effort import Effort, Watcher
from wgsched.planning.posting import demands, desk_with
from wgsched.preferences import wishbook

if TYPE_CHECKING:
    from ortools.sat.python.cp_model import CpSolver

    from wgsched.planning.desk import Desk
    from wgsched.planning.outcome import Solution
    from wgsched.planning.places import Expression


def plan(
    session: Session,
    *,
    published: Programme | None = None,
    workers: int = 1,
    seed: int = 0,
    time_limit: float | None = None,
    on_progress: Watcher | None = None,
) -> Programme:
    """Return the best programme of a session, proved to be so where no limit was reached.

    With ``published``, the one that changes it least. The same input gives the same programme, unless a
    ``time_limit`` in seconds cut the search; the finding then says so.

    Raises:
        NoProgramme: the rules cannot all hold; it carries the conflict in sentences.
        LimitReached: a limit came before a programme was found.
    """
    effort = Effort(workers, seed, time_limit)
    desk = desk_with(session, demands(session))
    if not desk.settle():
        raise _no_programme(session)
    return _solve(desk, published, effort, on_progress)


def cost_of(desk: Desk) -> Expression:
    """Return what the preferences of the session cost, as the desk counts it."""
    return sum(
        weight * preference.express(desk, *case)  # type: ignore[operator,misc]
        for preference, weight in wishbook(desk.session)
        for case in preference.cases(desk.session)
    )


def _aim(desk: Desk, cost: Expression, published: Programme | None) -> Expression:
    """Return what is minimized: the cost alone, or changes first, each dearer than all that preferences can cost."""
    if published is None:
        return cost
    from wgsched.planning.changes import changes
    from wgsched.planning.measures import largest

    return changes(desk, published) * (largest(cost) + 1) + cost


def _solve(desk: Desk, published: Programme | None, effort: Effort, on_progress: Watcher | None) -> Programme:
    from ortools.sat.python import cp_model

    from wgsched.planning.outcome import programme, solution
    from wgsched.planning.ties import settle_ties
    from wgsched.planning.watching import Watch

    first = None if published else _first(desk, effort)
    cost = cost_of(desk)
    aim = _aim(desk, cost, published)
    desk.model.minimize(aim)
    solver = effort.solver(len(desk.wants))
    status = solver.solve(desk.model, Watch(solver, on_progress) if on_progress else None)
    if status == cp_model.INFEASIBLE:
        raise _no_programme(desk.session)
    if status == cp_model.UNKNOWN:
        return _fallen_back(desk, first, solver)
    found = solution(desk, solver)
    best, bound = round(solver.objective_value), round(solver.best_objective_bound)
    objective = solver.value(cost)
    finding = Finding(Verdict.FOUND, objective, max(0, objective - (best - bound)))
    if status == cp_model.OPTIMAL:
        found, unique = settle_ties(desk, aim, best, found, effort.after(solver))
        finding = replace(finding, verdict=Verdict.BEST, unique=unique)
    else:
        stopped = effort.stopped(solver)
        finding = replace(finding, reproducible=effort.time_limit is None and not stopped, interrupted=stopped)
    return programme(desk, found, finding)


def _first(desk: Desk, effort: Effort) -> Solution | None:
    """Return any programme of a session that is not small, and tell the solver to begin there."""
    from ortools.sat.python import cp_model

    from wgsched.planning.effort import SMALL
    from wgsched.planning.outcome import solution
    from wgsched.planning.ties import hint

    if len(desk.wants) <= SMALL:
        return None
    scout = effort.scout(prepare=not desk.times)
    status = scout.solve(desk.model)
    if status == cp_model.INFEASIBLE:
        raise _no_programme(desk.session)
    if status == cp_model.UNKNOWN:
        return None
    found = solution(desk, scout)
    hint(desk, found)
    return found


def _fallen_back(desk: Desk, first: Solution | None, solver: CpSolver) -> Programme:
    from wgsched.checking import score
    from wgsched.planning.outcome import programme

    if first is None:
        raise LimitReached("a limit was reached before a programme was found; nothing shows that there is none")
    found = programme(desk, first, Finding(Verdict.FOUND))
    total, bound = score(found).total, max(0, round(solver.best_objective_bound))
    return replace(found, finding=Finding(Verdict.FOUND, total, min(total, bound), reproducible=False))


def _no_programme(session: Session) -> Exception:
    from wgsched.planning.conflict import no_programme

    return no_programme(session)

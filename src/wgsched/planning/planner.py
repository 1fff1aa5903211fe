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
    from wgsched.planning.desk import Desk
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

    cost = cost_of(desk)
    aim = _aim(desk, cost, published)
    desk.model.minimize(aim)
    solver = effort.solver(len(desk.wants))
    status = solver.solve(desk.model, Watch(solver, on_progress) if on_progress else None)
    if status == cp_model.INFEASIBLE:
        raise _no_programme(desk.session)
    if status not in (cp_model.OPTIMAL, cp_model.FEASIBLE):
        raise LimitReached("a limit was reached before a programme was found; nothing shows that there is none")
    found = solution(desk, solver)
    best, bound = round(solver.objective_value), round(solver.best_objective_bound)
    objective = solver.value(cost)
    finding = Finding(Verdict.FOUND, objective, max(0, objective - (best - bound)))
    if status == cp_model.OPTIMAL:
        found, unique = settle_ties(desk, aim, best, found, effort.after(solver))
        finding = replace(finding, verdict=Verdict.BEST, unique=unique)
    elif effort.time_limit is not None:
        finding = replace(finding, reproducible=False)
    return programme(desk, found, finding)


def _no_programme(session: Session) -> Exception:
    from wgsched.planning.conflict import no_programme

    return no_programme(session)

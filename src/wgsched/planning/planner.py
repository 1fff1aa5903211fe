"""Planning a session: the best programme that keeps every rule, proved."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from wgsched.errors import LimitReached
from wgsched.model import Finding, Programme, Session, Unique, Verdict
from wgsched.planning.effort import Effort, Watcher
from wgsched.planning.posting import demands, desk_with
from wgsched.preferences import wishbook

if TYPE_CHECKING:
    from wgsched.planning.desk import Count, Desk


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
    cost = _cost(desk)
    if published:
        from wgsched.planning.changes import changes

        cost = cost + changes(desk, published)
    return _solve(desk, cost, effort, on_progress)


def _cost(desk: Desk) -> Count:
    return sum(
        weight * preference.express(desk, *case)  # type: ignore[misc]
        for preference, weight in wishbook(desk.session)
        for case in preference.cases(desk.session)
    )


def _solve(desk: Desk, cost: Count, effort: Effort, on_progress: Watcher | None) -> Programme:
    from ortools.sat.python import cp_model

    from wgsched.planning.outcome import programme, starts
    from wgsched.planning.ties import settle_ties
    from wgsched.planning.watching import Watch

    desk.model.minimize(cost)
    solver = effort.solver()
    status = solver.solve(desk.model, Watch(solver, on_progress) if on_progress else None)
    if status == cp_model.INFEASIBLE:
        raise _no_programme(desk.session)
    if status not in (cp_model.OPTIMAL, cp_model.FEASIBLE):
        raise LimitReached("a limit was reached before a programme was found; nothing shows that there is none")
    found = starts(desk, solver)
    finding = Finding(Verdict.FOUND, round(solver.objective_value), round(solver.best_objective_bound))
    if status == cp_model.OPTIMAL:
        found, unique = settle_ties(desk, cost, finding.objective, found, effort)
        finding = replace(finding, verdict=Verdict.BEST, unique=unique)
    elif effort.time_limit is not None:
        finding = replace(finding, reproducible=False, unique=Unique.UNKNOWN)
    return programme(desk, found, finding)


def _no_programme(session: Session) -> Exception:
    from wgsched.planning.conflict import no_programme

    return no_programme(session)

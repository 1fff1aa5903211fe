"""Planning a session: the best programme that keeps every rule, proved."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from wgsched.checking import check
from wgsched.errors import LimitReached
from wgsched.model import Finding, Programme, Session, Unique, Verdict
from wgsched.planning.model.posting import demands, desk_with
from wgsched.planning.search.effort import Effort, Watcher
from wgsched.planning.search.stopping import stoppable
from wgsched.preferences import wishbook

if TYPE_CHECKING:
    from pendulum import DateTime

    from wgsched.planning.again.task import Task
    from wgsched.planning.model.desk import Desk
    from wgsched.planning.model.placements.placement import Expression
    from wgsched.planning.model.solution import Solution
    from wgsched.planning.search.forums import Forums


def plan(
    session: Session,
    *,
    published: Programme | None = None,
    now: DateTime | str | None = None,
    keep: Iterable[str] = (),
    workers: int = 1,
    seed: int = 0,
    time_limit: float | None = None,
    on_progress: Watcher | None = None,
) -> Programme:
    """Return the best programme of a session, proved to be so where no limit was reached.

    With ``published``, the one that changes it least: what it records as held stays, as does what is over at ``now``;
    ``keep`` names items (``2 (a)``), meetings (``Thu am``) and days (``2009-05-14``) that stay as they were published.
    Then as few items as can be change meetings; then those for which there is more notice, and which concern fewer
    people; then the preferences of the session count.

    The same input gives the same programme, unless a ``time_limit`` in seconds cut the search or a keyboard interrupt
    ended it: the best programme until then is returned, and its finding says so. Rows that are all typed by hand, and
    in which `check` finds nothing broken, come back as they were typed, without hours, where none fit them.

    Raises:
        NoProgramme: the rules cannot all hold; it carries the conflict in sentences.
        InternalError: the checker does not agree with the solver: a mistake in wgsched, or in a rule.
        LimitReached: a limit came before a programme was found.
        KeyboardInterrupt: an interrupt did.
        BadInput: ``now`` is no moment, or ``keep`` names what is not there.
    """
    from wgsched.planning.again.task import task

    asked = task(session, published, now, keep)
    try:
        with stoppable() as stop:
            return made(asked, *solved(asked, Effort(workers, seed, time_limit, stop=stop), on_progress))
    except Infeasible:
        from wgsched.planning.search.typed import as_typed_or_no

        return as_typed_or_no(asked)


def made(asked: Task, desk: Desk, found: Solution, finding: Finding) -> Programme:
    """Return the whole programme of a solution once it is checked; then items have free minutes that they can use.

    The finding stays that of the minutes that were planned.

    Raises:
        InternalError: the checker does not agree with the solver.
    """
    from wgsched.planning.model.solution import programme
    from wgsched.planning.search.stretching import stretched
    from wgsched.planning.search.verifying import verify, verify_whole

    planned = programme(desk, found, finding)
    verify(asked, planned)
    whole = asked.whole(planned)
    if asked.before is not None:
        verify_whole(asked, whole)
    longer = stretched(planned, asked.published)
    if longer is planned:
        return whole
    later = replace(asked.whole(longer), finding=whole.finding)
    return whole if check(later) else later


def cost_of(desk: Desk) -> Expression:
    """Return what the preferences of the session cost, as the desk counts it."""
    return sum(
        weight * preference.express(desk, *case)  # type: ignore[operator,misc]
        for preference, weight in wishbook(desk.session)
        for case in preference.cases(desk.session)
    )


def solved(
    asked: Task, effort: Effort, on_progress: Watcher | None = None, others: Sequence[Solution] = ()
) -> tuple[Desk, Solution, Finding]:
    """Return the best solution whose rows differ from all these others, and what is known of it.

    Where there is none with the expected minutes, items get fewer, as few as possible, but no fewer than their least.

    Raises:
        Infeasible: there is none.
        LimitReached: a limit came before one was found.
        KeyboardInterrupt: an interrupt did.
    """
    try:
        return _solved(asked, effort, on_progress, others)
    except Infeasible:
        from wgsched.planning.search.minutes import enough

        minutes = None if others else enough(asked.session, effort, asked.published)
        if minutes is None:
            raise
        return _solved(replace(asked, minutes=minutes), effort, on_progress, ())


def _solved(
    asked: Task, effort: Effort, on_progress: Watcher | None, others: Sequence[Solution]
) -> tuple[Desk, Solution, Finding]:
    from wgsched.planning.search.minutes import exactly

    desk = desk_with(asked.session, demands(asked.session), minutes=exactly(asked.minutes))
    if not desk.settle():
        raise Infeasible
    from wgsched.planning.search.ties import other_rows

    for other in others:
        desk.model.add_bool_or(other_rows(desk, other)[0])
    return desk, *_solve(desk, asked, effort, on_progress)


def _solve(desk: Desk, asked: Task, effort: Effort, on_progress: Watcher | None) -> tuple[Solution, Finding]:
    from wgsched.planning.search.effort import SMALL
    from wgsched.planning.search.fewest_changes import fewest_changes
    from wgsched.planning.search.forums import Forums, by_forum
    from wgsched.planning.search.ties import settle_ties

    fewest = fewest_changes(desk, asked, effort, on_progress)
    if fewest and fewest.found is None:
        raise nothing(effort, infeasible=fewest.infeasible)
    first = fewest.found if fewest else _first(desk, effort)
    if fewest and first and not fewest.proved:
        return first, _limited(replace(_fallen_back(desk, first, 0), moved=fewest.moved), effort)
    cost = cost_of(desk)
    forums = Forums(desk, cost, effort, on_progress)
    if not fewest and len(desk.wants) > SMALL:
        forums = by_forum(forums, first)
    if forums.infeasible:
        raise Infeasible
    if forums.found and forums.proved:
        found, finding, work = forums.found, forums.finding, forums.work
    else:
        moved = fewest.moved if fewest else None
        found, finding, work = _searched(desk, cost, forums, first, moved)
    if finding.verdict is Verdict.BEST:
        found, unique = settle_ties(desk, cost, finding.objective or 0, found, effort.after(work))
        finding = replace(finding, unique=unique)
    if fewest:
        finding = replace(finding, moved=fewest.moved, fewest=True)
    return found, _limited(finding, effort)


def _searched(
    desk: Desk, cost: Expression, forums: Forums, first: Solution | None, moved: int | None
) -> tuple[Solution, Finding, float]:
    """Return the best that a search of all forums together finds, what is known of it, and the work that it took."""
    from ortools.sat.python import cp_model

    from wgsched.planning.model.solution import solution
    from wgsched.planning.search.progress import Watch

    effort = forums.effort.since(forums.began)
    desk.model.minimize(cost)
    solver = effort.both_ways() if forums.bounds else effort.solver(by_cores=moved is None)
    watch = Watch(solver, forums.watcher, moved=moved, since=forums) if forums.watcher else None
    status = solver.solve(desk.model, watch)
    work = forums.work + (solver.response_proto.deterministic_time if solver.ran else 0.0)
    bound = max(forums.bound, round(solver.best_objective_bound) if solver.ran else 0)
    nothing_better = status in (cp_model.UNKNOWN, cp_model.INFEASIBLE)  # what is in hand refutes a "no" of the solver
    if nothing_better and forums.found is not None:
        return forums.found, replace(forums.finding, bound=min(bound, forums.finding.objective or 0)), work
    if nothing_better and first is not None:
        return first, _fallen_back(desk, first, bound), work
    if status not in (cp_model.OPTIMAL, cp_model.FEASIBLE):
        raise nothing(effort, infeasible=status == cp_model.INFEASIBLE)
    verdict = Verdict.BEST if status == cp_model.OPTIMAL else Verdict.FOUND
    return solution(desk, solver), Finding(verdict, round(solver.objective_value), max(0, bound)), work


def _first(desk: Desk, effort: Effort) -> Solution | None:
    """Return any programme of a session that is not small, and tell the solver to begin there."""
    from ortools.sat.python import cp_model

    from wgsched.planning.model.solution import solution
    from wgsched.planning.search.effort import SMALL
    from wgsched.planning.search.ties import hint

    if len(desk.wants) <= SMALL:
        return None
    scout = effort.scout(prepare=not desk.times)
    status = scout.solve(desk.model)
    if status not in (cp_model.OPTIMAL, cp_model.FEASIBLE):
        if status == cp_model.INFEASIBLE:
            raise Infeasible
        return None
    found = solution(desk, scout)
    hint(desk, found)
    return found


def _fallen_back(desk: Desk, first: Solution, bound: int) -> Finding:
    """Return what is known when nothing better than the first programme was found before a limit."""
    from wgsched.checking import score
    from wgsched.planning.model.solution import programme

    total = score(programme(desk, first, Finding(Verdict.FOUND))).total
    return Finding(Verdict.FOUND, total, min(total, max(0, bound)))


def _limited(finding: Finding, effort: Effort) -> Finding:
    """Return the finding with what cut the search; of a choice among equals that was cut, that it may not repeat."""
    interrupted = effort.stop is not None and effort.stop.asked
    complete = finding.verdict is Verdict.BEST and finding.unique is not Unique.UNKNOWN
    sure = complete or (effort.time_limit is None and not interrupted)
    return replace(finding, interrupted=interrupted, reproducible=sure)


class Infeasible(Exception):
    """The solver has shown that there is no programme; why, is for others to find out."""


def nothing(effort: Effort, *, infeasible: bool) -> BaseException:
    """Return why no programme was found."""
    if infeasible:
        return Infeasible()
    if effort.stop is not None and effort.stop.asked:
        return KeyboardInterrupt()
    return LimitReached("a limit was reached before a programme was found; nothing shows that there is none")

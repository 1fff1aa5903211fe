"""The best programme that keeps every rule, proved: the stages of the search."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from time import monotonic

from ortools.sat.python import cp_model

from wgsched.errors import LimitReached
from wgsched.model import Finding, Programme, ProofLevel, Verdict
from wgsched.planning.again.task import Task
from wgsched.planning.model.capacity import too_full
from wgsched.planning.model.desk import SolverDesk
from wgsched.planning.model.literals import Expression
from wgsched.planning.model.posting import cost_of, demands, desk_with
from wgsched.planning.model.solution import Solution, read_solution
from wgsched.planning.search.all_together import all_together, fallback_finding
from wgsched.planning.search.by_meeting.parallel import has_parallel_rooms, planned_by_meeting
from wgsched.planning.search.effort import SOLVED, Effort, Infeasible
from wgsched.planning.search.fallbacks import or_else
from wgsched.planning.search.fewest_changes import fewest_changes
from wgsched.planning.search.first.constructing import constructed
from wgsched.planning.search.forums import ForumSearch, by_forum
from wgsched.planning.search.grading import least_unmet
from wgsched.planning.search.minutes import exactly, minutes_that_fit
from wgsched.planning.search.progress import Stage
from wgsched.planning.search.rooms import with_rooms
from wgsched.planning.search.ties import Choice, hint, hint_all, other_rows, settle_ties
from wgsched.planning.search.verifying import checked_programme, cost_of_solution

SMALL = 20
"""Instalments. Of a larger session any programme is looked for first, and then each forum is planned alone."""

AFTER = 8
"""How many times as long as scoring a programme all takes that follows the last search: reading, checking, scoring."""

AFTER_FIRST = 0.5
"""Which part of the time for stating the model is kept, before the deadline, for what follows a first programme."""


def best_programmes(n: int, task: Task, effort: Effort) -> list[Programme]:
    """Return the ``n`` best programmes that differ in rows, the best first; fewer when a limit or interrupt came.

    Raises:
        Infeasible: there is none.
        InternalError: the checker does not agree with the solver.
        LimitReached: a limit came before the first was found.
        KeyboardInterrupt: an interrupt did.
    """
    solutions: list[Solution] = []
    programmes: list[Programme] = []
    while len(programmes) < max(1, n):
        try:
            desk, solution, finding = best_solution(task, effort, solutions)
        except (Infeasible, LimitReached, KeyboardInterrupt):
            if not programmes:
                raise
            break
        solutions.append(solution)
        task = replace(task, minutes={key: low for key, (low, _) in desk.minutes.items()})
        programmes.append(checked_programme(task, desk, solution, finding))
    return programmes


def best_solution(task: Task, effort: Effort, others: Sequence[Solution] = ()) -> tuple[SolverDesk, Solution, Finding]:
    """Return the best solution whose rows differ from all these others, and what is known of it.

    Where there is none with the expected minutes, items get fewer, as few as possible, but no fewer than their least.

    Raises:
        Infeasible: there is none.
        LimitReached: a limit came before one was found.
        KeyboardInterrupt: an interrupt did.
    """
    try:
        return _best_with_minutes(task, effort, others)
    except Infeasible:
        minutes = None if others else minutes_that_fit(task.session, effort, task.published)
        if minutes is None:
            raise
        return _best_with_minutes(replace(task, minutes=minutes), effort, ())


def _best_with_minutes(task: Task, effort: Effort, others: Sequence[Solution]) -> tuple[SolverDesk, Solution, Finding]:
    effort.reporter.enter(Stage.FIRST)
    if not task.minutes and too_full(task.session):
        raise Infeasible
    desk = desk_with(task.session, effort.in_time(demands(task.session)), minutes=exactly(task.minutes))
    began = monotonic()
    if not desk.settle():
        raise Infeasible
    early = effort.sparing(AFTER_FIRST * (monotonic() - began))
    for other in others:
        desk.model.add_bool_or(other_rows(desk, other)[0])
    return desk, *in_stages(desk, task, effort, lay=not others, early=early)


def in_stages(
    desk: SolverDesk, task: Task, effort: Effort, *, lay: bool, early: Effort | None = None
) -> tuple[Solution, Finding]:
    """Look for the least that stays unmet, then as `_stages_of_cost` does; the first binds the rest.

    Of a session that is not small any programme is looked for before: it is the answer where a limit comes first.
    With an ``early`` effort, the first programme is to be found so soon that there is time to check it.
    """
    graded = least_unmet(desk, effort, partial(_any_solution, desk, effort, lay=False))
    known = graded.solution if graded else None
    if known and task.published:
        desk.model.clear_hints()  # type: ignore[no-untyped-call]  # what was published is looked at first
    solution, finding = _stages_of_cost(desk, task, effort, early or effort, known=known, lay=lay)
    return solution, graded.told(desk, solution, finding) if graded else finding


def _stages_of_cost(
    desk: SolverDesk, task: Task, effort: Effort, early: Effort, *, known: Solution | None, lay: bool
) -> tuple[Solution, Finding]:
    """Look for the fewest changes, then the least cost, then the one to take of equals; each stage binds the next.

    Small searches come first: they give the large one a hint, a bound, or the answer. A first programme may be laid by
    a list where nothing is asked beyond the rules of the session.
    """
    fewest = fewest_changes(desk, task, effort)
    if fewest and fewest.solution is None:
        raise effort.nothing_found(infeasible=fewest.infeasible)
    known = fewest.solution if fewest else known
    by_meeting = lay and not known and len(desk.required) > SMALL and has_parallel_rooms(desk)
    first = known or _first_solution(desk, early, lay=lay, search=not by_meeting)
    effort = _sparing(desk, first, effort)
    if first and (effort.seconds == 0 or (fewest and not fewest.all_proved)):
        finding = fallback_finding(desk, first, 0)
        return first, _limited(fewest.told(finding) if fewest else finding, effort)
    if by_meeting and (counted := _by_meeting(desk, first, effort)):
        solution, finding, settled = _one_of_equals(desk, cost_of(desk), effort, *counted)
        return solution, _limited(finding, effort, settled=settled)
    effort.reporter.enter(Stage.PROVING, moved=fewest.moved if fewest else None)
    forums = ForumSearch(desk, cost_of(desk), effort)
    if not fewest and len(desk.required) > SMALL:
        forums = by_forum(forums, first)
    if forums.infeasible:
        raise Infeasible
    if forums.solution and forums.proved:
        solution, finding, work = forums.solution, forums.finding, forums.work
    else:
        solution, finding, work = all_together(desk, forums, first, fewest.moved if fewest else None)
    equals = _one_of_equals(desk, forums.cost, effort, solution, finding, work, narrow=bool(fewest))
    solution, finding, settled = equals
    if fewest:
        finding = _with_level(fewest.told(finding), settled=settled)
    return solution, _limited(finding, effort, settled=settled)


def _by_meeting(desk: SolverDesk, first: Solution | None, effort: Effort) -> tuple[Solution, Finding, float] | None:
    """Return what counting by meeting leads to, or the first programme if that is better; None where neither is."""
    effort.reporter.enter(Stage.PROVING)
    said, cost = "counting by meeting failed; all is searched together", cost_of(desk)
    counted = None if isinstance(cost, int) else or_else(None, said, planned_by_meeting, desk, cost, effort)
    if counted and first and cost_of_solution(desk, first) < (counted[1].objective or 0):
        return first, fallback_finding(desk, first, counted[1].bound), counted[2]
    return counted


def _one_of_equals(
    desk: SolverDesk,
    cost: Expression,
    effort: Effort,
    solution: Solution,
    finding: Finding,
    work: float,
    *,
    narrow: bool = False,
) -> tuple[Solution, Finding, bool]:
    """Return which to take of those as good as the best, if that is proved, and whether the choice is settled."""
    if finding.verdict is not Verdict.BEST:
        return solution, finding, False
    effort.reporter.enter(Stage.EQUALS)
    choice = or_else(
        Choice(solution),
        "choosing among equals failed; one of them is taken",
        settle_ties, desk, cost, finding.objective or 0, solution, effort.after(work), narrow=narrow,
    )  # fmt: skip
    return choice.solution, replace(finding, unique=choice.unique), choice.settled


def _sparing(desk: SolverDesk, known: Solution | None, effort: Effort) -> Effort:
    """Return the effort that leaves time before the deadline for the checker, as long as it takes on this machine."""
    if known is None or effort.time_limit is None or effort.over:
        return effort
    began = monotonic()
    cost_of_solution(desk, known)
    return effort.sparing(AFTER * (monotonic() - began))


def _with_level(finding: Finding, *, settled: bool) -> Finding:
    """Return a finding with the last level that is proved."""
    if finding.verdict is not Verdict.BEST:
        return finding
    return replace(finding, level=ProofLevel.TIE if settled else ProofLevel.AIM)


def _first_solution(desk: SolverDesk, effort: Effort, *, lay: bool, search: bool) -> Solution | None:
    said = "looking for a first programme failed; the best is looked for at once"
    return or_else(None, said, _any_solution, desk, effort, lay=lay, search=search)


def _any_solution(desk: SolverDesk, effort: Effort, *, lay: bool, search: bool = True) -> Solution | None:
    """Return any programme of a session that is not small, without an aim, and tell the solver to begin there.

    Without a ``search``, only one that a list can lay, in any rooms.

    If a limit comes before anything better, it is the answer.
    """
    if len(desk.required) <= SMALL:
        return _with_rooms(desk, effort) if desk.rooms else None
    if lay and (laid := constructed(desk, effort, better_rooms=search)):
        hint(desk, laid)
        return laid
    if not search:
        return None
    # where meetings need not be held, a programme is found sooner without preparing the model
    scout = effort.scout(prepare=not desk.times)
    status = scout.solve(desk.model)
    if status == cp_model.INFEASIBLE:
        raise Infeasible
    if status not in SOLVED:
        return None
    solution = read_solution(desk, scout)
    hint(desk, solution)
    return solution


def _with_rooms(desk: SolverDesk, effort: Effort) -> Solution | None:
    """Return any programme with rooms, and tell the solver to begin there."""
    solution = with_rooms(desk, effort)
    if solution:
        hint_all(desk, solution, effort)
    return solution


def _limited(finding: Finding, effort: Effort, *, settled: bool = False) -> Finding:
    """Return the finding with what cut the search; of a choice among equals that was cut, that it may not repeat."""
    proved = finding.verdict is Verdict.BEST or finding.moved is not None
    raced = proved and effort.workers > 1  # which way proved it first, depends on the machine
    sure = settled or (effort.time_limit is None and not effort.interrupted and not raced)
    return replace(finding, interrupted=effort.interrupted, reproducible=sure)

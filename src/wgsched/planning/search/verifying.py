"""The checker's reading of what the solver found, before it is called a programme."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from wgsched.checking import check, grades, score
from wgsched.checking.checker import judged
from wgsched.checking.damage import damage
from wgsched.errors import InternalError
from wgsched.model import Finding, Programme, Verdict
from wgsched.planning.again.task import Task
from wgsched.planning.model.desk import SolverDesk
from wgsched.planning.model.solution import Solution, programme_of
from wgsched.planning.search.fallbacks import or_else
from wgsched.planning.search.stretching import stretched
from wgsched.rules import with_openings


def checked_programme(task: Task, desk: SolverDesk, solution: Solution, finding: Finding) -> Programme:
    """Return the whole programme of a solution once it is checked; then items have free minutes that they can use.

    The finding stays that of the minutes that were planned.

    Raises:
        InternalError: the checker does not agree with the solver.
    """
    planned = programme_of(desk, solution, finding)
    _refuse(task, _contradictions(task, planned))  # before minutes are stretched or the past is joined
    whole = task.whole(planned)
    if task.before is not None:
        _refuse(task, (f"With what was held, this is broken: {each}" for each in check(whole)))
    longer = or_else(planned, "giving free minutes to items failed; none are given", stretched, planned, task.published)
    if longer is not planned:
        whole_longer = replace(task.whole(longer), finding=whole.finding)
        whole = whole if check(whole_longer) else whole_longer
    return with_openings(whole)


def cost_of_solution(desk: SolverDesk, solution: Solution) -> int:
    """Return what a solution costs by the score.

    The solver counts no less, and the same only where it proves: free minutes, for one, are bound from below alone.
    """
    return score(programme_of(desk, solution, Finding(Verdict.FOUND))).total


def _refuse(task: Task, faults: Iterator[str]) -> None:
    if said := tuple(faults):
        raise InternalError(said, task.given, task.before)


def _contradictions(task: Task, planned: Programme) -> Iterator[str]:
    # what has begun counts as held for the rules, as it did for the solver
    begun = replace(planned, actuals=task.rest.programme.actuals) if task.rest else planned
    for sentence in damage(begun):
        yield f"It cannot be read: {sentence.code}"
    for violation in judged(begun):
        yield f"It breaks the rule {violation.rule}: {violation}"
    total = score(begun).total
    if total != planned.finding.objective:
        yield f"It costs {total}, and the solver counted {planned.finding.objective}."
    if planned.finding.grades is not None and grades(begun) != planned.finding.grades:
        yield f"Unmet is {grades(begun)}, and the solver counted {planned.finding.grades}."

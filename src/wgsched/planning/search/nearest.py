"""The programme that breaks least, where no programme keeps all that must hold."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from wgsched.checking import grades, score
from wgsched.checking.checker import judged
from wgsched.errors import InternalError, LimitReached
from wgsched.model import Finding, Programme, ProofLevel, Verdict
from wgsched.planning.again.task import Task
from wgsched.planning.model.desk import SolverDesk
from wgsched.planning.model.posting import demands, desk_with
from wgsched.planning.model.solution import programme_of
from wgsched.planning.search.effort import Effort, Infeasible
from wgsched.planning.search.planner import in_stages
from wgsched.rules import rulebook, with_openings


def nearest_programme(task: Task, effort: Effort) -> Programme | None:
    """Return the programme that breaks least of what is asked; None where even the ground rules cannot be kept.

    The ground rules, interpretation, opening and closure are kept. Then as few demands as can be are broken that must
    hold; then those that should; then what is left out adds up to the least priority; then as few wishes as can be stay
    unmet; and the usual preferences decide. A limit that comes before the first is found leaves none.

    Raises:
        InternalError: the checker does not agree with the solver.
        KeyboardInterrupt: an interrupt came first.
    """
    desk = desk_for_nearest(task)
    if not desk.settle():
        return None
    try:
        solution, finding = in_stages(desk, replace(task, published=None), effort, lay=False)
    except Infeasible:
        return None
    proved = finding.verdict is Verdict.BEST
    told = replace(finding, verdict=Verdict.NEAREST, level=ProofLevel.AIM if proved else None)
    planned = programme_of(desk, solution, told)
    begun = replace(planned, actuals=task.rest.programme.actuals) if task.rest else planned
    if said := tuple(_contradictions(begun, told)):
        raise InternalError(said, task.given, task.before)
    return with_openings(task.whole(planned))


def nearest_within(task: Task, effort: Effort) -> tuple[Programme | None, bool]:
    """Return the nearest programme, None where there is none; and whether a limit came before that was known."""
    try:
        return nearest_programme(task, effort), False
    except LimitReached:
        return None, True


def desk_for_nearest(task: Task) -> SolverDesk:
    """Return a desk, not yet settled, on which everything may be broken that may be a wish."""
    every = demands(task.session)
    desk = desk_with(task.session, (each for each in every if not each.rule.may_be_a_wish))
    for each in every:
        if each.rule.may_be_a_wish:
            desk.post_demand(each.rule, each.case, each.weight)
    return desk


def _contradictions(planned: Programme, finding: Finding) -> Iterator[str]:
    firm = {rule.code for rule in rulebook(planned.session) if not rule.may_be_a_wish}
    for violation in judged(planned):
        if violation.rule in firm:
            yield f"It breaks the rule {violation.rule}: {violation}"
    if finding.grades is not None and grades(planned) != finding.grades:
        yield f"Broken is {grades(planned)}, and the solver counted {finding.grades}."
    if score(planned).total != finding.objective:
        yield f"It costs {score(planned).total}, and the solver counted {finding.objective}."

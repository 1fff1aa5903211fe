"""Sessions of parallel rooms, whose items are whole: planned by meeting, and then by the hours in each meeting."""

from __future__ import annotations

from dataclasses import replace

from wgsched.checking.checker import judged
from wgsched.model import Finding, Verdict
from wgsched.planning.model.desk import SolverDesk
from wgsched.planning.model.literals import Expression
from wgsched.planning.model.placements.around import AroundPlacement
from wgsched.planning.model.solution import Solution, programme_of, read_solution
from wgsched.planning.search.by_meeting.allotment import Allotment
from wgsched.planning.search.by_meeting.laid_out import laid_out
from wgsched.planning.search.by_meeting.whole import HOURS, WholeSearch
from wgsched.planning.search.effort import SOLVED, Effort, Way
from wgsched.planning.search.ties import hint
from wgsched.planning.search.verifying import cost_of_solution


def has_parallel_rooms(desk: SolverDesk) -> bool:
    """Return whether a settled desk chooses rooms for items that are all whole, one at a time in each forum.

    Nothing was held before, nothing may be left out, and no teams are needed: what a meeting takes up and where it is,
    is then nearly all that there is to say.
    """
    if not desk.rooms or desk.begun or desk.displaced or desk.taken or desk.demanded or desk.able:
        return False
    every = [each for some in desk.placements.values() for each in some]
    singly = all(each.axis.forum in desk.singly for each in every)
    plain = all(each.is_one_interval and not isinstance(each, AroundPlacement) for each in every)
    return singly and plain and all(each.whole for each in desk.required.values())


def planned_by_meeting(desk: SolverDesk, cost: Expression, effort: Effort) -> tuple[Solution, Finding, float] | None:
    """Return the best programme that counting by meeting leads to, what is known of it, and the work that it took.

    None where no way was found to give it hours.

    Raises:
        Infeasible: there is no programme.
    """
    search = WholeSearch(desk, effort)
    search.search()
    if search.best is None:
        return None
    laid: Solution | None = laid_out(desk, search.best, search.orders)
    if laid and judged(programme_of(desk, laid, Finding(Verdict.FOUND))):
        laid = None
    total = cost_of_solution(desk, laid) if laid else None
    if total is None or (total > search.bound and (total != search.cost or not search.exact)):
        # the other half of what is left is for the checker
        brief = replace(effort.within(effort.seconds and effort.seconds / 2), work=HOURS * effort.work)
        timed = _with_hours(desk, cost, search.best, laid, brief)
        reached = cost_of_solution(desk, timed) if timed else None
        if reached is not None and (total is None or reached < total):
            laid, total = timed, reached
    if laid is None or total is None:
        return None
    verdict = Verdict.BEST if total <= search.bound else Verdict.FOUND
    return laid, Finding(verdict, total, min(total, max(0, search.bound))), search.work


def _with_hours(
    desk: SolverDesk, cost: Expression, allotment: Allotment, laid: Solution | None, effort: Effort
) -> Solution | None:
    """Return the best programme found in which all stay in their meetings, and these in their rooms."""
    if laid:
        hint(desk, laid)
    model = desk.model.clone()
    for key, meeting in allotment.meetings.items():
        for placement in desk.placements[key]:
            here = next((each for each in placement.axis.segments if each.meeting.key == meeting), None)
            there = placement.begins_in(here) if here else None
            if there is not None and not isinstance(there, bool):
                model.add(there == 1)
            if placement.present is not True:
                model.add(placement.present == (here is not None))
    for (meeting, room), held in desk.rooms.items():
        if not isinstance(held, bool):
            model.add(held == (allotment.rooms.get(meeting) == room))
    model.minimize(cost)
    solver = effort.solver(Way.BOUND)
    return read_solution(desk, solver) if solver.solve(model) in SOLVED else None

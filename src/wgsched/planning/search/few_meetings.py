"""A programme made better a few meetings at a time: what lies in these is planned anew, and all else stays."""

from __future__ import annotations

from collections import deque
from collections.abc import Collection
from dataclasses import replace

from ortools.sat.python import cp_model

from wgsched.planning.model.desk import SolverDesk
from wgsched.planning.model.literals import Expression
from wgsched.planning.model.solution import Solution, read_solution
from wgsched.planning.search.effort import SOLVED, Effort, Way
from wgsched.planning.search.fixing import keep_in_place
from wgsched.planning.search.ties import hint
from wgsched.planning.search.verifying import cost_of_solution

HOURS, FEWEST = 8, 4
"""At so many times something is planned anew at once where one forum meets; where several do, at fewer, in each."""

EACH = 0.001
"""Which part of all the work one search may take; most are proved in a hundredth of that."""


def few_at_a_time(desk: SolverDesk, cost: Expression, known: Solution, effort: Effort) -> Solution:
    """Return the best that is found from a known programme on.

    Where something was gained, those that share meetings with these are planned anew as well, until nothing gains.
    """
    solution, best = known, cost_of_solution(desk, known)
    opens = sorted({segment.opens for axis in desk.axes.values() for segment in axis.segments if segment.length})
    hours = max(FEWEST, HOURS // len(desk.axes))
    step = hours // 2
    starts = range(0, len(opens), step)
    left = deque(starts)
    while left and not effort.over:
        first = left.popleft()
        solver = replace(effort, work=EACH * effort.work).solver(Way.CORES)
        status = solver.solve(_only(desk, cost, solution, set(opens[first : first + hours])))
        if status in SOLVED and round(solver.objective_value) < best:
            solution, best = read_solution(desk, solver), round(solver.objective_value)
            left.extend(each for each in (first - step, first + step) if each in starts and each not in left)
    return solution


def _only(desk: SolverDesk, cost: Expression, solution: Solution, opens: Collection[int]) -> cp_model.CpModel:
    """Return a model in which all stays that is not in meetings opened then alone, with the solution as a hint."""
    hint(desk, solution)
    model = desk.model.clone()
    model.minimize(cost)
    for key, forum in solution.forums.items():
        if not all(segment.opens in opens for segment, _, _ in solution.rows(desk, key)):
            placement = desk.placement(key, forum)
            keep_in_place(model, placement, solution)
            model.add_bool_and(placement.present)
    for segment in (segment for axis in desk.axes.values() for segment in axis.segments):
        held = desk.held.get(segment.meeting.key)
        if held is not None and segment.opens not in opens:
            model.add(held == (segment.meeting.key not in solution.shut))
    return model

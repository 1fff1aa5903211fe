"""A programme made better a few meetings at a time: what lies in these is planned anew, and all else stays."""

from __future__ import annotations

from collections import deque
from dataclasses import replace

from ortools.sat.python import cp_model

from wgsched.planning.model.desk import SolverDesk
from wgsched.planning.model.literals import Expression
from wgsched.planning.model.solution import Solution, read_solution
from wgsched.planning.search.effort import SOLVED, Effort, Way
from wgsched.planning.search.fixing import keep_in_place
from wgsched.planning.search.ties import hint
from wgsched.planning.search.verifying import cost_of_solution

MEETINGS, STEP = 8, 4
"""So many are planned anew at once, and by how many the next begin later."""

EACH = 0.001
"""Which part of all the work one search may take; most are proved in a hundredth of that."""


def few_at_a_time(desk: SolverDesk, cost: Expression, known: Solution, effort: Effort) -> Solution:
    """Return the best that is found of one forum, from a known programme on.

    Where something was gained, those that share meetings with these are planned anew as well, until nothing gains.
    """
    solution, best = known, cost_of_solution(desk, known)
    starts = range(0, max(len(axis.segments) for axis in desk.axes.values()), STEP)
    left = deque(starts)
    while left and not effort.over:
        first = left.popleft()
        solver = replace(effort, work=EACH * effort.work).solver(Way.CORES)
        status = solver.solve(_only(desk, cost, solution, range(first, first + MEETINGS)))
        if status in SOLVED and round(solver.objective_value) < best:
            solution, best = read_solution(desk, solver), round(solver.objective_value)
            left.extend(each for each in (first - STEP, first + STEP) if each in starts and each not in left)
    return solution


def _only(desk: SolverDesk, cost: Expression, solution: Solution, meetings: range) -> cp_model.CpModel:
    """Return a model in which all stays that is not in these meetings alone, with the solution as a hint."""
    hint(desk, solution)
    model = desk.model.clone()
    model.minimize(cost)
    for key in solution.forums:
        if not all(segment.index in meetings for segment, _, _ in solution.rows(desk, key)):
            keep_in_place(model, desk.placement(key, solution.forums[key]), solution)
    return model

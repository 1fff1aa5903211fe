"""One forum with very many items: first what is dear, then everything, a few meetings at a time.

Of hundreds of items, an inversion or a wished day weighs as much as hours, and the search of all loses itself in the
minutes. What is dear alone is proved soon. But the least of it may keep the forum busy to the last day, and then no
better programme is near. So what is counted in minutes, if anything is, is made as small as can be first, and may then
grow only by twice what the dearest costs.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from ortools.sat.python import cp_model

from wgsched.planning.model.desk import SolverDesk
from wgsched.planning.model.literals import Expression
from wgsched.planning.model.solution import Solution, read_solution
from wgsched.planning.search.effort import SOLVED, Effort, Way
from wgsched.planning.search.few_meetings import few_at_a_time

Terms = list[tuple[int, Any]]
"""Factors, and the variables that they multiply."""

MANY = 200
"""Instalments. Fewer are proved as soon at once."""

DEAR = 0.5
"""What weighs this part of the dearest is dear."""

ROOM = 2
"""What is counted in minutes may cost so many times the dearest more than its least."""

EACH, SECONDS = 0.03, 0.3
"""Which part of all the work, and of the seconds, each of the first two searches may take."""


def dear_first(desk: SolverDesk, cost: Expression, effort: Effort) -> Solution | None:
    """Return what these searches find; None where there are few items or several forums, or where nothing is dear."""
    if len(desk.required) <= MANY or len(desk.axes) > 1 or isinstance(cost, int):
        return None
    dear, minutes = _parted(cost)
    if not dear:
        return None
    model = desk.model.clone()
    if minutes:
        most = _few_minutes(model, minutes, ROOM * max(abs(factor) for factor, _ in dear), effort)
        if most is None:
            return None
        model.add(_sum(minutes) <= most)
    model.minimize(_sum(dear))
    solver = _share(effort).solver(Way.CORES)
    if solver.solve(model) not in SOLVED:
        return None
    return few_at_a_time(desk, cost, read_solution(desk, solver), effort)


def _few_minutes(model: cp_model.CpModel, minutes: Terms, room: int, effort: Effort) -> int | None:
    """Return the least of what is counted in minutes, and this room above it; None where nothing was found."""
    model.minimize(_sum(minutes))
    solver = _share(effort).solver(Way.BOUND)  # one number alone has no cores
    solver.parameters.absolute_gap_limit = room  # the last of it took as long as the rest, and is of no use here
    if solver.solve(model) not in SOLVED:
        return None
    return max(round(solver.objective_value), round(solver.best_objective_bound) + room)


def _share(effort: Effort) -> Effort:
    """Return the effort of one of the first two searches."""
    return replace(effort.lasting(SECONDS), work=EACH * effort.work)


def _parted(cost: Expression) -> tuple[Terms, Terms]:
    """Return the terms of the aim that are dear, each counted once or not at all, and those that count minutes."""
    flat = cp_model.FlatIntExpr(cost)
    terms = list(zip(flat.coeffs, flat.vars, strict=True))
    least = DEAR * max((abs(factor) for factor, each in terms if each.is_boolean), default=0)
    dear = [(factor, each) for factor, each in terms if each.is_boolean and abs(factor) >= least]
    return dear, [(factor, each) for factor, each in terms if not each.is_boolean]


def _sum(terms: Terms) -> Expression:
    return sum(factor * each for factor, each in terms)

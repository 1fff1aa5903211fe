"""One forum with very many items: first what is dear, then the rest with that settled.

Of hundreds of items, an inversion or a wished day weighs as much as hours, and the search of all loses itself in the
minutes. What is dear alone is proved soon. Where that is fixed the order of the items mostly is, and what is cheap is
proved soon as well: a good programme for the search of all to begin with.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from ortools.sat.python import cp_model

from wgsched.planning.model.desk import SolverDesk
from wgsched.planning.model.literals import Expression
from wgsched.planning.model.solution import Solution, read_solution
from wgsched.planning.search.effort import SOLVED, Effort, Way

MANY = 200
"""Instalments. Fewer are proved as soon at once."""

DEAR = 0.5
"""What weighs this part of the dearest is dear."""

EACH, SECONDS = 0.03, 0.35
"""Which part of all the work, and of the seconds, each of the two searches may take."""


def dear_first(desk: SolverDesk, cost: Expression, effort: Effort) -> Solution | None:
    """Return what both searches find; None where there are fewer items or several forums, or where all weighs alike."""
    if len(desk.required) <= MANY or len(desk.axes) > 1 or isinstance(cost, int):
        return None
    dear, cheap = _parted(cost)
    if not dear or not cheap:
        return None
    model = desk.model.clone()
    model.minimize(_sum(dear))
    solver = _share(effort).solver(Way.CORES)
    if solver.solve(model) not in SOLVED:
        return None
    solution = read_solution(desk, solver)
    for _, each in dear:
        model.add(each == round(solver.value(each)))
    model.minimize(_sum(cheap))
    solver = _share(effort).solver(Way.CORES)
    return read_solution(desk, solver) if solver.solve(model) in SOLVED else solution


def _share(effort: Effort) -> Effort:
    """Return the effort of one of the two searches."""
    seconds = effort.seconds
    brief = effort.within(None if seconds is None else SECONDS * seconds)
    return replace(brief, work=EACH * effort.work)


Terms = list[tuple[int, Any]]


def _parted(cost: Expression) -> tuple[Terms, Terms]:
    """Return the terms of the aim that are dear, each counted once or not at all, and the others."""
    flat = cp_model.FlatIntExpr(cost)
    terms = list(zip(flat.coeffs, flat.vars, strict=True))
    least = DEAR * max((abs(factor) for factor, each in terms if each.is_boolean), default=0)
    dear = [(factor, each) for factor, each in terms if each.is_boolean and abs(factor) >= least]
    return dear, [(factor, each) for factor, each in terms if not (each.is_boolean and abs(factor) >= least)]


def _sum(terms: Terms) -> Expression:
    return sum(factor * each for factor, each in terms)

"""The search of all forums together, for the best and its proof."""

from __future__ import annotations

from dataclasses import replace

from ortools.sat.python import cp_model

from wgsched.model import Finding, Verdict
from wgsched.planning.model.desk import SolverDesk
from wgsched.planning.model.solution import Solution, read_solution
from wgsched.planning.search.effort import SOLVED, Effort, Way
from wgsched.planning.search.fallbacks import or_else
from wgsched.planning.search.forums import ForumSearch
from wgsched.planning.search.racing import race
from wgsched.planning.search.ties import hint_all
from wgsched.planning.search.verifying import cost_of_solution

BY_CORES, AFTER_COUNTING = 0.5, 0.2
"""Which part of the work and of the seconds several forums are searched by cores alone.

After counting by meeting it is less: that bound is rarely lifted, and better programmes come from the search after it.
"""


def all_together(
    desk: SolverDesk, forums: ForumSearch, first: Solution | None, moved: int | None
) -> tuple[Solution, Finding, float]:
    """Return the best that a search of all forums together finds, what is known of it, and the work that it took.

    Several forums are searched by cores, which prove soonest; what these do not prove is then searched both ways.
    """
    desk.model.minimize(forums.cost)
    known = forums.solution or first
    if not (forums.bounds or forums.together):
        # once the fewest changes are fixed, little is left to choose: lifting the bound in the search is then quicker
        return searched(desk, forums, known, Way.CORES if moved is None else Way.BOUND, forums.effort)
    if known:
        hint_all(desk, known, forums.effort)
        part = AFTER_COUNTING if forums.together else BY_CORES
        brief = replace(forums.effort.lasting(part), work=part * forums.effort.work)
        solution, finding, forums.work = searched(desk, forums, known, Way.CORES, brief)
        if finding.verdict is Verdict.BEST:
            return solution, finding, forums.work
        forums.together = max(forums.together, finding.bound)
        desk.model.add(forums.cost >= forums.bound)
        if solution is not known:
            hint_all(desk, solution, forums.effort)
            known = solution
    return searched(desk, forums, known, Way.BOTH, forums.effort)


def searched(
    desk: SolverDesk, forums: ForumSearch, known: Solution | None, way: Way, effort: Effort
) -> tuple[Solution, Finding, float]:
    """Return the best that a search this way finds or that is known, what is known of it, and all work until then."""
    ways = effort.ways(way)
    if known is None:
        solver, status = race(ways, desk.model, effort.reporter)
    else:
        nothing = ways[0], cp_model.UNKNOWN
        said = "looking for the best failed; the best that is known is taken"
        solver, status = or_else(nothing, said, race, ways, desk.model, effort.reporter)
    work = forums.work + solver.work
    bound = max(forums.bound, round(solver.best_objective_bound) if solver.ran else 0)
    nothing_better = status in (cp_model.UNKNOWN, cp_model.INFEASIBLE)  # what is in hand refutes a "no" of the solver
    fallback = fallback_finding(desk, known, bound) if known and status != cp_model.OPTIMAL else None
    if known and fallback and nothing_better:
        return known, fallback, work
    if status not in SOLVED:
        raise effort.nothing_found(infeasible=status == cp_model.INFEASIBLE)
    solution, counted = read_solution(desk, solver), round(solver.objective_value)
    if status == cp_model.OPTIMAL:
        return solution, Finding(Verdict.BEST, counted, max(0, bound)), work
    total = min(counted, cost_of_solution(desk, solution))
    if known and fallback and fallback.objective < total:  # where a search is cut, it may not have come so far
        return known, fallback, work
    return solution, Finding(Verdict.FOUND, total, max(0, bound)), work


def fallback_finding(desk: SolverDesk, known: Solution, bound: int) -> Finding:
    """Return what is known when nothing better than this was found before a limit."""
    total = cost_of_solution(desk, known)
    return Finding(Verdict.FOUND, total, min(total, max(0, bound)))

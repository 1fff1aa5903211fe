"""What has a strength, before all that only weighs something: as little as possible of it stays unmet."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace

from ortools.sat.python import cp_model

from wgsched.checking import grades
from wgsched.model import Finding, Grades, Verdict
from wgsched.planning.model.desk import SolverDesk
from wgsched.planning.model.literals import Expression
from wgsched.planning.model.posting import grades_of
from wgsched.planning.model.solution import Solution, programme_of, read_solution
from wgsched.planning.search.effort import SOLVED, Effort, Infeasible, Way
from wgsched.planning.search.racing import race
from wgsched.planning.search.ties import hint


@dataclass(frozen=True)
class Graded:
    """The least that stays unmet, grade by grade: a solution with it, and how much that is, if all was ``proved``."""

    solution: Solution
    counts: Mapping[str, int] = field(default_factory=dict)
    proved: bool = True

    def told(self, desk: SolverDesk, solution: Solution, finding: Finding) -> Finding:
        """Return a finding with what stays unmet in a solution."""
        verdict = Verdict.NEAREST if desk.demanded else Verdict.FOUND
        graded = grades(programme_of(desk, solution, Finding(verdict)))
        if self.proved:
            return replace(finding, grades=replace(Grades(), **self.counts))
        return replace(finding, verdict=Verdict.FOUND, bound=0, grades=graded)


def least_unmet(desk: SolverDesk, effort: Effort, first: Callable[[], Solution | None]) -> Graded | None:
    """Return the least that stays unmet, and let the desk allow no more; None where nothing has a strength.

    One grade after another: what is best for a graver one binds those after it. ``first`` looks for any programme.

    Raises:
        Infeasible: there is no programme.
        LimitReached: a limit came before one was found.
        KeyboardInterrupt: an interrupt did.
    """
    quantities = grades_of(desk)
    known = first() if quantities else None
    graded = Graded(known) if known else None
    for name, quantity in quantities.items():
        graded = _least(desk, graded, name, quantity, effort)
        if not graded.proved:
            break
    return graded


def _least(desk: SolverDesk, graded: Graded | None, name: str, quantity: Expression, effort: Effort) -> Graded:
    """Return what is found where a grade counts least, and let the desk allow no more of it."""
    if not isinstance(quantity, int):
        desk.model.minimize(quantity)
    solver, status = race(effort.ways(Way.CORES), desk.model, effort.reporter)
    desk.model.clear_objective()  # type: ignore[no-untyped-call]
    if status not in SOLVED:
        if graded is None and status == cp_model.INFEASIBLE:
            raise Infeasible
        if graded is None:
            raise effort.nothing_found(infeasible=False)
        return replace(graded, proved=False)
    solution = read_solution(desk, solver)
    count = quantity if isinstance(quantity, int) else round(solver.objective_value)
    if not isinstance(quantity, int):
        desk.model.add(quantity <= count)
    hint(desk, solution)
    known = graded.counts if graded else {}
    return Graded(solution, {**known, name: count}, proved=status == cp_model.OPTIMAL)

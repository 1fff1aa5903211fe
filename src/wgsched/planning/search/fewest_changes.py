"""The first stage of planning again: the fewest changes of a published programme, before any preference counts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from ortools.sat.python import cp_model

from wgsched.model import Finding, ProofLevel
from wgsched.planning.again.advances import restrict
from wgsched.planning.again.changes import Before, Changes, as_published, changes
from wgsched.planning.again.levels import first_levels
from wgsched.planning.again.pruning import prune_starts
from wgsched.planning.again.task import Task
from wgsched.planning.model.desk import SolverDesk
from wgsched.planning.model.literals import Expression
from wgsched.planning.model.solution import Solution, read_solution
from wgsched.planning.search.effort import SOLVED, Effort, Infeasible, Way
from wgsched.planning.search.fallbacks import or_else
from wgsched.planning.search.progress import Stage
from wgsched.planning.search.racing import race
from wgsched.planning.search.stopping import StoppableSolver
from wgsched.planning.search.ties import hint


@dataclass(frozen=True)
class FewestChanges:
    """What came of looking for the fewest changes: a solution, what each level counts in it, and which are proved.

    ``solution`` is None when there is none, or when a limit came first; ``infeasible`` tells which.
    """

    solution: Solution | None
    counts: Mapping[ProofLevel, int] = field(default_factory=dict)
    proved: tuple[ProofLevel, ...] = ()
    infeasible: bool = False

    @property
    def moved(self) -> int | None:
        """How many items change meetings; None where that was not looked for any more."""
        return self.counts.get(ProofLevel.MOVED)

    @property
    def all_proved(self) -> bool:
        """Whether it is proved that no programme changes less."""
        return ProofLevel.WEIGHT in self.proved

    def told(self, finding: Finding) -> Finding:
        """Return a finding with what is known of the changes."""
        return replace(
            finding,
            dead=self.counts.get(ProofLevel.DEAD),
            later=self.counts.get(ProofLevel.LATER),
            reversed=self.counts.get(ProofLevel.REVERSED),
            moved=self.moved,
            fewest=self.all_proved,
            level=self.proved[-1] if self.proved else None,
        )


def fewest_changes(desk: SolverDesk, task: Task, effort: Effort) -> FewestChanges | None:
    """Return a solution that changes least, and let the desk allow no more changes; None where nothing is changed.

    The bound is lifted in the search, also on large sessions: few changes are proved soonest so.

    Raises:
        Infeasible: what is asked to be taken up earlier cannot be.
    """
    if task.published is None:
        return None
    if task.advances and not restrict(desk, task.advances):
        raise Infeasible
    before = as_published(desk.session, task.published, task.now)
    granted = task.advances.granted if task.advances else frozenset()
    counted = changes(desk, before, task.published, granted, task.now)
    effort.reporter.enter(Stage.CHANGES)
    fewest = FewestChanges(None)
    for level, quantity in first_levels(desk, before, task.published, task.advances).items():
        fewest = _least(desk, fewest, level, quantity, effort)
        if level not in fewest.proved:
            return fewest
    return _least_changes(desk, fewest, counted, before if task.advances is None else {}, effort)


def _least(
    desk: SolverDesk, found: FewestChanges, level: ProofLevel, quantity: Expression, effort: Effort
) -> FewestChanges:
    """Return what is found where a level counts least, and let the desk allow no more of it."""
    if isinstance(quantity, int):
        return replace(found, counts={**found.counts, level: quantity}, proved=(*found.proved, level))
    solver, status = _solved(desk, quantity, effort)
    if status not in SOLVED:
        return replace(found, infeasible=status == cp_model.INFEASIBLE)
    counts = {**found.counts, level: round(solver.objective_value)}
    solution = read_solution(desk, solver)
    if status != cp_model.OPTIMAL:
        return replace(found, solution=solution, counts=counts)
    desk.model.add(quantity == counts[level])
    hint(desk, solution)
    return replace(found, solution=solution, counts=counts, proved=(*found.proved, level))


def _least_changes(
    desk: SolverDesk, found: FewestChanges, counted: Changes, before: Mapping[str, Before], effort: Effort
) -> FewestChanges:
    """Return what is found with the fewest items moved and the least weight; starts are left where these are known."""
    both, each = counted.both
    effort.reporter.enter(Stage.CHANGES, each=each)
    solver, status = _solved(desk, both, effort)
    if status not in SOLVED:
        return replace(found, infeasible=status == cp_model.INFEASIBLE)
    moved, weight = divmod(round(solver.objective_value), each)
    solution = read_solution(desk, solver)
    counts = {**found.counts, ProofLevel.MOVED: moved, ProofLevel.WEIGHT: weight}
    proved = found.proved
    if status == cp_model.OPTIMAL:
        proved = (*proved, ProofLevel.MOVED, ProofLevel.WEIGHT)
        if before:
            or_else(None, "narrowing the starts failed; all are kept", prune_starts, desk, before, moved, weight)
        for quantity, number in ((counted.moved, moved), (counted.weight, weight)):
            if not isinstance(quantity, int):
                desk.model.add(quantity == number)
    hint(desk, solution)
    return FewestChanges(solution, counts, proved)


def _solved(desk: SolverDesk, quantity: Expression, effort: Effort) -> tuple[StoppableSolver, cp_model.CpSolverStatus]:
    desk.model.minimize(quantity)
    solved = race(effort.ways(Way.BOUND), desk.model, effort.reporter)
    desk.model.clear_objective()  # type: ignore[no-untyped-call]
    return solved

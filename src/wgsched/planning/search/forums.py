"""Several forums: each alone for a bound, then one after another for a programme, the others as they stand.

Forums meet side by side and share few things, so what each costs alone, added up, is nearly what all cost together:
that is the bound. A good programme comes from the same parts: one forum takes what is best for it alone, the next the
best that this leaves to it; then each is planned anew around the others, until none gains. Where teams are scarce, the
first forums would take the meetings that the last need, and around the others hardly anything can move. There a large
session is counted by meeting instead, all forums at once: that gives a bound that sees teams, and a programme. Either
is then made better a few meetings at a time, all forums at once.
"""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from itertools import cycle

from ortools.sat.python import cp_model

from wgsched.errors import LimitReached
from wgsched.model import Finding, Verdict
from wgsched.planning.model.desk import SolverDesk
from wgsched.planning.model.literals import Expression
from wgsched.planning.model.solution import Solution, read_solution
from wgsched.planning.search.by_meeting.coarse import can_be_counted, counted_by_meeting
from wgsched.planning.search.dear_first import dear_first
from wgsched.planning.search.decomposition import Decomposition, Subproblem, decomposed
from wgsched.planning.search.effort import SOLVED, Effort
from wgsched.planning.search.fallbacks import or_else
from wgsched.planning.search.few_meetings import few_at_a_time
from wgsched.planning.search.fixing import fix
from wgsched.planning.search.stopping import StoppableSolver
from wgsched.planning.search.ties import hint
from wgsched.planning.search.verifying import cost_of_solution

ALONE, AROUND = 0.3, 0.05
"""Which part of all the work, and of the seconds, each forum has its share of: alone, and around the others."""

MANY = 60
"""Instalments. Where teams are scarce, fewer are proved as soon without counting by meeting."""

HERE, DEAR_HERE = 0.5, 0.8
"""Which part of the seconds may be spent here, and where all is one forum: the others are for a search of all."""


@dataclass
class ForumSearch:
    """What comes of planning a session forum by forum; ``best`` is what ``solution`` costs.

    ``together`` is what all forums cost at least, as it was found of all of them at once.
    """

    desk: SolverDesk
    cost: Expression
    effort: Effort
    bounds: dict[str, int] = field(default_factory=dict)
    together: int = 0
    best: int | None = None
    solution: Solution | None = None
    infeasible: bool = False
    work: float = 0.0
    _rest: int = 0

    def __post_init__(self) -> None:
        self._seconds = self.effort.seconds
        self._here = self.effort.lasting(HERE)

    @property
    def bound(self) -> int:
        """What every programme costs at least; 0 while that is not known."""
        return max(self.together, self._rest + sum(self.bounds.values()) if self.bounds else 0)

    @property
    def proved(self) -> bool:
        """Whether nothing is cheaper than what was found."""
        return self.best is not None and self.best <= self.bound

    @property
    def finding(self) -> Finding:
        """What is known of what was found."""
        return Finding(Verdict.BEST if self.proved else Verdict.FOUND, self.best or 0, self.bound)

    def plan(self, first: Solution | None) -> None:
        """Look for a bound, and for a programme that is better than the first; tell the model of the desk of both."""
        by_meeting = self._can_be_counted()
        parts = None if by_meeting else self._parts()
        if first is not None:
            self._keep(first, cost_of_solution(self.desk, first))
        if by_meeting:
            self._by_meeting()
            self._few_at_a_time()
            return
        if parts is None:
            self._alone_dear_first()
            return
        self._rest = parts.rest_at_least
        alone = self._each_alone(parts)
        if self.infeasible:
            return
        self.bounds = {part.forum: bound for part, (bound, _) in zip(parts.each, alone, strict=True)}
        for part in parts.each:
            self.desk.model.add(part.cost >= self.bounds[part.forum])
        if not self.desk.times:
            self._one_by_one(parts.each, [solution for _, solution in alone], first)
        self._few_at_a_time()
        if self.solution is not None and self.best is not None:
            hint(self.desk, self.solution)
            self.desk.model.add(self.cost <= self.best)
            for part in parts.each:  # a forum may cost no more than the best leaves when the others cost their least
                self.desk.model.add(part.cost <= self.best - self.bound + self.bounds[part.forum])

    def _can_be_counted(self) -> bool:
        """Return whether all are counted by meeting: several forums with much to do, whose meetings may fall."""
        several = len({each.axis.forum for some in self.desk.placements.values() for each in some}) > 1
        much = bool(self.desk.times) and len(self.desk.required) > MANY and not isinstance(self.cost, int)
        return several and much and can_be_counted(self.desk)

    def _parts(self) -> Decomposition | None:
        """Return the forums alone; None where there is one, or where the seconds for it are over."""
        try:
            return decomposed(self.desk, self.cost, self._here)
        except LimitReached:
            return None

    def _alone_dear_first(self) -> None:
        """Look for a better programme of a single forum with very many items."""
        solution = dear_first(self.desk, self.cost, self.effort.lasting(DEAR_HERE))
        if solution is not None:
            self._keep(solution, cost_of_solution(self.desk, solution))
            hint(self.desk, self.solution or solution)

    def _by_meeting(self) -> None:
        """Count all forums by meeting: a bound that sees teams, and a programme."""
        counted = counted_by_meeting(self.desk, self.cost, self._here)
        self.work += counted.work
        self.together = counted.bound
        self.effort.reporter.at_least(self.bound)
        self.desk.model.add(self.cost >= self.bound)
        if counted.solution is not None:
            self._keep(counted.solution, cost_of_solution(self.desk, counted.solution))

    def _few_at_a_time(self) -> None:
        """Look for a better programme a few meetings at a time, all forums at once."""
        if self.solution is not None and not self.proved:
            better = few_at_a_time(self.desk, self.cost, self.solution, self._here)
            self._keep(better, cost_of_solution(self.desk, better))

    def _one_by_one(
        self, parts: Sequence[Subproblem], alone: Sequence[Solution | None], first: Solution | None
    ) -> None:
        """Plan the forums in turn, each of them the first once."""
        for index, part in enumerate(parts):
            order = [part, *parts[:index], *parts[index + 1 :]]
            if not self.proved and (taken := self._in_turn(order, alone[index])):
                self._improve(parts, taken)
        if self.solution is first and first is not None:
            self._improve(parts, first)

    def _each_alone(self, parts: Decomposition) -> list[tuple[int, Solution | None]]:
        """Return what each forum costs at least, and what is best for it alone; one on each thread."""
        if self._here.over:
            return [(part.at_least, None) for part in parts.each]
        models = parts.models(self.desk.model)
        if self.effort.workers == 1:
            solved = [self._solve(model, ALONE) for model in models]
        else:
            with ThreadPoolExecutor(self.effort.workers) as threads:
                solved = list(threads.map(lambda model: self._solve(model, ALONE), models))
        return [self._alone(part, *each) for part, each in zip(parts.each, solved, strict=True)]

    def _alone(
        self, part: Subproblem, solver: StoppableSolver, status: cp_model.CpSolverStatus
    ) -> tuple[int, Solution | None]:
        self.work += solver.work
        self.infeasible |= status == cp_model.INFEASIBLE
        if status not in SOLVED:
            return part.at_least, None
        return max(part.at_least, round(solver.best_objective_bound)), read_solution(self.desk, solver, part.forum)

    def _in_turn(self, order: Sequence[Subproblem], solution: Solution | None) -> Solution | None:
        """Return a programme in which the forums chose in this order, the first what was found for it alone."""
        for index in range(1, len(order)):
            if solution is None:
                return None
            model = self._fixed(solution, {part.forum for part in order[:index]})
            solution, _ = self._best(model, order[index].cost)
        return solution

    def _improve(self, parts: Sequence[Subproblem], solution: Solution) -> None:
        """Plan each forum anew around the others, as long as that gains."""
        cost, idle = None, 0
        for part in cycle(parts):
            hint(self.desk, solution)
            model = self._fixed(solution, {other.forum for other in parts if other is not part})
            better, reached = self._best(model, self.cost)
            if better is None or reached is None:
                break
            total = min(reached, cost_of_solution(self.desk, better))
            idle = idle + 1 if cost is not None and total >= cost else 0
            solution, cost = better, total
            self._keep(solution, cost)
            if idle >= len(parts) - 1 or self.proved:
                break

    def _best(self, model: cp_model.CpModel, cost: Expression) -> tuple[Solution | None, int | None]:
        model.minimize(cost)
        solver, status = self._solve(model, AROUND)
        self.work += solver.work
        if status not in SOLVED:
            return None, None
        return read_solution(self.desk, solver), round(solver.objective_value)

    def _keep(self, solution: Solution, cost: int) -> None:
        if self.best is None or cost < self.best:
            self.solution, self.best = solution, cost
            self.effort.reporter.better(cost, self.bound)

    def _fixed(self, solution: Solution, forums: set[str]) -> cp_model.CpModel:
        """Return the model of all, in which these forums stay as they are in a solution."""
        model = self.desk.model.clone()
        fix(model, self.desk, solution, forums)
        return model

    def _solve(self, model: cp_model.CpModel, part: float) -> tuple[StoppableSolver, cp_model.CpSolverStatus]:
        """Solve with a forum's share of this part of all work and seconds."""
        part /= len(self.desk.axes)
        effort = self._here.within(part * self._seconds if self._seconds else None)
        solver = replace(effort, work=effort.work * part).solver()
        return solver, solver.solve(model)


def by_forum(forums: ForumSearch, first: Solution | None) -> ForumSearch:
    """Return what comes of planning forum by forum; nothing where that fails, for all are searched together anyway."""

    def planned() -> ForumSearch:
        forums.plan(first)
        return forums

    nothing = replace(forums, bounds={})
    return or_else(nothing, "planning forum by forum failed; all forums are searched together", planned)

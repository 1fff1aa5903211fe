"""Several forums: each alone for a bound, then one after another for a programme, the others as they stand.

Forums meet side by side and share few things, so what each costs alone, added up, is nearly what all cost together:
that is the bound. A good programme comes from the same parts: one forum takes what is best for it alone, the next the
best that this leaves to it; then each is planned anew around the others, until none gains. Where teams are scarce, the
first forums would take the meetings that the last need, and around the others hardly anything can move: no programme
is looked for there, only the bound.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from time import monotonic
from typing import TYPE_CHECKING

from ortools.sat.python import cp_model

from wgsched.checking import score
from wgsched.model import Finding, Verdict
from wgsched.planning.model.placements.placement import Expression
from wgsched.planning.model.solution import Solution, programme, solution
from wgsched.planning.search.decomposition import Share, shares
from wgsched.planning.search.effort import Effort, Progress, Watcher
from wgsched.planning.search.ties import hint

if TYPE_CHECKING:
    from wgsched.planning.model.desk import Desk
    from wgsched.planning.search.solving import Stoppable

ALONE, AROUND = 0.3, 0.05
"""Which part of all the work, and of the seconds, each forum has its share of: alone, and around the others."""

HERE = 0.5
"""Which part of the seconds may be spent here; the others are for all forums together."""

SOLVED = (cp_model.OPTIMAL, cp_model.FEASIBLE)


@dataclass
class Forums:
    """What comes of planning a session forum by forum; ``best`` is what ``found`` costs."""

    desk: Desk
    cost: Expression
    effort: Effort
    watcher: Watcher | None = None
    bounds: dict[str, int] = field(default_factory=dict)
    best: int | None = None
    found: Solution | None = None
    infeasible: bool = False
    work: float = 0.0
    _rest: int = 0
    began: float = field(default_factory=monotonic)

    @property
    def bound(self) -> int:
        """What every programme costs at least; 0 while that is not known."""
        return max(0, self._rest + sum(self.bounds.values())) if self.bounds else 0

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
        apart = shares(self.desk, self.cost)
        if apart is None:
            return
        self._rest = apart.rest_at_least
        if first is not None:
            self._keep(first, score(programme(self.desk, first, Finding(Verdict.FOUND))).total)
        alone = [self._alone(share) for share in apart.each]
        if self.infeasible:
            return
        self.bounds = {share.forum: bound for share, (bound, _) in zip(apart.each, alone, strict=True)}
        for share in apart.each:
            self.desk.model.add(share.cost >= self.bounds[share.forum])
        if not self.desk.times:
            self._one_by_one(apart.each, [solution for _, solution in alone], first)
        if self.found is not None and self.best is not None:
            hint(self.desk, self.found)
            self.desk.model.add(self.cost <= self.best)
            for share in apart.each:
                self.desk.model.add(share.cost <= self.best - self.bound + self.bounds[share.forum])

    def _one_by_one(self, each: Sequence[Share], alone: Sequence[Solution | None], first: Solution | None) -> None:
        """Plan the forums in turn, each of them the first once."""
        for index, share in enumerate(each):
            order = [share, *each[:index], *each[index + 1 :]]
            if not self.proved and (taken := self._in_turn(order, alone[index])):
                self._improve(each, taken)
        if self.found is first and first is not None:
            self._improve(each, first)

    def _alone(self, share: Share) -> tuple[int, Solution | None]:
        """Return what a forum costs at least, and what is best for it alone."""
        share.alone.minimize(share.cost)
        solver, status = self._solved(share.alone, ALONE)
        self.infeasible |= status == cp_model.INFEASIBLE
        if status not in SOLVED:
            return share.at_least, None
        return max(share.at_least, round(solver.best_objective_bound)), solution(self.desk, solver, share.forum)

    def _in_turn(self, order: Sequence[Share], found: Solution | None) -> Solution | None:
        """Return a programme in which the forums chose in this order, the first what was found for it alone."""
        for index in range(1, len(order)):
            if found is None:
                return None
            model = self._fixed(found, {share.forum for share in order[:index]})
            found, _ = self._best(model, order[index].cost)
        return found

    def _improve(self, each: Sequence[Share], found: Solution) -> None:
        """Plan each forum anew around the others, as long as that gains."""
        cost, idle = None, 0
        for share in _round(each):
            hint(self.desk, found)
            model = self._fixed(found, {other.forum for other in each if other is not share})
            better, reached = self._best(model, self.cost)
            if better is None or reached is None:
                break
            idle = idle + 1 if cost is not None and reached >= cost else 0
            found, cost = better, reached
            self._keep(found, cost)
            if idle >= len(each) - 1 or self.proved:
                break

    def _best(self, model: cp_model.CpModel, cost: Expression) -> tuple[Solution | None, int | None]:
        model.minimize(cost)
        solver, status = self._solved(model, AROUND)
        if status not in SOLVED:
            return None, None
        return solution(self.desk, solver), round(solver.objective_value)

    def _keep(self, found: Solution, cost: int) -> None:
        if self.best is None or cost < self.best:
            self.found, self.best = found, cost
            if self.watcher:
                self.watcher(Progress(cost, self.bound, monotonic() - self.began))

    def _fixed(self, found: Solution, forums: set[str]) -> cp_model.CpModel:
        """Return the model of all, in which these forums stay as they were found."""
        desk, model = self.desk, self.desk.model.clone()
        for key, places in desk.places.items():
            for place in (place for place in places if place.axis.forum in forums):
                here = key in found.starts and place.axis.forum == found.starts[key][0]
                if place.present is not True:
                    model.add(place.present == here)
                for name, variable in place.unknowns.items() if here else ():
                    model.add(variable == found.values[name])
        for key, held in desk.held.items():
            if desk.session.meeting(key).forum in forums:
                model.add(held == (key not in found.shut))
        return model

    def _solved(self, model: cp_model.CpModel, part: float) -> tuple[Stoppable, cp_model.CpSolverStatus]:
        """Solve with a forum's share of this part of all work, and note what that took."""
        part /= len(self.desk.axes)
        effort = self.effort.since(self.began, HERE)
        if effort.time_limit is not None and self.effort.time_limit is not None:
            effort = replace(effort, time_limit=min(effort.time_limit, self.effort.time_limit * part))
        solver = replace(effort, work=effort.work * part).solver()
        status = solver.solve(model)
        self.work += solver.response_proto.deterministic_time if solver.ran else 0.0
        return solver, status


def by_forum(forums: Forums, first: Solution | None) -> Forums:
    """Return what comes of planning forum by forum; nothing where that fails, for all are searched together anyway.

    That it failed is logged as an error, with its traceback.
    """
    try:
        forums.plan(first)
    except Exception:
        logging.getLogger(__name__).exception("planning forum by forum failed; all forums are searched together")
        return replace(forums, bounds={}, best=None, found=None, infeasible=False)
    return forums


def _round(each: Sequence[Share]) -> Iterator[Share]:
    while True:
        yield from each

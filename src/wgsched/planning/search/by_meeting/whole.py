"""The best programme of a session whose items are whole and whose meetings are in rooms: counted by meeting.

When in a meeting an item is taken up, hardly matters there, and is left out at first. The first programme comes in
stages: which meetings are held, then which items each takes up, then in which room. Then some meetings are planned anew
with all others as they are, again and again. In turn with that the whole is searched, at first without telling rooms of
a kind apart: that finds good programmes of sessions that are not large, and proves the best.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from ortools.sat.python import cp_model

from wgsched.planning.model.desk import SolverDesk
from wgsched.planning.model.literals import Literal
from wgsched.planning.search.by_meeting.allotment import Allotment, pinned, read
from wgsched.planning.search.by_meeting.counts import Merged, merged
from wgsched.planning.search.by_meeting.neighbourhoods import Neighbourhoods
from wgsched.planning.search.by_meeting.whole_desk import WholeDesk
from wgsched.planning.search.effort import SOLVED, Effort, Infeasible
from wgsched.planning.search.stopping import StoppableSolver

FIRST = 0.3
"""Which part of all the work, and of the seconds, may be spent on each stage of a first programme."""

HOURS, LAID = 0.1, 0.03
"""Which part of all the work, and of the seconds, is kept for hours within meetings; less where any order will do."""

BOUND, LONGER, PART = 3.0, 2, 0.3
"""The solver's deterministic time for a bound at first, how many times that each time after, and for a part."""

LARGE = 20_000
"""In a model of so many variables that time brings nothing: its parts come first."""

NEAR = 2
"""A bound is near when the best costs at most so many times as much: then a proof may be, and is not kept waiting."""

SLOWLY = 10
"""Seconds that a unit of that time may take on a busy machine."""


@dataclass
class WholeSearch:
    """What is known of a session that is counted by meeting: what every programme costs at least, and the best yet.

    ``cost`` is what the best costs by this count, ``orders`` what comes before what, ``exact`` whether nothing was left
    out but the order within meetings.
    """

    desk: SolverDesk
    effort: Effort
    bound: int = 0
    work: float = 0.0
    best: Allotment | None = None
    cost: int | None = None
    exact: bool = True
    orders: list[tuple[str, str]] = field(default_factory=list)
    _values: tuple[int, ...] = ()

    def search(self) -> None:
        """Go through the stages, until the best is proved or the effort ends.

        Raises:
            Infeasible: there is no programme.
        """
        counts = WholeDesk(self.desk, Merged())
        alike = merged(counts, counts.cost())
        self.orders, self.exact, self._demanded = counts.orders, counts.exact, counts.demanded
        self._spare(LAID if self.exact else HOURS)
        whole = self._model(replace(alike, rooms={}))
        kinds = self._model(alike) if any(len(some) > 1 for some in alike.rooms.values()) else whole
        self._first(kinds, whole)
        neighbourhoods, work = Neighbourhoods(whole, self.effort.seed), BOUND
        if len(kinds.model.proto.variables) < LARGE:
            self._of_kinds(kinds, whole, work)
        while not self._ended:  # what the one finds, helps the other
            self._in_parts(whole, neighbourhoods, work)
            work *= LONGER
            self._prove(kinds, whole, work)

    def _spare(self, part: float) -> None:
        within = self.effort.lasting(1 - part)
        self.effort, self._seconds = replace(within, work=(1 - part) * self.effort.work), within.seconds

    @property
    def proved(self) -> bool:
        """Whether nothing is cheaper than what was found."""
        return self.cost is not None and self.cost <= self.bound

    @property
    def _ended(self) -> bool:
        return self.best is None or self.proved or self.effort.over or self.work >= self.effort.work

    def _model(self, alike: Merged, *, items: bool = True) -> WholeDesk:
        counts = WholeDesk(self.desk, alike, items=items, demanded=self._demanded)
        counts.model.minimize(counts.cost())
        return counts

    def _first(self, kinds: WholeDesk, whole: WholeDesk) -> None:
        """Look for any programme: for the meetings that are held, then for their items, then for their rooms."""
        coarse = WholeDesk(self.desk, Merged(), items=False, demanded=self._demanded)
        coarse = self._model(merged(coarse, coarse.cost()), items=False)
        meetings = self._any(coarse, ())
        items = self._any(kinds, pinned(kinds, meetings, rows=False)) if meetings else None
        rooms = self._any(whole, pinned(whole, items)) if items else None
        rooms = rooms or self._any(whole, ())
        if rooms:
            self._keep(whole, pinned(whole, rooms), PART)

    def _any(self, counts: WholeDesk, pins: Iterable[tuple[Literal, int]]) -> Allotment | None:
        solver, some = self._solver(FIRST * self.effort.work), tuple(pins)
        _hardly_prepared(solver)
        solver.parameters.interleave_search = True  # many ways in turn: one of them finds something soon
        solver.parameters.stop_after_first_solution = True
        status = self._solve(solver, _with(counts, some))
        if status == cp_model.INFEASIBLE and not some:
            raise Infeasible
        return read(counts, solver) if status in SOLVED else None

    def _in_parts(self, whole: WholeDesk, neighbourhoods: Neighbourhoods, work: float) -> None:
        """Plan some meetings anew, all others as they are, until that brings nothing, or as long as a near bound."""
        neighbourhoods.begin()
        until = self.work + work
        while self.best is not None and not (self._ended or neighbourhoods.idle):
            if self.work > until and self.cost is not None and self.cost <= NEAR * self.bound:
                break
            known = self.cost
            free = neighbourhoods.choose()
            pins = pinned(whole, self.best, without=free, rooms_only=neighbourhoods.rooms_only)
            status = self._keep(whole, pins, PART)
            neighbourhoods.learn(better=self.cost != known, done=status == cp_model.OPTIMAL)

    def _keep(
        self, whole: WholeDesk, pins: Iterable[tuple[Literal, int]], work: float, *, bound: bool = False
    ) -> cp_model.CpSolverStatus:
        """Look for the best in which some stay as they are; keep it if it is better, with all variables."""
        solver, model = self._solver(work), _with(whole, pins)
        if bound:  # cores lift some bounds that the relaxation does not
            solver.parameters.interleave_search = True
            solver.parameters.subsolvers.append("core")
        else:
            _hardly_prepared(solver)
        if self._values:
            model.proto.solution_hint.vars.extend(range(len(self._values)))
            model.proto.solution_hint.values.extend(self._values)
        status = self._solve(solver, model)
        if status in SOLVED and (self.cost is None or solver.objective_value < self.cost):
            self.best, self.cost = read(whole, solver), round(solver.objective_value)
            self._values = tuple(solver.response_proto.solution)
            self.effort.reporter.better(self.cost, self.bound)
        if bound and solver.ran:
            self.bound = max(self.bound, round(solver.best_objective_bound))
        return status

    def _prove(self, kinds: WholeDesk, whole: WholeDesk, work: float) -> None:
        """Look for the least that all can cost: at first without telling rooms of a kind apart."""
        if kinds is not whole and not self._ended:
            self._of_kinds(kinds, whole, work, bound=True)
        if not self._ended:
            self._keep(whole, (), work, bound=True)

    def _of_kinds(self, kinds: WholeDesk, whole: WholeDesk, work: float, *, bound: bool = False) -> None:
        """Look for the best without telling rooms of a kind apart, or rather for its bound; then for the rooms."""
        if self.best is None or self._ended:
            return
        solver, model = self._solver(work), kinds.model.clone()
        solver.parameters.use_objective_lb_search = bound
        for variable, value in pinned(kinds, replace(self.best, rooms={})):
            model.add_hint(variable, value)
        status = self._solve(solver, model)
        self.bound = max(self.bound, round(solver.best_objective_bound) if solver.ran else 0)
        if status in SOLVED and self.cost is not None and solver.objective_value < self.cost:
            self._keep(whole, pinned(whole, read(kinds, solver)), work)

    def _solver(self, work: float) -> StoppableSolver:
        """Return a solver with this limit of work, and with the part of the seconds that is due to it, or a little."""
        seconds = max(SLOWLY * work, (self._seconds or 0) * work / self.effort.work)
        effort = self.effort.within(seconds if self._seconds else None)
        solver = StoppableSolver(effort.stop, effort.reporter)
        parameters = solver.parameters
        parameters.num_workers, parameters.random_seed = 1, effort.seed
        parameters.linearization_level = 2  # what is where is nearly an assignment
        parameters.max_deterministic_time = min(work, max(0.0, effort.work - self.work))
        if effort.seconds is not None:
            parameters.max_time_in_seconds = effort.seconds
        return solver

    def _solve(self, solver: StoppableSolver, model: cp_model.CpModel) -> cp_model.CpSolverStatus:
        status: cp_model.CpSolverStatus = solver.solve(model)
        self.work += solver.work
        return status


def _hardly_prepared(solver: StoppableSolver) -> None:
    """Let a model be searched soon: where most is fixed, or anything will do, preparing it took most of the time."""
    solver.parameters.max_presolve_iterations = 1
    solver.parameters.cp_model_probing_level = solver.parameters.symmetry_level = 0


def _with(counts: WholeDesk, pins: Iterable[tuple[Literal, int]]) -> cp_model.CpModel:
    """Return a model in which these variables have these values."""
    model = counts.model.clone()
    for variable, value in pins:
        model.add(variable == value)
    return model

"""What all forums together cost at least, counted by meeting, and a programme near to what is best so."""

from __future__ import annotations

from dataclasses import dataclass, replace

from ortools.sat.python import cp_model

from wgsched.planning.model.axes import Segment
from wgsched.planning.model.desk import SolverDesk
from wgsched.planning.model.literals import Expression, Literal
from wgsched.planning.model.placements.around import AroundPlacement
from wgsched.planning.model.solution import Solution, read_solution
from wgsched.planning.search.by_meeting.desk import MeetingDesk
from wgsched.planning.search.by_meeting.parts import MeetingParts
from wgsched.planning.search.effort import SOLVED, Effort, Way
from wgsched.planning.search.stopping import StoppableSolver

COUNTED, NEAR = 0.04, 0.01
"""Which part of all the work may be spent on counting by meeting, and on each of the two solves that follow it."""

SECONDS = 0.3
"""Which part of the seconds may be spent on counting by meeting."""


@dataclass(frozen=True)
class Coarse:
    """What every programme costs at least, a programme if one was found, and the work that it took."""

    bound: int
    solution: Solution | None
    work: float


def can_be_counted(desk: SolverDesk) -> bool:
    """Return whether a settled desk can be counted by meeting.

    All is one run of working time, nothing was held before, nothing may be left out, and no rule may be broken.
    """
    every = [each for some in desk.placements.values() for each in some]
    plain = all(each.is_one_interval and not isinstance(each, AroundPlacement) for each in every)
    return plain and not (desk.begun or desk.displaced or desk.taken or desk.kept)


def counted_by_meeting(desk: SolverDesk, cost: Expression, effort: Effort) -> Coarse:
    """Return a bound of what all cost together, and a programme in which most is in the meetings in which it is best.

    What is best by meeting may not be possible within the meetings: as little as possible is then elsewhere.
    """
    coarse = MeetingDesk(desk)
    coarse.model.minimize(coarse.cost())
    solver = replace(effort.lasting(SECONDS), work=COUNTED * effort.work).solver(Way.CORES)
    if not effort.reporter.silent:
        solver.best_bound_callback = effort.reporter.at_least
    status = solver.solve(coarse.model)
    bound = round(solver.best_objective_bound) if solver.ran and status != cp_model.INFEASIBLE else 0
    if status not in SOLVED:
        return Coarse(bound, None, solver.work)
    brief = replace(effort, work=NEAR * effort.work)
    near, kept = _nearest(desk, _meetings(desk, coarse, solver), brief)
    better = _best(desk, cost, kept, brief) if near else None
    return Coarse(bound, better or near, solver.work)


def _meetings(desk: SolverDesk, coarse: MeetingDesk, solver: StoppableSolver) -> dict[str, list[Literal]]:
    """Return for each instalment the literals that say where it is opened and concluded, and in which forum."""
    wanted: dict[str, list[Literal]] = {}
    for key, some in coarse.parts.items():
        here = next(each for each in some if each.present is True or solver.boolean_value(each.present))
        first, last = _ends(here, solver)
        placement = desk.placement(key, here.axis.forum)
        wanted[key] = [placement.begins_in(first), placement.ends_in(last)]
        if placement.present is not True:
            wanted[key].append(placement.present)
    return wanted


def _ends(here: MeetingParts, solver: StoppableSolver) -> tuple[Segment, Segment]:
    """Return the meetings in which an instalment is opened and concluded."""
    opened, concluded = [*here.whole.items(), *here.first.items()], [*here.whole.items(), *here.last.items()]
    first = next(index for index, literal in opened if solver.boolean_value(literal))
    last = next(index for index, literal in concluded if solver.boolean_value(literal))
    return here.axis.segments[first], here.axis.segments[last]


def _nearest(
    desk: SolverDesk, wanted: dict[str, list[Literal]], effort: Effort
) -> tuple[Solution | None, dict[str, list[Literal]]]:
    """Return a programme in which as many as possible are where they are wanted, and which these are."""
    model = desk.model.clone()
    model.clear_objective()  # type: ignore[no-untyped-call]
    kept = {key: model.new_bool_var("") for key in wanted}
    for key, literals in wanted.items():
        model.add_bool_and(literals).only_enforce_if(kept[key])
    model.maximize(sum(kept.values()))
    solver = effort.solver(Way.CORES)
    if solver.solve(model) not in SOLVED:
        return None, {}
    return read_solution(desk, solver), {key: wanted[key] for key in wanted if solver.boolean_value(kept[key])}


def _best(desk: SolverDesk, cost: Expression, kept: dict[str, list[Literal]], effort: Effort) -> Solution | None:
    """Return the best programme found in which these stay where they are."""
    model = desk.model.clone()
    for literals in kept.values():
        model.add_bool_and(literals)
    model.minimize(cost)
    solver = effort.solver(Way.CORES)
    return read_solution(desk, solver) if solver.solve(model) in SOLVED else None

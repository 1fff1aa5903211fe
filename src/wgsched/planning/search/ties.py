"""One optimum: whether another programme is as good, and among those that are, always the same one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from ortools.sat.python import cp_model

from wgsched.model import Unique
from wgsched.planning.model.desk import SolverDesk
from wgsched.planning.model.literals import Expression, Literal, negated
from wgsched.planning.model.solution import Solution, read_solution
from wgsched.planning.search.effort import SOLVED, Effort, Way
from wgsched.planning.search.equals import agenda, agenda_and_names, continuations, idle
from wgsched.planning.search.equals import names as by_name

STAGES = {idle: 0.1, continuations: 0.1, agenda: 0.4, by_name: 0.1}
"""What is compared among equals, in this order, and which part of the effort each has."""

LEAST_WORK = 0.1
"""The solver's deterministic time that each of them has in any case."""

FEW, OF_MANY = 40, 0.25
"""Of more instalments, all stay in their meetings: what is least elsewhere was hardly ever found, and never proved.

Where that is not so, each step has this part of its effort.
"""

GROUPS_WORK = 1.0
"""The deterministic time that the agenda has besides where groups meet."""

COMPLETING = 1.0
"""The work of finding what follows from where everything is."""

NEEDED = (agenda, by_name)
"""What is taken as far as the effort allows; what is not needed is left out where that is too little."""


@dataclass(frozen=True)
class Choice:
    """What was taken among equals: whether another has other rows, and whether the choice was ``settled`` to its end.

    One that is not settled depends on how long was looked for it, and on where the search began.
    """

    solution: Solution
    unique: Unique = Unique.UNKNOWN
    settled: bool = False


def settle_ties(
    desk: SolverDesk, cost: Expression, objective: int, solution: Solution, effort: Effort, *, narrow: bool = False
) -> Choice:
    """Return the one programme to take at this cost, and whether another has other rows at the same cost.

    That is the one that is least by `wgsched.checking.equals`; where rows are unique, only hours are left to choose. Of
    many instalments it is the least of those in the same meetings, unless little is left to choose anyway (``narrow``).
    """
    desk.model.clear_objective()  # type: ignore[no-untyped-call]
    if not isinstance(cost, int):
        desk.model.add(cost <= objective)
    hint(desk, solution)
    apart, order = other_rows(desk, solution)
    apart += other_rooms(desk, solution)
    others = desk.model.clone()  # what asks for another programme must not bind the choice that follows
    others.add_bool_or(apart)
    keep = len(desk.required) > FEW and not narrow and not _has_groups(desk)
    if keep:
        desk.model.add_bool_and(_same_meetings(desk, solution))
        least, _ = _least(desk, solution, effort, Way.CORES, names=False)
        if _rows(desk, least) != _rows(desk, solution):  # nobody need be asked whether there is another
            return Choice(least, Unique.NO)
        solution = least
    unique = _ANSWERS.get(effort.solver().solve(others), Unique.UNKNOWN)
    if unique is Unique.YES:
        _only_hours(desk, apart, order)
    elif keep:
        return Choice(solution, unique)
    least, settled = _least(desk, solution, effort)
    return Choice(least, unique, settled and unique is not Unique.UNKNOWN)


def _only_hours(desk: SolverDesk, apart: Sequence[Literal], order: Sequence[tuple[Expression, Expression]]) -> None:
    """Let rows be as they are: nothing but hours is left to choose."""
    for literal in apart:
        desk.model.add(literal == 0)
    for earlier, later in order:
        desk.model.add(earlier <= later)


def _has_groups(desk: SolverDesk) -> bool:
    """Return whether groups meet: they can be anywhere between two plenaries."""
    return any(forum.is_group for forum in desk.session.forums)


def _same_meetings(desk: SolverDesk, solution: Solution) -> Iterator[Literal]:
    """Yield literals that are all true where everything is in its forum and its meetings."""
    for key, forum in solution.forums.items():
        placement = desk.placement(key, forum)
        yield placement.present
        yield from placement.same_meetings(tuple(segment.meeting.key for segment, _, _ in solution.rows(desk, key)))


def _rows(desk: SolverDesk, solution: Solution) -> tuple[list[tuple[str, str]], Mapping[str, str]]:
    """Return which instalment is in which meeting, in the order of time, and the rooms that were chosen."""
    rows = sorted(
        (segment.meeting.key, opens, key) for key in solution.forums for segment, opens, _ in solution.rows(desk, key)
    )
    return [(meeting, key) for meeting, _, key in rows], solution.rooms


_ANSWERS = {cp_model.INFEASIBLE: Unique.YES, cp_model.OPTIMAL: Unique.NO, cp_model.FEASIBLE: Unique.NO}


def _least(
    desk: SolverDesk, solution: Solution, effort: Effort, way: Way = Way.BOUND, *, names: bool = True
) -> tuple[Solution, bool]:
    """Return the solution that is least among those that the model of the desk still allows, and whether it is proved.

    What is compared first is settled before the next. Idle minutes and continuations are left out when
    they are not settled within the effort: the choice then depends on nothing but the session all the same.
    Without names, the last comparison is left out.
    """
    settled, part = names, 1.0 if len(desk.required) <= FEW else OF_MANY
    for stage, share in STAGES.items():
        if stage is by_name and not names:
            continue
        if stage is agenda and names and (least := _last_two(desk, solution, effort, way)):
            return least, settled
        quantity = stage(desk)
        if isinstance(quantity, int):
            continue
        hint(desk, solution)
        desk.model.minimize(quantity)
        solver = replace(effort, work=part * (LEAST_WORK + share * effort.work)).solver(way)
        solver.parameters.use_objective_lb_search = False  # what is hardly ever proved: better programmes, not bounds
        if stage is agenda and _has_groups(desk):  # only large neighbourhoods move all of them
            solver.parameters.interleave_search = True
            solver.parameters.max_deterministic_time += GROUPS_WORK
        status = solver.solve(desk.model)
        settled = settled and status == cp_model.OPTIMAL
        if status == cp_model.OPTIMAL:
            desk.model.add(quantity <= round(solver.objective_value))
        if status == cp_model.OPTIMAL or (stage in NEEDED and status in SOLVED):
            solution = read_solution(desk, solver)
        if stage in NEEDED and status != cp_model.OPTIMAL:
            break
    return solution, settled


def _last_two(desk: SolverDesk, solution: Solution, effort: Effort, way: Way) -> Solution | None:
    """Return what is least by agenda and names, compared in one search; None where that is not possible or not proved.

    Of many instalments, and of groups, it would hardly ever be proved.
    """
    quantity = None if len(desk.required) > FEW or _has_groups(desk) else agenda_and_names(desk)
    if quantity is None or isinstance(quantity, int):
        return None
    hint(desk, solution)
    desk.model.minimize(quantity)
    share = STAGES[agenda] + STAGES[by_name]
    solver = replace(effort, work=LEAST_WORK + share * effort.work).solver(way)
    solver.parameters.use_objective_lb_search = False
    solver.parameters.absolute_gap_limit = 0.0  # numbers so large differ by less than a float can tell
    return read_solution(desk, solver) if solver.solve(desk.model) == cp_model.OPTIMAL else None


def hint(desk: SolverDesk, solution: Solution) -> None:
    """Tell the solver where to look first: the value of every variable that says where something is."""
    desk.model.clear_hints()  # type: ignore[no-untyped-call]
    for key, forum in solution.forums.items():
        for placement in desk.placements.get(key, ()):
            here = placement.axis.forum == forum
            for name, variable in placement.unknowns.items() if here else ():
                desk.model.add_hint(variable, solution.values[name])
            if placement.present is not True:
                desk.model.add_hint(placement.present, here)
    for key in (key for key in desk.taken if key not in solution.forums):
        for placement in desk.placements[key]:
            desk.model.add_hint(placement.present, False)
    for meeting, literal in desk.held.items():
        desk.model.add_hint(literal, meeting not in solution.shut)
    for (team, meeting), literal in desk.serving.items():
        desk.model.add_hint(literal, solution.teams.get(meeting) == team)
    if solution.rooms:
        _hint_rooms(desk, solution)


def _hint_rooms(desk: SolverDesk, solution: Solution) -> None:
    for (meeting, room), there in desk.rooms.items():
        if not isinstance(there, bool):
            desk.model.add_hint(there, solution.rooms.get(meeting) == room)


def hint_all(desk: SolverDesk, solution: Solution, effort: Effort) -> None:
    """Tell the solver the value of every variable: those that follow from where something is are worked out first.

    Where little of a model follows by propagation, the solver looks long for the rest of what it is told in part.
    """
    hint(desk, solution)
    solver = replace(effort, work=min(COMPLETING, effort.work)).scout(prepare=True)
    solver.parameters.fix_variables_to_their_hinted_value = True
    if solver.solve(desk.model) in SOLVED:
        desk.model.clear_hints()  # type: ignore[no-untyped-call]
        for index, value in enumerate(solver.response_proto.solution):
            desk.model.add_hint(desk.model.get_int_var_from_proto_index(index), value)


def other_rooms(desk: SolverDesk, solution: Solution) -> list[Literal]:
    """Return literals of which one is true in every programme in which a meeting has another room."""
    taken = (there for (key, room), there in desk.rooms.items() if solution.rooms.get(key) == room)
    return [negated(there) for there in taken if there is not True]


def other_rows(desk: SolverDesk, solution: Solution) -> tuple[list[Literal], list[tuple[Expression, Expression]]]:
    """Return literals of which one is true in every programme whose rows differ, and starts in their order."""
    apart: list[Literal] = []
    rows: dict[str, list[tuple[int, Expression]]] = {}
    for key, forum in solution.forums.items():
        placement, taken = desk.placement(key, forum), list(solution.rows(desk, key))
        same = placement.same_meetings(tuple(segment.meeting.key for segment, _, _ in taken))
        apart += map(negated, same)
        if desk.may_interrupt(forum):
            for segment, opens, _ in taken:
                rows.setdefault(segment.meeting.key, []).append((opens, placement.row(segment)[0]))
        else:
            rows.setdefault(forum, []).append((solution.values[placement.name], placement.start))
    apart += [each.present for key, some in desk.placements.items() if key not in solution.forums for each in some]
    order: list[tuple[Expression, Expression]] = []
    for some in rows.values():
        order += pairwise(start for _, start in sorted(some, key=lambda row: row[0]))
    for earlier, later in order:
        swapped = desk.model.new_bool_var("")
        desk.model.add(later < earlier).only_enforce_if(swapped)
        apart.append(swapped)
    return apart, order

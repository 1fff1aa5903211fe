"""One optimum: among programmes that are equally good, always the same one; and whether there is another."""

from __future__ import annotations

from hashlib import sha256
from itertools import pairwise

from ortools.sat.python import cp_model

from wgsched.model import Unique
from wgsched.planning.desk import Desk
from wgsched.planning.effort import Effort
from wgsched.planning.outcome import Solution, solution
from wgsched.planning.places import Expression, Literal, negated

LEAST_WEIGHT = 10**6
"""Weights lie between this and its double: two programmes then practically never weigh the same."""


def settle_ties(
    desk: Desk, cost: Expression, objective: int, found: Solution, effort: Effort
) -> tuple[Solution, Unique]:
    """Return the one programme to take at this cost, and whether another has other rows at the same cost."""
    model = desk.model
    model.clear_objective()  # type: ignore[no-untyped-call]
    if not isinstance(cost, int):
        model.add(cost == objective)
    hint(desk, found)
    starts = [place for some in desk.places.values() for place in some]
    others = {**{"+".join(key): serving for key, serving in desk.serving.items()}, **desk.held}
    weights = [_weight(name) for name in (*(place.name for place in starts), *others)]
    model.minimize(cp_model.LinearExpr.weighted_sum([*(p.start for p in starts), *others.values()], weights))
    solver = effort.solver()
    if solver.solve(model) != cp_model.OPTIMAL:
        return found, Unique.UNKNOWN
    chosen = solution(desk, solver)
    model.clear_objective()  # type: ignore[no-untyped-call]
    model.clear_hints()  # type: ignore[no-untyped-call]
    model.add_bool_or(other_rows(desk, chosen))
    status = effort.solver().solve(model)
    answers = {cp_model.INFEASIBLE: Unique.YES, cp_model.OPTIMAL: Unique.NO, cp_model.FEASIBLE: Unique.NO}
    return chosen, answers.get(status, Unique.UNKNOWN)


def hint(desk: Desk, found: Solution) -> None:
    """Tell the solver where to look first."""
    desk.model.clear_hints()  # type: ignore[no-untyped-call]
    for key, (forum, start) in found.starts.items():
        for place in desk.places.get(key, ()):
            here = place.axis.forum == forum
            if here:
                desk.model.add_hint(place.start, start)
            if place.present is not True:
                desk.model.add_hint(place.present, here)
    for meeting, literal in desk.held.items():
        desk.model.add_hint(literal, meeting not in found.shut)
    for (team, meeting), literal in desk.serving.items():
        desk.model.add_hint(literal, found.teams.get(meeting) == team)


def other_rows(desk: Desk, found: Solution) -> list[Literal]:
    """Return literals of which one is true in every programme whose rows differ from these."""
    differ: list[Literal] = []
    order: dict[str, list[tuple[int, Expression]]] = {}
    for key, (forum, start) in found.starts.items():
        place = next(place for place in desk.places[key] if place.axis.forum == forum)
        touched = [sitting.meeting.key for sitting, _, _ in place.axis.parts(start, place.ticks, found.shut)]
        differ += [negated(literal) for literal in place.same_meetings(touched)]
        order.setdefault(forum, []).append((start, place.start))
    for rows in order.values():
        for (_, earlier), (_, later) in pairwise(sorted(rows, key=lambda row: row[0])):
            swapped = desk.model.new_bool_var("")
            desk.model.add(later < earlier).only_enforce_if(swapped)
            differ.append(swapped)
    return differ


def _weight(name: str) -> int:
    return LEAST_WEIGHT + int.from_bytes(sha256(name.encode()).digest()[:4], "big") % LEAST_WEIGHT

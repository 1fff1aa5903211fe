"""One optimum: among programmes that are equally good, always the same one; and whether there is another."""

from __future__ import annotations

from hashlib import sha256
from itertools import pairwise

from ortools.sat.python import cp_model

from wgsched.model import Unique
from wgsched.planning.desk import Count, Desk
from wgsched.planning.effort import Effort
from wgsched.planning.outcome import Starts, starts

LEAST_WEIGHT = 10**6
"""Weights lie between this and its double: two programmes then practically never weigh the same."""


def settle_ties(desk: Desk, cost: Count, objective: int, found: Starts, effort: Effort) -> tuple[Starts, Unique]:
    """Return the one programme to take at this cost, and whether another has other rows at the same cost."""
    model = desk.model
    model.clear_objective()
    model.add(cost == objective)
    hint(desk, found)
    places = [place for some in desk.places.values() for place in some]
    model.minimize(sum(_weight(place.name) * place.start for place in places))
    solver = effort.solver()
    if solver.solve(model) != cp_model.OPTIMAL:
        return found, Unique.UNKNOWN
    chosen = starts(desk, solver)
    model.clear_objective()
    model.clear_hints()
    model.add_bool_or(other_rows(desk, chosen))
    status = effort.solver().solve(model)
    answers = {cp_model.INFEASIBLE: Unique.YES, cp_model.OPTIMAL: Unique.NO, cp_model.FEASIBLE: Unique.NO}
    return chosen, answers.get(status, Unique.UNKNOWN)


def hint(desk: Desk, found: Starts) -> None:
    """Tell the solver where to look first."""
    desk.model.clear_hints()
    for key, (forum, start) in found.items():
        for place in desk.places.get(key, ()):
            here = place.axis.forum == forum
            if here:
                desk.model.add_hint(place.start, start)
            if place.present is not True:
                desk.model.add_hint(place.present, here)


def other_rows(desk: Desk, found: Starts) -> list[cp_model.LiteralT]:
    """Return literals of which one is true in every programme whose rows differ from these."""
    differ: list[cp_model.LiteralT] = []
    order: dict[str, list[tuple[int, cp_model.LinearExprT]]] = {}
    for key, (forum, start) in found.items():
        place = next(place for place in desk.places[key] if place.axis.forum == forum)
        touched = next(s for s in place.stretches if s.low <= start <= s.high)
        told = place.telling("meetings", lambda stretch: (stretch.first, stretch.last))
        same = told[touched.first, touched.last]
        differ.append(False if same is True else ~same)
        order.setdefault(forum, []).append((start, place.start))
    for rows in order.values():
        for (_, earlier), (_, later) in pairwise(sorted(rows, key=lambda row: row[0])):
            swapped = desk.model.new_bool_var("")
            desk.model.add(later < earlier).only_enforce_if(swapped)
            differ.append(swapped)
    return differ


def _weight(name: str) -> int:
    return LEAST_WEIGHT + int.from_bytes(sha256(name.encode()).digest()[:4], "big") % LEAST_WEIGHT

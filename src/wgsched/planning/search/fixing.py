"""A model in which some forums stay as they are in a solution."""

from __future__ import annotations

from collections.abc import Collection

from ortools.sat.python import cp_model

from wgsched.planning.model.desk import SolverDesk
from wgsched.planning.model.solution import Solution


def fix(
    model: cp_model.CpModel, desk: SolverDesk, solution: Solution, forums: Collection[str], *, rooms: bool = True
) -> None:
    """Let these forums stay as they are in a solution; their rooms too, unless these are still to be found."""
    for key, placements in desk.placements.items():
        for placement in (each for each in placements if each.axis.forum in forums):
            here = solution.forums.get(key) == placement.axis.forum
            if placement.present is not True:
                model.add(placement.present == here)
            for name, variable in placement.unknowns.items() if here else ():
                model.add(variable == solution.values[name])
    for key, held in desk.held.items():
        if desk.session.meeting(key).forum in forums:
            model.add(held == (key not in solution.shut))
    for (key, room), there in desk.rooms.items() if rooms else ():
        if not isinstance(there, bool) and desk.session.meeting(key).forum in forums:
            model.add(there == (solution.rooms.get(key) == room))

"""A model in which something stays as it is in a solution: some forums, or what is taken up."""

from __future__ import annotations

from collections.abc import Collection

from ortools.sat.python import cp_model

from wgsched.planning.model.desk import SolverDesk
from wgsched.planning.model.placements.placement import Placement
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
            if here:
                keep_in_place(model, placement, solution)
    for key, held in desk.held.items():
        if desk.session.meeting(key).forum in forums:
            model.add(held == (key not in solution.shut))
    for (key, room), there in desk.rooms.items() if rooms else ():
        if not isinstance(there, bool) and desk.session.meeting(key).forum in forums:
            model.add(there == (solution.rooms.get(key) == room))


def keep_in_place(model: cp_model.CpModel, placement: Placement, solution: Solution) -> None:
    """Let an instalment stay where it is in a solution that takes it up there."""
    for name, variable in placement.unknowns.items():
        model.add(variable == solution.values[name])

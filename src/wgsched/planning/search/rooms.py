"""Rooms for a programme whose hours are known or free: at first one for each forum, which hardly ever costs more.

The whole, in which everything may move, begins from there; what is proved is proved of the whole.
"""

from __future__ import annotations

from ortools.sat.python import cp_model

from wgsched.planning.model.desk import SolverDesk
from wgsched.planning.model.literals import Literal
from wgsched.planning.model.solution import Solution, read_solution
from wgsched.planning.search.effort import SOLVED, Effort
from wgsched.planning.search.fixing import fix


def with_rooms(desk: SolverDesk, effort: Effort, laid: Solution | None = None) -> Solution | None:
    """Return a programme in which every meeting has a room: each forum one, or else as many as it takes.

    Its rows are those that were ``laid``, if any. None where no rooms were found for them.
    """
    for one_each in (True, False):
        model = desk.model.clone()
        if laid:
            fix(model, desk, laid, set(desk.axes), rooms=False)
        if one_each:
            _one_room_each(model, desk)
        solver = effort.scout(prepare=True)
        solver.parameters.symmetry_level = 2  # rooms of a kind can stand for each other
        if solver.solve(model) in SOLVED:
            return read_solution(desk, solver)
    return None


def _one_room_each(model: cp_model.CpModel, desk: SolverDesk) -> None:
    """Give each forum one room for all its meetings that have one to choose."""
    by_forum: dict[str, dict[str, list[Literal]]] = {}
    for (meeting, room), there in desk.rooms.items():
        by_forum.setdefault(desk.session.meeting(meeting).forum, {}).setdefault(room, []).append(there)
    for by_room in by_forum.values():
        chosen = {room: model.new_bool_var("") for room in by_room}
        model.add_exactly_one(chosen.values())
        for room, literals in by_room.items():
            for there in literals:
                if there is True:
                    model.add_bool_or(chosen[room])
                elif there is not False:
                    model.add_implication(there, chosen[room])

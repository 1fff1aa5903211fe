"""What the solver found, read out of its variables, and the programme that this makes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Protocol

from wgsched.model import Consideration, Finding, Leaving, LeftOut, Meeting, Programme
from wgsched.model.gate import instant
from wgsched.planning.model.axes import Segment
from wgsched.planning.model.desk import SolverDesk
from wgsched.planning.model.literals import Expression


class SolutionReader(Protocol):
    """What tells the values of a solution: a solver, or the callback that hears of one."""

    def value(self, expression: Expression, /) -> int:
        """Return the value of an expression."""


@dataclass(frozen=True)
class Solution:
    """Which forum takes up each instalment, and by name the ``values`` that say where in it.

    ``teams`` tells who serves which meeting, ``shut`` the meetings that are not held, ``rooms`` the room of each
    meeting for which one is chosen. It names everything by key, so it can be read beside another desk of the same
    session.
    """

    forums: Mapping[str, str]
    values: Mapping[str, int]
    teams: Mapping[str, str]
    shut: frozenset[str]
    rooms: Mapping[str, str] = field(default_factory=dict)

    def rows(self, desk: SolverDesk, key: str) -> Iterator[tuple[Segment, int, int]]:
        """Yield the meetings in which an instalment is taken up, and from and to which tick after each opens."""
        yield from desk.placement(key, self.forums[key]).rows(self.values, self.shut)


def read_solution(desk: SolverDesk, reader: SolutionReader, forum: str | None = None) -> Solution:
    """Return what the solver found; of a forum that was planned alone, only what it takes up."""
    chosen = {
        key: placement
        for key, placements in desk.placements.items()
        for placement in reversed(placements)
        if forum in (None, placement.axis.forum) and (placement.present is True or reader.value(placement.present))
    }
    return Solution(
        {key: placement.axis.forum for key, placement in chosen.items()},
        {name: reader.value(each) for placement in chosen.values() for name, each in placement.unknowns.items()},
        {meeting: team for (team, meeting), serving in desk.serving.items() if reader.value(serving)},
        frozenset(key for key, held in desk.held.items() if not reader.value(held)),
        {meeting: room for (meeting, room), there in desk.rooms.items() if there is True or reader.value(there)},
    )


def programme_of(desk: SolverDesk, solution: Solution, finding: Finding) -> Programme:
    """Return the programme of a solution, its considerations in order of time."""
    session, clock = desk.session, desk.clock
    rows = []
    for key in solution.forums:
        for segment, opens, closes in solution.rows(desk, key):
            meeting = segment.meeting
            rows.append(Consideration(key, meeting.key, clock.after(meeting, opens), clock.after(meeting, closes)))
    order = {meeting.key: number for number, meeting in enumerate(session.meetings)}
    rows.sort(key=lambda row: (order[row.meeting], instant(row.opens) if row.opens else 0, row.instalment))
    taken = {row.meeting for row in rows}
    meetings = tuple(_as_planned(desk, solution, meeting, taken=meeting.key in taken) for meeting in session.meetings)
    return Programme(session, meetings, tuple(rows), finding=finding, left_out=tuple(_left_out(desk, solution)))


def _left_out(desk: SolverDesk, solution: Solution) -> Iterator[LeftOut]:
    """Yield the items that are left out, in agenda order: those without any start, and those for which time lacks."""
    items: dict[str, Leaving] = {}
    for key in (key for key in desk.taken if key not in solution.forums):
        item = desk.session.agenda.instalment(key).items[0]
        nowhere = not desk.placements[key] or items.get(item) is Leaving.NO_MEETING
        items[item] = Leaving.NO_MEETING if nowhere else Leaving.NO_TIME
    yield from (LeftOut(item, reason) for item, reason in items.items())


def _as_planned(desk: SolverDesk, solution: Solution, meeting: Meeting, *, taken: bool) -> Meeting:
    if not taken and not desk.surely(meeting):
        return replace(meeting, held=False) if meeting.optional or meeting.key in desk.closed else meeting
    team, room = solution.teams.get(meeting.key, meeting.team), solution.rooms.get(meeting.key, meeting.room)
    return replace(meeting, team=team, room=room) if (team, room) != (meeting.team, meeting.room) else meeting

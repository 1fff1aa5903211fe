"""What the solver found, read out of its variables, and the programme that this makes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Protocol

from wgsched.model import Consideration, Finding, Meeting, Programme
from wgsched.model.gate import instant
from wgsched.planning.model.axes import Segment
from wgsched.planning.model.desk import Desk
from wgsched.planning.model.literals import Expression
from wgsched.planning.model.pauses import runs
from wgsched.planning.model.placements.in_parts import PlacementInParts


class Reader(Protocol):
    """What tells the values of a solution: a solver, or the callback that hears of one."""

    def value(self, expression: Expression, /) -> int:
        """Return the value of an expression."""


@dataclass(frozen=True)
class Solution:
    """Where each instalment was put: its forum, and its start there in ticks of held time.

    ``shut`` are the meetings that are not held, ``teams`` who serves which. ``parts`` has the parts of what may be
    interrupted: in which meeting of the axis, and from and to which tick after it opens. ``values`` has by name what
    says where everything is.
    """

    starts: Mapping[str, tuple[str, int]]
    teams: Mapping[str, str]
    shut: frozenset[str]
    parts: Mapping[str, tuple[tuple[int, int, int], ...]] = field(default_factory=dict)
    values: Mapping[str, int] = field(default_factory=dict)

    def rows(self, desk: Desk, key: str) -> Iterator[tuple[Segment, int, int]]:
        """Yield the meetings in which an instalment is taken up, and from and to which tick after each opens."""
        forum, start = self.starts[key]
        if key in self.parts:
            yield from ((desk.axes[forum].segments[index], opens, closes) for index, opens, closes in self.parts[key])
            return
        required, axis = desk.required[key], desk.axes[forum]
        for begin, end in runs(start, required.ticks(desk.clock), desk.pauses(required, forum)):
            yield from axis.parts(begin, end - begin, self.shut)


def read_solution(desk: Desk, reader: Reader, forum: str | None = None) -> Solution:
    """Return what the solver found; of a forum that was planned alone, only what it takes up."""
    chosen = {
        key: placement
        for key, placements in desk.placements.items()
        for placement in reversed(placements)
        if forum in (None, placement.axis.forum) and (placement.present is True or reader.value(placement.present))
    }
    parts = {
        key: tuple(_parts(placement, reader))
        for key, placement in chosen.items()
        if isinstance(placement, PlacementInParts)
    }
    starts = {
        key: (placement.axis.forum, _first(parts[key]) if key in parts else reader.value(placement.start))
        for key, placement in chosen.items()
    }
    values = {name: reader.value(each) for placement in chosen.values() for name, each in placement.unknowns.items()}
    teams = {meeting: team for (team, meeting), serving in desk.serving.items() if reader.value(serving)}
    shut = frozenset(key for key, held in desk.held.items() if not reader.value(held))
    return Solution(starts, teams, shut, parts, values)


def _first(parts: tuple[tuple[int, int, int], ...]) -> int:
    """Return where the first part opens; it has none yet where only another forum was planned."""
    return parts[0][1] if parts else 0


def _parts(placement: PlacementInParts, reader: Reader) -> Iterator[tuple[int, int, int]]:
    for index, part in placement.parts.items():
        if reader.value(part.size):
            yield index, reader.value(part.opens), reader.value(part.closes)


def programme_of(desk: Desk, solution: Solution, finding: Finding) -> Programme:
    """Return the programme of a solution, its considerations in order of time."""
    session, clock = desk.session, desk.clock
    rows = []
    for key in solution.starts:
        for segment, opens, closes in solution.rows(desk, key):
            meeting = segment.meeting
            rows.append(Consideration(key, meeting.key, clock.after(meeting, opens), clock.after(meeting, closes)))
    order = {meeting.key: number for number, meeting in enumerate(session.meetings)}
    rows.sort(key=lambda row: (order[row.meeting], instant(row.opens) if row.opens else 0, row.instalment))
    taken = {row.meeting for row in rows}
    meetings = tuple(_as_planned(desk, solution, meeting, taken=meeting.key in taken) for meeting in session.meetings)
    return Programme(session, meetings, tuple(rows), finding=finding)


def _as_planned(desk: Desk, solution: Solution, meeting: Meeting, *, taken: bool) -> Meeting:
    if not taken:
        return replace(meeting, held=False) if meeting.optional or meeting.key in desk.closed else meeting
    return replace(meeting, team=solution.teams[meeting.key]) if meeting.key in solution.teams else meeting

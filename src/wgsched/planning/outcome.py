"""From starts to a programme."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Protocol

from wgsched.model import Consideration, Finding, Meeting, Programme
from wgsched.planning.desk import Desk
from wgsched.planning.places import Expression


class Reader(Protocol):
    """What tells the values of a solution: a solver, or the callback that hears of one."""

    def value(self, expression: Expression, /) -> int:
        """Return the value of an expression."""


@dataclass(frozen=True)
class Solution:
    """Where each instalment was put: its forum, and its start there in ticks of held time.

    ``shut`` are the meetings that are not held, ``teams`` who serves which.
    """

    starts: Mapping[str, tuple[str, int]]
    teams: Mapping[str, str]
    shut: frozenset[str]


def solution(desk: Desk, reader: Reader) -> Solution:
    """Return what the solver found."""
    starts = {
        key: next((p.axis.forum, reader.value(p.start)) for p in places if p.present is True or reader.value(p.present))
        for key, places in desk.places.items()
    }
    teams = {meeting: team for (team, meeting), serving in desk.serving.items() if reader.value(serving)}
    return Solution(starts, teams, frozenset(key for key, held in desk.held.items() if not reader.value(held)))


def programme(desk: Desk, found: Solution, finding: Finding) -> Programme:
    """Return the programme of a solution, its considerations in order of time."""
    session, clock = desk.session, desk.clock
    rows = []
    for key, (forum, start) in found.starts.items():
        for sitting, opens, closes in desk.axes[forum].parts(start, desk.wants[key].ticks(clock), found.shut):
            meeting = sitting.meeting
            rows.append(Consideration(key, meeting.key, clock.after(meeting, opens), clock.after(meeting, closes)))
    order = {meeting.key: place for place, meeting in enumerate(session.meetings)}
    rows.sort(key=lambda row: (order[row.meeting], row.opens, row.instalment))
    taken = {row.meeting for row in rows}
    meetings = tuple(_as_found(desk, found, meeting, taken=meeting.key in taken) for meeting in session.meetings)
    return Programme(session, meetings, tuple(rows), finding=finding)


def _as_found(desk: Desk, found: Solution, meeting: Meeting, *, taken: bool) -> Meeting:
    if not taken:
        return replace(meeting, held=False) if meeting.optional or meeting.key in desk.closed else meeting
    return replace(meeting, team=found.teams[meeting.key]) if meeting.key in found.teams else meeting

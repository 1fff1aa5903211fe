"""In which meeting each item is and in which room each meeting, read out of a count by meeting or told to one."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field

from wgsched.planning.model.literals import Literal
from wgsched.planning.model.solution import SolutionReader
from wgsched.planning.search.by_meeting.whole_desk import WholeDesk


@dataclass(frozen=True)
class Allotment:
    """In which meeting each instalment is, and in which room each meeting, all by key."""

    meetings: Mapping[str, str]
    rooms: Mapping[str, str] = field(default_factory=dict)


def read(counts: WholeDesk, solver: SolutionReader) -> Allotment:
    """Return where everything is; without rooms where some of a kind are not told apart."""
    meetings: dict[str, str] = {}
    for key, rows in counts.rows.items():
        left = list(counts.merged.alike(key))
        for meeting, row in rows.items():
            number = solver.value(row)
            meetings |= dict.fromkeys(left[:number], meeting)
            left = left[number:]
    if any(len(rooms) > 1 for rooms in counts.merged.rooms.values()):
        return Allotment(meetings)
    rooms = {meeting: room for (meeting, room), there in counts.rooms.items() if solver.value(there)}
    return Allotment(meetings, rooms)


def pinned(
    counts: WholeDesk, allotment: Allotment, *, rows: bool = True, without: Collection[str] = ()
) -> Iterator[tuple[Literal, int]]:
    """Yield the variables that say which meeting is held, which item and which room it has, with their values.

    Those of some meetings are left out; those of rows too, if only the meetings that are held are to stay.
    """
    held = set(allotment.meetings.values())
    for meeting, used in counts.taking.items():
        if meeting not in without:
            yield used, meeting in held
    for key, some in counts.rows.items() if rows else ():
        here = [allotment.meetings[each] for each in counts.merged.alike(key)]
        yield from ((row, here.count(meeting)) for meeting, row in some.items() if meeting not in without)
    for (meeting, room), there in counts.rooms.items() if rows and allotment.rooms else ():
        if meeting not in without:
            yield there, allotment.rooms.get(meeting) == room

"""From places on the axes to a programme with hours and teams."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from tests.benchmarks.puzzle import Puzzle
from wgsched.model import Consideration, Programme

Parts = Mapping[str, list[tuple[int, int, int]]]
"""For each task, its parts: the index of the slot in the forum, from and to which of its ticks."""


def laid(puzzle: Puzzle, parts: Parts) -> Programme:
    """Return the programme in which the tasks are taken up so; teams are given out in the order of the forums."""
    session = puzzle.session
    order = {meeting.key: place for place, meeting in enumerate(session.meetings)}
    rows = []
    for key, some in parts.items():
        slots = puzzle.slots[puzzle.tasks[key].forum]
        for index, low, high in some:
            opens = session.meeting(slots[index].key).opens
            begins, ends = (opens.add(minutes=ticks * puzzle.tick) for ticks in (low, high))
            rows.append(Consideration(key, slots[index].key, begins, ends))
    rows.sort(key=lambda row: (order[row.meeting], row.opens, row.instalment))
    return Programme(session, tuple(_meetings(puzzle, {row.meeting for row in rows})), tuple(rows))


def _meetings(puzzle: Puzzle, taken: set[str]):
    session = puzzle.session
    teams = [team.key for team in session.services.teams]
    given: dict[object, int] = {}
    for meeting in session.meetings:
        if meeting.key not in taken:
            yield replace(meeting, held=not meeting.optional)
        elif len(teams) == 1:
            yield meeting
        else:
            place = given[meeting.opens] = given.get(meeting.opens, -1) + 1
            yield replace(meeting, team=teams[min(place, len(teams) - 1)])

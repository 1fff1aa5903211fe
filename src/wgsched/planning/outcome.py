"""From starts to a programme."""

from __future__ import annotations

from dataclasses import replace
from typing import TypeAlias

from ortools.sat.python import cp_model

from wgsched.model import Consideration, Finding, Programme
from wgsched.planning.desk import Desk

Starts: TypeAlias = dict[str, tuple[str, int]]
"""Where each instalment was put: its forum, and its start on that axis in ticks."""


def starts(desk: Desk, solver: cp_model.CpSolver) -> Starts:
    """Return where the solver put each instalment."""
    return {
        key: next((p.axis.forum, solver.value(p.start)) for p in places if p.present is True or solver.value(p.present))
        for key, places in desk.places.items()
    }


def programme(desk: Desk, found: Starts, finding: Finding) -> Programme:
    """Return the programme that these starts make."""
    session, clock = desk.session, desk.clock
    rows = []
    for key, (forum, start) in found.items():
        axis = desk.axes[forum]
        ticks = desk.wants[key].minutes // clock.tick
        for sitting, opens, closes in axis.parts(start, ticks):
            meeting = sitting.meeting
            rows.append(Consideration(key, meeting.key, clock.after(meeting, opens), clock.after(meeting, closes)))
    order = {meeting.key: place for place, meeting in enumerate(session.meetings)}
    rows.sort(key=lambda row: (order[row.meeting], row.opens, row.instalment))
    taken = {row.meeting for row in rows}
    meetings = tuple(
        replace(m, held=False) if m.key in desk.closed or (m.optional and m.key not in taken) else m
        for m in session.meetings
    )
    return Programme(session, meetings, tuple(rows), finding=finding)

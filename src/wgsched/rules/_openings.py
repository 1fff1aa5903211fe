"""Which meetings open upon conclusion of an item, because what they take up first does."""

from __future__ import annotations

from dataclasses import replace

from wgsched.model import Meeting, Opening, Programme
from wgsched.model.gate import instant
from wgsched.model.waiting import first_upon


def with_openings(programme: Programme) -> Programme:
    """Return a programme whose meetings say upon what they open: as the session says, else as their first items do.

    Committees that meet "upon conclusion of item 9 in plenary" have no hour of their own.
    """
    known = {meeting.key: meeting for meeting in programme.session.meetings}
    meetings = tuple(_opened(programme, each, known.get(each.key, each)) for each in programme.meetings)
    return programme if meetings == programme.meetings else replace(programme, meetings=meetings)


def _opened(programme: Programme, meeting: Meeting, given: Meeting) -> Meeting:
    if given.window != meeting.window:
        return meeting  # it was given an hour since
    opening = given.opening or _upon(programme, meeting)
    return meeting if opening == meeting.opening else replace(meeting, opening=opening)


def _upon(programme: Programme, meeting: Meeting) -> Opening | None:
    """Return the item of another forum upon whose conclusion a meeting opens, while its hours have begun."""
    for after, followed in first_upon(programme, meeting):
        last = programme.meeting(followed[-1].meeting)
        concluded = followed[-1].closes or last.closes
        if last.forum != meeting.forum and instant(meeting.opens) < instant(concluded) < instant(meeting.closes):
            return Opening(item=after.key)
        if last.forum != meeting.forum and followed[-1].closes is None and last.window.meets(meeting.window):
            return Opening(item=after.key)
    return None

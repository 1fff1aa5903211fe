"""The numbers of meetings: counted in each forum as held, so that they may still change until then."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from wgsched.model import Meeting, Programme


def meeting_numbers(programme: Programme) -> dict[str, int]:
    """Return the number of each meeting that sits, by key.

    Cancelled meetings have none. A number that an earlier part of the session fixed is kept, and counting goes on
    from it.
    """
    counted: dict[str, int] = {}
    numbers: dict[str, int] = {}
    for meeting in sorted(programme.meetings, key=lambda each: (each.opens, each.key)):
        if meeting.sits:
            counted[meeting.forum] = meeting.number or counted.get(meeting.forum, 0) + 1
            numbers[meeting.key] = counted[meeting.forum]
    return numbers


def was_held(programme: Programme, meeting: Meeting) -> bool:
    """Return whether a meeting is over: something of it was recorded, or the programme is as of a later moment."""
    if any(actual.meeting == meeting.key for actual in programme.actuals):
        return True
    return programme.as_of is not None and meeting.sits and meeting.closes <= programme.as_of

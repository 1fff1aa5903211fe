"""What wishes about rooms read from a session and a programme."""

from __future__ import annotations

from collections.abc import Iterable

from wgsched.model import Meeting, Programme, Session


def chosen(meeting: Meeting) -> bool:
    """Return whether the room of a meeting is planned."""
    return bool(meeting.rooms) and not meeting.room


def rooms_taken(programme: Programme, meetings: Iterable[Meeting]) -> tuple[str, ...]:
    """Return the room of each of these meetings that takes place in a known room."""
    held = (programme.meeting(meeting.key) for meeting in meetings)
    return tuple(each.room for each in held if each.room and programme.takes_place(each))


def surely_meets(session: Session, forum: str) -> bool:
    """Return whether a forum meets in every programme: a meeting is kept, or an item that stays can go nowhere else."""
    if any(meeting.kept and meeting.sits and not meeting.optional for meeting in session.meetings_of(forum)):
        return True
    stay = (each for each in session.agenda.instalments if not any(session.agenda[key].priority for key in each.items))
    return any(set(session.forums_of(each)) == {forum} for each in stay)

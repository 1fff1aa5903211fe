"""Changes to one meeting: cancelled, held after all, at other hours, in another room."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from wgsched.editing.edits import Edit, RefusedEdit
from wgsched.errors import Fault
from wgsched.files.spoken import meeting_named, moment_named, typed_name
from wgsched.model import Consideration, Meeting, Programme, Sentence
from wgsched.model.gate import instant

if TYPE_CHECKING:
    from pendulum import DateTime


def cancel(programme: Programme, meeting: str) -> Edit:
    """Cancel a meeting. It stays in the programme, and its items are taken up nowhere until they are placed again.

    Its rows are set aside, for the case that it is held after all.

    Raises:
        BadInput: there is no such meeting.
    """
    old = meeting_named(programme.session, programme.meetings, meeting)
    new = replace(old, cancelled=True)
    rows = tuple(row for row in programme.considerations if row.meeting != old.key)
    aside = (*programme.set_aside, *programme.rows(old))
    changed = replace(with_meeting(programme, new), considerations=rows, set_aside=aside)
    return Edit(programme, changed, Sentence("meeting-cancelled", meeting=new))


def hold(programme: Programme, meeting: str) -> Edit:
    """Hold a meeting that was cancelled, or that was not going to be held. Rows that were set aside come back.

    Raises:
        BadInput: there is no such meeting.
    """
    old = meeting_named(programme.session, programme.meetings, meeting)
    new = replace(old, held=True, cancelled=False)
    code = "meeting-reinstated" if old.cancelled else "meeting-added"
    back, rest = ([row for row in programme.set_aside if (row.meeting == old.key) is here] for here in (True, False))
    places = {each.key: place for place, each in enumerate(programme.meetings)}
    rows = sorted((*programme.considerations, *back), key=lambda row: places.get(row.meeting, -1))
    changed = replace(with_meeting(programme, new), considerations=tuple(rows), set_aside=tuple(rest))
    return Edit(programme, changed, Sentence(code, meeting=new))


def retime(
    programme: Programme, meeting: str, opens: str | DateTime | None = None, closes: str | DateTime | None = None
) -> Edit:
    """Give a meeting other hours, such as ``15:30``. The hours of its rows move with its opening.

    Unless ``closes`` is given, it closes when it was to close; on another day it keeps its length. A meeting that had
    no hour of its own has one with ``opens``.

    Raises:
        BadInput: there is no such meeting or moment, or it would close before it opens.
    """
    old = meeting_named(programme.session, programme.meetings, meeting)
    opening = _moment(programme, old, opens) if opens else old.opens
    closing = _moment(programme, old, closes) if closes else old.closes
    if not closes and opening.date() != old.date:
        closing = opening.add(minutes=old.minutes)
    if instant(closing) <= instant(opening):
        hint = "" if closes else f"It closes at {old.closes:%H:%M} unless you give its closing too."
        fault = Fault(f"the meeting {typed_name(programme, old.key)} would close before it opens", hint=hint)
        raise RefusedEdit(fault, "closes-before-it-opens", meeting=old)
    new = replace(old, opens=opening, closes=closing, opening=None if opens else old.opening)
    rows = tuple(_moved(row, old, new) for row in programme.considerations)
    changed = replace(with_meeting(programme, new), considerations=rows)
    return Edit(programme, changed, Sentence("meeting-retimed", was=old, now=new))


def room(programme: Programme, meeting: str, room: str | None) -> Edit:
    """Give a meeting another room, or leave its room open: None.

    Raises:
        BadInput: there is no such meeting.
    """
    new = replace(meeting_named(programme.session, programme.meetings, meeting), room=room or None)
    sentence = Sentence("meeting-room", meeting=new, room=room) if room else Sentence("meeting-room-open", meeting=new)
    return Edit(programme, with_meeting(programme, new), sentence)


def with_meeting(programme: Programme, new: Meeting) -> Programme:
    """Return the programme with one meeting as it is now."""
    return replace(programme, meetings=tuple(new if each.key == new.key else each for each in programme.meetings))


def _moment(programme: Programme, meeting: Meeting, moment: str | DateTime) -> DateTime:
    if isinstance(moment, str):
        return moment_named(programme.session, moment, meeting.date)
    return programme.session.moment(moment)


def _moved(row: Consideration, old: Meeting, new: Meeting) -> Consideration:
    shift = instant(new.opens) - instant(old.opens)
    if row.meeting != old.key or not shift or not (row.opens and row.closes):
        return row
    return replace(row, opens=row.opens.add(seconds=shift), closes=row.closes.add(seconds=shift))

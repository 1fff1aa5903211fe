"""Where a row stands, by the name of its item as a person types it, and whether it may still be changed."""

from __future__ import annotations

from wgsched.checking.remaining import moment_of
from wgsched.editing.edits import RefusedEdit
from wgsched.files.spoken import instalments_named, meeting_named, typed_name
from wgsched.model import Consideration, Meeting, Outcome, Programme
from wgsched.model.reading import subject


def row_named(programme: Programme, item: str, meeting: str | None = None) -> Consideration:
    """Return the row of an item; where it has several, that of a meeting.

    Raises:
        BadInput: it has none, or several, or what it says was held.
    """
    named = instalments_named(programme.session, item)
    said = subject(programme.session.agenda.items_of(named[0]))
    rows = [row for each in named for row in programme.of(each)]
    if meeting is not None:
        forums = programme.session.forums_of(named[0])
        there = meeting_named(programme.session, programme.meetings, meeting, forums).key
        rows = [row for row in rows if row.meeting == there]
    if not rows:
        where = "any meeting" if meeting is None else repr(meeting)
        raise RefusedEdit(f"{item!r} is not taken up in {where}", "not-taken-up", item=said)
    if len(rows) > 1:
        where = ", ".join(typed_name(programme, row.meeting) for row in rows)
        raise RefusedEdit(f"{item!r} has several rows: in {where}. Name one of them.", "several-rows", item=said)
    if _was_held(programme, rows[0]):
        where = typed_name(programme, rows[0].meeting)
        held = f"{item!r} was taken up in {where}: what was held cannot be moved"
        raise RefusedEdit(held, "was-held", item=said)
    return rows[0]


def open_meeting(programme: Programme, text: str, instalment: str | None = None) -> Meeting:
    """Return the meeting of this name, into which rows may be put, or a row of an instalment.

    A name without a forum means a meeting of the instalment's forum, if that sits then.

    Raises:
        BadInput: there is none, or it is cancelled or over.
    """
    session = programme.session
    forums = session.forums_of(session.agenda.instalment(instalment)) if instalment else ()
    meeting = meeting_named(session, programme.meetings, text, forums)
    if meeting.cancelled:
        cancelled = f"the meeting {typed_name(programme, meeting.key)} is cancelled. Hold it first."
        raise RefusedEdit(cancelled, "meeting-cancelled", meeting=meeting)
    moment = moment_of(programme)
    if moment is not None and meeting.usable.closes <= moment:
        over = f"the meeting {typed_name(programme, meeting.key)} is over"
        raise RefusedEdit(over, "meeting-over", meeting=meeting)
    return meeting


def place_before(programme: Programme, rows: tuple[Consideration, ...], before: str | None) -> int:
    """Return the place among these rows before which another is put: that of an item, or else the end.

    Raises:
        BadInput: the item is not among them.
    """
    if before is None:
        return len(rows)
    named = {each.key for each in instalments_named(programme.session, before)}
    for place, row in enumerate(rows):
        if row.instalment in named:
            return place
    instalment = instalments_named(programme.session, before)[0]
    said = subject(programme.session.agenda.items_of(instalment))
    raise RefusedEdit(f"{before!r} is not taken up in that meeting", "not-taken-up", item=said)


def _was_held(programme: Programme, row: Consideration) -> bool:
    moment = moment_of(programme)
    recorded = any(
        (each.instalment, each.meeting) == (row.instalment, row.meeting) and each.outcome is not Outcome.NOT_REACHED
        for each in programme.actuals
    )
    closes = row.closes or programme.meeting(row.meeting).closes
    return recorded or (moment is not None and closes <= moment)

"""Writes a programme back into its session file: its rows, and what was changed of its meetings. All else stays."""

from __future__ import annotations

import os
from dataclasses import replace

from wgsched.errors import BadInput, Fault
from wgsched.files.rowedits import RowsEditor
from wgsched.files.sessions import content_of, session_and_shape, session_from
from wgsched.files.typedrows import programme_of_rows, rows_saying
from wgsched.files.writing import write_whole
from wgsched.model import Meeting, Programme, Session


def save_rows(
    programme: Programme, session: str | os.PathLike[str], *, output: str | os.PathLike[str] | None = None
) -> None:
    """Write the rows of a programme into its session file, or into a copy of it.

    Rooms, hours and cancellations of meetings are written too. Comments, order and layout of the rest stay. Rows that
    are not pinned are marked with ``~``: they stand there now and may move.

    Raises:
        BadInput: the file cannot be read, is of another session, or has no place for a row; nothing is written.
    """
    made = saved_into(content_of(session), str(session), programme)
    write_whole(output or session, made, sources=[] if output is None else [session])


def saved_into(content: bytes, name: str, programme: Programme) -> bytes:
    """Return the content of a session file with the rows of a programme.

    Raises:
        BadInput: the file would be wrong, or something else in it would change.
    """
    session, shape = session_and_shape(content, name)
    if session.key != programme.session.key:
        raise BadInput(
            Fault(f"is the file of {session.key!r}, and the programme is of {programme.session.key!r}", name)
        )
    editor = RowsEditor(content, name, session, shape)
    editor.put_rows(rows_saying(programme))
    editor.put_meetings(programme.meetings)
    made = editor.applied()
    try:
        saved = session_from(made, name)
    except BadInput as refused:
        raise BadInput(*(Fault(f"would be wrong: {fault.message}", name) for fault in refused.faults)) from None
    if not _says(saved, session, programme):
        hint = "Write them into the session file by hand."
        raise BadInput(Fault("the rows cannot be written there without changing anything else", name, hint=hint))
    return made


def _says(saved: Session, before: Session, programme: Programme) -> bool:
    """Return whether a session says what a programme says, and all else that it said before."""
    rows = programme_of_rows(saved, unfinished=True).considerations
    same = replace(saved, organization=before.organization, meetings=before.meetings) == before
    meetings = [_written(each) for each in saved.meetings] == [_written(each) for each in programme.meetings]
    return same and meetings and rows == programme.considerations and saved.organization == rows_saying(programme)


def _written(meeting: Meeting) -> tuple[object, ...]:
    return meeting.key, meeting.opens, meeting.closes, meeting.room, meeting.cancelled

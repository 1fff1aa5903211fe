"""Rows that are all typed by hand: a programme without hours, also where no hours fit it."""

from __future__ import annotations

from wgsched.checking import check
from wgsched.checking.checker import judged
from wgsched.errors import UnknownName
from wgsched.model import Consideration, Programme, Session
from wgsched.planning.again.task import Task
from wgsched.rules import typed, with_openings


def as_typed(task: Task) -> Programme | None:
    """Return the programme that was typed by hand, without hours; None where rows are missing or a rule is broken.

    What was held is joined to it. The rules that need hours are not judged, and its finding says that it was typed.
    """
    rows = _typed(task.session)
    if rows is None or judged(rows):
        return None
    whole = with_openings(task.whole(rows))
    return None if check(whole) else whole


def _typed(session: Session) -> Programme | None:
    """Return a programme of the typed rows, where they take up everything and none may move."""
    if any(rows.placed for rows in session.organization):
        return None
    try:
        rows = {meeting.key: instalments for meeting, instalments in typed(session)}
    except UnknownName:
        return None
    considerations = tuple(
        Consideration(instalment.key, each.key) for each in session.meetings for instalment in rows.get(each.key, ())
    )
    missing = {each.key for each in session.agenda.instalments} - {row.instalment for row in considerations}
    return None if missing or not considerations else Programme(session, session.meetings, considerations)

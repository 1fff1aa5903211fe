"""Rows that are all typed by hand: a programme without hours, also where no hours fit it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wgsched.checking import check
from wgsched.checking.checker import judged
from wgsched.errors import UnknownName
from wgsched.model import Consideration, Programme, Session
from wgsched.rules import typed

if TYPE_CHECKING:
    from wgsched.planning.again.task import Task


def as_typed_or_no(asked: Task) -> Programme:
    """Return the rows as they were typed, where they are all there and break nothing that can be judged without hours.

    Raises:
        NoProgramme: they are not, and the solver has shown that there is no programme.
    """
    rows = as_typed(asked)
    if rows is not None:
        return rows
    from wgsched.planning.why.conflict import no_programme  # late: the parts that look for the reason

    raise no_programme(asked.session)


def as_typed(asked: Task) -> Programme | None:
    """Return the programme that was typed by hand, without hours; None where rows are missing or a rule is broken.

    What was held is joined to it. The rules that need hours are not judged, and its finding says that it was typed.
    """
    rows = _typed(asked.session)
    if rows is None or judged(rows):
        return None
    whole = asked.whole(rows)
    return None if check(whole) else whole


def _typed(session: Session) -> Programme | None:
    """Return a programme of the typed rows, where they take up everything."""
    try:
        rows = {meeting.key: instalments for meeting, instalments in typed(session)}
    except UnknownName:
        return None
    considerations = tuple(
        Consideration(instalment.key, each.key) for each in session.meetings for instalment in rows.get(each.key, ())
    )
    missing = {each.key for each in session.agenda.instalments} - {row.instalment for row in considerations}
    return None if missing or not considerations else Programme(session, session.meetings, considerations)

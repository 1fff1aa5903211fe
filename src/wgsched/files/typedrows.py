"""The programme that the rows of a session file make, if all are typed by hand or written by a tool."""

from __future__ import annotations

from collections.abc import Iterator

from wgsched.errors import BadInput, Fault
from wgsched.model import Consideration, Meeting, Programme, Rows, Session


def programme_of_rows(session: Session, *, unfinished: bool = False) -> Programme:
    """Return the programme of a session whose rows are all typed by hand; nothing is planned.

    Where a row states its minutes, all rows of its meeting have hours, one after another: the stated minutes, or an
    even share of what the item takes beside them. ``unfinished`` takes the rows that there are, also if some are
    missing.

    Raises:
        BadInput: some rows are left to be planned.
    """
    left = [rows.meeting for rows in session.organization if rows.open_ended]
    if not unfinished and (not session.organization or left):
        where = f": {', '.join(left)}" if left else ""
        hint = "Write the rows of all its meetings under organization:, or plan it with `wgsched plan`."
        raise BadInput(Fault(f"the rows of {session.key} are not all typed by hand{where}", hint=hint))
    rows = {each.meeting: each for each in session.organization}
    considerations = (
        row for meeting in session.meetings for row in _laid(session, meeting, rows.get(meeting.key, Rows(meeting.key)))
    )
    return Programme(session, session.meetings, tuple(considerations))


def _laid(session: Session, meeting: Meeting, rows: Rows) -> Iterator[Consideration]:
    stated = {each.instalment: each for each in rows.hours}
    free = meeting.opens
    for key in rows.instalments:
        if not stated:
            yield Consideration(key, meeting.key)
            continue
        hours = stated.get(key)
        opens = hours.opens if hours and hours.opens else free
        free = opens.add(minutes=hours.minutes if hours else even_share(session, key))
        yield Consideration(key, meeting.key, opens, free)


def even_share(session: Session, key: str) -> int:
    """Return the minutes of each row of an instalment that states none: what it takes beside those, shared evenly."""
    mine = [rows for rows in session.organization if key in rows.instalments]
    stated = [each.minutes for rows in mine for each in rows.hours if each.instalment == key]
    left = session.minutes_of(session.agenda.instalment(key)) - sum(stated)
    return max(1, left // max(1, len(mine) - len(stated)))

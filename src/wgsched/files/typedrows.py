"""The rows of a session file as a programme, and a programme as such rows."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator
from dataclasses import replace

from pendulum import DateTime

from wgsched.errors import BadInput, Fault
from wgsched.files.spoken import names_of
from wgsched.model import Consideration, Instalment, Leaving, LeftOut, Meeting, Programme, RowHours, Rows, Session
from wgsched.rules import rows_named, with_openings


def is_typed_whole(session: Session) -> bool:
    """Return whether the rows of a session are all typed by hand, so that it needs no planning.

    Where rows may move (``~``), a tool wrote a whole programme: ``...`` then lets others come, but none need to if
    every item has a row that is not one that may be left out.
    """
    if not any(rows.open_ended for rows in session.organization):
        return bool(session.organization)
    typed = {key for rows in session.organization for key in rows.instalments}
    written = any(rows.placed for rows in session.organization)
    agenda = session.agenda
    return written and all(each.key in typed or agenda[each.items[0]].priority for each in agenda.instalments)


def programme_of_rows(session: Session, *, unfinished: bool = False) -> Programme:
    """Return the programme of a session whose rows are all typed by hand; nothing is planned.

    Where a row states its minutes, all rows of its meeting have hours, one after another: the stated minutes, or an
    even share of what the item takes beside them. ``unfinished`` takes the rows that there are, also if some are
    missing. Of rows that are whole, an item that may be left out and has none is left out.

    Raises:
        BadInput: some rows are left to be planned.
    """
    if not unfinished and not is_typed_whole(session):
        names = names_of(session, session.meetings)
        left = [names.typed(session.meeting(rows.meeting)) for rows in session.organization if rows.open_ended]
        where = f": {', '.join(left)}" if left else ""
        hint = "Write the rows of all its meetings under organization:, or plan it with `wgsched plan`."
        raise BadInput(Fault(f"the rows of {session.key} are not all typed by hand{where}", hint=hint))
    rows = {each.meeting: each for each in session.organization}
    considerations = (
        row for meeting in session.meetings for row in _laid(session, meeting, rows.get(meeting.key, Rows(meeting.key)))
    )
    left_out = () if unfinished else tuple(_left_out(session))
    return with_openings(Programme(session, session.meetings, tuple(considerations), left_out=left_out))


def _left_out(session: Session) -> Iterator[LeftOut]:
    """Yield the items that may be left out and have no row: no meeting has a place for them."""
    typed = {key for rows in session.organization for key in rows.instalments}
    for item in session.agenda:
        parts = [each.key for each in session.agenda.instalments if each.items[0] == item.key]
        if item.priority and parts and typed.isdisjoint(parts):
            yield LeftOut(item.key, Leaving.NO_MEETING)


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


def pins_of(programme: Programme) -> frozenset[tuple[str, str]]:
    """Return which rows of the session are pinned: the meeting and the instalment, by their keys.

    Raises:
        UnknownName: a typed row names what is not planned.
    """
    session = programme.session
    typed = ((rows.meeting, name) for rows in session.organization for name in rows.pinned)
    return frozenset((meeting, part.key) for meeting, name in typed for part, _ in rows_named(session, name))


def typed_again(programme: Programme, meeting: Meeting, pins: Container[tuple[str, str]]) -> Rows:
    """Return the rows of a meeting as a tool types them: what is not pinned may move.

    A meeting that admitted others still does, also when all of its rows are pinned.
    """
    keys = tuple(row.instalment for row in programme.rows(meeting))
    placed = tuple(key for key in keys if (meeting.key, key) not in pins)
    old = next((rows for rows in programme.session.organization if rows.meeting == meeting.key), None)
    return Rows(meeting.key, keys, not placed and (old is None or old.admits), placed)


def rows_saying(programme: Programme) -> tuple[Rows, ...]:
    """Return the typed rows that say a programme: `programme_of_rows` returns its rows, with their hours."""
    pins, typed = pins_of(programme), {rows.meeting for rows in programme.session.organization}
    stated = _stated(programme)
    return tuple(
        replace(typed_again(programme, meeting, pins), hours=tuple(_hours(programme, meeting, stated)))
        for meeting in programme.meetings
        if meeting.key in typed or programme.rows(meeting)
    )


def _stated(programme: Programme) -> set[str]:
    """Return the instalments of which every row states its minutes; the others have theirs without saying so."""
    stated = {each.key for each in programme.session.agenda.instalments if not _even(programme, each)}
    for meeting in programme.meetings:
        rows = [row for row in programme.rows(meeting) if row.window]
        stated.update(row.instalment for row, opens in zip(rows, _unsaid(meeting, rows), strict=True) if opens)
        if rows and stated.isdisjoint(row.instalment for row in rows):
            stated.add(rows[0].instalment)
    return stated


def _even(programme: Programme, instalment: Instalment) -> bool:
    rows = programme.of(instalment)
    share = programme.session.minutes_of(instalment) // max(1, len(rows))
    return all(row.window is None or row.window.minutes == share for row in rows)


def _unsaid(meeting: Meeting, rows: Iterable[Consideration]) -> Iterator[DateTime | None]:
    """Yield the opening of each row that does not follow the one before it, and None for the others."""
    free = meeting.opens
    for row in rows:
        yield None if row.opens == free else row.opens
        free = row.closes or free


def _hours(programme: Programme, meeting: Meeting, stated: Container[str]) -> Iterator[RowHours]:
    rows = [row for row in programme.rows(meeting) if row.window]
    for row, opens in zip(rows, _unsaid(meeting, rows), strict=True):
        if row.window and row.instalment in stated:
            yield RowHours(row.instalment, row.window.minutes, opens)

"""The hours of the rows of a meeting, when one is put in or taken out.

Only what must move does: a row that is put in pushes back those it runs into, and behind a row that is taken out those
that followed it without a pause close up. A row whose hour is promised keeps it; what it then breaks, the checker says.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from wgsched.model import Consideration, Meeting, Programme


def put_in(
    programme: Programme, meeting: Meeting, rows: Sequence[Consideration], place: int, row: Consideration, minutes: int
) -> tuple[Consideration, ...]:
    """Return the rows of a meeting with one more at a place; with no minutes, it has no hours."""
    if not minutes:
        return (*rows[:place], replace(row, meeting=meeting.key, opens=None, closes=None), *rows[place:])
    opens = max([meeting.opens, *(each.closes for each in rows[:place] if each.closes)])
    new = replace(row, meeting=meeting.key, opens=opens, closes=opens.add(minutes=minutes))
    return (*rows[:place], new, *_pushed(programme, new, rows[place:]))


def _pushed(programme: Programme, new: Consideration, rows: Iterable[Consideration]) -> Iterator[Consideration]:
    free = new.closes
    for row in rows:
        if row.window is None or free is None:
            yield row
            continue
        if row.window.opens < free and not programme.firm(row):
            yield replace(row, opens=free, closes=free.add(minutes=row.window.minutes))
            free = free.add(minutes=row.window.minutes)
        else:
            yield row
            free = max(free, row.window.closes)


def taken_out(programme: Programme, rows: Sequence[Consideration], old: Consideration) -> tuple[Consideration, ...]:
    """Return the rows of a meeting without one of them."""
    place = next(number for number, each in enumerate(rows) if each is old)
    return (*rows[:place], *_closed_up(programme, old, rows[place + 1 :]))


def _closed_up(programme: Programme, old: Consideration, rows: Sequence[Consideration]) -> Iterator[Consideration]:
    free, edge = old.opens, old.closes
    for number, row in enumerate(rows):
        if free is None or row.window is None or row.window.opens != edge or programme.firm(row):
            yield from rows[number:]
            return
        closes = free.add(minutes=row.window.minutes)
        yield replace(row, opens=free, closes=closes)
        free, edge = closes, row.window.closes

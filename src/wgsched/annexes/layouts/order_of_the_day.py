"""Order of the day: one day, all forums, with the numbers of meetings, rooms and interpretation."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from pendulum import Date

from wgsched.annexes.layouts import day as daily
from wgsched.annexes.layouts.sheet import Sheet, opening_iso
from wgsched.annexes.pages import Block, Cell, Heading, PageBreak, Pages, Record, Row, Table
from wgsched.model import Event, Language, Meeting, Programme

COLUMNS = ("column-time", "column-meeting", "column-item", "column-title", "column-room", "column-interpretation")


def pages(
    programme: Programme, language: Language, *, fill: Language | None = None, day: Date | str | None = None
) -> Pages:
    """Return the order of a day (``2009-05-14``), or of every day, each on its own page.

    Raises:
        BadInput: nothing is held on that day.
    """
    sheet = Sheet.of(programme, language, fill)
    days = daily.days(sheet, day)
    title = sheet.words.phrase("order-of-the-day", date=sheet.words.days([*days] or programme.session.days))
    return sheet.pages(title, _blocks(sheet, days), landscape=True)


def _blocks(sheet: Sheet, days: Mapping[Date, list[Meeting | Event]]) -> Iterator[Block]:
    for number, (date, things) in enumerate(days.items()):
        yield from [PageBreak()] if number else []
        heading = sheet.words.phrase("order-of-the-day", date=sheet.words.date(date, year=True))
        yield Heading(heading, level=2 if number else 1)
        rows = tuple(row for thing in things for row in _rows(sheet, thing))
        yield Table(header=sheet.header(COLUMNS), rows=rows, widths=(26, 24, 16, 48, 24, 22))


def _rows(sheet: Sheet, thing: Meeting | Event) -> Iterator[Row]:
    hours, opens = sheet.hours(thing), opening_iso(thing)
    if not isinstance(thing, Meeting):
        title = sheet.words.text(thing.title, thing.key)
        cells = (Cell(hours, iso=opens), Cell(), Cell(), Cell(title), Cell(daily.room(sheet, thing)), Cell())
        yield Row(cells, record=sheet.event_record(thing))
        return
    rows = sheet.programme.rows(thing)
    height = max(1, len(rows))
    before = (Cell(hours, rowspan=height, iso=opens), Cell(daily.name(sheet, thing), rowspan=height))
    after = (
        Cell(daily.room(sheet, thing), rowspan=height),
        Cell(sheet.words.capital(daily.interpretation(sheet, thing)), rowspan=height),
    )
    more: Record = {"number": sheet.programme.number(thing) or "", "cancelled": thing.cancelled}
    for number, row in enumerate(rows):
        own = (Cell(sheet.label(row)), Cell(sheet.title(row)))
        whole = (*before, *own, *after)
        yield Row(own if number else whole, record={**sheet.record(row), **more})
    if not rows:
        yield Row((*before, Cell(), Cell(), *after))

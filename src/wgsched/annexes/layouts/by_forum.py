"""By forum: for each forum, or each track of a conference, its meetings and events with their room, items and names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from wgsched.annexes.layouts import day as daily
from wgsched.annexes.layouts.sheet import Sheet, by_date, opening_iso
from wgsched.annexes.pages import Block, Cell, Heading, Pages, Row, Table
from wgsched.model import Event, Language, Meeting, Programme

COLUMNS = ("column-time", "column-room", "column-item", "column-title")


def pages(programme: Programme, language: Language, *, fill: Language | None = None) -> Pages:
    """Return a list for each forum that meets, in the order of the session; events of no forum stand before them."""
    sheet = Sheet.of(programme, language, fill)
    title = sheet.words.phrase("timetable")
    events, forums = sheet.events("grid"), {forum.key for forum in sheet.forums}
    blocks: list[Block] = [Heading(title), *_list(sheet, [each for each in events if each.forum not in forums])]
    every: list[Meeting | Event] = [*sheet.meetings, *events]
    for forum in sheet.forums:
        blocks += [Heading(sheet.track(forum.key), 2)] if sheet.several else []
        blocks += _list(sheet, [each for each in every if each.forum == forum.key])
    return sheet.pages(title, (*blocks, *sheet.left_out()))


def _list(sheet: Sheet, things: Sequence[Meeting | Event]) -> Iterator[Table]:
    """Yield a list, if there is anything to list."""
    if things:
        yield Table(header=sheet.header(COLUMNS), rows=tuple(_rows(sheet, things)), widths=(27, 27, 18, 52))


def _rows(sheet: Sheet, things: Iterable[Meeting | Event]) -> Iterator[Row]:
    for date, held in by_date(things).items():
        yield Row((Cell(sheet.day(date), colspan=len(COLUMNS), iso=date.isoformat()),), band=True)
        for each in held:
            yield from _meeting(sheet, each) if isinstance(each, Meeting) else _event(sheet, each)


def _event(sheet: Sheet, event: Event) -> Iterator[Row]:
    cells = Cell(sheet.hours(event), iso=opening_iso(event)), Cell(sheet.room(event.room)), Cell()
    yield Row((*cells, Cell(sheet.words.text(event.title, event.key))), record=sheet.event_record(event))


def _meeting(sheet: Sheet, meeting: Meeting) -> Iterator[Row]:
    """Yield a row for each row of a meeting; its hours and its room stand before all of them."""
    rows = sheet.programme.rows(meeting)
    height = max(1, len(rows))
    before = (
        Cell(sheet.hours(meeting), rowspan=height, iso=opening_iso(meeting)),
        Cell(daily.room(sheet, meeting), rowspan=height),
    )
    if not rows:
        name = daily.numbered(sheet, meeting)
        yield Row((*before, Cell(), Cell(name)), record=sheet.meeting_record(meeting, name))
    for place, row in enumerate(rows):
        cells = Cell(sheet.label(row)), Cell(sheet.title(row))
        yield Row(cells if place else (*before, *cells), record=sheet.record(row))

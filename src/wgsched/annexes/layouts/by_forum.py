"""By forum: for each forum, or each track of a conference, its meetings with their room, their items and the names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from wgsched.annexes.layouts import day as daily
from wgsched.annexes.layouts.sheet import Sheet, by_date, opening_iso
from wgsched.annexes.pages import Block, Cell, Heading, Pages, Row, Table
from wgsched.model import Language, Meeting, Programme

COLUMNS = ("column-time", "column-room", "column-item", "column-title")


def pages(programme: Programme, language: Language, *, fill: Language | None = None) -> Pages:
    """Return a list for each forum that meets, in the order of the session."""
    sheet = Sheet.of(programme, language, fill)
    title = sheet.words.phrase("timetable")
    blocks: list[Block] = [Heading(title)]
    for forum in sheet.forums:
        meetings = [meeting for meeting in sheet.meetings if meeting.forum == forum.key]
        blocks += [Heading(sheet.forum(forum.key), 2)] if sheet.several else []
        blocks += [Table(header=sheet.header(COLUMNS), rows=tuple(_rows(sheet, meetings)), widths=(27, 27, 18, 52))]
    return sheet.pages(title, (*blocks, *sheet.left_out()))


def _rows(sheet: Sheet, meetings: Iterable[Meeting]) -> Iterator[Row]:
    for date, held in by_date(meetings).items():
        yield Row((Cell(sheet.day(date), colspan=len(COLUMNS), iso=date.isoformat()),), band=True)
        for meeting in held:
            if isinstance(meeting, Meeting):
                yield from _meeting(sheet, meeting)


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

"""Person: what somebody whose name is printed presents, chairs or would like to attend, in order of time."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from wgsched.annexes.layouts import day as daily
from wgsched.annexes.layouts.sheet import Sheet, by_date, opening_iso
from wgsched.annexes.pages import Block, Cell, Heading, PageBreak, Pages, Row, Table
from wgsched.errors import BadInput
from wgsched.model import Language, Meeting, Participant, Programme
from wgsched.model.reading import concerns

ALONE = True
COLUMNS = ("column-time", "column-meeting", "column-room", "column-item", "column-title")


def pages(
    programme: Programme, language: Language, *, fill: Language | None = None, person: str | None = None
) -> Pages:
    """Return the programme of a person, by key or by name, or of each person whose name is printed.

    Raises:
        BadInput: nobody with that key or name has ``printed: yes``.
    """
    sheet = Sheet.of(programme, language, fill)
    blocks: list[Block] = []
    for each in _chosen(programme.session.participants, person):
        name = sheet.words.text(each.name, each.key)
        table = Table(header=sheet.header(COLUMNS), rows=tuple(_rows(sheet, each)), widths=(22, 28, 26, 14, 50))
        blocks += [*([PageBreak()] if blocks else []), Heading(name), table]
    title = sheet.words.phrase("timetable")
    return sheet.pages(title, blocks or [Heading(title)], landscape=True)


def _chosen(participants: Sequence[Participant], person: str | None) -> list[Participant]:
    printed = [each for each in participants if each.printed]
    if person is None:
        return printed
    chosen = [each for each in printed if person == each.key or person in each.name.values()]
    if not chosen:
        names = ", ".join(each.key for each in printed)
        raise BadInput(f"nobody with 'printed: yes' is called {person!r}; there is {names or 'nobody'}")
    return chosen


def _rows(sheet: Sheet, person: Participant) -> Iterator[Row]:
    """Yield a row for each row of a meeting that is theirs, under its date."""
    for date, held in by_date(sheet.meetings).items():
        rows = [row for meeting in held if isinstance(meeting, Meeting) for row in _meeting(sheet, meeting, person)]
        if rows:
            yield Row((Cell(sheet.day(date), colspan=len(COLUMNS), iso=date.isoformat()),), band=True)
            yield from rows


def _meeting(sheet: Sheet, meeting: Meeting, person: Participant) -> Iterator[Row]:
    """Yield a row for each row of a meeting that is theirs; hours, name and room stand before all of them."""
    theirs = [row for row in sheet.programme.rows(meeting) if concerns(sheet.programme, person, row)]
    before = (
        Cell(sheet.hours(meeting), rowspan=len(theirs), iso=opening_iso(meeting)),
        Cell(daily.name(sheet, meeting), rowspan=len(theirs)),
        Cell(daily.room(sheet, meeting), rowspan=len(theirs)),
    )
    for place, row in enumerate(theirs):
        cells = Cell(sheet.label(row)), Cell(sheet.title(row))
        yield Row(cells if place else (*before, *cells), record=sheet.record(row))

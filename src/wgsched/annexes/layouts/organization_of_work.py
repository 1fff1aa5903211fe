"""Organization of work: the annex. A date row, a time cell over its items, a row per item.

The form of CAC/COSP/WG.2/2009/1 and A/AC.291/11: holidays have a row, what goes on from an earlier meeting has a mark,
hours inside a meeting are not printed unless they are a promise.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from pendulum import Date

from wgsched.annexes.layouts.sheet import Sheet, by_date, iso
from wgsched.annexes.pages import Block, Cell, Footnote, Heading, Pages, Paragraph, Row, Run, Shade, Style, Table
from wgsched.languages import standing
from wgsched.model import Event, Language, Meeting, Programme, Status

TOLD = {Status.SILENCE, Status.AGREED, Status.ADOPTED}
"""What is told under the heading; of a draft, also when it is circulated, the heading says enough: proposed."""


def pages(programme: Programme, language: Language, *, fill: Language | None = None, note: str = "") -> Pages:
    """Return the annex in a language; ``note`` is a footnote to its heading.

    Raises:
        MissingTitles: a title is missing in the language, and in the one to fill from.
    """
    sheet = Sheet.of(programme, language, fill)
    words = sheet.words
    heading = headline(sheet)
    return sheet.document(heading, (Heading(words.phrase("annex")), *body(sheet, note)))


def body(sheet: Sheet, note: str = "") -> Iterator[Block]:
    """Yield the heading, how far the programme has come, and the table, without the word "annex"."""
    heading = headline(sheet)
    yield Heading((Run(heading), Footnote(note)) if note else heading, level=2)
    if sheet.programme.status in TOLD:
        yield Paragraph(standing(sheet.words, sheet.programme), Style.CENTERED)
    yield table(sheet)


def headline(sheet: Sheet) -> str:
    """Return the heading; what is adopted is no more proposed."""
    adopted = sheet.programme.status is Status.ADOPTED
    return sheet.words.phrase("organization-of-work-adopted" if adopted else "organization-of-work")


def table(sheet: Sheet) -> Table:
    """Return the table; where several forums meet, it has a column for them."""
    columns = ("column-date-time", *(("column-forum",) if len(sheet.forums) > 1 else ()), "column-item", "column-title")
    widths = (26, 18, 18, 48) if len(columns) > 3 else (30, 18, 62)
    return Table(
        header=(Row(tuple(Cell(sheet.words.phrase(column)) for column in columns)),),
        rows=tuple(row for day in _days(sheet) for row in day),
        widths=widths,
    )


def _days(sheet: Sheet) -> Iterator[Iterator[Row]]:
    days = dict(by_date(sheet.meetings, sheet.events("annex")))
    for day in sorted({*days, *sheet.holidays}):
        if day in sheet.holidays and day not in days:
            yield _holiday(sheet, day)
        else:
            yield _day(sheet, day, days[day])


def _holiday(sheet: Sheet, day: Date) -> Iterator[Row]:
    title = sheet.words.phrase("holiday")
    columns = 3 if len(sheet.forums) > 1 else 2
    yield Row(
        (
            Cell(Run(sheet.day(day), bold=True), iso=day.isoformat(), shade=Shade.LIGHT),
            Cell(title, colspan=columns, shade=Shade.LIGHT),
        ),
        record={"date": day.isoformat(), "kind": "holiday", "title": title},
    )


def _day(sheet: Sheet, day: Date, things: list[Meeting | Event]) -> Iterator[Row]:
    columns = 4 if len(sheet.forums) > 1 else 3
    yield Row((Cell(sheet.day(day), colspan=columns, iso=day.isoformat()),), band=True)
    for (opens, closes), together in groupby(things, key=lambda each: (each.opens, each.closes)):
        rows = [row for each in together for row in _rows(sheet, each)]
        hours = Cell(sheet.words.hours(opens, closes), rowspan=len(rows), iso=iso(opens))
        first, *rest = rows
        yield Row((hours, *first.cells), record=first.record)
        yield from rest


def _rows(sheet: Sheet, thing: Meeting | Event) -> Iterator[Row]:
    """Yield the rows of a meeting or an event, without the time cell."""
    several = len(sheet.forums) > 1
    if not isinstance(thing, Meeting):
        place = (Cell(sheet.forum(thing.forum) if thing.forum else ""),) * several
        yield Row((*place, Cell(), Cell(sheet.text(thing.title, thing.key))), record=sheet.event_record(thing))
        return
    considered = sheet.programme.rows(thing)
    for number, row in enumerate(considered):
        place = (Cell(sheet.forum(thing.forum), rowspan=len(considered)),) * (several and number == 0)
        yield Row((*place, Cell(sheet.label(row)), Cell(sheet.title(row))), record=sheet.record(row))

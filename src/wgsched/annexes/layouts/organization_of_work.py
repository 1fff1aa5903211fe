"""Organization of work: the annex. A date row, a time cell over its items, a row per item.

The form of CAC/COSP/WG.2/2009/1 and A/AC.291/11: holidays have a row, what goes on from an earlier meeting has a mark,
hours inside a meeting are not printed unless they are a promise.
"""

from __future__ import annotations

from collections.abc import Iterator

from wgsched.annexes.layouts import masthead
from wgsched.annexes.layouts.day import numbered
from wgsched.annexes.layouts.sheet import Sheet, by_date, by_hours, opening_iso
from wgsched.annexes.pages import Block, Cell, Footnote, Heading, Pages, Paragraph, Row, Run, Shade, Style, Table
from wgsched.languages import standing
from wgsched.model import Event, Language, Meeting, Programme, Status

TOLD = {Status.SILENCE, Status.AGREED, Status.ADOPTED}
"""What is told under the heading; of a draft, also when it is circulated, the heading says enough: proposed."""


def pages(
    programme: Programme,
    language: Language,
    *,
    fill: Language | None = None,
    note: str = "",
    inside: bool = False,
) -> Pages:
    """Return the annex in a language; ``note`` is a footnote to its heading.

    Alone it has a masthead; ``inside`` another document it is headed "Annex" instead.
    """
    sheet = Sheet.of(programme, language, fill)
    head = (Heading(sheet.words.phrase("annex")),) if inside else masthead.of_paper(sheet)
    return sheet.pages(headline(sheet), (*head, *body(sheet, note, level=2 if inside else 1)))


def body(sheet: Sheet, note: str = "", *, level: int = 2) -> Iterator[Block]:
    """Yield the heading, how far the programme has come, and the table, without the word "annex"."""
    heading = headline(sheet)
    yield Heading((Run(heading), Footnote(note)) if note else heading, level)
    if sheet.programme.status in TOLD:
        yield Paragraph(standing(sheet.words, sheet.programme), Style.CENTERED)
    names, widths = columns(several=sheet.several)
    yield Table(header=sheet.header(names), rows=tuple(_days(sheet, len(names))), widths=widths)
    yield from sheet.left_out()


def headline(sheet: Sheet) -> str:
    """Return the heading; what is adopted is no more proposed."""
    adopted = sheet.programme.status is Status.ADOPTED
    return sheet.words.phrase("organization-of-work-adopted" if adopted else "organization-of-work")


def columns(*, several: bool) -> tuple[tuple[str, ...], tuple[float, ...]]:
    """Return the columns and their widths; where several forums meet, one is for them."""
    if several:
        return ("column-date-time", "column-forum", "column-item", "column-title"), (26, 18, 18, 48)
    return ("column-date-time", "column-item", "column-title"), (30, 18, 62)


def _days(sheet: Sheet, width: int) -> Iterator[Row]:
    days = by_date(sheet.meetings, sheet.events("annex"))
    for day in sorted({*days, *sheet.holidays}):
        if day not in days:
            title = sheet.words.phrase("holiday")
            date = Cell(Run(sheet.day(day), bold=True), iso=day.isoformat(), shade=Shade.LIGHT)
            cells = (date, Cell(title, colspan=width - 1, shade=Shade.LIGHT))
            yield Row(cells, record={"date": day.isoformat(), "kind": "holiday", "title": title})
            continue
        yield Row((Cell(sheet.day(day), colspan=width, iso=day.isoformat()),), band=True)
        for together in by_hours(days[day]):
            rows = [row for each in together for row in _rows(sheet, each)]
            hours = Cell(sheet.hours(together[0]), rowspan=len(rows), iso=opening_iso(together[0]))
            yield Row((hours, *rows[0].cells), record=rows[0].record)
            yield from rows[1:]


def _unknown(sheet: Sheet, meeting: Meeting) -> Row:
    """Return the row of a meeting of which it is not known yet what it takes up: its number stands there."""
    place, name = (Cell(sheet.track(meeting.forum)),) * sheet.several, numbered(sheet, meeting)
    return Row((*place, Cell(), Cell(name)), record=sheet.meeting_record(meeting, name))


def _rows(sheet: Sheet, thing: Meeting | Event) -> Iterator[Row]:
    """Yield the rows of a meeting or an event, without the time cell."""
    if not isinstance(thing, Meeting):
        place = (Cell(sheet.forum(thing.forum) if thing.forum else ""),) * sheet.several
        yield Row((*place, Cell(), Cell(sheet.words.text(thing.title, thing.key))), record=sheet.event_record(thing))
        return
    considered = sheet.programme.rows(thing)
    if not considered:
        yield _unknown(sheet, thing)
    for number, row in enumerate(considered):
        first = sheet.several and number == 0
        place = (Cell(sheet.track(thing.forum), rowspan=len(considered)),) if first else ()
        yield Row((*place, Cell(sheet.label(row)), Cell(sheet.title(row))), record=sheet.record(row))

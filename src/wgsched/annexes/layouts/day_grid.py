"""Day grid: days and the hours of their meetings down, one column per forum across."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from pendulum import Date, DateTime

from wgsched.annexes.layouts.sheet import Sheet, by_date, iso
from wgsched.annexes.pages import Cell, Heading, Pages, Row, Run, Shade, Table
from wgsched.model import Event, Forum, Language, Meeting, Programme


def pages(programme: Programme, language: Language, *, fill: Language | None = None) -> Pages:
    """Return the timetable, on a page that lies on its side.

    Raises:
        MissingTitles: a title is missing in the language, and in the one to fill from.
    """
    sheet = Sheet.of(programme, language, fill)
    words = sheet.words
    forums = sheet.forums or programme.session.forums[:1]
    names = (words.phrase("column-title"),) if len(forums) == 1 else tuple(sheet.forum(forum.key) for forum in forums)
    heads = (words.phrase("column-date"), words.phrase("column-time"), *names)
    table = Table(
        header=(Row(tuple(Cell(head) for head in heads)),),
        rows=tuple(row for day in _days(sheet, forums) for row in day),
        widths=(26, 27, *(max(30, 120 // len(forums)) for _ in forums)),
    )
    return sheet.document(words.phrase("timetable"), (Heading(words.phrase("timetable")), table), landscape=True)


def _days(sheet: Sheet, forums: tuple[Forum, ...]) -> Iterator[tuple[Row, ...]]:
    days = dict(by_date(sheet.meetings, sheet.events("grid")))
    for day in sorted({*days, *sheet.holidays}):
        if day in days:
            yield tuple(_day(sheet, day, days[day], forums))
        else:
            title = sheet.words.phrase("holiday")
            cells = (_date(sheet, day, 1), Cell(title, colspan=1 + len(forums), shade=Shade.LIGHT))
            yield (Row(cells, record={"date": day.isoformat(), "kind": "holiday", "title": title}),)


def _date(sheet: Sheet, day: Date, rows: int) -> Cell:
    return Cell(Run(sheet.day(day), bold=True), rowspan=rows, iso=day.isoformat(), header=True)


def _day(sheet: Sheet, day: Date, things: list[Meeting | Event], forums: tuple[Forum, ...]) -> Iterator[Row]:
    rows = [
        row
        for (opens, closes), together in groupby(things, key=lambda each: (each.opens, each.closes))
        for row in _hours(sheet, opens, closes, list(together), forums)
    ]
    first, *rest = rows
    yield Row((_date(sheet, day, len(rows)), *first.cells), record=first.record)
    yield from rest


def _hours(
    sheet: Sheet, opens: DateTime, closes: DateTime, things: list[Meeting | Event], forums: tuple[Forum, ...]
) -> Iterator[Row]:
    """Yield a row for the meetings of these hours, and one for each event."""
    hours = Cell(sheet.words.hours(opens, closes), iso=iso(opens))
    sitting = {thing.forum: thing for thing in things if isinstance(thing, Meeting)}
    if sitting:
        cells = (Cell(_content(sheet, sitting[forum.key])) if forum.key in sitting else Cell() for forum in forums)
        keys = "; ".join(meeting.key for meeting in sitting.values())
        yield Row((hours, *cells), record=_record(sheet, opens, closes, "meeting", keys, tuple(sitting.values())))
    for thing in things:
        if not isinstance(thing, Meeting):
            title = sheet.text(thing.title, thing.key)
            record = _record(sheet, opens, closes, "event", thing.key, (), title)
            yield Row((hours, Cell(title, colspan=len(forums), shade=Shade.LIGHT)), record=record)


def _content(sheet: Sheet, meeting: Meeting) -> tuple[Run, ...]:
    """Return what a meeting takes up, a line per row, and its room."""
    runs: list[Run] = []
    for row in sheet.programme.rows(meeting):
        label = sheet.label(row)
        runs += [Run("\n")] * bool(runs) + [Run(f"{label} ", bold=True)] * bool(label)
        runs.append(Run(sheet.title(row)))
    room = sheet.room(meeting.room)
    return (*runs, Run(f"\n{room}", italic=True)) if room else tuple(runs)


def _record(
    sheet: Sheet, opens: DateTime, closes: DateTime, kind: str, key: str, meetings: tuple[Meeting, ...], title: str = ""
) -> dict[str, str]:
    rows = [row for meeting in meetings for row in sheet.programme.rows(meeting)]
    return {
        "date": opens.date().isoformat(),
        "opens": iso(opens),
        "closes": iso(closes),
        "kind": kind,
        "key": key,
        "items": "; ".join(str(item.number or item.key) for row in rows for item in sheet.programme.items(row)),
        "title": title or "; ".join(sheet.title(row) for row in rows),
    }

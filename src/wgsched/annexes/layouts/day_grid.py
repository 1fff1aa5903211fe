"""Day grid: days and the hours of their meetings down, one column per forum across."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from wgsched.annexes.layouts.day import numbered
from wgsched.annexes.layouts.sheet import Sheet, by_date, by_hours, opening_iso
from wgsched.annexes.pages import Cell, Pages, Record, Row, Run, Shade, Table
from wgsched.model import Event, Forum, Language, Meeting, Programme, TableStyle


def pages(programme: Programme, language: Language, *, fill: Language | None = None) -> Pages:
    """Return the timetable, on a page that lies on its side."""
    sheet = Sheet.of(programme, language, fill)
    words = sheet.words
    forums = sheet.forums or programme.session.forums[:1]
    names = (words.phrase("column-title"),) if len(forums) == 1 else tuple(sheet.track(forum.key) for forum in forums)
    heads = (words.phrase("column-date"), words.phrase("column-time"), *names)
    table = Table(
        header=(Row(tuple(map(Cell, heads))),),
        rows=tuple(_rows(sheet, forums)),
        widths=(26, 27, *(max(30, 120 // len(forums)) for _ in forums)),
    )
    # Without lines between its columns nobody finds the forum of a meeting.
    return replace(sheet.one_table("timetable", table, *sheet.left_out(), landscape=True), style=TableStyle.GRID)


def _rows(sheet: Sheet, forums: tuple[Forum, ...]) -> Iterator[Row]:
    days = by_date(sheet.meetings, sheet.events("grid"))
    for day in sorted({*days, *sheet.holidays}):
        if day in days:
            rows = [row for together in by_hours(days[day]) for row in _hours(sheet, together, forums)]
        else:
            title = sheet.words.phrase("holiday")
            cell = Cell(title, colspan=1 + len(forums), shade=Shade.LIGHT)
            rows = [Row((cell,), record={"date": day.isoformat(), "kind": "holiday", "title": title})]
        date = Cell(Run(sheet.day(day), bold=True), rowspan=len(rows), iso=day.isoformat(), header=True)
        yield Row((date, *rows[0].cells), record=rows[0].record)
        yield from rows[1:]


def _hours(sheet: Sheet, things: list[Meeting | Event], forums: tuple[Forum, ...]) -> Iterator[Row]:
    """Yield a row for the meetings of the same hours, and one for each event."""
    hours = Cell(sheet.hours(things[0]), iso=opening_iso(things[0]))
    meetings = {thing.forum: thing for thing in things if isinstance(thing, Meeting)}
    if meetings:
        cells = (Cell(_content(sheet, meetings[forum.key])) if forum.key in meetings else Cell() for forum in forums)
        yield Row((hours, *cells), record=_record(sheet, tuple(meetings.values())))
    for thing in things:
        if not isinstance(thing, Meeting):
            title = Cell(sheet.words.text(thing.title, thing.key), colspan=len(forums), shade=Shade.LIGHT)
            yield Row((hours, title), record=_record(sheet, (thing,)))


def _content(sheet: Sheet, meeting: Meeting) -> tuple[Run, ...]:
    """Return what a meeting takes up, a line per row, and its room."""
    runs: list[Run] = []
    for row in sheet.programme.rows(meeting):
        label = sheet.label(row)
        runs += [Run("\n")] * bool(runs) + [Run(f"{label} ", bold=True)] * bool(label)
        runs.append(Run(sheet.title(row)))
    if not runs:
        runs.append(Run(numbered(sheet, meeting)))
    room = sheet.room(meeting.room)
    return (*runs, Run(f"\n{room}", italic=True)) if room else tuple(runs)


def _record(sheet: Sheet, things: tuple[Meeting | Event, ...]) -> Record:
    """Return an event, or the meetings of the same hours together, in plain values."""
    first = things[0]
    rows = [row for each in things if isinstance(each, Meeting) for row in sheet.programme.rows(each)]
    title = "; ".join(sheet.title(row) for row in rows)
    return {
        "date": first.opens.date().isoformat(),
        **sheet.record_hours(first),
        "kind": "meeting" if isinstance(first, Meeting) else "event",
        "key": "; ".join(each.key for each in things),
        "items": "; ".join(str(item.number or item.key) for row in rows for item in sheet.programme.items(row)),
        "title": title if isinstance(first, Meeting) else sheet.words.text(first.title, first.key),
    }

"""The programme on one landscape page: days across, hours and forums down, a week or two.

Items stand in the order in which they are taken up, without hours: inside a meeting these are estimates. Letters are as
large as the page allows, never below 6 points; then the paper is A3, and at last each week has a page of its own.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from typing import TypeAlias

from pendulum import Date, Time

from wgsched.annexes.fitting import height
from wgsched.annexes.layouts import masthead
from wgsched.annexes.layouts.day import numbered
from wgsched.annexes.layouts.sheet import Sheet, by_date, opening_iso
from wgsched.annexes.pages import TONES, Block, Cell, Heading, OnePage, PageBreak, Pages, Row, Run, Shade, Table
from wgsched.errors import BadInput
from wgsched.model import Event, Language, Meeting, Programme, TableStyle

Things: TypeAlias = Sequence[Meeting | Event]
HeldHours: TypeAlias = tuple[Time, Time, str]
"""From when to when, and words in place of hours that are an estimate."""
Week: TypeAlias = list[tuple[Date, Things] | None]
"""The days of a week in the columns that all weeks share; None where nothing is held."""

PAPERS = ("a4", "a3")
SIZES = (9.0, 8.0, 7.5, 7.0, 6.5, 6.0)
HEADING = 30.0
"""Points that a heading takes, with the air around it."""


def pages(programme: Programme, language: Language, *, fill: Language | None = None, paper: str = "") -> Pages:
    """Return the timetable on one page; ``paper`` is ``a4`` or ``a3``, by default the smaller on which it can be read.

    Raises:
        BadInput: there is no such paper.
    """
    if paper and paper.lower() not in PAPERS:
        raise BadInput(f"no paper is called {paper!r}. Known: {', '.join(PAPERS)}")
    sheet = Sheet.of(programme, language, fill)
    weeks = _weeks(sheet)
    tables = [_table(sheet, week) for week in weeks]
    form, apart = _form(tables, (paper.lower(),) if paper else PAPERS)
    title = sheet.words.phrase("timetable")
    blocks: list[Block] = [*masthead.in_a_line(sheet), Heading(title)]
    for number, table in enumerate(tables):
        blocks += [PageBreak()] if apart and number else []
        blocks.append(table)
    blocks += sheet.left_out()
    return replace(sheet.pages(title, blocks, landscape=True), style=TableStyle.GRID, one_page=form)


def _form(tables: Sequence[Table], papers: Sequence[str]) -> tuple[OnePage, bool]:
    """Return the form of the page, and whether each week has a page of its own."""
    forms = [OnePage(paper, size) for paper in papers for size in SIZES]
    for form in forms:
        if 2 * HEADING + sum(height(table, form) for table in tables) <= form.tall:
            return form, False
    apart = (each for each in forms if all(2 * HEADING + height(table, each) <= each.tall for table in tables))
    return next(apart, forms[-1]), True


def _weeks(sheet: Sheet) -> list[Week]:
    """Return what is held on each day, week by week; a weekday stands in the same column in all of them."""
    dates = by_date(sheet.meetings, sheet.events("grid"))
    days = sorted({*dates, *sheet.holidays})
    weekdays = sorted({day.weekday() for day in days})
    weeks: list[Week] = []
    for _, week in groupby(days, key=lambda day: day.isocalendar()[:2]):
        held = {day.weekday(): (day, dates.get(day, ())) for day in week}
        weeks.append([held.get(weekday) for weekday in weekdays])
    return weeks


def _table(sheet: Sheet, week: Week) -> Table:
    met = {thing.forum for thing in _things(week) if isinstance(thing, Meeting)}
    forums = [forum.key for forum in sheet.forums if forum.key in met]
    corner = (Cell(sheet.words.phrase("column-time")), *(Cell(sheet.words.phrase("column-forum")),) * sheet.several)
    days = tuple(Cell(sheet.day(day[0]), iso=day[0].isoformat()) if day else Cell() for day in week)
    slots = sorted({_slot(sheet, thing) for thing in _things(week)})
    rows = [row for slot in slots for row in _rows(sheet, week, forums, slot)]
    widths = (*((10.0,) * (1 + sheet.several)), *(80 / len(week) for _ in week))
    return Table(tuple(_with_holidays(sheet, rows, week)), (Row((*corner, *days)),), widths)


def _things(week: Week) -> list[Meeting | Event]:
    return [thing for day in week if day for thing in day[1]]


def _with_holidays(sheet: Sheet, rows: list[Row], week: Week) -> Iterator[Row]:
    """Yield the rows; a day on which the duty station is closed says so in the first of them."""
    closed = Cell(sheet.words.phrase("holiday"), shade=Shade.LIGHT)
    for number, row in enumerate(rows):
        before = len(row.cells) - len(week)
        own = [
            closed if number == 0 and day and not day[1] else cell
            for day, cell in zip(week, row.cells[before:], strict=True)
        ]
        yield replace(row, cells=(*row.cells[:before], *own))


def _slot(sheet: Sheet, thing: Meeting | Event) -> HeldHours:
    words = sheet.words.opening(thing) if isinstance(thing, Meeting) else ""
    held = sheet.programme.meeting(thing.key) if words else thing
    return held.opens.time(), held.closes.time(), words


def _rows(sheet: Sheet, week: Week, forums: Sequence[str], slot: HeldHours) -> Iterator[Row]:
    """Yield a row for each forum that meets in these hours, and one for what is only shown."""
    there = [thing for thing in _things(week) if _slot(sheet, thing) == slot]
    meeting = [forum for forum in forums if any(isinstance(each, Meeting) and each.forum == forum for each in there)]
    lines = [*meeting, *([None] if any(isinstance(each, Event) for each in there) else [])]
    hours = Cell(sheet.hours(there[0]), rowspan=len(lines), header=True)
    for number, forum in enumerate(lines):
        name = (Cell(sheet.track(forum) if forum else "", header=True, shade=_tone(sheet, forum)),) * sheet.several
        days = tuple(_cell(sheet, day[1] if day else (), forum, slot) for day in week)
        yield Row(((hours,) if number == 0 else ()) + name + days)


def _cell(sheet: Sheet, things: Things, forum: str | None, slot: HeldHours) -> Cell:
    """Return what a forum takes up in these hours of a day; without a forum, the events."""
    own = [each for each in things if _slot(sheet, each) == slot]
    if forum is None:
        titles = [sheet.words.text(each.title, each.key) for each in own if isinstance(each, Event)]
        return Cell("\n".join(titles), shade=Shade.LIGHT) if titles else Cell()
    for each in own:
        if isinstance(each, Meeting) and each.forum == forum:
            return Cell(tuple(_content(sheet, each)), shade=_tone(sheet, forum), iso=opening_iso(each))
    return Cell()


def _tone(sheet: Sheet, forum: str | None) -> Shade | None:
    """Return the colour of a forum among those that meet; one alone needs none."""
    if forum is None or not sheet.several:
        return None
    return TONES[[each.key for each in sheet.forums].index(forum) % len(TONES)]


def _content(sheet: Sheet, meeting: Meeting) -> Iterator[Run]:
    rows = sheet.programme.rows(meeting)
    for number, row in enumerate(rows):
        label = sheet.label(row)
        yield from [Run("\n")] * (number > 0) + [Run(f"{label} ", bold=True)] * bool(label)
        yield Run(sheet.title(row).replace("\n", " / "))
    if not rows:
        yield Run(numbered(sheet, meeting))
    if room := sheet.room(meeting.room):
        yield Run(f"\n{room}", italic=True)

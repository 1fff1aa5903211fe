"""Door card: what is held in a room, on a page to hang beside its door, in letters as large as the page allows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TypeAlias

from pendulum import Date

from wgsched.annexes.fitting import height
from wgsched.annexes.layouts import day as daily
from wgsched.annexes.layouts import masthead
from wgsched.annexes.layouts.sheet import Sheet, by_date, opening_iso
from wgsched.annexes.pages import Block, Cell, Heading, OnePage, PageBreak, Pages, Row, Run, Table
from wgsched.errors import BadInput
from wgsched.model import Event, Language, Meeting, Programme, TableStyle

OfRoom: TypeAlias = Mapping[Date, Sequence[Meeting | Event]]
"""What is held in a room, by day."""

SIZES = (24.0, 22.0, 20.0, 18.0, 16.0, 14.0, 12.0, 11.0, 10.0, 9.0, 8.0)
READABLE = 14.0
"""Points in which a card can be read in passing; if all days of a room need smaller letters, each has its own page."""


def pages(
    programme: Programme,
    language: Language,
    *,
    fill: Language | None = None,
    day: Date | str | None = None,
    room: str | None = None,
) -> Pages:
    """Return the cards of a room, or of each room, on a day (``2009-05-14``) or on all days together.

    Raises:
        BadInput: nothing is held on that day, or in that room.
    """
    sheet = Sheet.of(programme, language, fill)
    shown = [event for event in programme.session.events if event.shown]
    rooms = _rooms(sheet, daily.days(sheet, day, shown), room)
    cards = [(key, table) for key, held in rooms.items() for table in [_table(sheet, held)]]
    form = _form(sheet, [table for _, table in cards])
    if form.size < READABLE:
        cards = [(key, _table(sheet, {date: held[date]})) for key, held in rooms.items() for date in held]
        form = _form(sheet, [table for _, table in cards])
    blocks = list[Block]()
    for card in cards:
        blocks += [PageBreak()] if blocks else []
        blocks += _card(sheet, *card)
    return replace(
        sheet.pages(sheet.words.phrase("timetable"), blocks, landscape=True), style=TableStyle.GRID, one_page=form
    )


def _rooms(sheet: Sheet, days: Mapping[Date, Sequence[Meeting | Event]], room: str | None) -> dict[str | None, OfRoom]:
    """Return what is held in each room, in the order of the session's rooms; what has none yet only without others."""
    things = [thing for held in days.values() for thing in held]
    used = list(dict.fromkeys(thing.room for thing in things if thing.room))
    known = [each.key for each in sheet.programme.session.services.rooms]
    ordered = sorted(used, key=lambda key: known.index(key) if key in known else len(known))
    if room is not None and room not in ordered:
        raise BadInput(f"nothing is held in the room {room!r}; there is something in {', '.join(ordered) or 'no room'}")
    chosen: list[str | None] = [room] if room is not None else [*ordered] or [None]
    return {key: by_date(thing for thing in things if thing.room == key) for key in chosen}


def _form(sheet: Sheet, tables: Sequence[Table]) -> OnePage:
    """Return the page with the largest letters in which every card fits."""
    above = 1 + len(sheet.programme.session.body.title.get(sheet.words.code, "")) // 60
    for size in SIZES:
        form = OnePage("a4", size)
        taken = 20 * above + 4 * form.heading
        if all(taken + height(table, form) <= form.tall for table in tables):
            return form
    return OnePage("a4", SIZES[-1])


def _card(sheet: Sheet, room: str | None, table: Table) -> Iterator[Block]:
    yield from masthead.in_a_line(sheet)
    yield Heading(sheet.words.capital(sheet.words.room_name(room)))
    yield table


def _table(sheet: Sheet, held: OfRoom) -> Table:
    rows = [row for date in held for row in _day(sheet, date, held[date])]
    return Table(tuple(rows), widths=(32, 68))


def _day(sheet: Sheet, date: Date, things: Sequence[Meeting | Event]) -> Iterator[Row]:
    yield Row((Cell(sheet.day(date), colspan=2, iso=date.isoformat()),), band=True)
    for thing in things:
        hours = Cell(Run(sheet.hours(thing), bold=True), iso=opening_iso(thing), header=True)
        if isinstance(thing, Meeting):
            record = sheet.meeting_record(thing, daily.name(sheet, thing))
            yield Row((hours, Cell(tuple(_content(sheet, thing)))), record=record)
        else:
            title = sheet.words.text(thing.title, thing.key)
            yield Row((hours, Cell(title)), record=sheet.event_record(thing))


def _content(sheet: Sheet, meeting: Meeting) -> Iterator[Run]:
    """Yield which meeting it is, and what it takes up, a line for each row; of a cancelled one, only that it is."""
    yield Run(daily.name(sheet, meeting), bold=True)
    for row in sheet.programme.rows(meeting) if not meeting.cancelled else ():
        label = sheet.label(row)
        yield Run("\n" + " ".join(filter(None, (label, sheet.title(row).replace("\n", " / ")))))

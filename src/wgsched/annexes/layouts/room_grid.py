"""Room grid: for each day the rooms down, the hours of its meetings across."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from pendulum import Date

from wgsched.annexes.layouts import day as daily
from wgsched.annexes.layouts.sheet import Sheet, by_hours, opening_iso
from wgsched.annexes.pages import Block, Cell, Heading, PageBreak, Pages, Record, Row, Run, Shade, Table
from wgsched.model import Event, Language, Meeting, Programme, TableStyle

HeldTogether = list[Meeting | Event]


def pages(
    programme: Programme, language: Language, *, fill: Language | None = None, day: Date | str | None = None
) -> Pages:
    """Return a grid for one day, or for each day, on pages that lie on their side.

    Raises:
        BadInput: nothing is held on that day.
    """
    sheet = Sheet.of(programme, language, fill)
    title = sheet.words.phrase("timetable")
    blocks: list[Block] = [Heading(title)]
    for date, things in daily.days(sheet, day, sheet.events("grid")).items():
        held = [each for each in things if not (isinstance(each, Meeting) and each.cancelled)]
        if held:
            blocks += [PageBreak()] * (len(blocks) > 1) + [Heading(sheet.day(date), 2), _grid(sheet, held)]
    plain = sheet.pages(title, (*blocks, *sheet.left_out()), landscape=True)
    return replace(plain, style=TableStyle.GRID)  # without lines nobody finds the room of a meeting


def _grid(sheet: Sheet, things: HeldTogether) -> Table:
    columns = list(by_hours(things))
    heads = (Cell(sheet.words.phrase("column-room")), *(Cell(sheet.hours(some[0])) for some in columns))
    rooms = _rooms(sheet, things)
    return Table(
        header=(Row(heads),),
        rows=tuple(_row(sheet, room, columns) for room in rooms),
        widths=(26, *(max(24, 200 // len(columns)) for _ in columns)),
    )


def _rooms(sheet: Sheet, things: HeldTogether) -> list[str | None]:
    """Return the rooms in use, those that are described first and in their order; last what is to be announced."""
    used = {each.room or None for each in things}
    described = [room.key for room in sheet.programme.session.services.rooms if room.key in used]
    others = sorted(key for key in used if key and key not in described)
    return [*described, *others, *([None] if None in used else [])]


def _row(sheet: Sheet, room: str | None, columns: Sequence[HeldTogether]) -> Row:
    name = sheet.room(room) or sheet.words.capital(sheet.words.phrase("room-open"))
    there = [[each for each in some if (each.room or None) == room] for some in columns]
    cells = (_cell(sheet, some) for some in there)
    return Row((Cell(Run(name, bold=True), header=True), *cells), record=_record(sheet, room, there))


def _cell(sheet: Sheet, things: HeldTogether) -> Cell:
    """Return what is held in a room at some hours; several only where their room is to be announced."""
    if not things:
        return Cell()
    runs: list[Run] = []
    for each in things:
        runs += [Run("\n")] * bool(runs)
        runs += _meeting(sheet, each) if isinstance(each, Meeting) else [Run(sheet.words.text(each.title, each.key))]
    if any(isinstance(each, Meeting) for each in things):
        return Cell(tuple(runs), iso=opening_iso(things[0]))
    return Cell(tuple(runs), iso=opening_iso(things[0]), shade=Shade.LIGHT)


def _meeting(sheet: Sheet, meeting: Meeting) -> Iterator[Run]:
    several = len(sheet.programme.session.forums) > 1
    rows = sheet.programme.rows(meeting)
    if several or not rows:
        yield Run(sheet.track(meeting.forum) if several else daily.numbered(sheet, meeting), bold=bool(rows))
    for place, row in enumerate(rows):
        above = "\n" if several or place else ""
        yield Run(above + " ".join(filter(None, (sheet.label(row), sheet.title(row)))))


def _record(sheet: Sheet, room: str | None, columns: Sequence[HeldTogether]) -> Record:
    """Return a room with what is held there on a day, in plain values."""
    held = [each for some in columns for each in some]
    return {
        "date": held[0].opens.date().isoformat(),
        "kind": "room",
        "room": room or "",
        "key": "; ".join(each.key for each in held),
        "title": "; ".join(_title(sheet, each) for each in held),
    }


def _title(sheet: Sheet, thing: Meeting | Event) -> str:
    if not isinstance(thing, Meeting):
        return sheet.words.text(thing.title, thing.key)
    titles = [sheet.title(row) for row in sheet.programme.rows(thing)]
    return "; ".join(titles) or sheet.forum(thing.forum)

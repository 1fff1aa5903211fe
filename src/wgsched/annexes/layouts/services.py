"""Utilization of conference services: what was granted, what the programme uses, and what is lost."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from wgsched.annexes.layouts.sheet import Sheet
from wgsched.annexes.pages import Align, Cell, Pages, Row, Table
from wgsched.model import Language, Meeting, Programme
from wgsched.model.services import interpreted, open_to, served_by

COLUMNS = ("column-service", "services-entitled", "column-used", "column-left")


def pages(programme: Programme, language: Language, *, fill: Language | None = None) -> Pages:
    """Return the meetings and hours with interpretation, team by team; hours without an item where hours are known."""
    sheet = Sheet.of(programme, language, fill)
    words = sheet.words
    service, *counted = map(words.phrase, COLUMNS)
    table = Table(
        header=(Row((Cell(service), *(Cell(each, align=Align.END) for each in counted))),),
        rows=tuple(_rows(sheet)),
        widths=(50, 20, 20, 20),
    )
    return sheet.one_table("services", table)


def _rows(sheet: Sheet) -> Iterator[Row]:
    session, words = sheet.programme.session, sheet.words
    granted, used = interpreted(session.meetings), interpreted(sheet.meetings)
    yield _counted(sheet, words.phrase("services-meetings"), len(granted), len(used))
    yield _timed(sheet, words.phrase("services-hours"), _minutes(granted), _minutes(used))
    for team in session.services.teams:
        name = words.phrase("services-team", team=team.key)
        yield _counted(sheet, name, len(open_to(session, team)), len(served_by(sheet.programme, team)))
    unused = [meeting for meeting in granted if meeting.key not in {each.key for each in used}]
    yield _counted(sheet, words.phrase("services-unused"), None, None, len(unused))
    if all(row.window for meeting in used for row in sheet.programme.rows(meeting)):
        taken = sum(row.window.minutes for each in used for row in sheet.programme.rows(each) if row.window)
        yield _timed(
            sheet, words.phrase("services-lost"), None, None, sum(each.usable.minutes for each in used) - taken
        )


def _minutes(meetings: Iterable[Meeting]) -> int:
    return sum(meeting.minutes for meeting in meetings)


def _counted(sheet: Sheet, name: str, granted: int | None, used: int | None, left: int | None = None) -> Row:
    left = granted - used if granted is not None and used is not None else left
    return _row(
        name,
        [("" if each is None else sheet.words.number(each)) for each in (granted, used, left)],
        (granted, used, left),
        "meetings",
    )


def _timed(sheet: Sheet, name: str, granted: int | None, used: int | None, left: int | None = None) -> Row:
    left = granted - used if granted is not None and used is not None else left
    return _row(
        name,
        [("" if each is None else _length(sheet, each)) for each in (granted, used, left)],
        (granted, used, left),
        "minutes",
    )


def _row(name: str, printed: list[str], values: tuple[int | None, int | None, int | None], unit: str) -> Row:
    granted, used, left = values
    cells = (Cell(name, header=True), *(Cell(text, align=Align.END) for text in printed))
    return Row(cells, record={"service": name, "unit": unit, "entitled": granted, "used": used, "left": left})


def _length(sheet: Sheet, minutes: int) -> str:
    """Return ``11 hours 30 minutes``, without the part that is nought."""
    words = sheet.words
    hours, rest = divmod(minutes, 60)
    if not rest:
        return words.phrase("hours", n=hours)
    if not hours:
        return words.minutes(rest)
    return words.phrase("hours-minutes", hours=words.phrase("hours", n=hours), minutes=words.minutes(rest))

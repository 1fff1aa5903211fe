"""Utilization of conference services: what was granted, what the programme uses, and what is lost."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from wgsched.annexes.layouts.sheet import Sheet
from wgsched.annexes.pages import Align, Cell, Pages, Record, Row, Table
from wgsched.languages import Lexicon
from wgsched.model import Language, Programme
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
    session, phrase = sheet.programme.session, sheet.words.phrase
    granted, used = (
        interpreted(session.meetings),
        interpreted(filter(sheet.programme.takes_place, sheet.programme.meetings)),
    )
    yield _row(sheet, phrase("services-meetings"), len(granted), len(used))
    minutes, taken = (sum(each.minutes for each in meetings) for meetings in (granted, used))
    yield _row(sheet, phrase("services-hours"), minutes, taken, unit="minutes")
    for team in session.services.teams:
        name = phrase("services-team", team=team.key)
        yield _row(sheet, name, len(open_to(session, team)), len(served_by(sheet.programme, team)))
    unused = {each.key for each in granted} - {each.key for each in used}
    yield _row(sheet, phrase("services-unused"), left=len(unused))
    windows = [row.window for each in used for row in sheet.programme.rows(each)]
    if all(windows):
        lost = sum(each.usable.minutes for each in used) - sum(window.minutes for window in windows if window)
        yield _row(sheet, phrase("services-lost"), left=lost, unit="minutes")


def _row(
    sheet: Sheet,
    name: str,
    granted: int | None = None,
    used: int | None = None,
    left: int | None = None,
    unit: str = "meetings",
) -> Row:
    if granted is not None and used is not None:
        left = granted - used
    say = sheet.words.number if unit == "meetings" else partial(_length, sheet.words)
    cells = (Cell("" if each is None else say(each), align=Align.END) for each in (granted, used, left))
    record: Record = {"service": name, "unit": unit, "entitled": granted, "used": used, "left": left}
    return Row((Cell(name, header=True), *cells), record=record)


def _length(words: Lexicon, minutes: int) -> str:
    """Return ``11 hours 30 minutes``, without the part that is nought."""
    hours, rest = divmod(minutes, 60)
    if not hours and rest:
        return words.minutes(rest)
    whole = words.phrase("hours", n=hours)
    return words.phrase("hours-minutes", hours=whole, minutes=words.minutes(rest)) if rest else whole

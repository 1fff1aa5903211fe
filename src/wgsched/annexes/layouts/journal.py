"""Journal entry: the official meetings of a day as paragraphs, ready to be pasted."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from pendulum import Date

from wgsched.annexes.layouts import day as daily
from wgsched.annexes.layouts.sheet import Sheet
from wgsched.annexes.pages import Block, Heading, Pages, Paragraph, Style
from wgsched.model import Event, Language, Meeting, Programme


def pages(
    programme: Programme, language: Language, *, fill: Language | None = None, day: Date | str | None = None
) -> Pages:
    """Return the entry of a day (``2009-05-14``), or those of every day.

    Raises:
        BadInput: nothing is held on that day.
    """
    sheet = Sheet.of(programme, language, fill)
    days = daily.days(sheet, day)
    title = sheet.words.phrase("journal-entry", date=sheet.words.days([*days] or programme.session.days))
    return sheet.pages(title, _blocks(sheet, days))


def _blocks(sheet: Sheet, days: Mapping[Date, list[Meeting | Event]]) -> Iterator[Block]:
    for date, things in days.items():
        yield Heading(sheet.words.phrase("journal-entry", date=sheet.words.date(date, year=True)))
        for thing in things:
            yield from _entry(sheet, thing)


def _entry(sheet: Sheet, thing: Meeting | Event) -> Iterator[Block]:
    session, words = sheet.programme.session, sheet.words
    separator = words.phrase("clause-separator")
    place = separator.join((sheet.hours(thing), sheet.room(thing.room) or words.phrase("feed-room-to-be-announced")))
    if not isinstance(thing, Meeting):
        yield Heading(sheet.words.text(thing.title, thing.key), level=2)
        yield Paragraph(place)
        return
    body = sheet.words.text(session.body.short or session.body.title)
    yield Heading(separator.join(filter(None, (body, daily.name(sheet, thing)))), level=2)
    yield Paragraph(place)
    if thing.cancelled:
        return
    for number, row in enumerate(sheet.programme.rows(thing), 1):
        title, labels = sheet.title(row).replace("\n", "; "), sheet.label(row).replace(" ", "\u00a0")
        text = words.phrase("journal-row", title=title, labels=labels) if labels else title
        yield Paragraph(text, style=Style.LIST, label=f"{words.number(number)}.")

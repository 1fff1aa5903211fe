"""By item: each agenda item with the meetings that take it up and its documents, in agenda order."""

from __future__ import annotations

from collections.abc import Iterator

from wgsched.annexes.layouts.sheet import Sheet, iso
from wgsched.annexes.pages import Cell, Pages, Record, Row, Table
from wgsched.model import AgendaItem, Language, Meeting, Programme


def pages(programme: Programme, language: Language, *, fill: Language | None = None) -> Pages:
    """Return the items with their meetings and documents."""
    sheet = Sheet.of(programme, language, fill)
    columns = ("column-item", "column-title", "column-date-time", "column-documents")
    table = Table(header=sheet.header(columns), rows=tuple(_rows(sheet)), widths=(13, 41, 46, 24))
    return sheet.one_table("by-item", table, landscape=True)


def _rows(sheet: Sheet) -> Iterator[Row]:
    for item in sheet.programme.session.agenda:
        meetings = _meetings(sheet, item)
        documents = tuple(document.symbol for document in sheet.programme.session.documents_of(item))
        yield Row(
            (
                Cell(sheet.words.label(item)),
                Cell(sheet.words.title(item)),
                Cell("\n".join(_sitting(sheet, meeting) for meeting in meetings)),
                Cell("\n".join(documents)),
            ),
            record=_record(sheet, item, meetings, documents),
        )


def _meetings(sheet: Sheet, item: AgendaItem) -> tuple[Meeting, ...]:
    """Return the meetings that take up an item itself, not only what stands below it."""
    taking = {row.meeting for row in sheet.programme.considerations if item in sheet.programme.items(row)}
    return tuple(meeting for meeting in sheet.meetings if meeting.key in taking)


def _sitting(sheet: Sheet, meeting: Meeting) -> str:
    words = sheet.words
    when = words.phrase("moment", date=sheet.day(meeting.date), time=words.hours(meeting.window))
    forum = words.phrase("parenthesis", text=sheet.forum(meeting.forum)) if sheet.several else ""
    return when + forum


def _record(sheet: Sheet, item: AgendaItem, meetings: tuple[Meeting, ...], documents: tuple[str, ...]) -> Record:
    return {
        "opens": iso(meetings[0].opens) if meetings else "",
        "closes": iso(meetings[-1].closes) if meetings else "",
        "item": str(item.number or ""),
        "key": item.key,
        "title": sheet.words.title(item),
        "meetings": "; ".join(meeting.key for meeting in meetings),
        "documents": "; ".join(documents),
    }

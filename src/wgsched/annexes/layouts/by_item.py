"""By item: each agenda item with the meetings that take it up and its documents, in agenda order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from wgsched.annexes.layouts.sheet import Sheet
from wgsched.annexes.pages import Cell, Pages, Row, Table
from wgsched.model import Language, Meeting, Programme


def pages(programme: Programme, language: Language, *, fill: Language | None = None) -> Pages:
    """Return the items with their meetings and documents."""
    sheet = Sheet.of(programme, language, fill)
    columns = ("column-item", "column-title", "column-date-time", "column-documents")
    table = Table(header=sheet.header(columns), rows=tuple(_rows(sheet)), widths=(13, 41, 46, 24))
    return sheet.one_table("by-item", table, *sheet.left_out(), landscape=True)


def _rows(sheet: Sheet) -> Iterator[Row]:
    words, programme = sheet.words, sheet.programme
    for item in programme.session.agenda:
        # The meetings that take up an item itself, not only what stands below it.
        taking = {row.meeting for row in programme.considerations if item in programme.items(row)}
        meetings = [meeting for meeting in sheet.meetings if meeting.key in taking]
        documents = [document.symbol for document in programme.session.documents_of(item)]
        printed = (words.label(item), words.title(item), "\n".join(_times(sheet, meetings)), "\n".join(documents))
        record = {
            "opens": sheet.record_hours(meetings[0])["opens"] if meetings else "",
            "closes": sheet.record_hours(meetings[-1])["closes"] if meetings else "",
            "item": str(item.number or ""),
            "key": item.key,
            "title": words.title(item),
            "meetings": "; ".join(meeting.key for meeting in meetings),
            "documents": "; ".join(documents),
        }
        yield Row(tuple(map(Cell, printed)), record=record)


def _times(sheet: Sheet, meetings: Iterable[Meeting]) -> Iterator[str]:
    """Yield the date and the hours of each meeting, and where several forums meet, its own."""
    words = sheet.words
    for meeting in meetings:
        time = words.phrase("moment", date=sheet.day(meeting.date), time=words.meeting_hours(meeting))
        yield time + (words.phrase("parenthesis", text=sheet.forum(meeting.forum)) if sheet.several else "")

"""Excel: a sheet per language, from right to left where it is written so, cells merged, every word a word.

Texts are written as strings, never as formulas or links, whatever they begin with.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime
from functools import cache
from typing import Any

import wcwidth
import xlsxwriter

from wgsched.annexes.footnotes import Footnotes
from wgsched.annexes.grid import GridCell, GridRow, grid
from wgsched.annexes.pages import (
    Align,
    Cell,
    Columns,
    Footnote,
    Heading,
    Inline,
    Pages,
    Paragraph,
    Revised,
    Run,
    Table,
)

SUFFIX = ".xlsx"
MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

# Excel has no file without a date; this is the one it counts from.
UNDATED = datetime(1980, 1, 1, tzinfo=UTC)
LONGEST = 32_767
TALLEST = 409
LINE = 15.75
WIDTH = 96
NARROW = 5
HEADER_FILL, BAND_FILL = "#E7EAED", "#F2F2F2"
_FORBIDDEN = re.compile(r"[\[\]:*?/\\']")


def write(documents: Sequence[Pages]) -> bytes:
    """Write documents as one workbook, a sheet each."""
    out = io.BytesIO()
    first = documents[0]
    book = xlsxwriter.Workbook(out, {"in_memory": True})
    book.set_properties(
        {
            "title": _cut(first.title, 255),
            "subject": _cut(first.subject, 255),
            "author": _cut(first.author, 255),
            "created": (first.moment or UNDATED).replace(tzinfo=None),
        }
    )
    formats: dict[tuple[tuple[str, Any], ...], Any] = {}
    taken: set[str] = set()
    for document in documents:
        Worksheet(book, formats, document, _name(document, taken, several=len(documents) > 1)).write()
    book.close()
    return out.getvalue()


def _name(document: Pages, taken: set[str], *, several: bool) -> str:
    """A name that Excel takes: 31 characters at most, none of its own signs, and not twice."""
    bare = _FORBIDDEN.sub(" ", document.title).strip() or document.language
    text = " ".join((f"{document.language} {bare}" if several else bare).split())
    name, number = _cut(text, 31), 2
    while name.lower() in taken or name.lower() == "history":
        name, number = f"{_cut(text, 27)} {number}", number + 1
    taken.add(name.lower())
    return name


class Worksheet:
    """One document on its sheet, written from the top."""

    def __init__(self, book: Any, formats: dict[tuple[tuple[str, Any], ...], Any], document: Pages, name: str) -> None:
        self.document, self.formats, self.book = document, formats, book
        self.sheet = book.add_worksheet(name)
        self.row = 0
        self.notes = Footnotes()
        self.usual: dict[str, Any] = {"text_wrap": True, "valign": "top", "align": self._align(None)}
        if document.rtl:
            self.usual["reading_order"] = 2
        self.tables = list(document.tables())
        self.widths = self._widths()

    def _widths(self) -> list[float]:
        """The columns of the widest table, in characters."""
        widest = max(self.tables, key=lambda table: table.width, default=None)
        if widest is None:
            return [float(WIDTH)]
        parts = widest.widths or (1,) * widest.width
        total = max(WIDTH, 14 * len(parts))
        return [max(6.0, round(total * part / sum(parts), 1)) for part in parts]

    def write(self) -> None:
        """Write every block, then the footnotes."""
        self._set_up()
        for block in self.document.blocks:
            match block:
                case Heading():
                    size = {1: 15, 2: 13}.get(block.level, 11)
                    self._line(self._parts(block.inlines), bold=True, font_size=size)
                case Paragraph():
                    self._paragraph(block)
                case Columns():
                    for each in (*block.start, *block.end):
                        self._paragraph(each)
                    self.row += 1
                case Table():
                    self._table(block)
                case _:
                    self.row += 1
        for number, text in self.notes:
            self._line([Run(f"[{number}] {text}")], font_size=9)

    def _set_up(self) -> None:
        for column, width in enumerate(self.widths):
            self.sheet.set_column(column, column, width)
        if self.document.rtl:
            self.sheet.right_to_left()
        wide = self.document.landscape or len(self.widths) > NARROW
        self.sheet.set_landscape() if wide else self.sheet.set_portrait()
        self.sheet.set_paper(9)
        self.sheet.fit_to_pages(1, 0)
        self.sheet.hide_gridlines(2)
        self.sheet.set_footer(self._running(self.document.footer, "&P" if self.document.page_numbers else ""))
        self.sheet.set_header(self._running(self.document.header))

    def _running(self, text: str, number: str = "") -> str:
        """A line that runs on every page; Excel wants the left part first, and does not turn it around."""
        parts = [_cut(" ".join(text.split()), 100).replace("&", "&&"), number]
        left, right = parts[::-1] if self.document.rtl else parts
        return (f"&L{left}" if left else "") + (f"&R{right}" if right else "")

    def _kept(self, properties: Mapping[str, Any]) -> Any:
        key = tuple(sorted(properties.items()))
        if key not in self.formats:
            self.formats[key] = self.book.add_format(dict(key))
        return self.formats[key]

    def _align(self, align: Align | None) -> str:
        ends = ("right", "left") if self.document.rtl else ("left", "right")
        return {Align.CENTER: "center", Align.END: ends[1]}.get(align, ends[0]) if align else ends[0]

    def _paragraph(self, block: Paragraph) -> None:
        label = f"{block.label} " if block.label else ""
        centered = Align.CENTER if block.style == "centered" else block.align
        parts = [Run(label), *self._parts(block.inlines)]
        self._line(parts, indent=min(15, block.level), align=self._align(centered))

    def _parts(self, inlines: Iterable[Inline]) -> list[Run]:
        """Runs, with footnote calls among them as numbers in brackets."""
        runs = []
        for part in inlines:
            run = Run(f" [{self.notes.number(part)}]") if isinstance(part, Footnote) else part
            runs.append(run.within(self.document.language) if run.italic else run)
        return runs

    def _line(self, parts: Sequence[Run], **properties: Any) -> None:
        """A text over the whole width of the sheet."""
        place = GridCell(Cell(), self.row, 0, 1, len(self.widths))
        text = self._put(self.row, place, parts, self._kept({**self.usual, **_whole(parts), **properties}))
        size = properties.get("font_size", 11) / 11
        self.sheet.set_row(self.row, min(TALLEST, size * _height(text, sum(self.widths))))
        self.row += 1

    def _table(self, table: Table) -> None:
        if table.caption:
            self._line([Run(table.caption)], bold=True)
        top = self.row
        for row in grid(table):
            heights = [LINE]
            for each in row.own:
                parts = self._parts(each.cell.inlines)
                text = self._put(top + row.number, each, parts, self._look(each.cell, row, _whole(parts)))
                heights.append(_height(text, each.across(self.widths)) / each.rowspan)
            self.sheet.set_row(top + row.number, min(TALLEST, max(heights)))
        if table.header and len(self.tables) == 1:
            self.sheet.repeat_rows(top, top + len(table.header) - 1)
        self.row = top + len(table.header) + len(table.rows) + 1

    def _look(self, cell: Cell, row: GridRow, marks: Mapping[str, bool]) -> Any:
        heavy = row.header or row.row.band
        fill = f"#{cell.shade.colour}" if cell.shade else HEADER_FILL if row.header else BAND_FILL if heavy else None
        look: dict[str, Any] = {"border": 1, "border_color": "#7F7F7F", "align": self._align(cell.align), **marks}
        if fill:
            look |= {"bg_color": fill, "pattern": 1}
        return self._kept({**self.usual, **look, "bold": heavy or "bold" in marks})

    def _put(self, row: int, place: GridCell, parts: Sequence[Run], look: Any) -> str:
        """Write a string, over several cells where it spans them; of several looks where its runs have them.

        Return the whole string, of which Excel may have taken only the beginning.
        """
        column = place.column
        if place.rowspan > 1 or place.colspan > 1:
            self.sheet.merge_range(row, column, row + place.rowspan - 1, column + place.colspan - 1, "", look)
        whole = text = "".join([part.text for part in parts])
        if 2 * len(text) > LONGEST and _cut(text, LONGEST) != text:
            text = _cut(text, LONGEST - 1) + "…"
            parts = [Run(text)]
        # The look of a run stands before it if it differs from the cell's.
        looks = [
            (self._kept(marks) if (marks := _marks(part.bold, part.italic, part.change)) else None, part.text)
            for part in parts
            if part.text
        ]
        if len(looks) > 1 and any(each for each, _ in looks):
            self.sheet.write_rich_string(row, column, *(each for pair in looks for each in pair if each), look)
        elif text:
            self.sheet.write_string(row, column, text, look)
        else:
            self.sheet.write_blank(row, column, None, look)
        return whole


@cache
def _marks(bold: bool, italic: bool, change: Revised | None) -> Mapping[str, bool]:  # noqa: FBT001
    inserted, deleted = change is Revised.INSERTED, change is Revised.DELETED
    marks = {"bold": bold or inserted, "italic": italic, "underline": inserted, "font_strikeout": deleted}
    return {name: value for name, value in marks.items() if value}


def _whole(parts: Sequence[Run]) -> Mapping[str, bool]:
    """The look of a text that looks alike from its beginning to its end."""
    looks = [_marks(part.bold, part.italic, part.change) for part in parts if part.text]
    return looks[0] if looks and looks == looks[:1] * len(looks) else {}


def _cut(text: str, length: int) -> str:
    """The beginning of a text; Excel counts a character beyond U+FFFF as two."""
    return text.encode("utf-16-le")[: 2 * length].decode("utf-16-le", errors="ignore")


def _height(text: str, across: float) -> float:
    """Points for a text in a column of so many characters."""
    lines = 0
    for line in text.split("\n"):
        lines += 1 + int(wcwidth.width(line) * 1.05 // max(1.0, across))
    return min(TALLEST, LINE * lines)

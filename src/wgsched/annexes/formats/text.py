"""Plain text: the cells of a row joined by bars, or aligned for a terminal.

Unaligned, a row that spans the table is its words alone, and a row under a merged cell begins with " | ".
Inserted words stand in {+ +}, deleted ones in [- -]; footnotes are numbered in brackets and follow the text.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from wgsched.annexes.aligned import aligned_table, wrapped
from wgsched.annexes.document import Change, Columns, Footnote, Heading, Paragraph, Separator, Table
from wgsched.annexes.grid import grid
from wgsched.annexes.notes import Notes

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from wgsched.annexes.document import Block, Document, Inline

SUFFIX = ".txt"
MEDIA_TYPE = "text/plain; charset=utf-8"

MARKS = {Change.INSERTED: ("{+", "+}"), Change.DELETED: ("[-", "-]")}


def write(documents: Sequence[Document], *, aligned: bool = False, width: int = 100) -> bytes:
    """Write documents as UTF-8 text; `aligned` lines columns up within `width` character cells."""
    pages = (_page(document, width if aligned else 0) for document in documents)
    return ("\n\n\n".join(pages) + "\n").encode()


def _page(document: Document, width: int) -> str:
    notes = Notes()
    page = ""
    previous: Block | None = None
    for block in document.blocks:
        if text := _block(block, notes, width):
            page += _gap(previous, block) + text
            previous = block
    if notes.texts:
        page += "\n\n" + "\n".join(f"[{number}] {text}" for number, text in notes)
    if width and document.rtl:
        page = "\n".join(f"\u200f{line}" if line else line for line in page.split("\n"))
    return page


def _gap(before: Block | None, block: Block) -> str:
    """An empty line between blocks, none between the items of a list."""
    if before is None:
        return ""
    items = isinstance(before, Paragraph) and before.label and isinstance(block, Paragraph) and block.label
    return "\n" if items else "\n\n"


def _block(block: Block, notes: Notes, width: int) -> str:
    match block:
        case Heading():
            return words(block.inlines, notes)
        case Paragraph():
            return _paragraph(block, notes, width)
        case Columns():
            return "\n\n".join(
                "\n".join(_paragraph(p, notes, width) for p in side) for side in (block.start, block.end)
            )
        case Table():
            return _table(block, notes, width)
        case Separator():
            return "\u2500" * width
        case _:
            return ""


def _paragraph(paragraph: Paragraph, notes: Notes, width: int) -> str:
    indent = "    " * paragraph.level
    label = f"{paragraph.label} " if paragraph.label else ""
    text = words(paragraph.inlines, notes)
    if not width:
        return indent + label + text
    room = max(20, width - len(indent) - len(label))
    lines = wrapped(text, room)
    return "\n".join(indent + (" " * len(label) if number else label) + line for number, line in enumerate(lines))


def words(inlines: Iterable[Inline], notes: Notes) -> str:
    """Words of a paragraph or cell, with changes marked and footnotes numbered."""
    return "".join([_inline(part, notes) for part in inlines])


def _inline(part: Inline, notes: Notes) -> str:
    if isinstance(part, Footnote):
        return f" [{notes.number(part)}]"
    before, after = MARKS[part.change] if part.change else ("", "")
    return f"{before}{part.text}{after}"


def _table(table: Table, notes: Notes, width: int) -> str:
    rows = []
    for number, places in enumerate(grid((*table.header, *table.rows), table.width)):
        starts = [place.starts(number, column) for column, place in enumerate(places)]
        rows.append([words(place.cell.inlines, notes) if s else "" for place, s in zip(places, starts, strict=True)])
        while not width and len(rows[-1]) > 1 and places[len(rows[-1]) - 1].column < len(rows[-1]) - 1:
            rows[-1].pop()
    if width:
        return aligned_table(table, rows, width)
    return "\n".join(" | ".join(" / ".join(cell.split("\n")) for cell in row).rstrip() for row in rows)

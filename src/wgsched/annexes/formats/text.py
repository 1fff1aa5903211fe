"""Plain text: the cells of a row joined by bars, or aligned for a terminal.

Unaligned, a row that spans the table is its words alone, and a row under a merged cell begins with " | ".
Inserted words stand in {+ +}, deleted ones in [- -]; footnotes are numbered in brackets and follow the text.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from wgsched.annexes.aligned import aligned_table, wrapped
from wgsched.annexes.footnotes import Footnotes
from wgsched.annexes.grid import grid
from wgsched.annexes.pages import (
    Block,
    Columns,
    Footnote,
    Heading,
    Inline,
    Pages,
    Paragraph,
    Revised,
    Separator,
    Style,
    Table,
)

SUFFIX = ".txt"
MEDIA_TYPE = "text/plain; charset=utf-8"

MARKS = {Revised.INSERTED: ("{+", "+}"), Revised.DELETED: ("[-", "-]")}


def write(documents: Sequence[Pages], *, aligned: bool = False, width: int = 100) -> bytes:
    """Write documents as UTF-8 text; `aligned` lines columns up within `width` character cells."""
    pages = (_page(document, width if aligned else 0) for document in documents)
    return ("\n\n\n".join(pages) + "\n").encode()


def _page(document: Pages, width: int) -> str:
    notes = Footnotes()
    page = stacked(document.blocks, lambda block: _block(block, notes, width), _tight)
    if notes.texts:
        page += "\n\n" + "\n".join(f"[{number}] {text}" for number, text in notes)
    if width and document.rtl:
        page = "\n".join(f"\u200f{line}" if line else line for line in page.split("\n"))
    return page


def stacked(blocks: Iterable[Block], said: Callable[[Block], str], tight: Callable[[Block], bool]) -> str:
    """Blocks that say something below each other: an empty line between them, but none between two that are tight."""
    page, before = "", None
    for block in blocks:
        if text := said(block):
            page += ("" if before is None else "\n" if tight(before) and tight(block) else "\n\n") + text
            before = block
    return page


def _tight(block: Block) -> bool:
    """Whether it is an item of a list, or a line of a masthead."""
    if isinstance(block, Separator):
        return True
    return isinstance(block, Paragraph) and (block.label != "" or block.style is Style.MASTHEAD)


def _block(block: Block, notes: Footnotes, width: int) -> str:
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


def _paragraph(paragraph: Paragraph, notes: Footnotes, width: int) -> str:
    indent = "    " * paragraph.level
    label = f"{paragraph.label} " if paragraph.label else ""
    text = words(paragraph.inlines, notes)
    if not width:
        return indent + label + text
    room = max(20, width - len(indent) - len(label))
    lines = wrapped(text, room)
    return "\n".join(indent + (" " * len(label) if number else label) + line for number, line in enumerate(lines))


def words(inlines: Iterable[Inline], notes: Footnotes) -> str:
    """Words of a paragraph or cell, with changes marked and footnotes numbered."""
    text = ""
    for part in inlines:
        if isinstance(part, Footnote):
            text += f" [{notes.number(part)}]"
        else:
            before, after = MARKS[part.change] if part.change else ("", "")
            text += f"{before}{part.text}{after}"
    return text


def _table(table: Table, notes: Footnotes, width: int) -> str:
    rows = []
    for row in grid(table):
        rows.append([words(each.cell.inlines, notes) if each else "" for each in row.spread])
        while not width and len(rows[-1]) > 1 and row.cells[len(rows[-1]) - 1].column < len(rows[-1]) - 1:
            rows[-1].pop()
    if width:
        return aligned_table(table, rows, width)
    return "\n".join([" | ".join(row).replace("\n", " / ").rstrip() for row in rows])

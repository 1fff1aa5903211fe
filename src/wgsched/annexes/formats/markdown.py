"""Markdown with pipe tables: merged cells are written once, what they cover stays empty."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from wgsched.annexes.document import Align, Change, Columns, Footnote, Heading, Paragraph, Separator, Table
from wgsched.annexes.grid import grid
from wgsched.annexes.notes import Notes, notebooks

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from wgsched.annexes.document import Block, Document, Inline, Run
    from wgsched.annexes.grid import Place

SUFFIX = ".md"
MEDIA_TYPE = "text/markdown; charset=utf-8"

# Every sign that could begin markup anywhere, and those that do at the beginning of a line.
_SIGNS = re.compile(r"([\\`*_\[\]<>&|~$])")
_LEADING = re.compile(r"^([#+\-=])", re.MULTILINE)
_NUMBERED = re.compile(r"^(\d+)([.)])", re.MULTILINE)
_INDENT = re.compile(r"^[ \t]+", re.MULTILINE)


def write(documents: Sequence[Document]) -> bytes:
    """Write documents as UTF-8 Markdown, one after the other."""
    return (
        "\n\n---\n\n".join(_page(*pair) for pair in zip(documents, notebooks(documents), strict=True)) + "\n"
    ).encode()


def _page(document: Document, notes: Notes) -> str:
    page = ""
    previous: Block | None = None
    for block in document.blocks:
        if text := _block(block, notes):
            page += ("" if previous is None else "\n" if _listed(previous) and _listed(block) else "\n\n") + text
            previous = block
    return "\n\n".join([page, *(f"[^{notes.key(number)}]: {escaped(text)}" for number, text in notes)])


def _listed(block: Block) -> bool:
    return isinstance(block, Paragraph) and block.level > 0 and block.label != ""


def _block(block: Block, notes: Notes) -> str:
    match block:
        case Heading():
            return "#" * max(1, min(6, block.level)) + " " + _line(block.inlines, notes)
        case Paragraph():
            return _paragraph(block, notes)
        case Columns():
            return "\n\n".join(_paragraph(each, notes) for each in (*block.start, *block.end))
        case Table():
            return _table(block, notes)
        case Separator():
            return "---"
        case _:
            return ""


def _paragraph(paragraph: Paragraph, notes: Notes) -> str:
    label = f"{escaped(paragraph.label)} " if paragraph.label else ""
    bullet = "  " * (paragraph.level - 1) + "- " if _listed(paragraph) else ""
    return bullet + label + "  \n".join(line.strip(" ") for line in words(paragraph.inlines, notes).split("\n"))


def escaped(text: str) -> str:
    """Text in which no sign is markup and no line begins a list, a heading or a block of code."""
    text = _LEADING.sub(r"\\\1", _SIGNS.sub(r"\\\1", _INDENT.sub("", text)))
    return _NUMBERED.sub(r"\1\\\2", text)


def words(inlines: Iterable[Inline], notes: Notes) -> str:
    """Words with bold, italics, changes and footnotes marked."""
    return "".join([_inline(part, notes) for part in inlines])


def _inline(part: Inline, notes: Notes) -> str:
    return f"[^{notes.key(notes.number(part))}]" if isinstance(part, Footnote) else _run(part)


def _run(run: Run) -> str:
    bare = run.text.strip()
    if not bare:
        return run.text
    marks = (
        "**" * (run.bold or run.change is Change.INSERTED) + "*" * run.italic + "~~" * (run.change is Change.DELETED)
    )
    before, after = run.text[: run.text.index(bare)], run.text[run.text.index(bare) + len(bare) :]
    return before + marks + escaped(bare) + marks[::-1] + after


def _line(inlines: Iterable[Inline], notes: Notes) -> str:
    return " ".join(words(inlines, notes).split("\n"))


def _table(table: Table, notes: Notes) -> str:
    places = grid((*table.header, *table.rows), table.width)
    lines = [_row(number, row, notes) for number, row in enumerate(places)]
    if not table.header:
        lines.insert(0, "|" + "  |" * table.width)
        places.insert(0, [])
    first = places[0]
    rule = "|" + "|".join(_rule(place.cell.align) for place in first) + "|" if first else "|" + "---|" * table.width
    lines.insert(1, rule)
    caption = [f"**{escaped(table.caption)}**", ""] if table.caption else []
    return "\n".join([*caption, *lines])


def _rule(align: Align | None) -> str:
    return {Align.CENTER: ":---:", Align.END: "---:"}.get(align, "---") if align else "---"


def _row(number: int, row: Sequence[Place], notes: Notes) -> str:
    cells = [
        "<br>".join(words(p.cell.inlines, notes).split("\n")) if p.starts(number, c) else "" for c, p in enumerate(row)
    ]
    return "| " + " | ".join(cells) + " |"

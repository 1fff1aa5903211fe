"""Markdown with pipe tables: merged cells are written once, what they cover stays empty."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from wgsched.annexes.footnotes import Footnotes, notebooks
from wgsched.annexes.formats.text import stacked
from wgsched.annexes.grid import grid
from wgsched.annexes.pages import (
    Align,
    Block,
    Columns,
    Footnote,
    Heading,
    Inline,
    Pages,
    Paragraph,
    Revised,
    Run,
    Separator,
    Table,
)

SUFFIX = ".md"
MEDIA_TYPE = "text/markdown; charset=utf-8"

# Every sign that could begin markup anywhere, and those that do at the beginning of a line.
_SIGNS = re.compile(r"([\\`*_\[\]<>&|~$])")
_LEADING = re.compile(r"^([#+\-=])", re.MULTILINE)
_NUMBERED = re.compile(r"^(\d+)([.)])", re.MULTILINE)
_INDENT = re.compile(r"^[ \t]+", re.MULTILINE)

RULES: dict[Align | None, str] = {Align.CENTER: ":---:", Align.END: "---:"}
"""What stands below the header of a column."""


def write(documents: Sequence[Pages]) -> bytes:
    """Write documents as UTF-8 Markdown, one after the other."""
    return (
        "\n\n---\n\n".join(_page(*pair) for pair in zip(documents, notebooks(documents), strict=True)) + "\n"
    ).encode()


def _page(document: Pages, notes: Footnotes) -> str:
    page = stacked(document.blocks, lambda block: _block(block, notes), _listed)
    return "\n\n".join([page, *(f"[^{notes.key(number)}]: {escaped(text)}" for number, text in notes)])


def _listed(block: Block) -> bool:
    return isinstance(block, Paragraph) and block.level > 0 and block.label != ""


def _block(block: Block, notes: Footnotes) -> str:
    match block:
        case Heading():
            return "#" * max(1, min(6, block.level)) + " " + " ".join(words(block.inlines, notes).split("\n"))
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


def _paragraph(paragraph: Paragraph, notes: Footnotes) -> str:
    label = f"{escaped(paragraph.label)} " if paragraph.label else ""
    bullet = "  " * (paragraph.level - 1) + "- " if _listed(paragraph) else ""
    return bullet + label + "  \n".join(line.strip(" ") for line in words(paragraph.inlines, notes).split("\n"))


def escaped(text: str) -> str:
    """Text in which no sign is markup and no line begins a list, a heading or a block of code."""
    text = _LEADING.sub(r"\\\1", _SIGNS.sub(r"\\\1", _INDENT.sub("", text)))
    return _NUMBERED.sub(r"\1\\\2", text)


def words(inlines: Iterable[Inline], notes: Footnotes) -> str:
    """Words with bold, italics, changes and footnotes marked."""
    text = ""
    for part in inlines:
        text += f"[^{notes.key(notes.number(part))}]" if isinstance(part, Footnote) else _run(part)
    return text


def _run(run: Run) -> str:
    bare = run.text.strip()
    if not bare:
        return run.text
    bold, struck = run.bold or run.change is Revised.INSERTED, run.change is Revised.DELETED
    marks = "**" * bold + "*" * run.italic + "~~" * struck
    before, _, after = run.text.partition(bare)
    return before + marks + escaped(bare) + marks[::-1] + after


def _table(table: Table, notes: Footnotes) -> str:
    rows = grid(table)
    lines = [_row([words(each.cell.inlines, notes) if each else "" for each in row.spread]) for row in rows]
    rules = [RULES.get(each.cell.align, "---") for each in rows[0].cells] if table.header else ["---"] * table.width
    caption = [f"**{escaped(table.caption)}**", ""] if table.caption else []
    head = lines[:1] if table.header else ["|" + "  |" * table.width]
    return "\n".join([*caption, *head, f"|{'|'.join(rules)}|", *lines[len(table.header[:1]) :]])


def _row(cells: list[str]) -> str:
    return "| " + " | ".join(cells).replace("\n", "<br>") + " |"

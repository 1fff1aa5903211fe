"""JSON: the pages as they are, block by block, and the records of their tables, keys always in the same order."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import Any

from wgsched.annexes.pages import (
    Block,
    Cell,
    Columns,
    Footnote,
    Heading,
    Inline,
    PageBreak,
    Pages,
    Paragraph,
    Row,
    Separator,
    Table,
)

SUFFIX = ".json"
MEDIA_TYPE = "application/json"

Tree = dict[str, Any]


def write(documents: Sequence[Pages]) -> bytes:
    """Write documents as one JSON object; what is empty or usual is left out."""
    tree = {"documents": [_document(document) for document in documents]}
    return f"{json.dumps(tree, ensure_ascii=False, indent=1)}\n".encode()


def _without_blanks(**values: object) -> Tree:
    return {name: value for name, value in values.items() if value not in (None, "", False, (), [])}


def _document(document: Pages) -> Tree:
    return {
        "title": document.title,
        "language": document.language,
        "direction": document.direction,
        **_without_blanks(
            symbol=document.symbol,
            author=document.author,
            subject=document.subject,
            moment=document.moment.isoformat() if document.moment else None,
            header=document.header,
            footer=document.footer,
            landscape=document.landscape,
        ),
        "blocks": [_block(block) for block in document.blocks],
        "records": [dict(record) for table in document.tables() for record in table.every_record],
    }


def _block(block: Block) -> Tree:
    match block:
        case Heading():
            return {"kind": "heading", "level": block.level, **_words(block.inlines)}
        case Paragraph():
            return _paragraph(block)
        case Columns():
            return {"kind": "columns", "start": [*map(_paragraph, block.start)], "end": [*map(_paragraph, block.end)]}
        case Table():
            return _table(block)
        case Separator():
            return {"kind": "separator"}
        case PageBreak():
            return {"kind": "page-break"}


def _paragraph(paragraph: Paragraph) -> Tree:
    rest = _without_blanks(label=paragraph.label, level=paragraph.level or None, align=paragraph.align)
    return {"kind": "paragraph", "style": paragraph.style, **rest, **_words(paragraph.inlines)}


def _table(table: Table) -> Tree:
    return {
        "kind": "table",
        **_without_blanks(caption=table.caption, widths=list(table.widths)),
        "header": [_row(row) for row in table.header],
        "rows": [_row(row) for row in table.rows],
    }


def _row(row: Row) -> Tree:
    return {**({"band": True} if row.band else {}), "cells": [*map(_cell, row.cells)]}


def _cell(cell: Cell) -> Tree:
    rest = _without_blanks(
        colspan=cell.colspan if cell.colspan != 1 else None,
        rowspan=cell.rowspan if cell.rowspan != 1 else None,
        header=cell.header,
        align=cell.align,
        shade=cell.shade,
        iso=cell.iso,
    )
    return {**_words(cell.inlines), **rest}


def _words(inlines: Iterable[Inline]) -> Tree:
    """The whole text, and its runs where they differ from plain words."""
    parts = [*map(_inline, inlines)]
    if [*map(list, parts)] == [["text"]]:
        return parts[0]
    text = "".join([part.get("text", "") for part in parts])
    return {"text": text} if {"text"}.union(*parts) == {"text"} else {"text": text, "runs": parts}


def _inline(part: Inline) -> Tree:
    if isinstance(part, Footnote):
        return {"footnote": part.text}
    if not (part.bold or part.italic or part.language or part.change):
        return {"text": part.text}
    marks = _without_blanks(bold=part.bold, italic=part.italic, language=part.language, change=part.change)
    return {"text": part.text, **marks}

"""PDF through typst: tagged for those who listen (PDF/UA-1), set in fonts from packages, never the system's.

Needs the extra `pdf`. The text goes in as data, so no sign in it is markup.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import zip_longest
from typing import Any

from wgsched.annexes.fitting import INSET, pieces, unbroken
from wgsched.annexes.grid import GridCell, grid
from wgsched.annexes.pages import (
    Block,
    Columns,
    Footnote,
    Heading,
    Inline,
    PageBreak,
    Pages,
    Paragraph,
    Separator,
    Table,
    direction,
    introduces,
    primary,
)
from wgsched.annexes.typesetting import typeset

SUFFIX = ".pdf"
MEDIA_TYPE = "application/pdf"

REGIONS = {"zh": "cn"}

# What does not divide at a blank; Chinese divides by itself.
_WORD = re.compile("[^\\s\u2e80-\uffef]+")

# Points: the text of an upright and of a wide page, and a wide letter in a table.
ACROSS = {False: 481.9, True: 728.5}
LETTER = 6.5

Tree = dict[str, Any]


def write(documents: Sequence[Pages]) -> bytes:
    """Write documents as one PDF, each from a new page numbered from 1.

    Raises MissingExtra without typst or a font, and BadInput with the characters that no font has.
    """
    trees = [_document(document) for document in documents]
    return typeset("pages.typ", {"documents": trees}, format="pdf", pdf_standards="ua-1", timestamp=0)


def _document(document: Pages) -> Tree:
    level = 0
    blocks = []
    for block, following in zip_longest(document.blocks, document.blocks[1:]):
        if isinstance(block, Heading) and not block.text.strip():
            continue
        blocks.append(_block(block, document))
        if introduces(block, following):
            blocks[-1]["sticky"] = True
        if isinstance(block, Heading):
            # PDF/UA wants no level left out; the size of the letters still tells the level that was asked for.
            level = blocks[-1]["level"] = min(block.level, level + 1)
    return {
        "title": document.title or document.symbol or "–",
        "author": document.author,
        "subject": document.subject,
        "moment": _moment(document),
        "language": primary(document.language),
        "region": REGIONS.get(primary(document.language)),
        "direction": document.direction,
        "header": document.header,
        "footer": document.footer,
        "page_numbers": document.page_numbers,
        "landscape": document.landscape,
        "blocks": blocks,
    }


def _moment(document: Pages) -> dict[str, int] | None:
    moment = document.moment
    return {"year": moment.year, "month": moment.month, "day": moment.day} if moment else None


def _block(block: Block, document: Pages) -> Tree:
    match block:
        case Heading():
            return {"kind": "heading", "size": max(1, min(6, block.level)), "runs": _runs(block.inlines, document)}
        case Paragraph():
            return _paragraph(block, document)
        case Table():
            return _table(block, document)
        case Columns():
            sides = {"start": block.start, "end": block.end}
            return {
                "kind": "columns",
                **{name: [_paragraph(p, document) for p in side] for name, side in sides.items()},
            }
        case Separator():
            return {"kind": "separator"}
        case PageBreak():
            return {"kind": "page-break"}


def _paragraph(block: Paragraph, document: Pages) -> Tree:
    return {
        "kind": "paragraph",
        "style": block.style,
        "label": block.label,
        "level": block.level,
        "align": block.align,
        "runs": _runs(block.inlines, document),
    }


def _runs(inlines: Iterable[Inline], document: Pages) -> list[Tree]:
    return [_inline(part, document) for part in inlines]


def _inline(part: Inline, document: Pages) -> Tree:
    if isinstance(part, Footnote):
        return {"footnote": part.text}
    run = part.within(document.language)
    marks = {"bold": run.bold, "italic": run.italic, "change": run.change}
    tree: Tree = {
        "text": "\u200b".join(pieces(run.text)),
        **{name: value for name, value in marks.items() if value},
    }
    if run.language:
        tree |= {"language": primary(run.language), "direction": direction(run.language)}
    return tree


def _table(block: Table, document: Pages) -> Tree:
    shares = block.widths or (1,) * block.width
    columns = [ACROSS[document.landscape] * share / sum(shares) for share in shares]
    places = grid((*block.header, *block.rows), block.width)
    whole = unbroken(places, columns, landscape=document.landscape)
    rows = [
        [
            _cell(place, document, columns, breakable=(place.row, place.column) not in whole)
            for column, place in enumerate(line)
            if place.starts(number, column)
        ]
        for number, line in enumerate(places)
    ]
    bodies = zip(block.rows, rows[len(block.header) :], strict=True)
    return {
        "kind": "table",
        "caption": block.caption,
        "widths": list(shares),
        "header": [_filled(cells, "header") for cells in rows[: len(block.header)]],
        "rows": [{"band": row.band, "cells": _filled(cells, "band") if row.band else cells} for row, cells in bodies],
    }


def _filled(cells: list[Tree], fill: str) -> list[Tree]:
    return [{**cell, "bold": True, "fill": cell["fill"] or fill} for cell in cells]


def _cell(place: GridCell, document: Pages, columns: Sequence[float], *, breakable: bool) -> Tree:
    cell = place.cell
    longest = max(map(len, _WORD.findall(cell.text)), default=0)
    return {
        "runs": _runs(cell.inlines, document),
        "colspan": place.colspan,
        "rowspan": place.rowspan,
        "breakable": breakable,
        "narrow": longest * LETTER > sum(columns[place.column : place.column + place.colspan]) - INSET,
        "bold": False,
        "fill": cell.shade,
        "align": cell.align,
    }

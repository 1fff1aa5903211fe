"""PDF through typst: tagged for those who listen (PDF/UA-1), set in fonts from packages, never the system's.

Needs the extra `pdf`. The text goes in as data, so no sign in it is markup.
"""

from __future__ import annotations

import re
from collections.abc import Container, Sequence
from itertools import zip_longest
from typing import Any

from wgsched.annexes.fitting import INSET, NARROW_INSET, WIDE, pieces, unbroken, widths
from wgsched.annexes.grid import GridCell, GridRow, grid
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
from wgsched.annexes.wording import Worded
from wgsched.model import TableStyle

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
    trees = [page_tree(document) for document in documents]
    return typeset("pages.typ", {"documents": trees}, format="pdf", pdf_standards="ua-1", timestamp=0)


def page_tree(document: Pages) -> Tree:
    """A document as data for the template."""
    level, moment, form = 0, document.moment, document.one_page
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
        "moment": moment and {"year": moment.year, "month": moment.month, "day": moment.day},
        "language": primary(document.language),
        "region": REGIONS.get(primary(document.language)),
        "direction": document.direction,
        "header": document.header,
        "masthead": document.has_masthead,
        "footer": document.footer,
        "page_numbers": document.page_numbers,
        "landscape": document.landscape,
        "one_page": form and {"paper": form.paper, "size": form.size, "heading": form.heading, "margin": form.MARGIN},
        "blocks": blocks,
    }


def _block(block: Block, document: Pages) -> Tree:
    match block:
        case Heading():
            return {"kind": "heading", "size": max(1, min(6, block.level)), "runs": _runs(block, document)}
        case Paragraph():
            return _paragraph(block, document)
        case Table():
            return _table(block, document)
        case Columns():
            start, end = ([_paragraph(each, document) for each in side] for side in (block.start, block.end))
            return {"kind": "columns", "start": start, "end": end}
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
        "runs": _runs(block, document),
    }


def _runs(block: Worded, document: Pages) -> list[Tree]:
    return [_inline(part, document) for part in block.inlines]


def _inline(part: Inline, document: Pages) -> Tree:
    if isinstance(part, Footnote):
        return {"footnote": part.text}
    run = part.within(document.language) if part.italic else part
    tree: Tree = {"text": "\u200b".join(pieces(run.text))}
    if run.bold or run.italic or run.change:
        marks = {"bold": run.bold, "italic": run.italic, "change": run.change}
        tree |= {name: value for name, value in marks.items() if value}
    if run.language:
        tree |= {"language": primary(run.language), "direction": direction(run.language)}
    return tree


def _table(block: Table, document: Pages) -> Tree:
    across = document.one_page.wide if document.one_page else ACROSS[document.landscape]
    columns = widths(block, across, document.one_page)
    grid_rows = grid(block)
    whole = unbroken(grid_rows, columns, landscape=document.landscape)
    rows = [
        {"band": row.row.band, "cells": [_cell(each, row, document, columns, whole) for each in row.own]}
        for row in grid_rows
    ]
    return {
        "kind": "table",
        "caption": block.caption,
        "ruled": document.style is TableStyle.RULED,
        "widths": columns,
        "header": [row["cells"] for row in rows[: len(block.header)]],
        "rows": rows[len(block.header) :],
    }


def _cell(
    place: GridCell, row: GridRow, document: Pages, columns: Sequence[float], whole: Container[tuple[int, int]]
) -> Tree:
    ruled, form = document.style is TableStyle.RULED, document.one_page
    letter, inset = (form.size * WIDE, 2 * NARROW_INSET) if form else (LETTER, INSET)
    cell, fill = place.cell, "header" if row.header else "band" if row.row.band else None
    longest = max(map(len, _WORD.findall(cell.text)), default=0)
    return {
        "runs": [_inline(part, document) for part in (cell.as_head if ruled and row.header else cell.inlines)],
        "colspan": place.colspan,
        "rowspan": place.rowspan,
        "breakable": (place.row, place.column) not in whole,
        "narrow": longest * letter > place.across(columns) - inset,
        "head": ruled and row.header,
        "bold": fill == "band" or (fill == "header" and not ruled),
        "fill": None if ruled else cell.shade.colour if cell.shade else fill,
        "align": cell.align,
    }

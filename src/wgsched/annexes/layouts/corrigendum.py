"""Corrigendum: what is to be read instead in the annex, place by place, in one language. It corrects words alone.

A programme that changed is issued as a revision, or not at all: during the session the order of the day carries it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TypeAlias

from wgsched.annexes.layouts import masthead, organization_of_work
from wgsched.annexes.layouts.sheet import Sheet
from wgsched.annexes.pages import Block, Cell, Heading, Pages, Paragraph, Row, Run, Style
from wgsched.checking import ChangeKind, compare
from wgsched.errors import BadInput, Fault
from wgsched.model import Language, Programme

ALONE = True
"""Written only when it is asked for by its name: of most programmes there is none."""

WORDS_ALONE = {ChangeKind.RENAMED, ChangeKind.DOCUMENTS}
PrintedPlace: TypeAlias = tuple[str, ...]
"""Where something is printed: a day, hours, an item; each as far as it is known."""


def pages(programme: Programme, language: Language, *, since: Programme, fill: Language | None = None) -> Pages:
    """Return the corrections to the annex as it was issued from the programme ``since``.

    Raises:
        BadInput: more than words changed.
    """
    changed = [each for each in compare(since, programme) if each.kind not in WORDS_ALONE]
    if changed:
        hint = "Issue a revision (--rev), or nothing: the order of the day carries changes."
        raise BadInput(Fault(f"a corrigendum corrects words alone, and the programme changed: {changed[0]}", hint=hint))
    sheet = Sheet.of(programme, language, fill)
    same = replace(programme, session=replace(programme.session, symbol=since.session.symbol, issues=()))
    first = replace(since, session=replace(since.session, issues=()))
    was, now = (_printed(each, language, fill) for each in (first, same))
    blocks = [block for place in now for block in _correction(sheet, place, was.get(place, ""), now[place])]
    title = sheet.words.phrase("corrigendum")
    nothing = [Paragraph(sheet.words.phrase("no-changes"))]
    return sheet.pages(title, (*masthead.of_paper(sheet), Heading(title), *(blocks or nothing)))


def _correction(sheet: Sheet, place: PrintedPlace, was: str, now: str) -> Iterator[Block]:
    if was != now:
        where = sheet.words.phrase("clause-separator").join(filter(None, place[:-1]))
        yield Paragraph(Run(where, bold=True))
        yield Paragraph(sheet.words.phrase("correction", was=was, now=now), Style.LIST)


def _printed(programme: Programme, language: Language, fill: Language | None) -> dict[PrintedPlace, str]:
    """Return what the annex prints, by its place; the last part of a place tells apart what stands at the same."""
    document = organization_of_work.pages(programme, language, fill=fill)
    texts: dict[PrintedPlace, str] = {}
    headline = next(block.text for block in document.blocks if isinstance(block, Heading))
    for number, block in enumerate(document.blocks):
        if isinstance(block, Paragraph | Heading):
            texts[headline, str(number)] = block.text
    sheet = Sheet.of(programme, language, fill)
    for table in document.tables():
        for where, text in _cells(sheet, table.rows):
            texts[*where, str(sum(place[:-1] == where for place in texts))] = text
    return texts


def _cells(sheet: Sheet, rows: tuple[Row, ...]) -> Iterator[tuple[PrintedPlace, str]]:
    """Yield the cells that are words: titles and names; days, hours and numbers are places."""
    columns = 4 if sheet.several else 3
    day = hours = ""
    for row in rows:
        if row.band:
            day = row.cells[0].text
            continue
        if row.cells[0].iso:
            hours = row.cells[0].text
        words = [cell for cell in row.cells if not cell.iso]
        label = _label(row.cells, columns)
        item = f"{sheet.words.phrase('column-item')} {label}" if label else ""
        yield from (((day, hours, item), cell.text) for cell in words if cell.text != label)


def _label(cells: tuple[Cell, ...], columns: int) -> str:
    """Return the numbers of the items of a row, which stand before its title."""
    return cells[-2].text if 1 < len(cells) <= columns else ""

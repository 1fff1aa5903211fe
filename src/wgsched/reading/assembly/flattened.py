"""A table whose cells became lines: each cell below the other, the heads of its columns first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from wgsched.reading.blocks import PaperBlock, ParagraphBlock, TableBlock, TableCell
from wgsched.reading.grammar.days import is_day
from wgsched.reading.grammar.hours import read_hours
from wgsched.reading.grammar.texts import bare
from wgsched.reading.grammar.words import WordLists

FEWEST = 3
"""Heads of columns in a row that show a table."""


def table_from(blocks: Sequence[PaperBlock], words: WordLists) -> list[PaperBlock] | None:
    """Return the blocks with such a table put together again, or None where there is none."""
    groups = list(_groups(blocks))
    roles = [words.heads.get(bare(_text(group)), "") for group in groups]
    for first in range(len(groups)):
        last = first
        while last < len(groups) and roles[last]:
            last += 1
        heads = roles[first:last]
        if last - first >= FEWEST and {"when", "title"} <= set(heads):
            before = [block for group in groups[:first] for block in group]
            return [*before, _table(groups[first:last], heads, groups[last:], words)]
    return None


def _groups(blocks: Sequence[PaperBlock]) -> Iterator[list[PaperBlock]]:
    """Yield the lines between empty lines; a table stands alone."""
    group: list[PaperBlock] = []
    for block in blocks:
        if group and (isinstance(block, TableBlock) or isinstance(group[0], TableBlock) or block.apart):
            yield group
            group = []
        group.append(block)
    if group:
        yield group


def _text(group: Sequence[PaperBlock]) -> str:
    return "\n".join(block.shown if isinstance(block, ParagraphBlock) else "" for block in group)


def _table(
    heads: list[list[PaperBlock]], roles: list[str], groups: list[list[PaperBlock]], words: WordLists
) -> TableBlock:
    cells = [TableCell(_text(head), head[0].place, 0, column) for column, head in enumerate(heads)]
    whens = [column for column, role in enumerate(roles) if role == "when"]
    row, column = 0, len(roles)
    for group in groups:
        text = _text(group)
        if is_day(text, words):
            row, column = row + 1, whens[0]
        elif _is_hours(text, words):
            begins = column >= whens[-1]  # a row has its hours already
            row, column = (row + 1 if begins else row), whens[-1]
        else:
            column += 1
        at = min(column, len(roles) - 1)
        cells.append(TableCell(text, group[0].place, max(row, 1), at))
    return TableBlock(heads[0][0].place, tuple(_merged(cells)))


def _is_hours(text: str, words: WordLists) -> bool:
    hours = read_hours(text.partition("\n")[0], words, alone=True)
    return hours is not None and not hours.rest.strip(" ().:;-")


def _merged(cells: list[TableCell]) -> Iterator[TableCell]:
    """Yield cells in order, with all that fell into one place together."""
    by_place: dict[tuple[int, int], TableCell] = {}
    for cell in cells:
        known = by_place.get((cell.row, cell.column))
        text = f"{known.text}\n{cell.text}" if known else cell.text
        by_place[cell.row, cell.column] = TableCell(text, (known or cell).place, cell.row, cell.column)
    yield from (by_place[place] for place in sorted(by_place))

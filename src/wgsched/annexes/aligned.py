"""Tables in columns of character cells, where a Chinese character takes two and a vowel mark none."""

from __future__ import annotations

from collections.abc import Sequence

import wcwidth

from wgsched.annexes.grid import grid
from wgsched.annexes.pages import Table

GAP = "  "
NARROWEST = 6


def wrapped(text: str, width: int) -> list[str]:
    """The lines of a text, none wider than `width` cells."""
    return [line for part in text.split("\n") for line in (wcwidth.wrap(part, width) or [""])]


def aligned_table(table: Table, words: Sequence[Sequence[str]], width: int) -> str:
    """A table of the given words, a row of which has one text per column, within `width` cells.

    What spans several columns may use their whole room; header rows are underlined.
    """
    rows = grid(table)
    alone = [
        [
            max(map(wcwidth.width, text.split("\n"))) * (each.colspan == 1)
            for text, each in zip(texts, row.cells, strict=True)
        ]
        for texts, row in zip(words, rows, strict=True)
    ]
    columns = _fitted([max(column) for column in zip(*alone, strict=True)], width)
    lines = [table.caption] if table.caption else []
    for texts, row in zip(words, rows, strict=True):
        lines += _row(
            [
                (text, int(each.across(columns)) + len(GAP) * (each.colspan - 1))
                for column, (text, each) in enumerate(zip(texts, row.cells, strict=True))
                if each.column == column
            ]
        )
        if row.number == len(table.header) - 1:
            lines.append(GAP.join("─" * column for column in columns))
    return "\n".join(lines)


def _fitted(columns: list[int], width: int) -> list[int]:
    """Take from the widest column until all fit, or all are as narrow as a word."""
    columns = [max(1, column) for column in columns]
    room = width - len(GAP) * (len(columns) - 1)
    while sum(columns) > room and max(columns) > NARROWEST:
        columns[columns.index(max(columns))] -= 1
    return columns


def _row(cells: Sequence[tuple[str, int]]) -> list[str]:
    stacks = [wrapped(text, width) for text, width in cells]
    height = max(len(stack) for stack in stacks)
    return [
        GAP.join(
            wcwidth.ljust(stack[number] if number < len(stack) else "", width)
            for stack, (_, width) in zip(stacks, cells, strict=True)
        ).rstrip()
        for number in range(height)
    ]

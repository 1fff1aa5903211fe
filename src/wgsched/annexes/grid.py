"""Where every cell of a table lies, once its spans are worked out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import product

from wgsched.annexes.pages import Cell, Row, Table

_EMPTY = Cell()


@dataclass(frozen=True, slots=True)
class GridCell:
    """A cell where it lies in a table: its upper start corner, and spans that stay in the table and cover no other."""

    cell: Cell
    row: int
    column: int
    rowspan: int
    colspan: int

    @property
    def corner(self) -> tuple[int, int]:
        """The row and the column in which it begins."""
        return self.row, self.column

    def across(self, widths: Sequence[float]) -> float:
        """Return how wide it is, by the widths of all columns."""
        return sum(widths[self.column : self.column + self.colspan])


@dataclass(frozen=True, slots=True)
class GridRow:
    """A row of a table, and for each column the cell that covers it, perhaps from a row above."""

    row: Row
    number: int
    header: bool
    cells: Sequence[GridCell]

    @property
    def spread(self) -> list[GridCell | None]:
        """For each column the cell that begins there in this row, or None."""
        return [
            each if each.row == self.number and each.column == column else None
            for column, each in enumerate(self.cells)
        ]

    @property
    def own(self) -> list[GridCell]:
        """The cells that begin in this row."""
        return [each for each in self.spread if each]


def grid(table: Table) -> list[GridRow]:
    """Return every row with the cells that cover its columns; short rows are filled with empty cells."""
    rows, width = (*table.header, *table.rows), table.width
    covered: dict[tuple[int, int], GridCell] = {}
    for number, row in enumerate(rows):
        cells = iter(row.cells)
        for column in range(width):
            if (number, column) in covered:
                continue
            cell, free = next(cells, _EMPTY), 1
            while free < cell.colspan and column + free < width and (number, column + free) not in covered:
                free += 1
            placed = GridCell(cell, number, column, max(1, min(cell.rowspan, len(rows) - number)), free)
            for lower, further in product(range(placed.rowspan), range(free)):
                covered[number + lower, column + further] = placed
    return [
        GridRow(row, number, number < len(table.header), [covered[number, column] for column in range(width)])
        for number, row in enumerate(rows)
    ]

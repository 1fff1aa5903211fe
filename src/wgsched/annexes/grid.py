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

    def across(self, widths: Sequence[float]) -> float:
        """Return how wide it is, by the widths of all columns."""
        return sum(widths[self.column : self.column + self.colspan])


@dataclass(frozen=True, slots=True)
class GridRow:
    """A row of a table, and for each column the cell that covers it, perhaps from a row above.

    ``own`` are the cells that begin in the row, and ``spread`` has for each column the one that begins there, or None.
    """

    row: Row
    number: int
    header: bool
    cells: Sequence[GridCell]
    own: Sequence[GridCell]
    spread: Sequence[GridCell | None]


def grid(table: Table) -> list[GridRow]:
    """Return every row with the cells that cover its columns; short rows are filled with empty cells."""
    rows, width = (*table.header, *table.rows), table.width
    covered: list[dict[int, GridCell]] = [{} for _ in rows]
    lines = []
    for number, row in enumerate(rows):
        cells, own = iter(row.cells), list[GridCell]()
        spread: list[GridCell | None] = [None] * width
        for column in range(width):
            if column in covered[number]:
                continue
            cell, free = next(cells, _EMPTY), 1
            while free < cell.colspan and column + free < width and column + free not in covered[number]:
                free += 1
            placed = GridCell(cell, number, column, max(1, min(cell.rowspan, len(rows) - number)), free)
            own.append(placed)
            spread[column] = placed
            for lower, further in product(range(placed.rowspan), range(free)):
                covered[number + lower][column + further] = placed
        across = [*map(covered[number].__getitem__, range(width))]
        lines.append(GridRow(row, number, number < len(table.header), across, own, spread))
    return lines

"""Where every cell of a table lies, once its spans are worked out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from wgsched.annexes.pages import Cell, Row

_EMPTY = Cell()


@dataclass(frozen=True, slots=True)
class GridCell:
    """A cell, its upper start corner, and spans that never leave the table or cover another cell."""

    cell: Cell
    row: int
    column: int
    rowspan: int
    colspan: int

    def starts(self, row: int, column: int) -> bool:
        """Whether the cell is written here, rather than covering this position from its corner."""
        return (self.row, self.column) == (row, column)


def grid(rows: Sequence[Row], width: int) -> list[list[GridCell]]:
    """For every row, the place that covers each of its `width` columns; short rows are filled with empty cells."""
    covered: dict[tuple[int, int], GridCell] = {}
    for number, row in enumerate(rows):
        cells = iter(row.cells)
        for column in range(width):
            if (number, column) not in covered:
                place = _place(next(cells, _EMPTY), number, column, covered, len(rows), width)
                for lower in range(place.rowspan):
                    for further in range(place.colspan):
                        covered[number + lower, column + further] = place
    return [[covered[number, column] for column in range(width)] for number in range(len(rows))]


def _place(
    cell: Cell, row: int, column: int, covered: dict[tuple[int, int], GridCell], height: int, width: int
) -> GridCell:
    free = 1
    while free < cell.colspan and column + free < width and (row, column + free) not in covered:
        free += 1
    return GridCell(cell, row, column, max(1, min(cell.rowspan, height - row)), free)

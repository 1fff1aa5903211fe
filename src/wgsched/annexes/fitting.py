"""Which cells of a table are small enough to stay on one page, with the rows that they cover."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import wcwidth

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wgsched.annexes.grid import Place

# Points: half a letter more or less does not matter, for only what is far below a page is kept together.
LETTER = 5.5
INSET = 10

# Letters without a blank that would leave any column; Chinese divides by itself.
_ENDLESS = re.compile("[^\\s\u2e80-\uffef]{40}(?=[^\\s\u2e80-\uffef])")

# Lines that may be kept together, on an upright and on a wide page: less than half of each.
LIMITS = {False: 24, True: 14}


def unbroken(rows: Sequence[Sequence[Place]], columns: Sequence[float], *, landscape: bool) -> set[tuple[int, int]]:
    """The corners of the cells that need not be divided between pages; `columns` in points."""
    corners = {(place.row, place.column): place for places in rows for place in places}
    taken = {corner: lines(place, columns) for corner, place in corners.items()}
    heights = [1] * len(rows)
    for corner, place in corners.items():
        if place.rowspan == 1:  # the others reach beyond their row
            heights[place.row] = max(heights[place.row], taken[corner])
    limit = LIMITS[landscape]
    return {
        corner
        for corner, place in corners.items()
        if sum(heights[place.row : place.row + place.rowspan]) <= limit and taken[corner] <= limit
    }


def pieces(text: str) -> list[str]:
    """A text in pieces between which it may be divided although there is no blank."""
    return _ENDLESS.sub("\\g<0>\x00", text).split("\x00")


def lines(place: Place, columns: Sequence[float]) -> int:
    """About how many lines the words of a cell take."""
    room = max(LETTER, sum(columns[place.column : place.column + place.colspan]) - INSET)
    return sum([1 + int(max(0, wcwidth.width(line)) * LETTER // room) for line in place.cell.text.split("\n")])

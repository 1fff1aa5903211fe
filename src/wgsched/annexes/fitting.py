"""Which cells of a table are small enough to stay on one page, with the rows that they cover."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

import wcwidth

from wgsched.annexes.grid import GridCell, GridRow, grid
from wgsched.annexes.pages import OnePage, Table

# Points: half a letter more or less does not matter, for only what is far below a page is kept together.
LETTER = 5.5
INSET = 10

# Of the size of the letters: their width with what is lost at the ends of lines, and a line.
# Points: what is around the words of a cell, and around a table.
WIDE = 0.6
LEADING = 1.35
NARROW_INSET = 4
AIR = 12

# Letters without a blank that would leave any column; Chinese divides by itself.
_ENDLESS = re.compile("[^\\s\u2e80-\uffef]{40}(?=[^\\s\u2e80-\uffef])")

# Lines that may be kept together, on an upright and on a wide page: less than half of each.
LIMITS = {False: 24, True: 14}


def unbroken(rows: Sequence[GridRow], columns: Sequence[float], *, landscape: bool) -> set[tuple[int, int]]:
    """The corners of the cells that need not be divided between pages; `columns` in points."""
    # The height of a row is that of its cells that do not reach beyond it, so these fit where their row does.
    heights = [max([lines(each, columns) for each in row.own if each.rowspan == 1], default=1) for row in rows]
    limit = LIMITS[landscape]
    return {
        (each.row, each.column)
        for row in rows
        for each in row.own
        if sum(heights[each.row : each.row + each.rowspan]) <= limit
        and (each.rowspan == 1 or lines(each, columns) <= limit)
    }


def height(table: Table, form: OnePage) -> float:
    """About how many points a table takes in the form of a page; rather too many than too few."""
    shares = table.widths or (1,) * table.width
    columns = [form.wide * share / sum(shares) for share in shares]
    rows = grid(table)
    tall = [
        max([_words_high(each, columns, form.size) for each in row.own if each.rowspan == 1], default=0.0)
        for row in rows
    ]
    for row in rows:
        for each in row.own:
            covered = range(each.row, each.row + each.rowspan)
            lacking = _words_high(each, columns, form.size) - sum(tall[number] for number in covered)
            tall[covered[-1]] += max(0.0, lacking)
    return sum(tall) + AIR


def _words_high(place: GridCell, columns: Sequence[float], size: float) -> float:
    return lines(place, columns, size * WIDE, 2 * NARROW_INSET) * size * LEADING + 2 * NARROW_INSET


@lru_cache(maxsize=1024)  # html and pdf ask for the same texts
def pieces(text: str) -> tuple[str, ...]:
    """A text in pieces between which it may be divided although there is no blank."""
    return tuple(_ENDLESS.sub("\\g<0>\x00", text).split("\x00"))


def lines(place: GridCell, columns: Sequence[float], letter: float = LETTER, inset: float = INSET) -> int:
    """About how many lines the words of a cell take, with letters so wide and so much air beside them, in points."""
    room = max(letter, place.across(columns) - inset)
    count = 0
    for line in place.cell.text.split("\n"):
        count += 1 + int(max(0, wcwidth.width(line)) * letter // room)
    return count

"""How wide the columns of a table are, and which cells stay on one page, with the rows that they cover."""

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

# Of the size of the letters: their width with what is lost at the ends of lines, by script (a Chinese sign has two),
# the width of those in a word that must not be broken, and a line. All were looked at in docx and pdf.
LATIN = 0.56
BY_SCRIPT = {"\u0400-\u04ff": 0.65, "\u0600-\u06ff": 0.5, "\u2e80-\uffef": 0.53}
_SCRIPTS = tuple((re.compile(f"[{letters}]"), wide) for letters, wide in BY_SCRIPT.items())
WIDE = 0.6
LEADING = 1.35

# Points: what is around the words of a cell, and around a table.
NARROW_INSET = 4
AIR = 12

# Points that a letter of a word may take that must not be broken: rather too many than too few.
BROAD = 7.0
MOST = 0.25
"""Of the width of a table, the most that a column gets for the sake of its longest word."""
_WORD = re.compile(r"[^\W\d_]+")

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


def widths(table: Table, across: float, form: OnePage | None = None) -> list[float]:
    """The widths of the columns in points: as the table asks, and none narrower than its longest word.

    What a column lacks is taken from those that have more than they need.
    """
    shares = table.widths or (1,) * table.width
    columns = [across * share / sum(shares) for share in shares]
    letter, inset = (form.size * WIDE, 2 * NARROW_INSET) if form else (BROAD, INSET)
    needed = [min(letter * count + inset, across * MOST) if count else 0.0 for count in _longest(table)]
    lacking = [max(0.0, need - column) for need, column in zip(needed, columns, strict=True)]
    spare = [max(0.0, column - need) for need, column in zip(needed, columns, strict=True)]
    if not sum(lacking) or sum(lacking) > sum(spare):
        return columns
    taken = sum(lacking) / sum(spare)
    return [each + lacks - taken * more for each, lacks, more in zip(columns, lacking, spare, strict=True)]


def _longest(table: Table) -> list[int]:
    """The letters of the longest word in each column; Chinese divides anywhere, and has none."""
    longest = [0] * table.width
    for each in (cell for row in grid(table) for cell in row.own if cell.colspan == 1):
        words = (word for word in _WORD.findall(each.cell.text) if wcwidth.width(word) == len(word))
        longest[each.column] = max([longest[each.column], *map(len, words)])
    return longest


def height(table: Table, form: OnePage) -> float:
    """About how many points a table takes in the form of a page; rather too many than too few."""
    columns = widths(table, form.wide, form)
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
    wide = next((each for letters, each in _SCRIPTS if letters.search(place.cell.text)), LATIN)
    return lines(place, columns, size * wide, 2 * NARROW_INSET) * size * LEADING + 2 * NARROW_INSET


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

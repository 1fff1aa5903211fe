"""Lines whose words are aligned by spaces: a run of lines with columns is a table, the others are paragraphs."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from wgsched.reading.blocks import ParagraphBlock, TableBlock, TableCell

_SEGMENT = re.compile(r"\S+(?: \S+)*")
GAP = 3
"""Spaces that part two columns; a space inside a cell may be two."""

NEAR = 2
"""How far the beginning of a cell may be from that of its column."""

FEWEST = 2
"""Lines that must have cells in a column."""

MOST_COLUMNS = 12
SHORT = 9
"""Signs below hours or a day that can be nothing but their end, such as ``30分``."""

MOST_EMPTY = 3
"""Empty lines that a table may have between its rows."""

GRID = 3
"""Columns of a table that may be a grid, with hours on its left."""

_HOURS = re.compile(r"\d{1,2}(?:[.:h]\s?\d\d|\s?[ap]\.?m).*")


@dataclass(frozen=True)
class AlignedLine:
    """A line with its place; the spaces in it count."""

    place: str
    text: str

    @cached_property
    def segments(self) -> tuple[tuple[int, str], ...]:
        """Where the words between two spaces or more begin, and these words."""
        return tuple((match.start(), match.group()) for match in _SEGMENT.finditer(self.text))

    @cached_property
    def wide(self) -> tuple[int, ...]:
        """Where a word begins after a wide gap."""
        ends = [start + len(text) for start, text in self.segments]
        pairs = zip(self.segments[1:], ends, strict=False)
        return tuple(start for (start, _), end in pairs if start - end >= GAP)


def blocks_of(lines: Sequence[AlignedLine], place: str) -> Iterator[ParagraphBlock | TableBlock]:
    """Yield the paragraphs and tables of a page."""
    first, tables = 0, 0
    while first < len(lines):
        last = _table_end(lines, first)
        if last > first:
            tables += 1
            yield _table(lines[first:last], f"{place}, table {tables}")
            first = last
            continue
        text = lines[first].text.strip()
        if text:
            apart = first > 0 and not lines[first - 1].text.strip()
            yield ParagraphBlock(" ".join(text.split()), lines[first].place, apart=apart)
        first += 1


def _table_end(lines: Sequence[AlignedLine], first: int) -> int:
    """Return where a table that begins with a line ends; the line itself if none begins there."""
    if not lines[first].wide:
        return first
    last = end = first
    empty = 0
    while last < len(lines) and empty <= MOST_EMPTY:
        empty = 0 if lines[last].text.strip() else empty + 1
        last += 1
        end = last if lines[last - 1].wide else end
    while end < len(lines) and _goes_on(lines, end):
        end += 1
    rows = sum(bool(line.wide) for line in lines[first:end])
    return end if rows >= FEWEST and len(_columns(lines[first:end])) > 1 else first


def _goes_on(lines: Sequence[AlignedLine], at: int) -> bool:
    """Return whether the last cell of a table goes on in a line that is indented."""
    return bool(lines[at].text.strip()) and lines[at].text.startswith(" " * 8)


def _columns(lines: Sequence[AlignedLine]) -> list[int]:
    """Return where the columns begin: at the left edge, and where several lines have a word after a wide gap."""
    starts = Counter(start for line in lines for start in line.wide)
    columns = [min((line.segments[0][0] for line in lines if line.segments), default=0)]
    for start, count in sorted(starts.items()):
        near = sum(starts[each] for each in range(start - NEAR, start + NEAR + 1))
        if near >= FEWEST and count and start - columns[-1] > NEAR and len(columns) < MOST_COLUMNS:
            columns.append(start)
    return columns


def _table(lines: Sequence[AlignedLine], place: str) -> TableBlock:
    columns = _columns(lines)
    cells: dict[tuple[int, int], TableCell] = {}
    row, apart = -1, True
    grid = _grid_rows([_cells(line, columns) for line in lines])
    for place_in_table, line in enumerate(lines):
        texts = _cells(line, columns)
        if not texts:
            apart = True
            continue
        if grid:
            row = grid[place_in_table]
        elif row < 0 or not _continues(texts, cells, row, apart=apart):
            row += 1
        apart = False
        for column, text in texts.items():
            known = cells.get((row, column))
            cells[row, column] = (
                replace(known, text=f"{known.text} {text}") if known else TableCell(text, line.place, row, column)
            )
    cells = _joined(cells, len(columns))
    return TableBlock(place, tuple(_spanning(cells, len(columns))))


def _grid_rows(lines: Sequence[dict[int, str]]) -> list[int]:
    """Return the row of each line of a grid, whose left column holds hours and nothing else; else nothing.

    Hours may be centred beside the lines of their row. They then stand on a line where cells go on or are empty, and
    the lines above them, up to an empty line or the hours before, are of their row.
    """
    hours = [place for place, cells in enumerate(lines) if place and 0 in cells]
    if len(hours) < FEWEST or len(lines[0]) < GRID or not all(_HOURS.fullmatch(lines[place][0]) for place in hours):
        return []
    rows, row = [0] * len(lines), 0
    starts = {_first_line(lines, at, before) for before, at in itertools.pairwise([0, *hours])}
    for place in range(1, len(lines)):
        row += place in starts
        rows[place] = row
    return rows


def _first_line(lines: Sequence[dict[int, str]], hours: int, before: int) -> int:
    """Return where the row of these hours begins: their own line, or one above it where they are centred."""
    first = hours
    while first - 1 > before and lines[first - 1]:
        first -= 1
    whole = lines[first].keys() - {0}
    return first if first < hours and len(whole) > len(lines[hours]) - 1 else hours


def _joined(cells: dict[tuple[int, int], TableCell], width: int) -> dict[tuple[int, int], TableCell]:
    """Make one column of two beside each other that never hold words in the same row: short cells are centred."""
    rows = [{column for row, column in cells if row == each} for each in sorted({row for row, _ in cells})]
    into = {0: 0}
    for column in range(1, width):
        left = into[column - 1]
        shared = any(column in row and any(into.get(each) == left for each in row) for row in rows)
        into[column] = left if left > 0 and not shared else left + 1
    return {(row, into[column]): replace(cell, column=into[column]) for (row, column), cell in cells.items()}


def _spanning(cells: dict[tuple[int, int], TableCell], width: int) -> Iterator[TableCell]:
    """Yield cells in order; one that stands alone at the left edge spans its row."""
    alone = Counter(row for row, _ in cells)
    for key in sorted(cells):
        row, column = key
        yield replace(cells[key], columns=width) if alone[row] == 1 and column == 0 else cells[key]


def _cells(line: AlignedLine, columns: Sequence[int]) -> dict[int, str]:
    texts: dict[int, str] = {}
    for start, text in line.segments:
        column = max((n for n, left in enumerate(columns) if left <= start + NEAR), default=0)
        texts[column] = f"{texts[column]} {text}" if column in texts else text
    return texts


def _continues(found: dict[int, str], cells: dict[tuple[int, int], TableCell], row: int, *, apart: bool) -> bool:
    """Return whether the words of a line go on with cells of the row above: no empty line, and one cell alone
    or the end of hours or of a day.
    """
    if apart:
        return False
    above = cells.get((row, 0))
    end = found.get(0, "")
    if end and above is not None and _ends(above.text, end):
        return True
    return len(found) == 1 and not end and (row, next(iter(found))) in cells


def _ends(above: str, below: str) -> bool:
    """Return whether hours or a day go on: after a dash, with a small letter, a month below its day, minutes."""
    month = above[-1:].isdigit() and not re.search(r"\d", below)
    minutes = len(below) < SHORT and not re.search("[-–—]", below)
    return month or minutes or below[0].islower() or above.endswith(("-", "–", "—"))

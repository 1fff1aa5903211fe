"""What every carrier gives: the paragraphs and tables of a paper, each with a place that a person finds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from itertools import groupby
from typing import TypeAlias


@dataclass(frozen=True)
class ParagraphBlock:
    """A paragraph or a heading. ``label`` is its automatic number as shown; ``heading`` its level, or 0.

    ``apart`` says that an empty line stands before it, where lines are all that the carrier knows.
    """

    text: str
    place: str
    label: str = ""
    heading: int = 0
    apart: bool = field(default=False, compare=False)

    @property
    def shown(self) -> str:
        """The words as a reader sees them, with the automatic number."""
        return f"{self.label} {self.text}".strip()


@dataclass(frozen=True)
class TableCell:
    """A cell of a table. Rows and columns count from 0; ``when`` is its day or moment for programs, if it has one."""

    text: str
    place: str
    row: int
    column: int
    rows: int = 1
    columns: int = 1
    when: str = ""


@dataclass(frozen=True)
class TableBlock:
    """A table: its cells in order, row by row. A cell that spans stands once, where it begins."""

    place: str
    cells: tuple[TableCell, ...]

    @cached_property
    def width(self) -> int:
        """How many columns it has."""
        return max((cell.column + cell.columns for cell in self.cells), default=0)

    def rows(self) -> Iterator[tuple[TableCell, ...]]:
        """Yield the cells that begin in each row, in order; rows without any are left out."""
        ordered = sorted(self.cells, key=lambda cell: (cell.row, cell.column))
        yield from (tuple(cells) for _, cells in groupby(ordered, key=lambda cell: cell.row))


def laid_out(name: str, rows: Iterable[Iterable[tuple[str, int, int, str]]]) -> Iterator[TableCell]:
    """Yield the cells of a table, each where those above and before it leave room.

    A cell is given as its words, how many rows and columns it spans, and its day or moment for programs.
    """
    taken: set[tuple[int, int]] = set()
    for row, cells in enumerate(rows):
        column = 0
        for text, down, across, when in cells:
            while (row, column) in taken:
                column += 1
            taken.update((row + y, column + x) for y in range(down) for x in range(across))
            place = f"{name}, row {row + 1}, column {column + 1}"
            yield TableCell(text, place, row, column, down, across, when)
            column += across


def records_table(place: str, heads: Iterable[str], rows: Iterable[tuple[str, Iterable[str]]]) -> TableBlock:
    """Return a table of records: the names of its fields, then the place and the values of each."""
    lines = [("the fields", heads), *rows]
    cells = (
        TableCell(value, where, row, column)
        for row, (where, values) in enumerate(lines)
        for column, value in enumerate(values)
    )
    return TableBlock(place, tuple(cells))


PaperBlock: TypeAlias = ParagraphBlock | TableBlock
WordedBlock: TypeAlias = ParagraphBlock | TableCell


@dataclass(frozen=True)
class Paper:
    """A paper as its carrier holds it.

    ``properties`` are those of the file: title, symbol, language; ``warnings`` say what the carrier cannot vouch for.
    """

    file: str
    format: str
    blocks: tuple[PaperBlock, ...]
    properties: Mapping[str, str] = field(default_factory=dict)
    warnings: tuple[str, ...] = ()

    def texts(self) -> Iterator[WordedBlock]:
        """Yield everything that has words, in order."""
        for block in self.blocks:
            if isinstance(block, TableBlock):
                yield from block.cells
            else:
                yield block

"""Lines of text to blocks: a run of lines with tabs or bars is a table, every other line a paragraph."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from wgsched.files.octets import text_of
from wgsched.reading.blocks import Paper, ParagraphBlock, TableBlock, TableCell

_BARS = re.compile(r"\s*\|\s*|\t")
FEWEST = 2
"""Rows with several cells that a run of lines must have to be a table."""

MOST_COLUMNS = 60

Line = tuple[int, str]


def read_text(content: bytes, file: str) -> Paper:
    """Return the blocks of a plain text.

    Raises:
        BadInput: it is not UTF-8, or too large.
    """
    lines = text_of(content, file).replace("\f", "\n").split("\n")
    return Paper(file, "txt", tuple(blocks_of(enumerate(lines, start=1))))


def blocks_of(lines: Iterable[Line]) -> Iterator[ParagraphBlock | TableBlock]:
    """Yield the blocks of numbered lines; an empty line ends a table."""
    for full, group in groupby(lines, key=lambda line: bool(line[1].strip())):
        run = [(number, text.rstrip()) for number, text in group]
        if not full:
            continue
        rows = [(number, split(text)) for number, text in run]
        if sum(sum(map(bool, cells)) > 1 for _, cells in rows) >= FEWEST:
            yield table_of(rows)
        else:
            lines = [(number, bare) for number, text in run if (bare := text.strip(" \t|"))]
            first = lines[0][0] if lines else 0
            yield from (ParagraphBlock(text, f"line {n}", apart=n == first > 1) for n, text in lines)


def split(text: str) -> list[str]:
    """Return the cells of a line, at tabs and at bars; spaces and tabs that only indent it make no cell."""
    bare = text.lstrip()
    if (text.lstrip(" ").startswith("\t") and _BARS.search(bare)) or text.startswith(" |"):
        bare = text.lstrip(" ") if not text.startswith(" |") else f"|{bare}"  # its first cell is empty
    cells = [cell.strip() for cell in _BARS.split(bare.removeprefix("|"))]
    return cells[:MOST_COLUMNS] + ([" ".join(cells[MOST_COLUMNS:])] if len(cells) > MOST_COLUMNS else [])


def table_of(rows: Sequence[tuple[int, Sequence[str]]]) -> TableBlock:
    """Return the table of these rows; one of a single cell spans them all."""
    width = max(len(cells) for _, cells in rows)
    cells = [
        TableCell(text, f"line {number}", row, column, columns=width if _alone(texts) and column == 0 else 1)
        for row, (number, texts) in enumerate(rows)
        for column, text in enumerate(texts)
        if text or not _alone(texts)
    ]
    return TableBlock(f"line {rows[0][0]}", tuple(cells))


def _alone(texts: Sequence[str]) -> bool:
    return bool(texts[0]) and not any(texts[1:])

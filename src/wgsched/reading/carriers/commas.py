"""Comma-separated values, also with semicolons or tabs."""

from __future__ import annotations

from wgsched.files.titles.commas import read_commas
from wgsched.reading.blocks import Paper, TableBlock, TableCell


def read_csv(content: bytes, file: str) -> Paper:
    """Return the one table of a CSV file.

    Raises:
        BadInput: it is not UTF-8, or too large.
    """
    cells = tuple(
        TableCell(_bare(value), f"line {line}, column {column + 1}", row, column)
        for row, (line, values) in enumerate(read_commas(content, file))
        for column, value in enumerate(values)
    )
    return Paper(file, "csv", (TableBlock("the table", cells),) if cells else ())


def _bare(value: str) -> str:
    """Return a value without the apostrophe that keeps a spreadsheet from taking it for a formula."""
    text = value.strip()
    return text[1:] if text.startswith("'") and text[1:2] in tuple("=+-@＝＋－＠") else text

"""Comma-separated values for spreadsheets and programs: the records of the tables, or else their printed words.

UTF-8 with a byte order mark and CRLF, so that Excel opens every script; the machine columns of the records come first.
A value that a spreadsheet would take for a formula gets an apostrophe before it.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from wgsched.annexes.footnotes import Footnotes
from wgsched.annexes.formats.text import words
from wgsched.annexes.grid import grid
from wgsched.annexes.pages import Columns, Heading, Pages, Paragraph, Value

SUFFIX = ".csv"
MEDIA_TYPE = "text/csv; charset=utf-8"

FORMULA = re.compile("[ \u00a0\u200e\u200f\u061c]*[-=+@\t\r\n＝＋－＠]")


def write(documents: Sequence[Pages]) -> bytes:
    """Write the tables of documents, or the paragraphs of those without a table, as one CSV file."""
    several = len(documents) > 1
    records = [
        {**record, "language": document.language} if several else record
        for document in documents
        for table in document.tables()
        for record in table.every_record
    ]
    if records:
        columns = list(dict.fromkeys([name for record in records for name in record if name != "language"]))
        columns += ["language"] * any("language" in record for record in records)
        rows = [columns, *([_plain(record.get(name)) for name in columns] for record in records)]
    else:
        rows = [[harmless(text) for text in row] for document in documents for row in _printed(document)]
    out = io.StringIO()
    csv.writer(out, lineterminator="\r\n").writerows(rows)
    return out.getvalue().encode("utf-8-sig")


def harmless(value: str) -> str:
    """A value that no spreadsheet takes for a formula."""
    return f"'{value}" if FORMULA.match(value) else value


@lru_cache(maxsize=4096, typed=True)  # keys and hours are the same in all rows and languages; 1 is not True
def _plain(value: Value) -> str:
    if isinstance(value, str):
        return harmless(value) if FORMULA.match(value) else value
    if isinstance(value, bool):
        return "true" if value else "false"
    return "" if value is None else str(value)


def _printed(document: Pages) -> Iterator[list[str]]:
    tables = list(document.tables())
    notes = Footnotes()
    for number, table in enumerate(tables):
        yield from [[]] if number else []
        yield from ([words(each.cell.inlines, notes) if each else "" for each in row.spread] for row in grid(table))
    if not tables:
        for block in document.blocks:
            if isinstance(block, Heading | Paragraph):
                yield [block.label if isinstance(block, Paragraph) else "", words(block.inlines, notes)]
            elif isinstance(block, Columns):
                yield from ([each.label, words(each.inlines, notes)] for each in (*block.start, *block.end))

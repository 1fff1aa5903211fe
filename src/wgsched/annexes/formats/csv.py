"""Comma-separated values for spreadsheets and programs: the records of the tables, or else their printed words.

UTF-8 with a byte order mark and CRLF, so that Excel opens every script; the machine columns of the records come first.
A value that a spreadsheet would take for a formula gets an apostrophe before it.
"""

from __future__ import annotations

import csv
import io
import re
from typing import TYPE_CHECKING

from wgsched.annexes.document import Columns, Heading, Paragraph
from wgsched.annexes.formats.text import words
from wgsched.annexes.grid import grid
from wgsched.annexes.notes import Notes

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from wgsched.annexes.document import Document, Record, Table, Value

SUFFIX = ".csv"
MEDIA_TYPE = "text/csv; charset=utf-8"

FORMULA = re.compile("[ \u00a0\u200e\u200f\u061c]*[-=+@\t\r\n＝＋－＠]")


def write(documents: Sequence[Document]) -> bytes:
    """Write the tables of documents, or the paragraphs of those without a table, as one CSV file."""
    several = len(documents) > 1
    records = [{**record, "language": d.language} if several else record for d in documents for record in _records(d)]
    if records:
        columns = list(dict.fromkeys([name for record in records for name in record if name != "language"]))
        columns += ["language"] * any("language" in record for record in records)
        rows = [columns, *([_plain(record.get(name)) for name in columns] for record in records)]
    else:
        rows = [[harmless(text) for text in row] for document in documents for row in _printed(document)]
    out = io.StringIO()
    csv.writer(out, lineterminator="\r\n").writerows(row for row in rows)
    return out.getvalue().encode("utf-8-sig")


def harmless(value: str) -> str:
    """A value that no spreadsheet takes for a formula."""
    return f"'{value}" if FORMULA.match(value) else value


def _plain(value: Value) -> str:
    if isinstance(value, str):
        return harmless(value) if FORMULA.match(value) else value
    if isinstance(value, bool):
        return "true" if value else "false"
    return "" if value is None else str(value)


def _records(document: Document) -> Iterator[Record]:
    for table in document.tables():
        yield from table.every_record


def _printed(document: Document) -> Iterator[list[str]]:
    tables = list(document.tables())
    notes = Notes()
    for number, table in enumerate(tables):
        yield from [[]] if number else []
        yield from _table(table, notes)
    if not tables:
        for block in document.blocks:
            if isinstance(block, Heading | Paragraph):
                yield [block.label if isinstance(block, Paragraph) else "", words(block.inlines, notes)]
            elif isinstance(block, Columns):
                yield from ([each.label, words(each.inlines, notes)] for each in (*block.start, *block.end))


def _table(table: Table, notes: Notes) -> Iterator[list[str]]:
    for number, places in enumerate(grid((*table.header, *table.rows), table.width)):
        yield [words(p.cell.inlines, notes) if p.starts(number, column) else "" for column, p in enumerate(places)]

"""Spreadsheets: every visible sheet of a workbook is a table, with dates and hours as a person reads them; or CSV."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from typing import Any

from wgsched.errors import BadInput, Fault
from wgsched.files.archives import damaged, opened_workbook
from wgsched.files.octets import FORBIDDEN
from wgsched.files.titles.commas import read_commas
from wgsched.reading.blocks import Paper, ParagraphBlock, TableBlock, TableCell

MOST_CELLS = 200_000


def read_workbook(content: bytes, file: str) -> Paper:
    """Return a heading and a table for each visible sheet of a workbook.

    Raises:
        BadInput: it is no workbook, damaged or too large.
    """
    book = opened_workbook(content, file)
    try:
        blocks = tuple(block for sheet in book.worksheets for block in _sheet(sheet, file))
    except (AttributeError, LookupError, TypeError, ValueError) as error:
        raise damaged(error, file) from None
    properties = {"title": book.properties.title or "", "body": book.properties.creator or ""}
    hidden = [sheet.title for sheet in book.worksheets if sheet.sheet_state != "visible"]
    warnings = tuple(f"the sheet {title} is hidden, and is not read" for title in hidden)
    return Paper(file, "xlsx", blocks, {name: str(text) for name, text in properties.items() if text}, warnings)


def _sheet(sheet: Any, file: str) -> Iterator[ParagraphBlock | TableBlock]:
    if sheet.max_row * sheet.max_column > MOST_CELLS:
        raise BadInput(Fault(f"has more than {MOST_CELLS} cells", f"{file}:{sheet.title}"))
    name = f"sheet {sheet.title}"
    if sheet.sheet_state != "visible":
        return
    yield ParagraphBlock(sheet.title, name, heading=1)
    spans = {
        (span.min_row, span.min_col): (span.max_row - span.min_row + 1, span.max_col - span.min_col + 1)
        for span in sheet.merged_cells.ranges
    }
    cells = []
    for row in sheet.iter_rows():
        for cell in row:
            down, across = spans.get((cell.row, cell.column), (1, 1))
            text = shown(cell.value, str(cell.number_format or ""))
            if text or (cell.row, cell.column) in spans:
                place = f"{name}, {cell.coordinate}"
                cells.append(TableCell(text, place, cell.row - 1, cell.column - 1, down, across, when(cell.value)))
    if cells:
        yield TableBlock(name, tuple(cells))


def shown(value: object, form: str = "") -> str:
    """Return a value as words: days and hours in ISO form, whole numbers without a point."""
    if isinstance(value, datetime.datetime):
        alone = value.time() == datetime.time() and "h" not in form.lower()
        return f"{value:%Y-%m-%d}" if alone else f"{value:%Y-%m-%d %H:%M}"
    if isinstance(value, datetime.date):
        return value.isoformat()
    if isinstance(value, datetime.time):
        return f"{value:%H:%M}"
    if isinstance(value, datetime.timedelta):
        minutes = int(value.total_seconds()) // 60
        return f"{minutes // 60 % 24:02}:{minutes % 60:02}" if "h" in form.lower() else f"{minutes} min"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return "" if value is None else FORBIDDEN.sub(" ", str(value).replace("\r\n", "\n").replace("_x000D_", "")).strip()


def when(value: object) -> str:
    """Return a day or a moment for programs."""
    return value.isoformat() if isinstance(value, datetime.date) else ""


def read_csv(content: bytes, file: str) -> Paper:
    """Return the one table of a CSV file.

    Raises:
        BadInput: it is not UTF-8, or too large.
    """
    cells = tuple(
        TableCell(value.strip(), f"line {line}, column {column + 1}", row, column)
        for row, (line, values) in enumerate(read_commas(content, file))
        for column, value in enumerate(values)
    )
    return Paper(file, "csv", (TableBlock("the table", cells),) if cells else ())

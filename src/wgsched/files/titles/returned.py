"""Reads a sheet that came back: texts alone, each with its cell, whatever a spreadsheet program made of it."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from wgsched.errors import BadInput, Fault
from wgsched.files.archives import damaged, opened_workbook
from wgsched.files.octets import FORBIDDEN
from wgsched.files.sessions import content_of
from wgsched.files.titles.columns import KEY
from wgsched.files.titles.commas import read_commas

if TYPE_CHECKING:
    from openpyxl.cell.cell import Cell as ExcelCell

_NOT_TEXT = {
    "f": "holds a formula",
    "e": "holds an error of the spreadsheet",
    "d": "holds a date",
    "b": "holds a yes or a no of the spreadsheet",
}
LARGEST = 16_000_000
"""Bytes of a returned sheet; one of a whole General Assembly stays under a tenth of it."""

_MOST_CELLS = 1_000_000


@dataclass(frozen=True)
class SheetCell:
    """One cell of a returned sheet; ``wrong`` says why it is no text."""

    text: str
    file: str
    line: int = 0
    column: int = 0
    wrong: str = ""

    def fault(self, message: str, key: str = "", hint: str = "") -> Fault:
        """Return what is wrong with this cell."""
        return Fault(message, self.file, self.line, self.column, key, hint)


def read_sheet(path: str | os.PathLike[str]) -> list[list[SheetCell]]:
    """Return the rows of a returned sheet, ``.xlsx`` or ``.csv``, that are not empty; the first is its header.

    Raises:
        BadInput: it cannot be read, or is no such sheet.
    """
    file, content = str(path), content_of(path)
    if len(content) > LARGEST:
        raise BadInput(Fault(f"is larger than {LARGEST // 1_000_000} megabytes", file))
    suffix = Path(path).suffix.lower()
    if suffix == ".csv":
        lines = [
            [_cell(value, file, line, column) for column, value in enumerate(values, start=1)]
            for line, values in read_commas(content, file)
        ]
    elif suffix == ".xlsx":
        lines = _workbook(content, file)
    else:
        raise BadInput(Fault("is neither .xlsx nor .csv", file, hint="Save the sheet as one of these."))
    rows = [row for row in lines if any(cell.text or cell.wrong for cell in row)]
    if not rows:
        raise BadInput(Fault("is empty", file, hint="`wgsched titles SESSION -o FILE` writes a sheet."))
    return rows


def _cell(value: str, file: str, line: int = 0, column: int = 0) -> SheetCell:
    text = value.replace("\r\n", "\n").replace("\r", "\n").strip()
    control = FORBIDDEN.search(text)
    return SheetCell(
        text, file, line, column, f"holds the control character U+{ord(control.group()):04X}" if control else ""
    )


def _workbook(content: bytes, file: str) -> list[list[SheetCell]]:
    book = opened_workbook(content, file, formulas=True)
    try:
        pages = [[*_page(sheet, file)] for sheet in book.worksheets]
    except BadInput:
        raise
    except Exception as error:  # a damaged workbook breaks openpyxl in many ways
        raise damaged(error, file) from None
    named = (page for page in pages if page and any(cell.text == KEY for cell in page[0]))
    return next(named, pages[0] if pages else [])


def _page(sheet: Any, file: str) -> Iterator[list[SheetCell]]:
    if sheet.max_row * sheet.max_column > _MOST_CELLS:
        raise BadInput(Fault(f"has more than {_MOST_CELLS} cells", f"{file}:{sheet.title}"))
    for row in sheet.iter_rows():
        yield [_excel(cell, f"{file}:{sheet.title}:{cell.coordinate}") for cell in row]


def _excel(cell: ExcelCell, place: str) -> SheetCell:
    value = cell.value
    if value is None:
        return SheetCell("", place)
    if wrong := _NOT_TEXT.get(cell.data_type):
        return SheetCell("", place, wrong=wrong)
    if isinstance(value, float) and not value.is_integer():
        return SheetCell("", place, wrong="holds a number that is no text")
    return _cell(str(int(value)) if isinstance(value, int | float) else str(value), place)

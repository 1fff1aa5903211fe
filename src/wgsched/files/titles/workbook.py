"""The sheet as an Excel workbook: every text a string, what is missing filled with a pattern and said in words."""

from __future__ import annotations

import io
from datetime import datetime
from typing import TYPE_CHECKING, Any

import wcwidth
import xlsxwriter

from wgsched.errors import BadInput
from wgsched.files.titles.columns import GUIDE, KEY, KIND, ORIGINAL, STATUS, header, record
from wgsched.files.titles.sheet import Status

if TYPE_CHECKING:
    from wgsched.files.titles.sheet import TitleSheet

NAME = "Titles"
LONGEST = 32_767
"""Characters that a cell of Excel holds."""

UNDATED = datetime(1980, 1, 1)  # noqa: DTZ001 - Excel has no file without a date, and no time zones
RIGHT_TO_LEFT = frozenset({"ar", "fa", "ur"})
_LINE, _TALLEST = 15.0, 409.0
_WRAPPED = {"text_wrap": True, "valign": "top", "border": 1, "border_color": "#BFBFBF"}
_FILLS: dict[str, dict[str, Any]] = {
    Status.MISSING: {"pattern": 14, "bg_color": "#FFFFFF", "fg_color": "#F4B183"},
    Status.TO_REVIEW: {"bg_color": "#FFF2CC"},
    Status.OPTIONAL: {"bg_color": "#F2F2F2"},
    Status.ROLE: {"bg_color": "#F2F2F2", "font_color": "#595959"},
}


def workbook(sheet: TitleSheet) -> bytes:
    """Return the sheet, and beside it how it is filled, as the bytes of a workbook.

    Raises:
        BadInput: a text is too long for a cell.
    """
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True})
    book.set_properties({"title": f"Titles of {sheet.name}"[:255], "created": UNDATED})
    _Titles(book, sheet).write()
    guide = book.add_worksheet("How to fill")
    guide.set_column(0, 0, 100)
    bold, plain = book.add_format({"bold": True}), book.add_format({"text_wrap": True, "valign": "top"})
    for number, line in enumerate(GUIDE):
        guide.write_string(number, 0, line, plain if number else bold)
    book.close()
    return out.getvalue()


class _Titles:
    def __init__(self, book: Any, sheet: TitleSheet) -> None:
        self.book, self.sheet = book, sheet
        self.page = book.add_worksheet(NAME)
        self.formats: dict[tuple[str, bool], Any] = {}

    def write(self) -> None:
        names = header(self.sheet)
        self._columns(names)
        for number, row in enumerate(self.sheet.rows, start=1):
            values = record(self.sheet, row)
            for column, value in enumerate(values):
                if len(value.encode("utf-16-le")) // 2 > LONGEST:
                    raise BadInput(f"{row.key} is longer than the {LONGEST} characters of a cell; write .csv instead")
                language = names[column].removesuffix(ORIGINAL).removesuffix(STATUS)
                status = values[column + 1] if names[column + 1 : column + 2] == [f"{language}{STATUS}"] else ""
                style = self._format(status, right=bool(status) and language in RIGHT_TO_LEFT)
                if value:
                    self.page.write_string(number, column, value, style)
                else:
                    self.page.write_blank(number, column, None, style)
            self.page.set_row(number, min(_TALLEST, _LINE * max(map(_lines, values[:-1], map(_width, names)))))

    def _columns(self, names: list[str]) -> None:
        head = self.book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bottom": 2})
        last = max(1, len(self.sheet.rows))
        for column, name in enumerate(names):
            self.page.write_string(0, column, name, head)
            self.page.set_column(column, column, _width(name))
            if name.endswith(STATUS):
                words = {"validate": "list", "source": [str(each) for each in Status]}
                self.page.data_validation(1, column, last, column, words)
        self.page.set_column(len(names) - 1, len(names) - 1, 12, None, {"hidden": True})
        self.page.freeze_panes(1, 3)
        self.page.autofilter(0, 0, last, len(names) - 1)
        self.page.set_landscape()
        self.page.set_paper(9)
        self.page.fit_to_pages(1, 0)
        self.page.repeat_rows(0)

    def _format(self, status: str, *, right: bool) -> Any:
        if (status, right) not in self.formats:
            turned = {"reading_order": 2, "align": "right"} if right else {}
            style = {**_WRAPPED, **_FILLS.get(status, {}), **turned}
            self.formats[status, right] = self.book.add_format(style)
        return self.formats[status, right]


def _width(name: str) -> int:
    return 11 if name.endswith(STATUS) else 24 if name in (KEY, KIND) else 40


def _lines(value: str, width: int) -> int:
    """Return how many lines a text takes in a column; not every program works that out by itself."""
    return sum(1 + max(0, wcwidth.wcswidth(line)) // (width - 2) for line in value.split("\n"))

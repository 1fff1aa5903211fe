"""The sheet as an Excel workbook: every text a string, what is missing filled with a pattern and said in words."""

from __future__ import annotations

import io
from datetime import datetime
from functools import cache
from typing import Any

import wcwidth
import xlsxwriter

from wgsched.errors import BadInput
from wgsched.files.titles.columns import GUIDE, KEY, KIND, ORIGINAL, STATUS, TitleStatus

NAME = "Titles"
LONGEST = 32_767
"""Characters that a cell of Excel holds."""

UNDATED = datetime(1980, 1, 1)  # noqa: DTZ001 - Excel has no file without a date, and no time zones
RIGHT_TO_LEFT = frozenset({"ar", "fa", "ur"})
_LINE, _TALLEST = 15.0, 409.0
_WRAPPED = {"text_wrap": True, "valign": "top", "border": 1, "border_color": "#BFBFBF"}
_FILLS: dict[str, dict[str, Any]] = {
    TitleStatus.MISSING: {"pattern": 14, "bg_color": "#FFFFFF", "fg_color": "#F4B183"},
    TitleStatus.TO_REVIEW: {"bg_color": "#FFF2CC"},
    TitleStatus.OPTIONAL: {"bg_color": "#F2F2F2"},
    TitleStatus.ROLE: {"bg_color": "#F2F2F2", "font_color": "#595959"},
}


def workbook(title: str, lines: list[list[str]]) -> bytes:
    """Return a sheet, and beside it how it is filled, as the bytes of a workbook; the names of columns come first.

    Raises:
        BadInput: a text is too long for a cell.
    """
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True})
    book.set_properties({"title": title[:255], "created": UNDATED})
    page = book.add_worksheet(NAME)
    names, *texts = lines
    _lay_out(book, page, names, max(1, len(texts)))

    @cache
    def style(status: str, right: bool) -> Any:  # noqa: FBT001
        turned = {"reading_order": 2, "align": "right"} if right else {}
        return book.add_format({**_WRAPPED, **_FILLS.get(status, {}), **turned})

    for number, values in enumerate(texts, start=1):
        for column, value in enumerate(values):
            if len(value.encode("utf-16-le")) // 2 > LONGEST:
                raise BadInput(f"{values[0]} is longer than the {LONGEST} characters of a cell; write .csv instead")
            language = names[column].removesuffix(ORIGINAL).removesuffix(STATUS)
            status = values[column + 1] if names[column + 1 : column + 2] == [f"{language}{STATUS}"] else ""
            shown = style(status, bool(status) and language in RIGHT_TO_LEFT)
            if value:
                page.write_string(number, column, value, shown)
            else:
                page.write_blank(number, column, None, shown)
        page.set_row(number, min(_TALLEST, _LINE * max(map(_lines, values[:-1], map(_width, names)))))
    _add_guide(book)
    book.close()
    return out.getvalue()


def _lay_out(book: Any, page: Any, names: list[str], last: int) -> None:
    """Write the names of the columns, and say how wide they are, what they take, and how they are printed."""
    head = book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bottom": 2})
    for column, name in enumerate(names):
        page.write_string(0, column, name, head)
        page.set_column(column, column, _width(name))
        if name.endswith(STATUS):
            words = {"validate": "list", "source": [str(each) for each in TitleStatus]}
            page.data_validation(1, column, last, column, words)
    page.set_column(len(names) - 1, len(names) - 1, 12, None, {"hidden": True})
    page.freeze_panes(1, 3)
    page.autofilter(0, 0, last, len(names) - 1)
    page.set_landscape()
    page.set_paper(9)
    page.fit_to_pages(1, 0)
    page.repeat_rows(0)


def _add_guide(book: Any) -> None:
    page = book.add_worksheet("How to fill")
    page.set_column(0, 0, 100)
    bold, plain = book.add_format({"bold": True}), book.add_format({"text_wrap": True, "valign": "top"})
    for number, line in enumerate(GUIDE):
        page.write_string(number, 0, line, plain if number else bold)


def _width(name: str) -> int:
    return 11 if name.endswith(STATUS) else 24 if name in (KEY, KIND) else 40


def _lines(value: str, width: int) -> int:
    """Return how many lines a text takes in a column; not every program works that out by itself."""
    return sum(1 + max(0, wcwidth.wcswidth(line)) // (width - 2) for line in value.split("\n"))

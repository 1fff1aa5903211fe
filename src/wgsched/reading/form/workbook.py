"""Writes the form: three sheets with lists and help, in a language."""

from __future__ import annotations

import io
from collections.abc import Sequence
from datetime import datetime
from typing import Any

import xlsxwriter
from babel import Locale

from wgsched.errors import BadInput
from wgsched.reading.form.fields import AGENDA, DATES, DEFAULTS, LISTS, MARK, PROGRAMME, ROWS, SESSION
from wgsched.reading.grammar.words import WordLists, languages, words_of

UNDATED = datetime(1980, 1, 1)  # noqa: DTZ001 - Excel has no file without a date, and no time zones
LONGEST_HELP = 255
FIRST_DATE = datetime(1990, 1, 1)  # noqa: DTZ001


def form(language: str = "en") -> bytes:
    """Return a workbook to fill in, with its names and help in a language.

    Raises:
        BadInput: there are no words for the form in this language.
    """
    known = [code for code in languages() if "form" in words_of(code).data]
    if language not in known:
        raise BadInput(f"there is no form in {language!r}; known: {', '.join(known)}")
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True})
    book.set_properties({"title": MARK, "created": UNDATED})
    _Form(book, words_of(language)).write()
    book.close()
    return out.getvalue()


class _Form:
    """Writes the sheets with the formats of a book."""

    def __init__(self, book: Any, words: WordLists) -> None:
        self.book, self.words = book, words
        self.head = book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bottom": 1})
        self.help = book.add_format({"font_color": "#595959", "text_wrap": True, "valign": "top"})
        self.date = book.add_format({"num_format": "d mmm yyyy", "align": "left"})
        self.text = book.add_format({"num_format": "@"})

    def write(self) -> None:
        """Write all sheets."""
        self._session(self._sheet("session"))
        self._table(self._sheet("agenda"), AGENDA)
        self._table(self._sheet("programme"), PROGRAMME)

    def _sheet(self, name: str) -> Any:
        page = self.book.add_worksheet(str(self.words.data["form"]["sheets"][name]))
        if self.words.data.get("script") == "ARABIC":
            page.right_to_left()
        return page

    def _session(self, page: Any) -> None:
        """Write one field a row: its name, its value, its help, and its key hidden behind them."""
        page.set_column(0, 1, 36)
        page.set_column(2, 2, 70)
        page.set_column(3, 4, 12, None, {"hidden": True})
        page.write_string(0, 4, MARK)
        for row, key in enumerate(SESSION):
            page.write_string(row, 0, self._label(key), self.head)
            page.write_string(row, 2, self._help(key), self.help)
            page.write_string(row, 3, key)
            page.write(row, 1, DEFAULTS.get(key, ""), self._format(key))
            self._choose(page, key, (row, 1, row, 1))

    def _table(self, page: Any, keys: Sequence[str]) -> None:
        """Write one field a column: its key hidden above its name."""
        page.set_row(0, None, None, {"hidden": True})
        page.write_string(0, len(keys), MARK)
        page.set_column(len(keys), len(keys), 12, None, {"hidden": True})
        for column, key in enumerate(keys):
            page.write_string(0, column, key)
            page.write_string(1, column, self._label(key), self.head)
            page.write_comment(1, column, self._help(key), {"author": ""})
            page.set_column(column, column, 32 if key.startswith(("title", "item")) else 16, self._format(key))
            self._choose(page, key, (2, column, ROWS, column))
        page.freeze_panes(2, 1)

    def _choose(self, page: Any, key: str, cells: tuple[int, int, int, int]) -> None:
        """Let the field be chosen from its list, or ask for a date; show its help beside it."""
        rule: dict[str, Any] = {"validate": "any"}
        if key in LISTS:
            rule = {"validate": "list", "source": list(LISTS[key]), "error_type": "information"}
        elif key in DATES:
            rule = {"validate": "date", "criteria": ">", "value": FIRST_DATE, "error_type": "information"}
        message = {"input_title": self._label(key)[:32], "input_message": self._help(key)[:LONGEST_HELP]}
        page.data_validation(*cells, {**rule, **message})

    def _format(self, key: str) -> Any:
        return self.date if key in DATES else self.text

    def _label(self, key: str) -> str:
        name, _, language = key.partition(".")
        label = str(self.words.data["form"]["fields"][name][0])
        if not language:
            return label
        return f"{label} ({Locale(self.words.code).languages.get(language, language)})"

    def _help(self, key: str) -> str:
        return str(self.words.data["form"]["fields"][key.partition(".")[0]][1])

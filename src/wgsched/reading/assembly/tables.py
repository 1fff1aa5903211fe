"""Tables of programmes: a row for each consideration, day rows, spans, holidays; or a grid of hours and forums."""

from __future__ import annotations

import datetime
import re
from contextlib import suppress

from wgsched.reading.assembly.columns import columns_of, is_day_grid, is_grid
from wgsched.reading.assembly.facts import ReadRow
from wgsched.reading.assembly.programme import RowGatherer, title_of, words_after
from wgsched.reading.blocks import TableBlock, TableCell
from wgsched.reading.grammar.days import WrittenDay, is_day, read_day
from wgsched.reading.grammar.hours import WrittenHours, read_hours, read_times
from wgsched.reading.grammar.lengths import read_minutes
from wgsched.reading.grammar.marks import read_mark
from wgsched.reading.grammar.numbers import lead_number, read_numbers

LONGEST_ITEM = 14
"""Characters that hold the word for an item, before its number."""

_ISO_DAY = re.compile(r"\d{4}-\d\d-\d\d")


class TableReader:
    """Reads tables into a programme."""

    def __init__(self, programme: RowGatherer) -> None:
        self.programme = programme
        self.facts, self.words, self.account = programme.facts, programme.words, programme.account

    def table(self, table: TableBlock) -> bool:
        """Read a table; return whether it is a programme: one with days or hours."""
        rows = list(table.rows())
        if self.programme.day is not None and is_grid(rows, self.words):
            self._grid(rows)
            return True
        if is_day_grid(rows, self.words):
            self._day_grid(rows)
            return True
        head, columns = columns_of(rows, self.words)
        whens = (cell for row in rows[head + 1 :] for cell in row if columns.get(cell.column) == "when")
        timed = any(read_times(cell.text, self.words) is not None for cell in whens)
        dated = self.programme.day is not None or any(len(row) == 1 and self._day(row[0]) for row in rows[head + 1 :])
        if not columns or not (timed or (dated and "minutes" in columns.values()) or self._by_day(rows, head, columns)):
            return False
        for cell in (cell for row in rows[: max(head, 0)] for cell in row):
            self._above(cell)
        for cell in rows[head] if head >= 0 else ():
            if (day := self._day(cell)) is not None and columns.get(cell.column) == "title":
                self.programme.named_day(day, cell)
            self.account.understood("the head of a column", cell)
        for row in rows[head + 1 :]:
            self._line(row, columns)
        return True

    def _by_day(self, rows: list[tuple[TableCell, ...]], head: int, columns: dict[int, str]) -> bool:
        """Return whether each row of a table begins with a day of its own, so that it needs no hours."""
        if head < 0 or columns.get(0) not in ("when", "day") or "title" not in columns.values():
            return False
        return len(rows) > head + 2 and all(is_day(row[0].text, self.words) for row in rows[head + 1 :])

    def _day_grid(self, rows: list[tuple[TableCell, ...]]) -> None:
        """Read a grid whose columns are days and whose rows are hours, day by day."""
        for head in rows[0]:
            day = self._day(head) if head.column else None
            if day is None:
                self.account.understood("the head of a column", head)
                continue
            self.programme.named_day(day, head)
            for first, *cells in rows[1:]:
                hours = read_hours(first.text, self.words, alone=True)
                mine = (cell for cell in cells if cell.column <= head.column < cell.column + cell.columns)
                for cell in mine if hours else ():
                    if hours and cell.text.strip():
                        self.programme.named_hours(hours, first)
                        self.account.understood("a row of the programme", cell)
                        self.programme.row(self._titled(_in_one_line(cell.text), cell.place))

    def _grid(self, rows: list[tuple[TableCell, ...]]) -> None:
        """Read a grid: each cell is what a forum, or a room, takes up in the hours of its row."""
        heads = {cell.column: " ".join(cell.text.split()) for cell in rows[0]}
        self.account.understood("the head of a column", *rows[0])
        for first, *cells in rows[1:]:
            hours = read_hours(first.text, self.words)
            for cell in cells if hours else ():
                if hours and cell.text.strip():
                    self.programme.named_hours(hours, first)
                    self.programme.named_forum(heads.get(cell.column, ""), cell.place)
                    self._in_grid(cell)

    def _in_grid(self, cell: TableCell) -> None:
        """Make rows of a cell: its first line, and each further one with a number of its own."""
        self.account.understood("a row of the programme", cell)
        for place, line in enumerate(cell.text.split("\n")):
            if place == 0 or line.startswith("#"):
                self.programme.row(self._titled(line, cell.place))

    def _titled(self, text: str, place: str) -> ReadRow:
        """Return the row of a cell that holds a title, which the word for an item and its number may lead."""
        words, continued = read_mark(text, self.words)
        if not self.words.has("item", text[:LONGEST_ITEM]):
            return ReadRow((), words, continued, place)
        if alone := read_numbers(words, self.words):
            return ReadRow(alone, "", continued, place)
        number, title = lead_number(words, self.words)
        named = number and not number.startswith("(")
        return ReadRow((number,), title, continued, place) if named else ReadRow((), words, continued, place)

    def _above(self, cell: TableCell) -> None:
        """Read a cell above the heads of the columns: the day may stand there."""
        if (day := self._day(cell)) is not None:
            self.programme.named_day(day, cell)
        elif self.words.section(cell.text):
            self.account.understood("a heading", cell)

    def _line(self, row: tuple[TableCell, ...], columns: dict[int, str]) -> None:
        full = [cell for cell in row if cell.text.strip()]
        if not full:
            return
        first = full[0]
        alone = len(full) == 1 or not any(cell.column in columns for cell in full[1:])
        day = self._day(first) if columns.get(first.column) in ("when", "day") or alone else None
        if day is None and (dated := next((cell for cell in full if columns.get(cell.column) == "day"), None)):
            first, day = dated, self._day(dated)
            if day is not None and day == self.programme.day:
                day = None  # the day is repeated in every row
                self.account.understood("a day", first)
        if day is not None and len(full) > 1 and self.words.has("holiday", full[1].text):
            self.facts.written_holidays.append((day, full[1].text))
            self.account.understood("a holiday", *full[:2])
            return
        if day is not None:
            self.programme.named_day(day, first)
            if alone and is_day(first.text, self.words):
                return
        if len(full) == 1 and day is None and self._stray(first, columns):
            return
        self._cells(full, columns)

    def _stray(self, only: TableCell, columns: dict[int, str]) -> bool:
        """Return whether the only words of a row stand in a column that holds no titles."""
        own = columns.get(only.column)
        hours = read_hours(only.text, self.words, alone=True)
        spans = 1 < only.columns >= len(columns)
        return own in (None, "when") and len(columns) > 1 and hours is None and not spans

    def _cells(self, full: list[TableCell], columns: dict[int, str]) -> None:
        by_role = {columns[cell.column]: cell for cell in full if cell.column in columns}
        rest = ""
        if when := by_role.get("when"):
            rest = self._when(when, by_role.get("until"))
        if forum := by_role.get("forum"):
            self.programme.named_forum(" ".join(forum.text.split()), forum.place)
            self.account.understood("a forum", forum)  # its lines are words of one name
        if room := by_role.get("room"):
            self.programme.room = " ".join(room.text.split())
            self.account.understood("a room", room)
        item, title = by_role.get("item"), by_role.get("title")
        if item or title:
            self._row(item, title, by_role.get("minutes"))
        elif when and rest:
            words, continued = read_mark(rest, self.words)
            self.programme.row(ReadRow((), words, continued, when.place))

    def _when(self, cell: TableCell, until: TableCell | None) -> str:
        """Begin the hours of a cell, and return what else it says."""
        hours = read_times(cell.text, self.words)
        if hours is None or (hours.closes is None and is_day(cell.text, self.words)):
            return ""
        rest = "" if self._day(cell) is not None else title_of(hours)
        if hours.closes is None and until and (end := read_hours(until.text, self.words, alone=True)):
            hours = WrittenHours(hours.opens, end.opens, hours.sure)
            self.account.understood("hours", until)
        self.programme.named_hours(hours, cell)
        return words_after(cell.text, rest) if rest else ""

    def _row(self, item: TableCell | None, title: TableCell | None, minutes: TableCell | None) -> None:
        numbers = read_numbers(item.text, self.words) if item else ()
        shown = "\n".join(line.strip() for line in (title.text if title else "").split("\n"))
        if item and not numbers:
            shown = f"{item.text} {shown}".strip()
        if not numbers and title and (led := lead_number(shown, self.words))[0] and not led[0].startswith("("):
            numbers, shown = (led[0],), led[1]
        words, continued = read_mark(shown, self.words)
        length = read_minutes(minutes.text, self.words, alone=True) if minutes else None
        cell = title or item
        assert cell is not None  # noqa: S101 - one of the two is there
        self.account.understood("a row of the programme", *filter(None, (item, title, minutes)))
        self.programme.row(ReadRow(numbers, words, continued, cell.place, length))

    def _day(self, cell: TableCell) -> WrittenDay | datetime.date | None:
        if _ISO_DAY.fullmatch(cell.when[:10]) and (len(cell.when) == 10 or read_day(cell.text, self.words)):
            with suppress(ValueError):  # a day that no calendar has: the words of the cell are read
                return datetime.date.fromisoformat(cell.when[:10])
        written = read_day(cell.text, self.words)
        if written is None or written.last is not None:
            return None
        timed = is_day(cell.text, self.words) or read_times(written.rest, self.words)
        return written if timed or self.words.has("nth-day", cell.text) else None


def _in_one_line(text: str) -> str:
    """Return the lines of a cell as one title: the first heads the others."""
    first, *others = (line.strip(" -*•") for line in text.split("\n"))
    return ": ".join(filter(None, (first, "; ".join(filter(None, others)))))

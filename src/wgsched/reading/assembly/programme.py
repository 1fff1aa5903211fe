"""The programme: days, hours, forums and rows as they come, from tables and from lines, gathered into sittings."""

from __future__ import annotations

import datetime
import re

from wgsched.reading.assembly.facts import Facts, Row, Sitting
from wgsched.reading.blocks import Cell, Paragraph, Table
from wgsched.reading.grammar.days import Written, is_day, read_day
from wgsched.reading.grammar.hours import Hours, read_hours
from wgsched.reading.grammar.lengths import read_minutes
from wgsched.reading.grammar.marks import read_mark
from wgsched.reading.grammar.numbers import lead_number, read_numbers
from wgsched.reading.grammar.texts import alike, bare, low
from wgsched.reading.grammar.words import Words
from wgsched.reading.ledger import Ledger

LONGEST_FRAME = 80
HEADER_AMONG = 8
"""How many rows at the top of a table may stand before the heads of its columns."""

_ISO_DAY = re.compile(r"\d{4}-\d\d-\d\d")


class Programme:
    """Gathers rows into sittings: a new one begins when a day, hours or a forum is named."""

    def __init__(self, facts: Facts, words: Words, ledger: Ledger) -> None:
        self.facts, self.words, self.ledger = facts, words, ledger
        self.day: Written | datetime.date | None = None
        self.hours: Hours | None = None
        self.forum = self.room = ""
        self.sitting: Sitting | None = None

    # What is named

    def named_day(self, day: Written | datetime.date, place: str, text: str) -> None:
        """Begin a day: neither hours nor forum of the day before hold any longer."""
        self.day, self.hours, self.sitting, self.forum = day, None, None, ""
        self.ledger.understood(place, text, "a day")

    def named_hours(self, hours: Hours, place: str, text: str) -> None:
        """Begin a sitting, or what has hours of its own."""
        self.hours, self.sitting, self.forum, self.room = hours, None, "", ""
        self.ledger.understood(place, text, "hours")

    def named_forum(self, forum: str, place: str) -> None:
        """Begin a sitting of a forum in the same hours."""
        if forum != self.forum:
            self.forum, self.sitting = forum, None
        self.ledger.understood(place, forum, "a forum")

    def row(self, row: Row) -> None:
        """Add a row to the sitting that is open."""
        if self.day is None:
            self.ledger.left_over(row.place, row.title, "no day was named before it")
            return
        if self.sitting is None:
            hours = self.hours or Hours(-1)
            self.sitting = Sitting(self.day, hours.opens, hours.closes, self.forum, row.place, hours.sure, self.room)
            self.facts.sittings.append(self.sitting)
        self.sitting.rows.append(row)

    # Tables

    def table(self, table: Table) -> bool:
        """Read a table; return whether it is a programme: one with days or hours."""
        rows = list(table.rows())
        head, columns = self._columns(rows)
        timed = any(self._has_hours(row, columns) for row in rows[head + 1 :])
        if not columns or not (timed or (self.day is not None and "minutes" in columns.values())):
            return False
        for row in rows[:head]:
            self._above(row)
        for cell in rows[head] if head >= 0 else ():
            if (day := self._day(cell)) is not None and columns.get(cell.column) == "title":
                self.named_day(day, cell.place, cell.text)
            self.ledger.understood(cell.place, cell.text, "the head of a column")
        for row in rows[head + 1 :]:
            self._line(row, columns)
        return True

    def _columns(self, rows: list[tuple[Cell, ...]]) -> tuple[int, dict[int, str]]:
        """Return the row with the heads of columns and what each column holds; -1 where there are no heads."""
        for place, row in enumerate(rows[:HEADER_AMONG]):
            columns: dict[int, str] = {}
            for cell in row:
                role = self.words.heads.get(bare(cell.text), "")
                if not role and "when" in columns.values() and self._day(cell) is not None:
                    role = "title"
                if role == "when" and "when" in columns.values():
                    columns = {column: "day" if each == "when" else each for column, each in columns.items()}
                if role and role not in columns.values():
                    columns[cell.column] = role
            kinds = set(columns.values())
            if len(kinds) > 1 and ("when" in kinds or {"title", "minutes"} <= kinds or {"item", "minutes"} <= kinds):
                if "title" not in kinds and "minutes" in kinds and "when" not in kinds:
                    columns = {column: "title" if each == "item" else each for column, each in columns.items()}
                return place, columns
        return -1, self._by_content(rows)

    def _by_content(self, rows: list[tuple[Cell, ...]]) -> dict[int, str]:
        """Return what columns without heads hold: days, hours, numbers, rooms; titles are what differs most."""
        columns: dict[int, str] = {}
        texts: dict[int, list[str]] = {}
        for row in rows:
            for cell in row:
                if cell.text and len(row) > 1:
                    texts.setdefault(cell.column, []).append(cell.text)
        named: dict[str, int] = {}
        for column, found in sorted(texts.items()):
            if len(found) * 2 < max(map(len, texts.values())):
                continue
            if "when" not in named and _most(read_hours(text, self.words) for text in found):
                named["when"] = column
            elif "day" not in named and _most(is_day(text, self.words) for text in found):
                named["day"] = column
            elif "item" not in named and _most(read_numbers(text, self.words) for text in found):
                named["item"] = column
            elif "title" not in named or len(set(found)) > len(set(texts[named["title"]])):
                if "title" in named:
                    named.setdefault("room", named["title"])
                named["title"] = column
        columns = {column: role for role, column in named.items()}
        return columns if "when" in columns.values() and "title" in columns.values() else {}

    def _has_hours(self, row: tuple[Cell, ...], columns: dict[int, str]) -> bool:
        return any(
            columns.get(cell.column) == "when" and read_hours(cell.text, self.words, alone=True) is not None
            for cell in row
        )

    def _above(self, row: tuple[Cell, ...]) -> None:
        """Read a row above the heads of the columns: the day may stand there."""
        for cell in row:
            if (day := self._day(cell)) is not None:
                self.named_day(day, cell.place, cell.text)
            elif self.words.section(cell.text):
                self.ledger.understood(cell.place, cell.text, "a heading")

    def _line(self, row: tuple[Cell, ...], columns: dict[int, str]) -> None:
        full = [cell for cell in row if cell.text.strip()]
        if not full:
            return
        first = full[0]
        day = self._day(first) if columns.get(first.column) in ("when", "day") or len(full) == 1 else None
        if day is None and (dated := next((cell for cell in full if columns.get(cell.column) == "day"), None)):
            first, day = dated, self._day(dated)
            if day is not None and day == self.day:
                day = None  # the day is repeated in every row
                self.ledger.understood(first.place, first.text, "a day")
        if day is not None and len(full) > 1 and self.words.has("holiday", full[1].text):
            self.facts.written_holidays.append((day, full[1].text))
            for cell in full[:2]:
                self.ledger.understood(cell.place, cell.text, "a holiday")
            return
        if day is not None:
            self.named_day(day, first.place, first.text)
        if len(full) == 1 and day is None and self._stray(first, columns):
            return
        self._cells(full, columns)

    def _stray(self, only: Cell, columns: dict[int, str]) -> bool:
        """Return whether the only words of a row stand in a column that holds no titles."""
        own = columns.get(only.column)
        hours = read_hours(only.text, self.words, alone=True)
        return own in (None, "when") and len(columns) > 1 and hours is None and not _spans(only, columns)

    def _cells(self, full: list[Cell], columns: dict[int, str]) -> None:
        by_role = {columns[cell.column]: cell for cell in full if cell.column in columns}
        rest = ""
        if when := by_role.get("when"):
            rest = self._when(when, by_role.get("until"))
        if forum := by_role.get("forum"):
            self.named_forum(" ".join(forum.text.split()), forum.place)
        if room := by_role.get("room"):
            self.room = " ".join(room.text.split())
            self.ledger.understood(room.place, room.text, "a room")
        item, title = by_role.get("item"), by_role.get("title")
        if item or title:
            self._row(item, title, by_role.get("minutes"))
        elif when and rest:
            words, continued = read_mark(rest, self.words)
            self.row(Row((), words, continued, when.place))

    def _when(self, cell: Cell, until: Cell | None) -> str:
        """Begin the hours of a cell, and return what else it says."""
        hours = read_hours(cell.text, self.words, alone=True)
        if hours is None or (hours.closes is None and self._only_day(cell)):
            return ""
        rest = "" if self._day(cell) is not None else hours.rest.strip(" :;-()")
        if hours.closes is None and until and (end := read_hours(until.text, self.words, alone=True)):
            hours = Hours(hours.opens, end.opens, hours.sure)
            self.ledger.understood(until.place, until.text, "hours")
        self.named_hours(hours, cell.place, cell.text)
        return _after(cell.text, rest) if rest else ""

    def _only_day(self, cell: Cell) -> bool:
        return is_day(cell.text, self.words)

    def _row(self, item: Cell | None, title: Cell | None, minutes: Cell | None) -> None:
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
        for each in filter(None, (item, title, minutes)):
            self.ledger.understood(each.place, each.text, "a row of the programme")
        self.row(Row(numbers, words, continued, cell.place, length))

    def _day(self, cell: Cell) -> Written | datetime.date | None:
        if _ISO_DAY.fullmatch(cell.when[:10]) and (len(cell.when) == 10 or read_day(cell.text, self.words)):
            return datetime.date.fromisoformat(cell.when[:10])
        text = cell.text
        written = read_day(text, self.words)
        if written is None or written.last is not None:
            return None
        rest = written.rest
        if is_day(text, self.words) or read_hours(rest, self.words, alone=True) or self.words.has("nth-day", text):
            return written
        return None

    # Lines

    def _framed(self, text: str, paragraph: Paragraph) -> bool:
        """Read a day and its hours on one line, which frame the meetings of that day: they hold no row."""
        day = read_day(text, self.words)
        if day is None or not day.dated or day.last or read_hours(day.rest, self.words) is None:
            return False
        if not day.year or len(text) > LONGEST_FRAME or re.search(r"[^\W\d_]{5}", day.rest):
            return False
        self.facts.header_days = self.facts.header_days or day
        self.ledger.understood(paragraph.place, paragraph.text, "the hours of a day")
        return True

    def line(self, paragraph: Paragraph) -> bool:
        """Read a line outside a table: a day, hours, or a row; return whether it is any of them."""
        text = alike(paragraph.text)
        if is_day(text, self.words) and (day := read_day(text, self.words)) is not None:
            self.named_day(day, paragraph.place, paragraph.text)
            return True
        if self._framed(text, paragraph):
            return True
        hours = read_hours(text, self.words) if self.day is not None and not paragraph.label else None
        if hours is not None and _leads(hours, text):
            title = hours.rest.strip(" :;-()")
            self.named_hours(hours, paragraph.place, paragraph.text)
            if title:
                words, continued = read_mark(_after(paragraph.text, title), self.words)
                number, rest = lead_number(words, self.words)
                own = (number,) if number and not number.startswith("(") else ()
                self.row(Row(own, rest if own else words, continued, paragraph.place))
            return True
        return False


def _leads(hours: Hours, text: str) -> bool:
    """Return whether a line begins with its hours: those further on are words about them."""
    return not hours.rest.strip(" (") or not low(text).startswith(hours.rest[:3])


def _after(text: str, title: str) -> str:
    """Return the words of a title as they were typed, found again in the line that holds them."""
    place = alike(text).lower().find(title)
    return alike(text)[place : place + len(title)] if place >= 0 else title


def _most(found: object) -> bool:
    each = [bool(one) for one in found]  # type: ignore[attr-defined]
    return sum(each) * 2 > len(each)


def _spans(cell: Cell, columns: dict[int, str]) -> bool:
    return cell.columns > 1 and cell.columns >= len(columns)

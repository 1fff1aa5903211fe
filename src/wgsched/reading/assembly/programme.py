"""The programme: days, hours, forums and rows as they come, from tables and from lines, gathered into sittings."""

from __future__ import annotations

import datetime
import re
from dataclasses import replace

from wgsched.reading.account import Account
from wgsched.reading.assembly.facts import Facts, ReadRow, ReadSitting
from wgsched.reading.blocks import ParagraphBlock
from wgsched.reading.grammar.days import WrittenDay, is_day, read_day
from wgsched.reading.grammar.hours import UNKNOWN, WrittenHours, read_hours, read_times
from wgsched.reading.grammar.marks import read_mark
from wgsched.reading.grammar.numbers import lead_number
from wgsched.reading.grammar.texts import alike, low
from wgsched.reading.grammar.words import WordLists

NO_DAY = "no day was named before it"
SHORT = 20
"""Characters of a line that names half a day and nothing else."""

LONGEST_FRAME = 80
"""Characters of a line that holds a day and its hours, and nothing else."""

_RELATIVE = re.compile(r"\s*[(（]|.*[)）]\s*$")
"""What only says more of the hours above it: "(Immediately after Plenary)", "or later, if required)"."""

_ISO_DAY = re.compile(r"\d{4}-\d\d-\d\d")


class RowGatherer:
    """Gathers rows into sittings: a new one begins when a day, hours or a forum is named."""

    def __init__(self, facts: Facts, words: WordLists, account: Account) -> None:
        self.facts, self.words, self.account = facts, words, account
        self.day: WrittenDay | datetime.date | None = None
        self.hours: WrittenHours | None = None
        self.forum = self.room = ""
        self.sitting: ReadSitting | None = None
        self.waiting: ParagraphBlock | None = None
        self.expecting = False

    # What is named

    def named_day(self, day: WrittenDay | datetime.date, place: str, text: str) -> None:
        """Begin a day: neither hours nor forum of the day before hold any longer."""
        self.settle()
        self.day, self.hours, self.sitting, self.forum = day, None, None, ""
        self.account.understood(place, text, "a day")

    def named_hours(self, hours: WrittenHours, place: str, text: str) -> None:
        """Begin a sitting, or what has hours of its own."""
        self.settle()
        self.hours, self.sitting, self.forum, self.room = hours, None, "", ""
        self.account.understood(place, text, "hours")

    def named_forum(self, forum: str, place: str) -> None:
        """Begin a sitting of a forum in the same hours."""
        if forum != self.forum:
            self.forum, self.sitting = forum, None
        self.account.understood(place, forum, "a forum")

    def settle(self) -> None:
        """Make a row of the first words below hours that have no row of their own."""
        line, self.waiting = self.waiting, None
        if line is not None and self.sitting is None and self.hours is not None:
            words, continued = read_mark(line.text.strip(" -*|"), self.words)
            self.account.understood(line.place, line.text, "a row of the programme")
            self.row(ReadRow((), words, continued, line.place))

    def row(self, row: ReadRow) -> None:
        """Add a row to the sitting that is open."""
        if self.day is None:
            self.account.refused(row.place, row.title, NO_DAY)
            return
        if self.sitting is None:
            hours = self.hours or WrittenHours(UNKNOWN)
            self.sitting = ReadSitting(
                self.day, hours.opens, hours.closes, self.forum, row.place, hours.sure, self.room
            )
            self.facts.sittings.append(self.sitting)
        self.sitting.rows.append(row)

    # Lines

    def _framed(self, text: str, paragraph: ParagraphBlock) -> bool:
        """Read a day and its hours on one line, which frame the meetings of that day: they hold no row."""
        day = read_day(text, self.words)
        if day is None or not day.dated or day.last or read_hours(day.rest, self.words) is None:
            return False
        if not day.year or len(text) > LONGEST_FRAME or re.search(r"[^\W\d_]{5}", day.rest):
            return False
        first = self.facts.header_days
        self.facts.header_days = day if first is None else replace(first, last=day)
        self.account.understood(paragraph.place, paragraph.text, "the hours of a day")
        return True

    def line(self, paragraph: ParagraphBlock) -> bool:
        """Read a line outside a table: a day, hours, or a row; return whether it is any of them."""
        text = alike(paragraph.text)
        if is_day(text, self.words) and (day := read_day(text, self.words)) is not None:
            self.named_day(day, paragraph.place, paragraph.text)
            return True
        if self._framed(text, paragraph):
            return True
        hours = read_hours(text, self.words) if self.day is not None and not paragraph.label else None
        if hours is not None and _leads(hours, text):
            title = title_of(hours)
            self.named_hours(hours, paragraph.place, paragraph.text)
            if title:
                words, continued = read_mark(words_after(paragraph.text, title), self.words)
                number, rest = lead_number(words, self.words)
                own = (number,) if number and not number.startswith("(") else ()
                self.row(ReadRow(own, rest if own else words, continued, paragraph.place))
            self.expecting = not title
            return True
        half = read_times(text, self.words) if self.day is not None and hours is None and len(text) < SHORT else None
        if half is not None:
            self.named_hours(half, paragraph.place, paragraph.text)
            self.expecting = True
            return True
        return self._below(paragraph)

    def _below(self, paragraph: ParagraphBlock) -> bool:
        """Read a line below hours that stand alone: a numbered item is a row; other words wait for one."""
        if not self.expecting or self.hours is None:
            return False
        number, title = lead_number(paragraph.shown.strip(" -*|"), self.words)
        if number and not number.startswith("("):
            words, continued = read_mark(title, self.words)
            self.waiting = None
            self.account.understood(paragraph.place, paragraph.text, "a row of the programme")
            self.row(ReadRow((number,), words, continued, paragraph.place))
            return True
        worded = re.search(r"[^\W\d_]{2}", paragraph.text) and not _RELATIVE.match(paragraph.text)
        if self.waiting is None and self.sitting is None and worded:
            self.waiting = paragraph
        return False


def _leads(hours: WrittenHours, text: str) -> bool:
    """Return whether a line begins with its hours: those further on are words about them."""
    return not hours.rest.strip(" (") or not low(text).startswith(hours.rest[:3])


def title_of(hours: WrittenHours) -> str:
    """Return what stands beside hours, if it has a word."""
    title = hours.rest.lstrip(" :;-)").rstrip(" :;-(")
    return title if re.search(r"\w", title) else ""


def words_after(text: str, title: str) -> str:
    """Return the words of a title as they were typed, found again in the line that holds them."""
    place = alike(text).lower().find(title)
    return alike(text)[place : place + len(title)] if place >= 0 else title

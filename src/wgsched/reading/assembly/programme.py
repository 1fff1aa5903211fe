"""The programme: days, hours, forums and rows as they come, from tables and from lines, gathered into sittings."""

from __future__ import annotations

import datetime
import re

from wgsched.reading.account import Account
from wgsched.reading.assembly.facts import Facts, ReadRow, ReadSitting
from wgsched.reading.blocks import ParagraphBlock, WordedBlock
from wgsched.reading.grammar.days import WrittenDay
from wgsched.reading.grammar.hours import UNKNOWN, WrittenHours
from wgsched.reading.grammar.marks import read_mark
from wgsched.reading.grammar.texts import alike
from wgsched.reading.grammar.words import WordLists

NO_DAY = "no day was named before it"


class RowGatherer:
    """Gathers rows into sittings: a new one begins when a day, hours or a forum is named."""

    def __init__(self, facts: Facts, words: WordLists, account: Account) -> None:
        self.facts, self.words, self.account = facts, words, account
        self.day: WrittenDay | datetime.date | None = None
        self.hours: WrittenHours | None = None
        self.forum = self.room = ""
        self.sitting: ReadSitting | None = None
        self.lined = ""  # where the line with the hours stands, while they have no row
        self.waiting: ParagraphBlock | None = None

    # What is named

    def named_day(self, day: WrittenDay | datetime.date, block: WordedBlock) -> None:
        """Begin a day: neither hours nor forum of the day before hold any longer."""
        begun = self.hours is not None or self.sitting is not None
        if isinstance(day, WrittenDay) and day.nth and self.day is not None and not begun:
            self.account.understood("the number of a day", block)  # it stands below its date
            return
        self.settle()
        self.day, self.hours, self.sitting, self.forum = day, None, None, ""
        self.account.understood("a day", block)

    def named_hours(self, hours: WrittenHours, block: WordedBlock) -> None:
        """Begin a sitting, or what has hours of its own."""
        self.settle()
        self.hours, self.sitting, self.forum, self.room = hours, None, "", ""
        self.account.understood("hours", block)

    def named_forum(self, forum: str, place: str) -> None:
        """Begin a sitting of a forum in the same hours."""
        if forum != self.forum:
            self.forum, self.sitting = forum, None
        self.account.understood("a forum", ParagraphBlock(forum, place))

    def framed(self, day: WrittenDay, hours: WrittenHours, forum: str, place: str) -> None:
        """Enter a meeting of which the paper says the hours, and no row."""
        self.facts.bare.append(ReadSitting(day, hours.opens, hours.closes, forum, place, hours.sure))

    def settle(self) -> None:
        """Make a row of the first words below hours that have no row of their own; hours alone are a meeting too."""
        line, self.waiting = self.waiting, None
        alone = line is None and self.sitting is None and self.lined
        if alone and isinstance(self.day, WrittenDay) and self.hours is not None and self.hours.opens >= 0:
            self.framed(self.day, self.hours, self.forum, self.lined)
        self.lined = ""
        if line is not None and self.sitting is None and self.hours is not None:
            words, continued = read_mark(line.text.strip(" -*|"), self.words)
            self.account.understood("a row of the programme", line)
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


def title_of(hours: WrittenHours) -> str:
    """Return what stands beside hours, if it has a word."""
    title = hours.rest.lstrip(" :;-)").rstrip(" :;-(")
    return title if re.search(r"\w", title) else ""


def words_after(text: str, title: str) -> str:
    """Return the words of a title as they were typed, found again in the line that holds them."""
    place = alike(text).lower().find(title)
    return alike(text)[place : place + len(title)] if place >= 0 else title

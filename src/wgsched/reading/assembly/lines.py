"""Lines of a programme outside tables: days, hours, forums, rooms and rows, one below the other."""

from __future__ import annotations

import re
from dataclasses import replace

from wgsched.reading.assembly.facts import ReadRow
from wgsched.reading.assembly.naming import forum_named, misspelt, room_named
from wgsched.reading.assembly.programme import RowGatherer, title_of, words_after
from wgsched.reading.blocks import ParagraphBlock
from wgsched.reading.grammar.days import WrittenDay, is_day, read_day
from wgsched.reading.grammar.hours import WrittenHours, read_all_hours, read_hours, read_times
from wgsched.reading.grammar.marks import read_mark
from wgsched.reading.grammar.numbers import lead_number
from wgsched.reading.grammar.texts import alike, low

SHORT = 20
"""Characters of a line that names half a day and nothing else."""

LONGEST_FRAME = 80
"""Characters of a line that holds a day and its hours, and nothing else."""

_SIGNS = " -*|"
_LISTED = re.compile(r"\d{1,2}[.)] (?=\d)")
"""A number in a list, before hours: ``1. 09:30-11:00``."""


class LineReader:
    """Reads lines into a programme."""

    def __init__(self, programme: RowGatherer) -> None:
        self.programme = programme
        self.facts, self.words, self.account = programme.facts, programme.words, programme.account
        self.expecting = False
        self.counted = 0
        self.unread: ParagraphBlock | None = None

    def line(self, paragraph: ParagraphBlock) -> bool:
        """Read a line: a day, hours, or a row; return whether it is any of them."""
        text = alike(paragraph.text)
        named = text.rpartition(": ")[2]  # "Order of the day: Monday, 10 May"
        if is_day(named, self.words) and (day := read_day(named, self.words)) is not None:
            self.programme.named_day(day, paragraph)
            self.expecting = False
            return True
        if self._framed(text, paragraph) or self._relative(text, paragraph) or self._hours(text, paragraph):
            return True
        below = self._below(paragraph)
        self.unread = None if below else paragraph
        return below

    def framed_meeting(self, paragraph: ParagraphBlock, longest: int = LONGEST_FRAME) -> bool:
        """Read the day and the hour at which the only meeting of an agenda opens, anywhere in a line."""
        text = alike(paragraph.text)
        day = read_day(text, self.words)
        if day is None or not day.dated or day.last or not day.year or len(text) > longest:
            return False
        hours = read_all_hours(day.rest, self.words)
        if hours:
            self.programme.framed(replace(day, rest=""), hours[0], "", paragraph.place)
            self.account.understood("the day and the hours of a meeting", paragraph)
        return bool(hours)

    def _framed(self, text: str, paragraph: ParagraphBlock) -> bool:
        """Read a day and its hours on one line, which frame the meetings of that day: they hold no row."""
        day = read_day(text, self.words)
        if day is None or not day.dated or day.last or read_hours(day.rest, self.words) is None:
            return False
        if not day.year or len(text) > LONGEST_FRAME or re.search(r"[^\W\d_]{5}", day.rest):
            return False
        first = self.facts.header_days
        self.programme.day = day if first is None else None  # the only such day is that of the lines below it
        self.facts.header_days = day if first is None else replace(first, last=day)
        for hours in read_all_hours(day.rest, self.words):
            self.programme.framed(replace(day, rest=""), hours, "", paragraph.place)
        self.account.understood("the hours of a day", paragraph)
        return True

    def _hours(self, text: str, paragraph: ParagraphBlock) -> bool:
        """Read hours that lead a line, with what stands beside them; half a day may stand alone."""
        if self.programme.day is None:
            return False
        hours = read_hours(text, self.words) if not paragraph.label else None
        if hours is not None and hours.closes is not None and (listed := _LISTED.match(text)):
            self.account.understood("a place in a list, with hours", paragraph)
            paragraph = replace(paragraph, text=paragraph.text.strip()[listed.end() :])
            text = alike(paragraph.text)
            hours = read_hours(text, self.words)
        if hours is not None and _leads(hours, text):
            self._opened(hours, paragraph)
            return True
        half = read_times(text, self.words) if hours is None and len(text) < SHORT else None
        if half is not None:
            self.programme.named_hours(half, paragraph)
            self.expecting, self.counted = True, 0
        return half is not None

    def _opened(self, hours: WrittenHours, paragraph: ParagraphBlock) -> None:
        title = title_of(hours)
        self.programme.named_hours(hours, paragraph)
        self.expecting, self.counted = not title, 0
        if title:
            words, continued = read_mark(words_after(paragraph.text, title), self.words)
            number, rest = lead_number(words, self.words)
            own = (number,) if number and not number.startswith("(") else ()
            self.counted = _count(number)
            if own and not continued:
                rest, continued = read_mark(rest, self.words)
            self._row(ReadRow(own, rest if own else words, continued, paragraph.place, led=bool(own)))
        elif hours.closes is not None:
            self.programme.lined = paragraph.place

    def _row(self, row: ReadRow) -> None:
        self.programme.row(row)
        if self.programme.sitting is not None:
            self.programme.sitting.in_line = True

    # What stands below hours

    def _below(self, paragraph: ParagraphBlock) -> bool:
        """Read a line below hours: a numbered item is a row; other words wait for one."""
        if self.programme.hours is None:
            return False
        shown = paragraph.shown.strip(_SIGNS)
        number, title = lead_number(shown, self.words)
        count = _count(number)
        if number and not number.startswith("(") and (self.expecting or (count and count == self.counted + 1)):
            self._numbered(number, title, paragraph)
            return True
        return self.expecting and self._about(paragraph)

    def _numbered(self, number: str, title: str, paragraph: ParagraphBlock) -> None:
        if self.programme.waiting is not None:
            self._of_a_forum(self.programme.waiting)
        elif not self.expecting and self.counted == 0:
            self._headed()
        self.programme.waiting = None
        self.counted = _count(number)
        words, continued = read_mark(title, self.words)
        self.account.understood("a row of the programme", paragraph)
        self._row(ReadRow((number,), words, continued, paragraph.place, led=True))

    def _headed(self) -> None:
        """Take the words beside hours for the name of the meeting, since its items are numbered from 1 below it."""
        sitting = self.programme.sitting
        if sitting and len(sitting.rows) == 1 and self.words.has("meeting", sitting.rows[0].title):
            head = sitting.rows.pop()
            sitting.forum = self.programme.forum = " ".join(head.title.split())

    def _of_a_forum(self, line: ParagraphBlock) -> None:
        """Read the name of the meeting that stands between hours and items: "THIRD PLENARY MEETING"."""
        if forum := forum_named(line.text, self.words):
            if wrong := misspelt(line.text, self.words):
                self.account.refused(line.place, line.text, f"“{wrong[0]}” is no number of a meeting: “{wrong[1]}”?")
            self.programme.named_forum(forum, line.place)
            self.account.understood("the name of a meeting", line)
        if room := room_named(line.text, self.words):
            self.programme.room = room

    def _about(self, paragraph: ParagraphBlock) -> bool:
        """Read what says more of the hours above: a room; the first other words wait until a row follows."""
        text = paragraph.text
        waiting = self.programme.waiting
        room = room_named(text, self.words)
        if room and not forum_named(text, self.words):
            self.programme.room = room
            if self.programme.sitting is not None:
                self.programme.sitting.room = self.programme.sitting.room or room
            self.account.understood("a room", paragraph)
            return True
        worded = re.search(r"[^\W\d_]{2}", text) and not _relative(text)
        if waiting is None and self.programme.sitting is None and worded:
            self.programme.waiting = paragraph
        return False

    def _relative(self, text: str, paragraph: ParagraphBlock) -> bool:
        """Read hours that follow from others: "(Immediately after Plenary)", "or later, if required"."""
        last = next((each for each in reversed(self.facts.sittings) if each.written == self.programme.day), None)
        if last is None and not self.expecting:
            return False
        if self.words.has("or-later", text) and len(text) < LONGEST_FRAME:
            self.account.understood("the hours, which may become later", paragraph)
            return True
        named = forum_named(self.unread.text, self.words) if self.unread else ""
        if not named or last is None or last.closes is None or not self.words.has("right-after", text):
            return False
        assert self.unread is not None  # noqa: S101 - it has a name
        day = self.programme.day
        if isinstance(day, WrittenDay):
            self.programme.framed(day, WrittenHours(last.closes), named, paragraph.place)
        self.account.understood("the name of a meeting", self.unread)
        self.account.inferred(paragraph.place, paragraph.text, "from the end of the meeting before it")
        self.unread = None
        return True


def _relative(text: str) -> bool:
    """Return whether words only say more of the hours above them."""
    bare = text.strip()
    return bare[:1] in ("(", "（") or (bare[-1:] in (")", "）") and not re.search("[(（]", bare))


def _count(number: str) -> int:
    return int(number) if number.isascii() and number.isdecimal() else 0


def _leads(hours: WrittenHours, text: str) -> bool:
    """Return whether a line begins with its hours: those further on are words about them."""
    return not hours.rest.strip(" (") or not low(text).startswith(hours.rest[:3])

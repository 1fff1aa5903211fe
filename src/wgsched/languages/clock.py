"""Dates and hours of the day in house forms."""

from __future__ import annotations

import datetime
import re
from collections.abc import Sequence
from functools import cached_property
from typing import TypeAlias

from wgsched.languages import plurals
from wgsched.languages.phrases import Phrases
from wgsched.model import Period, Window

NOON = 12 * 60

Hour: TypeAlias = datetime.time | datetime.date
"""A time of day, or a moment."""

_TABLE_SPACES = re.compile(r"(?<=[\u4e00-\u9fff]) | (?=[\u4e00-\u9fff])")
"""What Chinese papers put around figures in tables, and running text does not."""


def running(time: str) -> str:
    """Return a time as running text writes it."""
    return _TABLE_SPACES.sub("", time)


class Times(Phrases):
    """Says dates, hours, moments and stretches of time."""

    def date(self, day: datetime.date, *, year: bool = False, weekday: bool = True) -> str:
        """Return a date as it stands inside a text: ``Thursday, 14 May``."""
        name = ("date" if weekday else "date-bare") + ("-year" if year else "")
        places = {"weekday": plurals.weekday(self.code, day)} if weekday else {}
        return self.phrase(name, **places, day=self._day(day), month=self._month(day), year=day.year)

    def days(self, days: Sequence[datetime.date]) -> str:
        """Return from when to when days last: ``14 and 15 May 2009``, ``28 January–1 February 2008``."""
        first, last = min(days), max(days)
        if first == last:
            return self.date(first, year=True, weekday=False)
        if first.year != last.year:
            whole = [self.date(day, year=True, weekday=False) for day in (first, last)]
            return self.phrase("days-years", first=whole[0], last=whole[1])
        ends = {"first": self._day(first), "last": self._day(last), "year": last.year}
        if first.month == last.month:
            name = "days-two" if (last - first).days == 1 else "days-span"
            return self.phrase(name, **ends, month=self._month(last))
        return self.phrase("days-months", **ends, first_month=self._month(first), last_month=self._month(last))

    def _day(self, day: datetime.date) -> int | str:
        return self.phrase("first-of-month", day=1) if day.day == 1 else day.day

    def _month(self, day: datetime.date) -> str:
        own = self.vocabulary.months
        return self.number(own[day.month - 1] if own else plurals.month(self.code, day.month))

    def time(self, moment: Hour) -> str:
        """Return an hour of the day, with whatever stands around it when it stands alone: ``10 a.m.``, ``noon``."""
        return self.phrase("time-alone", time=self._full(_of_day(moment))).strip()

    def hours(self, opens: Hour | Window | Period, closes: Hour | None = None) -> str:
        """Return hours from opening to closing, also of a window or a period: ``10 a.m.–1 p.m.``.

        What both ends share is said once: ``3–6 p.m.``.
        """
        if isinstance(opens, Window | Period):
            return self.hours(opens.opens, opens.closes)
        if closes is None:
            return self.time(opens)
        start, end = _of_day(opens), _of_day(closes)
        half = self._half(start)
        if half and half == self._half(end) and start < end:
            both = self.phrase("time-range", opens=self._bare(start), closes=self._bare(end))
            return self.phrase(half, time=both).strip()
        return self.phrase("time-range", opens=self._full(start), closes=self._full(end)).strip()

    def moment(self, moment: datetime.date) -> str:
        """Return a date and its hour: ``Friday, 15 May, 10 a.m.``."""
        return self.phrase("moment", date=self.date(moment), time=self.time(moment))

    def window(self, window: Window) -> str:
        """Return a stretch of time: ``Friday, 15 May, 3–6 p.m.``, a whole day, or from one day to another.

        A midnight at which it closes belongs to the day before.
        """
        opens, closes = window.opens, window.closes
        last = closes.subtract(minutes=1) if _of_day(closes) == 0 and opens < closes else closes
        whole = _of_day(opens) == 0 and last is not closes
        if opens.date() == last.date():
            day = self.date(opens)
            return day if whole else self.phrase("moment", date=day, time=self.hours(window))
        ends = (self.date(opens), self.date(last)) if whole else (self.moment(opens), self.moment(closes))
        return self.phrase("moments-span", opens=ends[0], closes=ends[1])

    def _half(self, minute: int) -> str:
        """Return the phrase of the half day, or nothing for noon and midnight where they have a word of their own."""
        if (minute == NOON and self.phrase("time-noon")) or (minute == 0 and self.phrase("time-midnight")):
            return ""
        return "time-morning" if minute < NOON else "time-afternoon"

    def _full(self, minute: int) -> str:
        if half := self._half(minute):
            return self.phrase(half, time=self._bare(minute))
        return self.phrase("time-noon" if minute else "time-midnight")

    @cached_property
    def counts_twice(self) -> bool:
        """Whether hours are counted to 12: only where something says which half of the day is meant."""
        halves = {self.phrase(half, time="") for half in ("time-morning", "time-afternoon")}
        return self.vocabulary.twelve_hours and len(halves) == 2

    def _bare(self, minute: int) -> str:
        hour, rest = divmod(minute, 60)
        if self.counts_twice:
            hour = (hour - 1) % 12 + 1
        digits = self._digits or {}
        two_digits = {"hh": f"{hour:02}".translate(digits), "minute": f"{rest:02}".translate(digits)}
        return self.phrase("time-hour-minute" if rest else "time-hour", n=hour, hour=hour, **two_digits)


def _of_day(moment: Hour) -> int:
    if not isinstance(moment, datetime.datetime | datetime.time):
        raise TypeError(f"{moment!r} has no hour")
    return moment.hour * 60 + moment.minute

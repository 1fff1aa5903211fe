"""Dates in house forms."""

from __future__ import annotations

import datetime
from collections.abc import Sequence

from wgsched.languages import plurals
from wgsched.languages.phrases import Phrases


class Dates(Phrases):
    """Says dates."""

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

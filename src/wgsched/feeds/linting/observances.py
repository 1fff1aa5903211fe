"""What a VTIMEZONE in a file says of its clock: onsets, year by year, and the offset at a wall time."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from wgsched.feeds.linting.moments import Form, moment_of, offset_of
from wgsched.feeds.linting.source import Component

_DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_BYDAY = re.compile(r"([+-]?[1-5])?(MO|TU|WE|TH|FR|SA|SU)")


@dataclass(frozen=True)
class Observance:
    """One STANDARD or DAYLIGHT, as far as it can be read."""

    component: Component
    start: datetime
    before: timedelta
    after: timedelta
    rule: dict[str, str]
    dates: tuple[datetime, ...] = ()

    def onsets(self, year: int) -> Iterator[datetime]:
        """Yield the wall times in a year at which it begins."""
        if self.start.year == year and not self.rule:
            yield self.start
        yield from (wall for wall in self.dates if wall.year == year)
        if self.rule and self.start.year <= year <= self._last_year:
            for day in self._days(year):
                onset = datetime.combine(datetime(year, self._month, day), self.start.time())  # noqa: DTZ001
                if onset >= self.start:
                    yield onset

    def latest(self, wall: datetime) -> datetime | None:
        """Return when it last began, up to a wall time."""
        years = {wall.year - 1, wall.year, self.start.year, min(self._last_year, wall.year)}
        ruled = [onset for year in years for onset in self.onsets(year)] if self.rule else [self.start, *self.dates]
        return max((onset for onset in ruled if onset <= wall), default=None)

    @property
    def _month(self) -> int:
        return int(self.rule.get("BYMONTH", self.start.month))

    @property
    def _last_year(self) -> int:
        until = self.rule.get("UNTIL", "9999")[:4]
        return int(until) if until.isascii() and until.isdigit() else 0

    def _days(self, year: int) -> list[int]:
        length = monthrange(year, self._month)[1]
        days = list(range(1, length + 1))
        if "BYMONTHDAY" in self.rule:
            days = [day for day in days if str(day) in self.rule["BYMONTHDAY"].split(",")]
        weekday = _BYDAY.fullmatch(self.rule.get("BYDAY", ""))
        if weekday:
            days = [day for day in days if datetime(year, self._month, day).weekday() == _DAYS.index(weekday[2])]  # noqa: DTZ001
            if weekday[1]:
                place = int(weekday[1])
                place -= place > 0
                days = days[place:][:1] if -len(days) <= place < len(days) else []
        elif "BYMONTHDAY" not in self.rule:
            days = [day for day in days if day == self.start.day]
        return days


def observances(zone: Component) -> list[Observance] | None:
    """Return the observances of a VTIMEZONE, or None where one cannot be read."""
    parts = zone.named("STANDARD", "DAYLIGHT")
    readable = [observance for part in parts if (observance := _observance(part))]
    return readable if readable and len(readable) == len(parts) else None


def _observance(part: Component) -> Observance | None:
    start = moment_of(part.one("DTSTART"))
    before, after = offset_of(part.value("TZOFFSETFROM")), offset_of(part.value("TZOFFSETTO"))
    if start is None or before is None or after is None or start.form is Form.DATE:
        return None
    pairs = [piece.partition("=") for piece in part.value("RRULE").upper().split(";") if piece]
    rule = {name: value for name, _, value in pairs}
    month = rule.get("BYMONTH", "1")
    if rule and (rule.get("FREQ") != "YEARLY" or month not in map(str, range(1, 13))):
        return None
    return Observance(part, start.wall, before, after, rule, tuple(_dates(part)))


def _dates(part: Component) -> Iterator[datetime]:
    for line in part.all("RDATE"):
        for value in line.value.split(","):
            try:
                yield datetime.strptime(value, "%Y%m%dT%H%M%S")  # noqa: DTZ007
            except ValueError:
                continue


def offset_at(clock: list[Observance], wall: datetime) -> timedelta:
    """Return the offset at a wall time: that of the latest onset before it; before all, the offset before the first."""
    passed = [(onset, observance.after) for observance in clock if (onset := observance.latest(wall))]
    if passed:
        return max(passed)[1]
    return min(clock, key=lambda observance: observance.start).before

"""The yearly rule of a time zone, derived from the tz database: standard time and, perhaps, summer time."""

from __future__ import annotations

from calendar import monthrange, weekday
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cache
from itertools import pairwise
from zoneinfo import ZoneInfo

CYCLE = 28
"""Years after which weekdays fall on the same dates again: a rule that holds so long is the rule."""

_WEEK = timedelta(days=7)
_DAY_NAMES = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


@dataclass(frozen=True)
class Onset:
    """When an offset begins, each year: the nth weekday of a month, at a wall time of the offset before.

    ``nth`` counts from the end of the month when negative. ``before`` and ``offset`` are east of UTC; ``name`` is
    the abbreviation that clocks show.
    """

    offset: timedelta
    before: timedelta
    name: str
    month: int = 1
    weekday: int = 0
    nth: int = 0
    time: timedelta = timedelta(0)

    @property
    def byday(self) -> str:
        """The BYDAY part of a recurrence rule, such as ``-1SU``."""
        return f"{self.nth}{_DAY_NAMES[self.weekday]}"

    def wall(self, year: int) -> datetime:
        """Return its wall time in a year, on the clock that it ends."""
        if not self.nth:
            return datetime(year, 1, 1)  # noqa: DTZ001
        length = monthrange(year, self.month)[1]
        if self.nth > 0:
            day = 1 + (self.weekday - weekday(year, self.month, 1)) % 7 + 7 * (self.nth - 1)
        else:
            day = length - (weekday(year, self.month, length) - self.weekday) % 7 + 7 * (self.nth + 1)
        return datetime(year, self.month, day) + self.time  # noqa: DTZ001


@dataclass(frozen=True)
class YearlyRule:
    """The clock of a zone: standard time, and summer time where the zone has it."""

    standard: Onset
    daylight: Onset | None = None

    def offset(self, wall: datetime) -> timedelta:
        """Return the offset at a wall time, as a reader of the written rule finds it: from the latest onset on."""
        return max([(begins, offset) for begins, offset in _onsets(self, wall.year) if begins <= wall])[1]


@cache
def _onsets(rule: YearlyRule, year: int) -> list[tuple[datetime, timedelta]]:
    """Return when which offset begins, in a year and in the one before."""
    onsets = filter(None, (rule.standard, rule.daylight))
    return [(onset.wall(each), onset.offset) for onset in onsets for each in (year - 1, year)]


@dataclass(frozen=True)
class _ClockChange:
    wall: datetime
    before: timedelta
    after: timedelta
    name: str


@cache
def yearly_rule(key: str, year: int) -> YearlyRule | None:
    """Return the rule that a zone keeps from a year on, or None where no single yearly rule holds.

    The rule must hold through a whole cycle of the calendar, so that a pattern which only looks yearly for some
    years (a month's last Thursday at 24:00, Ramadan) is not taken for one.
    """
    zone = ZoneInfo(key)
    changes = list(_changes(zone, year, year + CYCLE))
    if not changes:
        start = datetime(year, 1, 1, tzinfo=zone)
        offset = start.utcoffset() or timedelta(0)
        return YearlyRule(Onset(offset, offset, start.tzname() or key)) if _whole_minutes([offset]) else None
    years = range(year, year + CYCLE)
    daylight = _onset([change for change in changes if change.after > change.before], years)
    standard = _onset([change for change in changes if change.after < change.before], years)
    if standard is None or daylight is None or (standard.offset, standard.before) != (daylight.before, daylight.offset):
        return None
    return YearlyRule(standard, daylight)


def _changes(zone: ZoneInfo, first: int, end: int) -> Iterator[_ClockChange]:
    """Yield the changes of offset from the start of a year up to the start of another."""
    start, stop = datetime(first, 1, 1, tzinfo=UTC), datetime(end, 1, 1, tzinfo=UTC)
    weeks = [start + _WEEK * n for n in range((stop - start) // _WEEK + 2)]
    for low, high in pairwise(weeks):
        before, after = _offset(zone, low), _offset(zone, high)
        if before == after:
            continue
        moment = _first_moment(zone, low, high)
        wall = (moment + before).replace(tzinfo=None)
        if wall.year < end:
            yield _ClockChange(wall, before, after, moment.astimezone(zone).tzname() or "")


def _first_moment(zone: ZoneInfo, low: datetime, high: datetime) -> datetime:
    """Return the first second of the offset that holds at ``high`` and not yet at ``low``."""
    before = _offset(zone, low)
    while high - low > timedelta(seconds=1):
        middle = low + (high - low) // 2
        low, high = (middle, high) if _offset(zone, middle) == before else (low, middle)
    return high.replace(microsecond=0)


def _offset(zone: ZoneInfo, moment: datetime) -> timedelta:
    return moment.astimezone(zone).utcoffset() or timedelta(0)


def _onset(changes: list[_ClockChange], years: range) -> Onset | None:
    """Return the one onset that all the changes share, one in each year."""
    if [change.wall.year for change in changes] != list(years):
        return None
    shared = {
        (c.wall.month, c.wall.weekday(), c.wall.hour, c.wall.minute, c.wall.second, c.before, c.after, c.name)
        for c in changes
    }
    counts = set.intersection(*(_counts(change.wall) for change in changes))
    if len(shared) != 1 or not counts or not _whole_minutes([changes[0].before, changes[0].after]):
        return None
    last, first = changes[-1], changes[0].wall
    return Onset(
        offset=last.after,
        before=last.before,
        name=last.name,
        month=first.month,
        weekday=first.weekday(),
        nth=-1 if -1 in counts else max(counts),
        time=timedelta(hours=first.hour, minutes=first.minute, seconds=first.second),
    )


def _counts(wall: datetime) -> set[int]:
    """Return which weekday of its month a day is, counted from the start and from the end; a fifth is no rule."""
    left = monthrange(wall.year, wall.month)[1] - wall.day
    return {(wall.day - 1) // 7 + 1, -(left // 7) - 1} - {5, -5}


def _whole_minutes(offsets: Iterable[timedelta]) -> bool:
    return all(offset % timedelta(minutes=1) == timedelta(0) for offset in offsets)

"""Dates, times, durations and offsets as they are written, read strictly."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import Enum
from functools import cache
from zoneinfo import ZoneInfo, available_timezones

from wgsched.feeds.linting.source import Component, ContentLine, Source

_TIME = re.compile(r"([0-9]{4})([0-9]{2})([0-9]{2})(?:T([0-9]{2})([0-9]{2})([0-9]{2})(Z?))?")
_DURATION = re.compile(
    r"([+-]?)P(?:([0-9]{1,6})W|(?=[0-9T])(?:([0-9]{1,6})D)?"
    r"(?:T(?=[0-9])(?:([0-9]{1,6})H)?(?:([0-9]{1,6})M)?(?:([0-9]{1,6})S)?)?)"
)
_OFFSET = re.compile(r"([+-])([0-9]{2})([0-5][0-9])([0-5][0-9])?")


class Form(Enum):
    """The forms of a date or time; RFC 5545, sections 3.3.4 and 3.3.5."""

    DATE = "a date"
    UTC = "a time in UTC"
    LOCAL = "a local time"
    FLOATING = "a time without a zone"


@dataclass(frozen=True)
class WrittenTime:
    """A date or time as written: its wall time, its form, and the TZID beside it."""

    line: ContentLine
    wall: datetime
    form: Form
    tzid: str = ""

    @property
    def instant(self) -> datetime | None:
        """The instant, where its zone is in the tz database; the first of two in a repeated hour."""
        if self.form is Form.UTC:
            return self.wall.replace(tzinfo=UTC)
        zone = zone_of(self.tzid) if self.form is Form.LOCAL else None
        if zone is None or not 1 < self.wall.year < 9999:
            return None
        return self.wall.replace(tzinfo=zone).astimezone(UTC)

    @property
    def offsets(self) -> tuple[timedelta, timedelta]:
        """The offsets that a local time may have: two in an hour that comes twice or is skipped; UTC where unknown."""
        zone = zone_of(self.tzid)
        if zone is None or not 1 < self.wall.year < 9999:
            return timedelta(0), timedelta(0)
        early, late = (self.wall.replace(tzinfo=zone, fold=fold).utcoffset() for fold in (0, 1))
        return early or timedelta(0), late or timedelta(0)


def moment_of(line: ContentLine | None) -> WrittenTime | None:
    """Return what a line says, or None where it says no date and no time that exists."""
    if line is None:
        return None
    written = _TIME.fullmatch(line.value)
    if written is None:
        return None
    tzid = line.parameter("TZID") if written[4] else ""
    form = Form.UTC if written[7] else Form.LOCAL if tzid else Form.FLOATING
    try:
        wall = datetime(*[int(part or 0) for part in written.groups()[:6]])  # type: ignore[arg-type]  # noqa: DTZ001
    except ValueError:
        return None
    return WrittenTime(line, wall, form if written[4] else Form.DATE, tzid)


def duration_of(value: str) -> timedelta | None:
    """Return a duration, or None where the value is none; RFC 5545, section 3.3.6."""
    written = _DURATION.fullmatch(value)
    if not written:
        return None
    weeks, days, hours, minutes, seconds = (int(part or 0) for part in written.groups()[1:])
    length = timedelta(weeks=weeks, days=days, hours=hours, minutes=minutes, seconds=seconds)
    return -length if written[1] == "-" else length


def offset_of(value: str) -> timedelta | None:
    """Return an offset from UTC, or None where the value is none; RFC 5545, section 3.3.14."""
    written = _OFFSET.fullmatch(value)
    if not written or value in ("-0000", "-000000") or int(written[2]) > 23:
        return None
    length = timedelta(hours=int(written[2]), minutes=int(written[3]), seconds=int(written[4] or 0))
    return -length if written[1] == "-" else length


@cache
def _known() -> frozenset[str]:
    return frozenset(available_timezones())


def zone_of(tzid: str) -> ZoneInfo | None:
    """Return the zone of the tz database that a TZID names, if it names one."""
    return ZoneInfo(tzid) if tzid in _known() else None


def timed(component: Component, *names: str) -> Iterator[WrittenTime]:
    """Yield the moments of a component's lines of these names."""
    yield from filter(None, map(moment_of, component.all(*names)))


def local_moments(source: Source) -> Iterator[WrittenTime]:
    """Yield the local times of all events."""
    for event in source.events:
        for moment in timed(event, "DTSTART", "DTEND", "RECURRENCE-ID", "EXDATE", "RDATE"):
            if moment.form is Form.LOCAL:
                yield moment

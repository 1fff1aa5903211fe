"""Dates, times, durations and offsets as they are written, read strictly."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import Enum
from functools import cache
from zoneinfo import ZoneInfo, available_timezones

from wgsched.feeds.linting.source import Component, Line, Source

_DATE = re.compile(r"([0-9]{4})([0-9]{2})([0-9]{2})")
_TIME = re.compile(r"([0-9]{4})([0-9]{2})([0-9]{2})T([0-9]{2})([0-9]{2})([0-9]{2})(Z?)")
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
class Moment:
    """A date or time as written: its wall time, its form, and the TZID beside it."""

    line: Line
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


def moment_of(line: Line | None) -> Moment | None:
    """Return what a line says, or None where it says no date and no time that exists."""
    if line is None:
        return None
    value = line.value
    if found := _DATE.fullmatch(value):
        return _built(line, [int(part) for part in found.groups()], Form.DATE)
    if not (found := _TIME.fullmatch(value)):
        return None
    parts = [int(part) for part in found.groups()[:6]]
    tzid = line.parameter("TZID")
    form = Form.UTC if found[7] else Form.LOCAL if tzid else Form.FLOATING
    return _built(line, parts, form, tzid)


def _built(line: Line, parts: list[int], form: Form, tzid: str = "") -> Moment | None:
    try:
        return Moment(line, datetime(*parts), form, tzid)  # type: ignore[arg-type]  # noqa: DTZ001
    except ValueError:
        return None


def duration_of(value: str) -> timedelta | None:
    """Return a duration, or None where the value is none; RFC 5545, section 3.3.6."""
    found = _DURATION.fullmatch(value)
    if not found:
        return None
    weeks, days, hours, minutes, seconds = (int(part or 0) for part in found.groups()[1:])
    length = timedelta(weeks=weeks, days=days, hours=hours, minutes=minutes, seconds=seconds)
    return -length if found[1] == "-" else length


def offset_of(value: str) -> timedelta | None:
    """Return an offset from UTC, or None where the value is none; RFC 5545, section 3.3.14."""
    found = _OFFSET.fullmatch(value)
    if not found or value in ("-0000", "-000000") or int(found[2]) > 23:
        return None
    length = timedelta(hours=int(found[2]), minutes=int(found[3]), seconds=int(found[4] or 0))
    return -length if found[1] == "-" else length


@cache
def _known() -> frozenset[str]:
    return frozenset(available_timezones())


def zone_of(tzid: str) -> ZoneInfo | None:
    """Return the zone of the tz database that a TZID names, if it names one."""
    return ZoneInfo(tzid) if tzid in _known() else None


def timed(component: Component, *names: str) -> Iterator[Moment]:
    """Yield the moments of a component's lines of these names."""
    for line in component.all(*names):
        found = moment_of(line)
        if found:
            yield found


def local_moments(source: Source) -> Iterator[Moment]:
    """Yield the local times of all events."""
    for event in source.events:
        for found in timed(event, "DTSTART", "DTEND", "RECURRENCE-ID", "EXDATE", "RDATE"):
            if found.form is Form.LOCAL:
                yield found

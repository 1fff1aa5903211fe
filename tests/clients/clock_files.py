"""One file per zone with an event at every turn of its clock from 2024 to 2030, and when these events are."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from icalendar import Event

from tests.clients.cities import ZONES
from wgsched.feeds import properties as to
from wgsched.feeds.timezones import Clocks
from wgsched.feeds.writer import write
from wgsched.model import Window

if TYPE_CHECKING:
    from pathlib import Path

FIRST, END = datetime(2024, 1, 1, tzinfo=UTC), datetime(2031, 1, 1, tzinfo=UTC)
FORMS = ("utc", "local", "renamed")
"""In UTC; on local clocks; on local clocks whose TZIDs say nothing, so that the VTIMEZONE must be read."""

Instants = dict[str, list[int]]


@dataclass(frozen=True)
class ClockFile:
    """A file and, for each UID, the seconds since 1970 at which the event opens and closes."""

    path: Path
    key: str
    expected: Instants

    @property
    def zone(self) -> ZoneInfo:
        """The zone of its events."""
        return ZoneInfo(self.key)


@cache
def changes(zone: ZoneInfo) -> list[datetime]:
    """Return the instants at which a clock changes, found half-hour by half-hour, without any rule."""
    days = [FIRST + timedelta(days=n) for n in range((END - FIRST).days + 2)]
    return [moment for day, following in pairwise(days) for moment in _changes(zone, day, following)]


def _changes(zone: ZoneInfo, first: datetime, last: datetime) -> list[datetime]:
    if first.astimezone(zone).utcoffset() == last.astimezone(zone).utcoffset():
        return []
    moments = [first + timedelta(minutes=30 * n) for n in range(49)]
    offsets = [moment.astimezone(zone).utcoffset() for moment in moments]
    return [moment for moment, (before, after) in zip(moments[1:], pairwise(offsets), strict=True) if before != after]


def windows(zone: ZoneInfo) -> list[Window]:
    """Return events before, across, at and after each change, on the change day and the next; and two in each year."""
    pairs = []
    for change in changes(zone):
        for opens, minutes in ((-90, 60), (-60, 120), (0, 60), (60, 120)):
            start = change + timedelta(minutes=opens)
            pairs.append((start, start + timedelta(minutes=minutes)))
        day = change.astimezone(zone)
        pairs += [session_hours(zone, day, hour) for hour in (10, 15)]
        pairs.append(session_hours(zone, day + timedelta(days=1), 10))
    for year in range(FIRST.year, END.year):
        pairs += [session_hours(zone, datetime(year, month, 15, tzinfo=zone), 10) for month in (1, 7)]
    return [Window(opens.astimezone(zone), closes.astimezone(zone)) for opens, closes in pairs]


def session_hours(zone: ZoneInfo, day: datetime, hour: int) -> tuple[datetime, datetime]:
    """Return three hours from an hour of a day."""
    return tuple(datetime(day.year, day.month, day.day, hour + more, tzinfo=zone) for more in (0, 3))


def calendar_of(spans: list[Window], form: str) -> tuple[bytes, Instants]:
    """Return a calendar with these events, and when they are."""
    clocks = Clocks.of(spans, only_utc=form == "utc")
    calendar = to.new_calendar(
        prodid="-//wgsched//feeds//EN", name="Clocks", language="en", modified=FIRST, refresh=timedelta(hours=1)
    )
    for component in clocks.components():
        calendar.add_component(component)
    expected = {}
    for number, window in enumerate(spans):
        event = Event()
        event["UID"] = event["SUMMARY"] = to.text(f"event-{number}")
        event["DTSTAMP"] = to.utc(FIRST)
        event["DTSTART"], event["DTEND"] = clocks.moments(window)
        calendar.add_component(event)
        expected[f"event-{number}"] = [int(moment.timestamp()) for moment in (window.opens, window.closes)]
    return write(calendar), expected


def write_files(folder: Path, form: str) -> list[ClockFile]:
    """Write one file for each zone in one form."""
    files = []
    for number, key in enumerate(ZONES):
        octets, expected = calendar_of(windows(ZoneInfo(key)), form)
        if form == "renamed":
            octets = octets.replace(f"TZID:{key}".encode(), b"TZID:X-Clock %d" % number)
            octets = octets.replace(f"TZID={key}".encode(), b"TZID=X-Clock %d" % number)
        path = folder / f"{form}-{number}.ics"
        path.write_bytes(octets)
        files.append(ClockFile(path, key, expected))
    return files

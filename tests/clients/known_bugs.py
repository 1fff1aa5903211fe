"""Bugs of parsers, named: the only differences that the comparison forgives, and only where the bug explains them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from tests.clients.clock_files import ClockFile, changes


@dataclass(frozen=True)
class Case:
    """One event of a file: its two ends, as instants."""

    file: ClockFile
    uid: str

    @property
    def ends(self) -> list[datetime]:
        """When it opens and closes."""
        return [datetime.fromtimestamp(seconds, UTC) for seconds in self.file.expected[self.uid]]

    @property
    def octets(self) -> bytes:
        """The whole file."""
        return self.file.path.read_bytes()


@dataclass(frozen=True)
class KnownBug:
    """A parser that is wrong in a known way; ``explains`` tells whether it is the reason of a difference."""

    parser: str
    forms: tuple[str, ...]
    sentence: str
    explains: Callable[[Case], bool]


def after_no_rule(case: Case) -> bool:
    """Return whether the zone is a single STANDARD without a rule."""
    return b"BEGIN:VTIMEZONE" in case.octets and b"RRULE" not in case.octets


def between_midnight_and_a_change(case: Case) -> bool:
    """Return whether an end is on the day of a change, before it."""
    zone = case.file.zone
    return any(
        end < change and end.astimezone(zone).date() == (change - timedelta(seconds=1)).astimezone(zone).date()
        for end in case.ends
        for change in changes(zone)
    )


def at_the_end_of_a_repeated_hour(case: Case) -> bool:
    """Return whether an end is the first moment that the clock shows only once again."""
    zone = case.file.zone
    for change in changes(zone):
        before, after = ((change + timedelta(hours=hour)).astimezone(zone).utcoffset() for hour in (-1, 0))
        if change + (before - after) in case.ends and before > after:
            return True
    return False


GUESSED = (
    "Antarctica/Troll",
    "Asia/Beirut",
    "Australia/Adelaide",
    "Australia/Sydney",
    "Pacific/Auckland",
    "Pacific/Easter",
    "Pacific/Norfolk",
)


KNOWN_BUGS: tuple[KnownBug, ...] = (
    KnownBug(
        "ics",
        ("renamed",),
        "reads the events before the VTIMEZONEs, and takes a TZID outside the tz database for UTC",
        lambda case: b"BEGIN:VTIMEZONE" in case.octets,
    ),
    KnownBug(
        "ical",
        ("renamed",),
        "finds no onset in an observance without RRULE, and takes such a zone for UTC",
        after_no_rule,
    ),
    KnownBug(
        "ts-ics",
        ("local", "renamed"),
        "lets the clock change at midnight, when the day of the change begins",
        between_midnight_and_a_change,
    ),
    KnownBug(
        "ruby-icalendar",
        ("local", "renamed"),
        "counts the first moment after a repeated hour as still within it",
        at_the_end_of_a_repeated_hour,
    ),
    KnownBug(
        "kcalendarcore",
        ("renamed",),
        "takes a TZID outside the tz database for a zone inside it that looks alike, and guesses wrong for some",
        lambda case: case.file.key in GUESSED,
    ),
)

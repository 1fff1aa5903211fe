"""Lengths of time and moments, as a conference officer states them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import pairwise

from pendulum import DateTime, Time

from wgsched.errors import Fault
from wgsched.model.gate import instant, refuse, strangers

_MOST = 60 * 24 * 60


@dataclass(frozen=True)
class Duration:
    """A length of time in minutes, or in meetings of the forum where the item is taken up.

    Raises:
        BadInput: it is not a whole number of minutes, or not between one minute and sixty days.
    """

    minutes: int = 0
    meetings: Fraction = Fraction(0)

    def __post_init__(self) -> None:
        if not (isinstance(self.minutes, int) and 0 <= self.minutes <= _MOST and 0 <= self.meetings <= _MOST // 180):
            refuse(self._faults())

    def _faults(self) -> Iterator[Fault]:
        minutes: object = self.minutes
        if not isinstance(minutes, int):
            yield Fault(f"{minutes!r} is not a whole number of minutes", path="minutes")
        elif not 0 <= minutes <= _MOST:
            yield Fault(f"'{minutes} min' is not between one minute and sixty days", path="minutes")
        if not 0 <= self.meetings <= _MOST // 180:
            yield Fault(f"'{self.meetings} meetings' is not between one minute and sixty days", path="meetings")

    def in_minutes(self, meeting: int) -> int:
        """Return the whole minutes, when one meeting lasts ``meeting`` minutes."""
        return self.minutes + (round(self.meetings * meeting) if self.meetings else 0)


@dataclass(frozen=True)
class Takes:
    """How long an item takes: expected, and at least and at most if the officer says so.

    ``estimate`` marks a figure without a source.

    Raises:
        BadInput: the expected time is not between the least and the most.
    """

    expected: Duration
    least: Duration | None = None
    most: Duration | None = None
    estimate: bool = False

    def __post_init__(self) -> None:
        given = [each for each in (self.least, self.expected, self.most) if each is not None]
        refuse(strangers("length of time", given, Duration, "expected"))
        if any(_usual(low) > _usual(high) for low, high in pairwise(given)):
            refuse([Fault("the expected time is not between the least and the most")])

    def expecting(self, expected: Duration) -> Takes:
        """Return the same with another expected length; least and most are widened if needed."""
        least = self.least and min(self.least, expected, key=_usual)
        most = self.most and max(self.most, expected, key=_usual)
        return replace(self, expected=expected, least=least, most=most)


def _usual(length: Duration) -> int:
    """Return a length of time in minutes, with meetings of the usual three hours."""
    return length.in_minutes(180)


@dataclass(frozen=True)
class Limits:
    """A stretch of time that may be open on a side: ``Limits(moment, None)`` is all the time from a moment on."""

    opens: DateTime | None
    closes: DateTime | None

    def holds(self, other: Window) -> bool:
        """Return whether the other window lies wholly within this one."""
        after = self.opens is None or instant(self.opens) <= instant(other.opens)
        return after and (self.closes is None or instant(other.closes) <= instant(self.closes))

    def meets(self, other: Window) -> bool:
        """Return whether the two share any time."""
        before = self.opens is None or instant(self.opens) < instant(other.closes)
        return before and (self.closes is None or instant(other.opens) < instant(self.closes))


@dataclass(frozen=True)
class Window(Limits):
    """A stretch of time from ``opens`` to ``closes``, both with a zone."""

    opens: DateTime
    closes: DateTime

    @property
    def minutes(self) -> int:
        """Its length in whole minutes of real time."""
        return int(self.closes.timestamp() - self.opens.timestamp()) // 60


@dataclass(frozen=True)
class Period:
    """The named part of a day in which a meeting can sit: morning from 10 to 1, afternoon from 3 to 6.

    A period that closes before it opens runs past midnight.

    Raises:
        BadInput: it opens when it closes.
    """

    key: str
    opens: Time
    closes: Time

    def __post_init__(self) -> None:
        if self.opens == self.closes:
            refuse([Fault(f"{self.key!r} opens when it closes", path="closes")])


MORNING = Period("am", Time(10), Time(13))
AFTERNOON = Period("pm", Time(15), Time(18))

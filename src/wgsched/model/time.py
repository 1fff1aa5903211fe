"""Lengths of time and moments, as a conference officer states them."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from pendulum import DateTime, Time


@dataclass(frozen=True)
class Duration:
    """A length of time in minutes, or in meetings of the forum where the item is taken up."""

    minutes: int = 0
    meetings: Fraction = Fraction(0)

    def in_minutes(self, meeting: int) -> int:
        """Return the whole minutes, when one meeting lasts ``meeting`` minutes."""
        return self.minutes + round(self.meetings * meeting)


@dataclass(frozen=True)
class Takes:
    """How long an item takes: expected, and at least and at most where the officer says so.

    ``estimate`` marks a figure that no source states; papers never print it as a promise.
    """

    expected: Duration
    least: Duration | None = None
    most: Duration | None = None
    estimate: bool = False


@dataclass(frozen=True)
class Limits:
    """A stretch of time that may be open on a side: ``Limits(moment, None)`` is all the time from a moment on."""

    opens: DateTime | None
    closes: DateTime | None

    def holds(self, other: Window) -> bool:
        """Return whether the other window lies wholly within this one."""
        after = self.opens is None or self.opens <= other.opens
        return after and (self.closes is None or other.closes <= self.closes)

    def meets(self, other: Window) -> bool:
        """Return whether the two share any time."""
        before = self.opens is None or self.opens < other.closes
        return before and (self.closes is None or other.opens < self.closes)


@dataclass(frozen=True)
class Window(Limits):
    """A stretch of time, from ``opens`` up to ``closes``, both aware of their zone."""

    opens: DateTime
    closes: DateTime

    @property
    def minutes(self) -> int:
        """Its length in whole minutes of real time."""
        return int(self.closes.timestamp() - self.opens.timestamp()) // 60


@dataclass(frozen=True)
class Period:
    """The named part of a day in which a meeting can sit: morning from 10 to 1, afternoon from 3 to 6."""

    key: str
    opens: Time
    closes: Time


MORNING = Period("am", Time(10), Time(13))
AFTERNOON = Period("pm", Time(15), Time(18))

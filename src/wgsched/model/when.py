"""Moments of a programme that may be known only roughly."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from pendulum import DateTime

from wgsched.model.gate import instant


def latest(moments: Iterable[DateTime | None]) -> DateTime | None:
    """Return the latest of some moments; None where one is not known."""
    every = tuple(moments)
    known = [each for each in every if each is not None]
    return max(known, key=instant) if len(known) == len(every) else None


@dataclass(frozen=True)
class When:
    """A moment in a programme: exact, or known only by its meeting and its place among the rows.

    ``order`` sorts moments of one forum: the opening of the meeting, the row in it, and whether the row opens (0) or
    closes (1). Comparisons answer None if the rows do not tell.
    """

    earliest: DateTime
    latest: DateTime
    forum: str
    order: tuple[DateTime, int, int]

    @property
    def exact(self) -> bool:
        """Whether the very minute is known."""
        return self.earliest == self.latest and self.earliest.fold == self.latest.fold

    @property
    def sorting(self) -> tuple[float, float, int]:
        """A key that sorts moments in time as far as it is known."""
        return (instant(self.order[0]), instant(self.latest), self.order[1])

    def __le__(self, other: When | DateTime) -> bool | None:
        """Return whether this moment is not after the other; None when it cannot be told."""
        if isinstance(other, When):
            if self.exact and other.exact:
                return instant(self.latest) <= instant(other.earliest)
            if self.forum == other.forum:
                return self.order <= other.order
            lowest, highest = other.earliest, other.latest
        else:
            lowest = highest = other
        if instant(self.latest) <= instant(lowest):
            return True
        return False if instant(self.earliest) > instant(highest) else None

    def __ge__(self, other: When | DateTime) -> bool | None:
        """Return whether this moment is not before the other; None when it cannot be told."""
        if isinstance(other, When):
            return other <= self
        if instant(self.earliest) >= instant(other):
            return True
        return False if instant(self.latest) < instant(other) else None

    def minutes_until(self, other: When) -> int | None:
        """Return the minutes of clock time from this moment to the other; None if one is not exact."""
        if not (self.exact and other.exact):
            return None
        return int((other.earliest - self.latest).total_seconds() // 60)

"""Which items may be taken up earlier, and from when on; all else stays."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from pendulum import DateTime


@dataclass(frozen=True)
class Kept:
    """Where an instalment is taken up if nothing is advanced: its forum, its meetings by key, and when it opens.

    From its ``floor`` on, it may be opened earlier; without one, it stays.
    """

    forum: str
    meetings: tuple[str, ...]
    opens: DateTime
    floor: DateTime | None = None


@dataclass(frozen=True)
class Asked:
    """An instalment, by key, that is to be opened at a moment of a meeting: the choice whose price is asked."""

    instalment: str
    meeting: str
    opens: DateTime


@dataclass(frozen=True)
class Advances:
    """What is kept, by key of the instalment, and what may be advanced; and the meetings, by key, that may be dead."""

    kept: Mapping[str, Kept]
    meetings: tuple[str, ...] = ()
    asked: Asked | None = None

    @property
    def granted(self) -> frozenset[str]:
        """What may be opened earlier, by key."""
        return frozenset(key for key, each in self.kept.items() if each.floor)

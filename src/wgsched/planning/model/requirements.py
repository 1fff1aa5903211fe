"""What rules require of one instalment alone, gathered before any variable is made."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from pendulum import DateTime

from wgsched.model import Instalment, Limits, Window
from wgsched.planning.model.axes import Clock


@dataclass
class Requirements:
    """All that is required of one instalment alone; it decides at which starts it may be opened.

    ``fewest`` is None where it has ``minutes`` and no fewer. Meetings are named by key: ``meetings`` are sets in each
    of which every row must lie, ``touching`` have a row, ``avoiding`` have none. ``around``
    are the instalments, by key, that may stand between its rows, each at its hours.
    """

    instalment: Instalment
    minutes: int | None = None
    fewest: int | None = None
    windows: list[Sequence[Limits]] = field(default_factory=list)
    meetings: list[frozenset[str]] = field(default_factory=list)
    touching: set[str] = field(default_factory=set)
    avoiding: set[str] = field(default_factory=set)
    openings: list[DateTime] = field(default_factory=list)
    shortest: int = 0
    whole: bool = False
    unbroken: bool = False
    around: dict[str, Window] = field(default_factory=dict)

    @property
    def lengths(self) -> Iterator[int]:
        """The minutes that the clock must measure."""
        yield from (self.minutes or 0, self.fewest or 0, self.shortest)

    def ticks(self, clock: Clock) -> int:
        """Return its length in ticks, at most: the least there is when no rule asked for its time."""
        return max(1, (self.minutes or 0) // clock.tick)

    def fewest_ticks(self, clock: Clock) -> int:
        """Return its length in ticks, at least."""
        return self.ticks(clock) if self.fewest is None else max(1, self.fewest // clock.tick)

    def shortest_ticks(self, clock: Clock) -> int:
        """Return the ticks of its shortest part when it is divided."""
        return max(1, self.shortest // clock.tick)

    @property
    def is_one_interval(self) -> bool:
        """Whether it is one interval of working time whose length is known: its start then says everything."""
        return self.unbroken and self.fewest in (None, self.minutes)

    def admits(self, meeting: str) -> bool:
        """Return whether it may be taken up in a meeting, by key."""
        return meeting not in self.avoiding and all(meeting in some for some in self.meetings)

"""What rules ask of single instalments, gathered before any variable is made."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from wgsched.model import Instalment, Meeting, Window
from wgsched.planning.axes import Axis, Clock, Stretch, inside


@dataclass
class Wants:
    """All that is asked of one instalment alone; it decides which starts are allowed."""

    instalment: Instalment
    minutes: int | None = None
    windows: list[Sequence[Window]] = field(default_factory=list)
    meetings: list[frozenset[str]] = field(default_factory=list)
    touching: set[str] = field(default_factory=set)
    avoiding: set[str] = field(default_factory=set)
    shortest: int = 0
    whole: bool = False

    @property
    def lengths(self) -> Iterator[int]:
        """The minutes that the clock must measure."""
        yield from (self.minutes or 0, self.shortest)

    def ticks(self, clock: Clock) -> int:
        """Return its length in ticks: the least there is when no rule asked for its time."""
        return max(1, (self.minutes or 0) // clock.tick)

    def stretches(self, axis: Axis, clock: Clock) -> tuple[Stretch, ...]:
        """Return the starts that are allowed on an axis."""
        ticks = self.ticks(clock)
        found = [stretch for stretch in axis.stretches(ticks) if self._meetings_fit(axis, stretch)]
        if self.shortest:
            found = [cut for each in found if (cut := self._no_short_part(axis, each, ticks, clock))]
        for windows in self.windows:
            found = inside(axis, ticks, found, [clock.span(window) for window in windows])
        return tuple(found)

    def _meetings_fit(self, axis: Axis, stretch: Stretch) -> bool:
        if self.whole and stretch.first != stretch.last:
            return False
        touched = {sitting.meeting.key for sitting in axis.sittings[stretch.first : stretch.last + 1] if sitting.length}
        return (
            all(touched <= allowed for allowed in self.meetings)
            and self.touching <= touched
            and not self.avoiding & touched
        )

    def _no_short_part(self, axis: Axis, stretch: Stretch, ticks: int, clock: Clock) -> Stretch | None:
        if stretch.first == stretch.last:
            return stretch
        least = self.shortest // clock.tick
        if any(sitting.length < least for sitting in axis.sittings[stretch.first + 1 : stretch.last]):
            return None
        low = max(stretch.low, axis.sittings[stretch.last].at + least - ticks)
        high = min(stretch.high, axis.sittings[stretch.first].end - least)
        return Stretch(stretch.first, stretch.last, low, high) if low <= high else None


def keys(meetings: Sequence[Meeting]) -> frozenset[str]:
    """Return the keys of meetings."""
    return frozenset(meeting.key for meeting in meetings)

"""What rules ask of single instalments, gathered before any variable is made."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from pendulum import DateTime

from wgsched.model import Instalment, Limits, Meeting
from wgsched.planning.axes import Axis, Clock, Sitting, Stretch, inside
from wgsched.planning.parting import common, opening, outline


@dataclass
class Wants:
    """All that is asked of one instalment alone; it decides which starts are allowed."""

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
    around: frozenset[str] = frozenset()

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

    @property
    def runs(self) -> bool:
        """Whether it is one run of working time, as long as it is: its start then says everything."""
        return self.unbroken and self.fewest in (None, self.minutes)

    def least(self, clock: Clock) -> int:
        """Return the ticks of its shortest part when it is divided."""
        return max(1, self.shortest // clock.tick)

    def admits(self, meeting: str) -> bool:
        """Return whether it may be taken up in a meeting, by key."""
        return meeting not in self.avoiding and all(meeting in some for some in self.meetings)

    def stretches(self, axis: Axis, clock: Clock) -> tuple[Stretch, ...]:
        """Return the starts that are allowed on an axis."""
        if not self.runs:
            return outline(self, axis, clock)
        if axis.floating:
            return tuple(self._floating(axis, clock))
        ticks = self.ticks(clock)
        found = [stretch for stretch in axis.stretches(ticks) if self._meetings_fit(axis, stretch)]
        if self.shortest:
            found = [cut for each in found if (cut := self._no_short_part(axis, each, ticks, clock))]
        for windows in self.windows:
            found = inside(axis, ticks, found, [clock.span(window) for window in windows])
        for moment in self.openings:
            found = [cut for each in found for cut in _opening(axis.sittings[each.first], each, clock.exactly(moment))]
        return tuple(found)

    def _floating(self, axis: Axis, clock: Clock) -> Iterator[Stretch]:
        """Yield starts that may be allowed where meetings may not be held: never too few."""
        local = self.local(axis, clock)
        for sitting in axis.sittings:
            for low, high in local[sitting.index].whole:
                yield Stretch(sitting.index, sitting.index, sitting.at + low, sitting.at + high)
            for low, high in local[sitting.index].first:
                for last in axis.sittings[sitting.index + 1 :]:
                    for _, end in local[last.index].last[-1:]:
                        skipped = last.at + end - sitting.at - high - self.ticks(clock)
                        yield Stretch(sitting.index, last.index, sitting.at + low, sitting.at + high, skipped)
                    if not (last.meeting.optional or local[last.index].middle):
                        break

    def _meetings_fit(self, axis: Axis, stretch: Stretch) -> bool:
        if self.whole and stretch.first != stretch.last:
            return False
        if not (self.meetings or self.touching or self.avoiding):
            return True
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

    def local(self, axis: Axis, clock: Clock, spans: Sequence[tuple[int, int]] | None = None) -> tuple[Local, ...]:
        """Return what each meeting of an axis can hold of it; with spans of the clock, only inside them too."""
        wanted = [[clock.span(window) for window in windows] for windows in self.windows]
        allowed = wanted if spans is None else [*wanted, list(spans)]
        return tuple(self._local(sitting, clock, allowed) for sitting in axis.sittings)

    def _local(self, sitting: Sitting, clock: Clock, allowed: Sequence[Sequence[tuple[int, int]]]) -> Local:
        key, length, ticks = sitting.meeting.key, sitting.length, self.ticks(clock)
        if not self.admits(key) or not length:
            return Local()
        opens, least = sitting.opens, self.least(clock)
        whole, first, last = [(0, length - ticks)], [(length + least - ticks, length - least)], [(least, ticks - least)]
        middle = least <= length <= ticks - 2 * least
        for some in allowed:
            here = [(max(0, low - opens), min(length, high - opens)) for low, high in some]
            whole = common(whole, [(low, high - ticks) for low, high in here])
            first = common(first, [(low, length) for low, high in here if high == length])
            last = common(last, [(0, high) for low, high in here if low == 0])
            middle = middle and (0, length) in here
        for moment in self.openings:
            here = opening(sitting, clock.exactly(moment))
            whole, first = common(whole, here), common(first, here)
        if self.whole:
            return Local(whole=common(whole, [(0, length)]))
        whole, first, last = (common(each, [(0, length)]) for each in (whole, first, last))
        return Local(whole, common(first, [(0, length - 1)]), common(last, [(1, length)]), middle)


def _opening(sitting: Sitting, stretch: Stretch, tick: int | None) -> Iterator[Stretch]:
    """Yield what is left of a stretch, which begins in this meeting, when it is opened at a tick of the clock."""
    for low, high in opening(sitting, tick):
        yield from stretch.cut(sitting.at + low, sitting.at + high)


@dataclass(frozen=True)
class Local:
    """What a meeting can hold of an instalment, in ticks after it opens.

    Where it can start when it is whole there, or divided with its first part there; where it can end when its last
    part is there; and whether the whole meeting can be a part between.
    """

    whole: Sequence[tuple[int, int]] = ()
    first: Sequence[tuple[int, int]] = ()
    last: Sequence[tuple[int, int]] = ()
    middle: bool = False


def keys(meetings: Sequence[Meeting]) -> frozenset[str]:
    """Return the keys of meetings."""
    return frozenset(meeting.key for meeting in meetings)

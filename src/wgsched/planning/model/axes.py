"""Working time: the usable minutes of a forum's meetings laid end to end.

Breaks and nights are cut out, so that an instalment which runs over the end of a meeting simply goes on in the next.
All numbers are ticks: the largest unit that measures every opening, length and duration of the session.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from math import gcd

from pendulum import DateTime

from wgsched.model import Limits, Meeting, Session, Window

FAR = 10**9
"""Ticks from the first meeting to what never comes: thousands of years."""


@dataclass(frozen=True)
class Clock:
    """Moments as whole ticks since the session's first meeting opens, or since its first day when it has none."""

    origin: int
    tick: int

    @classmethod
    def of(
        cls, session: Session, lengths: Iterable[int], moments: Iterable[DateTime], tick: int | None = None
    ) -> Clock:
        """Return a clock whose tick measures meetings, lengths in minutes and moments; or has the given minutes."""
        opening = min((m.opens for m in session.meetings), default=session.span.opens)
        origin = int(opening.timestamp()) // 60
        usable = [meeting.usable for meeting in session.meetings]
        edges = [*(w.opens for w in usable), *(w.closes for w in usable), *moments]
        measures = gcd(*(int(edge.timestamp()) // 60 - origin for edge in edges), *lengths)
        return cls(origin, tick or measures or 1)

    def at(self, moment: DateTime) -> int:
        """Return the last tick that is not after a moment."""
        return (int(moment.timestamp()) // 60 - self.origin) // self.tick

    def span(self, window: Limits) -> tuple[int, int]:
        """Return the whole ticks of a window; a side that is open is far away."""
        return (
            -FAR if window.opens is None else -((self.origin - int(window.opens.timestamp()) // 60) // self.tick),
            FAR if window.closes is None else self.at(window.closes),
        )

    def exactly(self, moment: DateTime) -> int | None:
        """Return the tick that is this moment; None where it lies between two."""
        low, high = self.span(Window(moment, moment))
        return low if low == high else None

    def after(self, meeting: Meeting, ticks: int) -> DateTime:
        """Return the moment that lies so many ticks after a meeting opens."""
        return meeting.opens.add(minutes=ticks * self.tick)


@dataclass(frozen=True)
class Sitting:
    """A meeting on the axis: ``at`` is where it begins there, ``opens`` where it does on the clock."""

    meeting: Meeting
    index: int
    at: int
    opens: int
    length: int

    @property
    def end(self) -> int:
        """Where it ends on the axis."""
        return self.at + self.length

    @property
    def offset(self) -> int:
        """What turns a place on the axis into ticks of the clock."""
        return self.opens - self.at


@dataclass(frozen=True)
class Stretch:
    """A run of starts, ``low`` to ``high``, that all touch the same meetings of the axis, ``first`` to ``last``.

    ``skipped`` is how much later than start and length tell it can end, where meetings between may not be held, or
    where it may be left and resumed.
    """

    first: int
    last: int
    low: int
    high: int
    skipped: int = 0

    def cut(self, low: int, high: int) -> tuple[Stretch, ...]:
        """Return what of it lies between two starts: one stretch or none."""
        low, high = max(low, self.low), min(high, self.high)
        return (Stretch(self.first, self.last, low, high),) if low <= high else ()


@dataclass(frozen=True)
class Axis:
    """The working time of one forum."""

    forum: str
    sittings: tuple[Sitting, ...]

    @classmethod
    def of(cls, forum: str, meetings: Iterable[Meeting], clock: Clock) -> Axis:
        """Lay meetings end to end."""
        sittings: list[Sitting] = []
        at = 0
        for meeting in meetings:
            usable = meeting.usable
            length = max(0, clock.at(usable.closes) - clock.at(usable.opens))
            sittings.append(Sitting(meeting, len(sittings), at, clock.at(meeting.opens), length))
            at += length
        return cls(forum, tuple(sittings))

    @property
    def length(self) -> int:
        """All its ticks."""
        return self.sittings[-1].end if self.sittings else 0

    def stretches(self, ticks: int) -> tuple[Stretch, ...]:
        """Return every start that an instalment of this many ticks can have."""
        if ticks not in self._known:
            self._known[ticks] = tuple(self._stretches(max(1, ticks)))
        return self._known[ticks]

    @cached_property
    def _known(self) -> dict[int, tuple[Stretch, ...]]:
        return {}

    def _stretches(self, ticks: int) -> Iterator[Stretch]:
        for first in self.sittings:
            for last in self.sittings[first.index :]:
                low = max(first.at, last.at + 1 - ticks)
                high = min(first.end - 1, last.end - ticks)
                if low <= high:
                    yield Stretch(first.index, last.index, low, high)
                if last.at + 1 - ticks > first.end - 1:
                    break

    @cached_property
    def hours(self) -> object:
        """What two axes have in common that can be compared: the hours of all their meetings."""
        return self.forum if self.floating else tuple((sitting.opens, sitting.length) for sitting in self.sittings)

    @cached_property
    def floating(self) -> bool:
        """Whether some of its meetings may not be held."""
        return any(sitting.meeting.optional for sitting in self.sittings)

    def parts(self, start: int, ticks: int, shut: Container[str] = ()) -> Iterator[tuple[Sitting, int, int]]:
        """Yield the meetings that an instalment touches, and from and to which tick; what is shut takes no time."""
        at = 0
        for sitting in self.sittings:
            if sitting.meeting.key in shut:
                continue
            low, high = max(start, at), min(start + ticks, at + sitting.length)
            if low < high:
                yield sitting, low - at, high - at
            at += sitting.length


def inside(axis: Axis, ticks: int, stretches: Sequence[Stretch], spans: Sequence[tuple[int, int]]) -> list[Stretch]:
    """Return the starts at which every part lies inside one of these spans of the clock."""
    found: list[Stretch] = []
    for stretch in stretches:
        between = axis.sittings[stretch.first + 1 : stretch.last]
        if all(any(a <= s.opens and s.opens + s.length <= b for a, b in spans) for s in between):
            found += _ends_inside(axis, ticks, stretch, spans)
    return list(dict.fromkeys(found))


def _ends_inside(axis: Axis, ticks: int, stretch: Stretch, spans: Sequence[tuple[int, int]]) -> Iterator[Stretch]:
    first, last = axis.sittings[stretch.first], axis.sittings[stretch.last]
    for opens, closes in spans:
        low = max(stretch.low, opens - first.offset)
        if first is last:
            high = min(stretch.high, closes - first.offset - ticks)
            if low <= high:
                yield Stretch(stretch.first, stretch.last, low, high)
        elif first.opens + first.length <= closes:
            for from_, to in spans:
                high = min(stretch.high, to - last.offset - ticks)
                if low <= high and from_ <= last.opens:
                    yield Stretch(stretch.first, stretch.last, low, high)


def touching(axis: Axis, ticks: int, stretches: Sequence[Stretch], span: tuple[int, int]) -> list[Stretch]:
    """Return the starts at which some part shares time with this span of the clock."""
    found: list[Stretch] = []
    for sitting in axis.sittings:
        low, high = max(span[0] - sitting.offset, sitting.at), min(span[1] - sitting.offset, sitting.end)
        if low < high:
            for each in stretches:
                found += each.cut(low + 1 - ticks, high - 1)
    return found

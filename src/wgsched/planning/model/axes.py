"""Working time: the usable minutes of a forum's meetings laid end to end.

Breaks and nights are cut out, so that an instalment which runs over the end of a meeting simply goes on in the next.
All numbers are ticks: the largest unit that measures every opening, length and duration of the session.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from math import gcd
from typing import TypeAlias

from pendulum import DateTime

from wgsched.model import Limits, Meeting, Session, Window

FAR = 10**9
"""Ticks from the first meeting to what never comes: thousands of years."""

Span: TypeAlias = tuple[int, int]
"""From one tick of the clock to another."""


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

    def span(self, window: Limits) -> Span:
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


@dataclass(frozen=True, eq=False)
class Segment:
    """A meeting on the axis: ``at`` is where it begins there, ``opens`` where it does on the clock.

    One that ``may_fall`` takes no time where it is not held.
    """

    meeting: Meeting
    index: int
    at: int
    opens: int
    length: int
    may_fall: bool

    @property
    def end(self) -> int:
        """Where it ends on the axis."""
        return self.at + self.length

    @property
    def closes(self) -> int:
        """Where it ends on the clock."""
        return self.opens + self.length

    @property
    def offset(self) -> int:
        """What turns a tick of the axis into one of the clock."""
        return self.opens - self.at


@dataclass(frozen=True)
class StartRange:
    """A run of starts, ``low`` to ``high``, that all touch the same meetings of the axis, ``first`` to ``last``.

    ``skipped`` is how much later than start and length tell it can end, where meetings between may not be held, or
    where it may be left and resumed; ``without`` are meetings between in which it has no row. A ``shift`` tells starts
    apart that are the same but for what is between its rows.
    """

    first: int
    last: int
    low: int
    high: int
    skipped: int = 0
    without: tuple[int, ...] = ()
    shift: int = 0

    def cut(self, low: int, high: int) -> tuple[StartRange, ...]:
        """Return what of it lies between two starts: one range or none."""
        low, high = max(low, self.low), min(high, self.high)
        return (replace(self, low=low, high=high),) if low <= high else ()

    def touches(self, index: int) -> bool:
        """Return whether there is a row in this meeting of the axis."""
        return self.first <= index <= self.last and index not in self.without


@dataclass(frozen=True)
class Axis:
    """The working time of one forum."""

    forum: str
    segments: tuple[Segment, ...]

    @classmethod
    def of(cls, forum: str, meetings: Iterable[Meeting], clock: Clock, displaced: Container[str] = ()) -> Axis:
        """Lay meetings end to end; those that joint meetings can displace, by key, may fall as optional ones may."""
        segments: list[Segment] = []
        at = 0
        for meeting in meetings:
            usable = meeting.usable
            length = max(0, clock.at(usable.closes) - clock.at(usable.opens))
            may_fall = meeting.optional or meeting.key in displaced
            segments.append(Segment(meeting, len(segments), at, clock.at(meeting.opens), length, may_fall))
            at += length
        return cls(forum, tuple(segments))

    @property
    def length(self) -> int:
        """All its ticks."""
        return self.segments[-1].end if self.segments else 0

    def start_ranges(self, ticks: int, least: int = 0) -> tuple[StartRange, ...]:
        """Return every start that an instalment of this many ticks can have; divided, its parts are not shorter."""
        if (ticks, least) not in self._start_ranges:  # many are alike, and certificates ask again and again
            every = self._starts_of(max(1, ticks))
            cut = (self.with_long_parts(each, ticks, least) for each in every) if least else every
            self._start_ranges[ticks, least] = tuple(each for each in cut if each)
        return self._start_ranges[ticks, least]

    @cached_property
    def _start_ranges(self) -> dict[tuple[int, int], tuple[StartRange, ...]]:
        return {}

    def with_long_parts(
        self, starts: StartRange, ticks: int, least: int, paused: Callable[[Segment], int] = lambda _: 0
    ) -> StartRange | None:
        """Return the starts at which no part of what is divided is shorter; ``paused`` is what else a meeting holds."""
        if starts.first == starts.last:
            return starts
        first, *between, last = self.touched(starts)
        if any(segment.length - paused(segment) < least for segment in between):
            return None
        low = last.at + paused(last) + least - ticks - starts.skipped
        return next(iter(starts.cut(low, first.end - paused(first) - least)), None)

    def _starts_of(self, ticks: int) -> Iterator[StartRange]:
        for first in self.segments:
            for last in self.segments[first.index :]:
                low = max(first.at, last.at + 1 - ticks)
                high = min(first.end - 1, last.end - ticks)
                if low <= high:
                    yield StartRange(first.index, last.index, low, high)
                if last.at + 1 - ticks > first.end - 1:
                    break

    @cached_property
    def hours(self) -> object:
        """What two axes have in common that can be compared: the hours of all their meetings."""
        return self.forum if self.floating else tuple((segment.opens, segment.length) for segment in self.segments)

    @cached_property
    def floating(self) -> bool:
        """Whether some of its meetings may not be held."""
        return any(segment.may_fall for segment in self.segments)

    def at_clock(self, span: Span) -> Span | None:
        """Return where a span of the clock lies on the axis; None where it is not within one meeting."""
        for segment in self.segments:
            if segment.opens <= span[0] < span[1] <= segment.closes:
                return span[0] - segment.offset, span[1] - segment.offset
        return None

    def touched(self, starts: StartRange) -> list[Segment]:
        """Return the meetings in which there is a row at these starts."""
        return [s for s in self.segments[starts.first : starts.last + 1] if s.length and starts.touches(s.index)]

    def parts(self, start: int, ticks: int, shut: Container[str] = ()) -> Iterator[tuple[Segment, int, int]]:
        """Yield the meetings that an instalment touches, and from and to which tick; what is shut takes no time."""
        at = 0
        for segment in self.segments:
            if segment.meeting.key in shut:
                continue
            if at >= start + ticks:
                return
            low, high = max(start, at), min(start + ticks, at + segment.length)
            if low < high:
                yield segment, low - at, high - at
            at += segment.length


def inside(axis: Axis, ticks: int, starts: Iterable[StartRange], spans: Sequence[Span]) -> list[StartRange]:
    """Return the starts at which every part lies inside one of these spans of the clock."""
    kept: list[StartRange] = []
    for each in starts:
        some = axis.touched(each) if each.last - each.first > 1 else ()
        between = [segment for segment in some if each.first < segment.index < each.last]
        if all(any(a <= s.opens and s.closes <= b for a, b in spans) for s in between):
            kept += _ends_inside(axis, ticks, each, spans)
    return list(dict.fromkeys(kept))


def _ends_inside(axis: Axis, ticks: int, starts: StartRange, spans: Sequence[Span]) -> Iterator[StartRange]:
    first, last = axis.segments[starts.first], axis.segments[starts.last]
    for opens, closes in spans:
        low = max(starts.low, opens - first.offset)
        if first is last:
            yield from starts.cut(low, closes - first.offset - ticks - starts.skipped)
        elif first.closes <= closes:
            for from_, to in spans:
                if from_ <= last.opens:
                    yield from starts.cut(low, to - last.offset - ticks - starts.skipped)


def touching(axis: Axis, ticks: int, starts: Sequence[StartRange], span: Span) -> list[StartRange]:
    """Return the starts at which some part shares time with this span of the clock."""
    kept: list[StartRange] = []
    for segment in axis.segments:
        low, high = max(span[0] - segment.offset, segment.at), min(span[1] - segment.offset, segment.end)
        if low < high:
            kept += [cut for each in starts for cut in each.cut(low + 1 - ticks - each.skipped, high - 1)]
    return kept

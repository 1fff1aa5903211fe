"""Items around promised hours: what is taken up in one go, but for entries of its own that stand at a fixed time.

On the axis of its forum such an entry has one place, so the starts of its item fall into groups: those that leave all
such pauses outside, and for each run of pauses those that put exactly this run inside. In a group the item simply lasts
as much longer as its pauses do.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from wgsched.planning.model.axes import Axis, Segment, Span, StartRange


def around(axis: Axis, ticks: int, pauses: Sequence[Span]) -> Iterator[StartRange]:
    """Yield every start that an instalment of this many ticks can have around these pauses, which are in order."""
    for first in range(len(pauses) + 1):
        for last in range(first, len(pauses) + 1):
            inside = pauses[first:last]
            length = ticks + skipped(inside)
            low = pauses[first - 1][1] if first else 0
            high = (pauses[last][0] if last < len(pauses) else axis.length) - length
            if inside:  # it is taken up on both sides of what is inside, else that would be outside
                low, high = max(low, inside[-1][1] + 1 - length), min(high, inside[0][0] - 1)
            for each in axis.start_ranges(length):
                for cut in each.cut(low, high):
                    yield replace(cut, skipped=skipped(inside), without=_filled(axis, inside))


def skipped(pauses: Sequence[Span]) -> int:
    """Return how many ticks these pauses take."""
    return sum(end - begin for begin, end in pauses)


def _filled(axis: Axis, pauses: Sequence[Span]) -> tuple[int, ...]:
    """Return the meetings that these pauses fill."""
    return tuple(s.index for s in axis.segments if s.length and paused_in(s, pauses) == s.length)


def paused_in(segment: Segment, pauses: Sequence[Span]) -> int:
    """Return how many ticks of a meeting these pauses take."""
    return sum(max(0, min(end, segment.end) - max(begin, segment.at)) for begin, end in pauses)


def inside_of(starts: StartRange, ticks: int, pauses: Sequence[Span]) -> tuple[Span, ...]:
    """Return those pauses that lie inside an instalment with one of these starts."""
    end = starts.low + ticks + starts.skipped
    return tuple(pause for pause in pauses if starts.high < pause[0] and pause[1] < end) if starts.skipped else ()


def runs(start: int, ticks: int, pauses: Sequence[Span]) -> Iterator[Span]:
    """Yield from where to where on the axis an instalment is taken up that starts here and is left for these pauses."""
    for begin, end in pauses:
        if start < begin < start + ticks:
            yield start, begin
            ticks -= begin - start
            start = end
    yield start, start + ticks

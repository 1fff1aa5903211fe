"""Items around promised hours: an item is taken up in one go, except for its own entries at fixed times.

On the axis of its forum such an entry has one place, so the starts of its item fall into groups: those without a pause,
and for each run of pauses those that put exactly this run inside. In a group the item simply lasts as much longer as
its pauses do. One start can be in several groups; a shift tells them apart.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import combinations
from typing import TypeAlias

from wgsched.planning.model.axes import Axis, Segment, Span, StartRange

Pauses: TypeAlias = tuple[Span, ...]
"""Times on an axis for which an instalment is left, in order."""


def around(axis: Axis, ticks: int, pauses: Pauses) -> Iterator[StartRange]:
    """Yield every start that an instalment of this many ticks can have around these pauses."""
    for number, inside in enumerate(_runs_of(pauses)):
        length = ticks + skipped(inside)
        low, high = 0, axis.length
        if inside:  # it is taken up on both sides of what is inside
            low, high = inside[-1][1] + 1 - length, inside[0][0] - 1
        filled = tuple(s.index for s in axis.segments if s.length and paused_in(s, inside) == s.length)
        for cut in (cut for each in axis.start_ranges(length) for cut in each.cut(low, high)):
            yield replace(cut, skipped=skipped(inside), without=filled, shift=number * _wide(axis))


def inside_of(axis: Axis, pauses: Pauses, position: int) -> tuple[int, Pauses]:
    """Return the start, and the pauses inside, of a start with its shift."""
    number, start = divmod(position, _wide(axis))
    return start, _runs_of(pauses)[number]


def _runs_of(pauses: Pauses) -> list[Pauses]:
    """Return no pause, and each run of pauses: what stands at its hour between two that are inside is inside too."""
    return [(), *(pauses[first:last] for first, last in combinations(range(len(pauses) + 1), 2))]


def _wide(axis: Axis) -> int:
    return axis.length + 1


def skipped(pauses: Pauses) -> int:
    """Return how many ticks these pauses take."""
    return sum(end - begin for begin, end in pauses)


def paused_in(segment: Segment, pauses: Sequence[Span]) -> int:
    """Return how many ticks of a meeting these pauses take."""
    return sum(max(0, min(end, segment.end) - max(begin, segment.at)) for begin, end in pauses)


def stretches(start: int, ticks: int, inside: Pauses) -> Iterator[Span]:
    """Yield from where to where on the axis an instalment is taken up that is left for these pauses."""
    for begin, end in inside:
        if start < begin:
            yield start, begin
            ticks -= begin - start
        start = end
    yield start, start + ticks

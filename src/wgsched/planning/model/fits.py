"""What a single meeting can hold of an instalment, in ticks after the meeting opens."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeAlias

from wgsched.planning.model.axes import Axis, Clock, Segment, Span
from wgsched.planning.model.requirements import Requirements

Ranges: TypeAlias = Sequence[tuple[int, int]]
"""Runs of ticks after a meeting opens, each from one tick to another."""


@dataclass(frozen=True)
class MeetingFit:
    """What a meeting can hold of an instalment that is one interval.

    Where it can start when it is whole there, or divided with its first part there; where it can end when its last
    part is there; and whether the whole meeting can be a part between.
    """

    whole: Ranges = ()
    first: Ranges = ()
    last: Ranges = ()
    middle: bool = False


def meeting_fits(
    required: Requirements, axis: Axis, clock: Clock, spans: Sequence[Span] | None = None
) -> tuple[MeetingFit, ...]:
    """Return what each meeting of an axis can hold of an instalment; with spans of the clock, only inside them too."""
    allowed = _allowed(required, clock, spans)
    return tuple(_meeting_fit(required, segment, clock, allowed) for segment in axis.segments)


def _meeting_fit(
    required: Requirements, segment: Segment, clock: Clock, allowed: Sequence[Sequence[Span]]
) -> MeetingFit:
    length, ticks = segment.length, required.ticks(clock)
    if not required.admits(segment.meeting.key) or not length:
        return MeetingFit()
    opens, least = segment.opens, required.shortest_ticks(clock)
    whole, first, last = [(0, length - ticks)], [(length + least - ticks, length - least)], [(least, ticks - least)]
    middle = least <= length <= ticks - 2 * least
    for spans in allowed:
        here = [(max(0, a - opens), min(length, b - opens)) for a, b in spans if a <= segment.closes and b >= opens]
        if not here:
            return MeetingFit()
        whole = common(whole, [(low, high - ticks) for low, high in here])
        first = common(first, [(low, length) for low, high in here if high == length])
        last = common(last, [(0, high) for low, high in here if low == 0])
        middle = middle and (0, length) in here
    for moment in required.openings:
        here = opening(segment, clock.exactly(moment))
        whole, first = common(whole, here), common(first, here)
    if required.whole:
        return MeetingFit(whole=common(whole, [(0, length)]))
    whole, first, last = (common(each, [(0, length)]) for each in (whole, first, last))
    return MeetingFit(whole, common(first, [(0, length - 1)]), common(last, [(1, length)]), middle)


def part_ranges(
    required: Requirements, axis: Axis, clock: Clock, spans: Sequence[Span] | None = None
) -> tuple[Ranges, ...]:
    """Return the ranges, for each meeting of an axis, to one of which a part there must keep; spans of the clock too.

    What is too short for the shortest part is left out, as are meetings before the one in which it must be opened.
    """
    allowed = _allowed(required, clock, spans)
    shortest = min(required.shortest_ticks(clock), required.fewest_ticks(clock))
    return tuple(_part_ranges(required, segment, clock, allowed, shortest) for segment in axis.segments)


def _part_ranges(
    required: Requirements, segment: Segment, clock: Clock, allowed: Sequence[Sequence[Span]], shortest: int
) -> Ranges:
    if not required.admits(segment.meeting.key):
        return ()
    ranges = [(0, segment.length)]
    for spans in allowed:
        ranges = common(ranges, [(low - segment.opens, high - segment.opens) for low, high in spans])
    for moment in required.openings:
        tick = clock.exactly(moment)
        ranges = common(ranges, [(0 if tick is None else tick - segment.opens, segment.length)])
    long = sorted({(low, high) for low, high in ranges if high - low >= shortest and high > low})
    # a range inside another would only be a second way to say the same
    return [each for each in long if not any(each != other and _within(each, other) for other in long)]


def _within(one: tuple[int, int], other: tuple[int, int]) -> bool:
    return other[0] <= one[0] and one[1] <= other[1]


def _allowed(required: Requirements, clock: Clock, spans: Sequence[Span] | None) -> list[Sequence[Span]]:
    """Return lists of spans of the clock, in one of each of which every row must lie."""
    windows: list[Sequence[Span]] = [[clock.span(window) for window in some] for some in required.windows]
    return windows if spans is None else [*windows, spans]


def common(some: Ranges, others: Ranges) -> list[tuple[int, int]]:
    """Return what lies in ranges of both kinds."""
    both = [(max(a, c), min(b, d)) for a, b in some for c, d in others]
    return [(low, high) for low, high in both if low <= high]


def opening(segment: Segment, tick: int | None) -> list[tuple[int, int]]:
    """Return where in a meeting an instalment is opened that is opened at this tick of the clock: there or nowhere."""
    if tick is None or not 0 <= tick - segment.opens < segment.length:
        return []
    return [(tick - segment.opens, tick - segment.opens)]

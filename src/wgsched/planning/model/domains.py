"""What meetings can hold of an instalment that is not one run of a known length."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, TypeAlias

from wgsched.planning.model.axes import Axis, Clock, Sitting, Stretch

if TYPE_CHECKING:
    from wgsched.planning.model.requirements import Wants

Ranges: TypeAlias = Sequence[tuple[int, int]]
"""Runs of ticks after a meeting opens, each from one tick to another."""


def common(some: Ranges, others: Ranges) -> list[tuple[int, int]]:
    """Return what lies in ranges of both kinds."""
    both = [(max(a, c), min(b, d)) for a, b in some for c, d in others]
    return [(low, high) for low, high in both if low <= high]


def opening(sitting: Sitting, tick: int | None) -> list[tuple[int, int]]:
    """Return where in a meeting an instalment is opened that is opened at this tick of the clock: there or nowhere."""
    if tick is None or not 0 <= tick - sitting.opens < sitting.length:
        return []
    return [(tick - sitting.opens, tick - sitting.opens)]


def rooms(wants: Wants, axis: Axis, clock: Clock, spans: Sequence[tuple[int, int]] | None = None) -> tuple[Ranges, ...]:
    """Return the ranges, for each meeting of an axis, to one of which a part there must keep; spans of the clock too.

    What is too short for the shortest part is left out, as are meetings before the one in which it must be opened.
    """
    windows = [[clock.span(window) for window in some] for some in wants.windows]
    allowed = windows if spans is None else [*windows, list(spans)]
    shortest = min(wants.least(clock), wants.fewest_ticks(clock))
    return tuple(_rooms(wants, sitting, clock, allowed, shortest) for sitting in axis.sittings)


def _rooms(
    wants: Wants, sitting: Sitting, clock: Clock, allowed: Sequence[Sequence[tuple[int, int]]], shortest: int
) -> Ranges:
    if not wants.admits(sitting.meeting.key):
        return ()
    found = [(0, sitting.length)]
    for some in allowed:
        found = common(found, [(low - sitting.opens, high - sitting.opens) for low, high in some])
    for moment in wants.openings:
        tick = clock.exactly(moment)
        found = common(found, [(0 if tick is None else tick - sitting.opens, sitting.length)])
    long = sorted({(low, high) for low, high in found if high - low >= shortest and high > low})
    return [each for each in long if not any(each != other and _within(each, other) for other in long)]


def _within(one: tuple[int, int], other: tuple[int, int]) -> bool:
    return other[0] <= one[0] and one[1] <= other[1]


def outline(wants: Wants, axis: Axis, clock: Clock) -> tuple[Stretch, ...]:
    """Return from when to when such an instalment can begin on an axis, as one stretch: never too little.

    Nothing when it can begin nowhere.
    """
    held = rooms(wants, axis, clock)
    here = [sitting for sitting in axis.sittings if held[sitting.index]]
    keys = {sitting.meeting.key for sitting in here}
    if not _holds(wants, [max(high - low for low, high in held[s.index]) for s in here], clock):
        return ()
    opened = [s for s in here if all(opening(s, clock.exactly(moment)) for moment in wants.openings)]
    if not wants.touching <= keys or not opened:
        return ()
    fewest = wants.fewest_ticks(clock)
    shortest = min(wants.least(clock), fewest)
    low = opened[0].at + min(low for low, _ in held[opened[0].index])
    high = opened[-1].at + max(high for _, high in held[opened[-1].index]) - shortest
    end = here[-1].at + max(high for _, high in held[here[-1].index])
    return (Stretch(opened[0].index, here[-1].index, low, max(low, high), end - max(low, high) - fewest),)


def _holds(wants: Wants, lengths: Sequence[int], clock: Clock) -> bool:
    """Return whether meetings that have these many ticks for it can hold it whole, or in parts that are long enough."""
    ticks, fewest, least = wants.ticks(clock), wants.fewest_ticks(clock), wants.least(clock)
    if any(length >= fewest for length in lengths):
        return True
    longest = sorted((length for length in lengths if length >= least), reverse=True)
    return not wants.whole and any(
        sum(longest[:number]) >= fewest and ticks >= number * least for number in range(2, len(longest) + 1)
    )

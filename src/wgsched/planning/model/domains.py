"""At which starts an instalment may be opened: found before any variable is made.

A rule about one instalment alone never reaches the solver as a constraint, it shrinks the domain of the start. So the
search begins with these rules kept, and an empty domain tells at once why there is no programme.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence, Set
from functools import partial

from wgsched.planning.model.axes import Axis, Clock, Segment, StartRange, inside
from wgsched.planning.model.fits import meeting_fits, opening, part_ranges
from wgsched.planning.model.pauses import Pauses, around, inside_of, paused_in
from wgsched.planning.model.requirements import Requirements


def start_ranges(required: Requirements, axis: Axis, clock: Clock, pauses: Pauses = ()) -> tuple[StartRange, ...]:
    """Return the starts that are allowed on an axis; where the start alone does not tell all, never too few.

    ``pauses`` are the times on the axis around which the instalment is taken up, in order.
    """
    if not required.is_one_interval:
        return _of_parts(required, axis, clock)
    if axis.floating:
        return tuple(_floating(required, axis, clock))
    ticks = required.ticks(clock)
    least = required.shortest // clock.tick
    every = _around(axis, ticks, least, pauses) if pauses else axis.start_ranges(ticks, least)
    starts = _in_meetings(required, axis, every)
    for windows in required.windows:
        starts = inside(axis, ticks, starts, [clock.span(window) for window in windows])
    for moment in required.openings:
        starts = [cut for each in starts for cut in _opening(axis, each, clock.exactly(moment))]
    return tuple(starts)


def _in_meetings(required: Requirements, axis: Axis, every: Iterable[StartRange]) -> list[StartRange]:
    """Return the starts at which an instalment is only in meetings open to it, and in those that it has to be in."""
    some = [each for each in every if each.first == each.last] if required.whole else list(every)
    shut = {segment.index for segment in axis.segments if not required.admits(segment.meeting.key)}
    if not (shut or required.touching):
        return some
    return [each for each in some if _meetings_fit(required, axis.touched(each), shut)]


def _meetings_fit(required: Requirements, touched: Collection[Segment], shut: Set[int]) -> bool:
    return shut.isdisjoint(each.index for each in touched) and required.touching <= {
        each.meeting.key for each in touched
    }


def _around(axis: Axis, ticks: int, least: int, pauses: Pauses) -> Iterator[StartRange]:
    """Yield the starts at which an instalment can be left for others, with no part that is too short."""
    for each in around(axis, ticks, pauses):
        inside = inside_of(axis, pauses, each.shift)[1]
        cut = axis.with_long_parts(each, ticks, least, partial(paused_in, pauses=inside)) if least else each
        if cut:
            yield cut


def _opening(axis: Axis, starts: StartRange, tick: int | None) -> Iterator[StartRange]:
    """Yield what is left of some starts when the instalment is opened at a tick of the clock."""
    segment = axis.segments[starts.first]
    for low, high in opening(segment, tick):
        yield from starts.cut(segment.at + low, segment.at + high)


def _floating(required: Requirements, axis: Axis, clock: Clock) -> Iterator[StartRange]:
    """Yield starts that may be allowed where meetings may not be held: never too few."""
    fits = meeting_fits(required, axis, clock)
    for segment in axis.segments:
        for low, high in fits[segment.index].whole:
            yield StartRange(segment.index, segment.index, segment.at + low, segment.at + high)
        for low, high in fits[segment.index].first:
            for last in axis.segments[segment.index + 1 :]:
                for _, end in fits[last.index].last[-1:]:
                    skipped = last.at + end - segment.at - high - required.ticks(clock)
                    yield StartRange(segment.index, last.index, segment.at + low, segment.at + high, skipped)
                if not (last.may_fall or fits[last.index].middle):
                    break


def _of_parts(required: Requirements, axis: Axis, clock: Clock) -> tuple[StartRange, ...]:
    """Return from when to when an instalment in parts can be opened on an axis, as one range: never too little.

    Nothing when it can be opened nowhere.
    """
    ranges = part_ranges(required, axis, clock)
    here = [segment for segment in axis.segments if ranges[segment.index]]
    if not _holds(required, [max(high - low for low, high in ranges[s.index]) for s in here], clock):
        return ()
    opened = [s for s in here if all(opening(s, clock.exactly(moment)) for moment in required.openings)]
    if not required.touching <= {segment.meeting.key for segment in here} or not opened:
        return ()
    fewest = required.fewest_ticks(clock)
    shortest = min(required.shortest_ticks(clock), fewest)
    low = opened[0].at + min(low for low, _ in ranges[opened[0].index])
    high = opened[-1].at + max(high for _, high in ranges[opened[-1].index]) - shortest
    end = here[-1].at + max(high for _, high in ranges[here[-1].index])
    return (StartRange(opened[0].index, here[-1].index, low, max(low, high), end - max(low, high) - fewest),)


def _holds(required: Requirements, lengths: Sequence[int], clock: Clock) -> bool:
    """Return whether meetings that have these many ticks for it can hold it whole, or in parts that are long enough."""
    ticks, fewest, least = required.ticks(clock), required.fewest_ticks(clock), required.shortest_ticks(clock)
    if any(length >= fewest for length in lengths):
        return True
    longest = sorted((length for length in lengths if length >= least), reverse=True)
    return not required.whole and any(
        sum(longest[:number]) >= fewest and ticks >= number * least for number in range(2, len(longest) + 1)
    )

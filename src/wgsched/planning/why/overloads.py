"""Too much for too little time: items that must all lie in some meetings, and need more minutes than those have."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from wgsched.planning.model.axes import Segment
from wgsched.planning.model.desk import SolverDesk
from wgsched.planning.why.precedence import Left, Reach


@dataclass(frozen=True)
class TimeWindow:
    """What is left to an instalment: from when to when, in ticks of the clock, and in which meetings."""

    key: str
    ticks: int
    opens: int
    closes: int
    meetings: frozenset[str]


@dataclass(frozen=True)
class Overload:
    """Instalments that must lie between two ticks of the clock, and need more than the meetings there have.

    ``only`` tells that they cannot be taken up in all meetings that lie there.
    """

    keys: tuple[str, ...]
    needed: int
    there: int
    opens: int
    closes: int
    only: bool


@dataclass(frozen=True)
class _Pool:
    """Meetings that some instalments may be taken up in."""

    keys: frozenset[str]
    segments: tuple[Segment, ...]

    def until(self, tick: int) -> int:
        """Return how many of their ticks lie before this one."""
        return sum(min(each.length, tick - each.opens) for each in self.segments if each.opens < tick)


def time_windows(desk: SolverDesk, reach: Reach) -> tuple[TimeWindow, ...]:
    """Return what is left to each instalment that has these starts left, per forum."""
    known: dict[tuple[int, int], TimeWindow] = {}
    windows = []
    for key, left in reach.items():
        ticks = desk.required[key].ticks(desk.clock)
        alike = id(left), ticks  # the starts left are worked out once for all that are alike
        if alike not in known:
            known[alike] = _time_window(desk, left, ticks)
        windows.append(replace(known[alike], key=key))
    return tuple(windows)


def widest_windows(desk: SolverDesk) -> tuple[TimeWindow, ...]:
    """Return what each instalment has when it may lie anywhere in its forums."""
    windows = []
    for key, required in desk.required.items():
        segments = [s for forum in desk.session.forums_of(required.instalment) for s in desk.axes[forum].segments]
        meetings = frozenset(segment.meeting.key for segment in segments)
        opens = min((segment.opens for segment in segments), default=0)
        closes = max((segment.closes for segment in segments), default=0)
        windows.append(TimeWindow(key, required.ticks(desk.clock), opens, closes, meetings))
    return tuple(windows)


def _time_window(desk: SolverDesk, left: Left, ticks: int) -> TimeWindow:
    opens: list[int] = []
    closes: list[int] = []
    meetings: set[str] = set()
    for forum, start_ranges in left.items():
        axis = desk.axes[forum]
        opens.append(min(axis.segments[each.first].offset + each.low for each in start_ranges))
        closes.append(max(axis.segments[each.last].offset + each.high + ticks + each.skipped for each in start_ranges))
        for first, last in {(each.first, each.last) for each in start_ranges}:
            meetings.update(segment.meeting.key for segment in axis.segments[first : last + 1] if segment.length)
    return TimeWindow("", ticks, min(opens), max(closes), frozenset(meetings))


def overload(desk: SolverDesk, windows: Sequence[TimeWindow]) -> Overload | None:
    """Return the overload in the shortest time, the earliest of equal ones; None if nothing is overloaded."""
    overloads = [each for pool, only in _pools(desk, windows) for each in _overloads(pool, windows, only=only)]
    return min(overloads, key=lambda each: (each.there, each.opens, each.only, each.keys), default=None)


def overload_of_held(
    desk: SolverDesk, windows: Sequence[TimeWindow], limits: Iterable[tuple[int, frozenset[str]]]
) -> Overload | None:
    """Explain an overload: all items need more ticks than the meetings offer of which only so many may be held.

    Of limits that share meetings, the first that takes most counts.
    """
    lengths = {s.meeting.key: s.length for axis in desk.axes.values() for s in axis.segments}
    there = sum(lengths.values())
    taken: set[str] = set()
    for lost, keys in sorted((_lost(lengths, *limit), sorted(limit[1])) for limit in limits)[::-1]:
        if not taken & set(keys):
            taken.update(keys)
            there -= lost
    needed = sum(each.ticks for each in windows)
    if needed <= there or not windows:
        return None
    opens, closes = min(each.opens for each in windows), max(each.closes for each in windows)
    return Overload(tuple(each.key for each in windows), needed, there, opens, closes, only=False)


def _lost(lengths: Mapping[str, int], limit: int, keys: frozenset[str]) -> int:
    """Return how many ticks are lost if only the ``limit`` longest of these meetings are held."""
    return sum(sorted(lengths.get(key, 0) for key in keys)[: max(0, len(keys) - limit)])


def overload_between(desk: SolverDesk, crowd: Sequence[TimeWindow], opens: int, closes: int) -> Overload | None:
    """Return how instalments of which all must lie between two ticks need more than there is."""
    near = frozenset(key for each in crowd for key in each.meetings)
    forums = [axis for axis in desk.axes.values() if any(s.meeting.key in near for s in axis.segments)]
    pool = _Pool(near, tuple(segment for axis in forums for segment in axis.segments))
    needed, there = sum(each.ticks for each in crowd), pool.until(closes) - pool.until(opens)
    if not 0 < there < needed:
        return None
    return Overload(tuple(each.key for each in crowd), needed, there, opens, closes, only=False)


def _pools(desk: SolverDesk, windows: Sequence[TimeWindow]) -> Iterator[tuple[_Pool, bool]]:
    """Yield the meetings of each forum, of all forums, and the sets that some instalment is left with."""
    by_key = {segment.meeting.key: segment for axis in desk.axes.values() for segment in axis.segments}
    wholes = [frozenset(segment.meeting.key for segment in axis.segments) for axis in desk.axes.values()]
    if len(wholes) > 1:
        wholes.append(frozenset(by_key))
    for keys in dict.fromkeys(wholes):
        yield _Pool(keys, tuple(by_key[key] for key in sorted(keys))), False
    for keys in dict.fromkeys(window.meetings for window in windows):
        if not any(_is_run(desk, keys, whole) for whole in wholes):
            yield _Pool(keys, tuple(by_key[key] for key in sorted(keys))), True


def _is_run(desk: SolverDesk, keys: frozenset[str], whole: frozenset[str]) -> bool:
    """Return whether these are all the meetings of a whole between the first and the last of them."""
    if not keys <= whole:
        return False
    order = [meeting.key for meeting in desk.session.meetings if meeting.key in whole]
    indices = [index for index, key in enumerate(order) if key in keys]
    return not indices or indices[-1] - indices[0] + 1 == len(indices)


def _overloads(pool: _Pool, windows: Sequence[TimeWindow], *, only: bool) -> Iterator[Overload]:
    inside = sorted((each for each in windows if each.meetings <= pool.keys), key=lambda each: (each.closes, each.key))
    until = {edge: pool.until(edge) for each in inside for edge in (each.opens, each.closes)}
    for opens in sorted({each.opens for each in inside}):
        later = [each for each in inside if each.opens >= opens]
        needed = 0
        for index, window in enumerate(later):
            needed += window.ticks
            there = until[window.closes] - until[opens]
            last = index + 1 == len(later) or later[index + 1].closes > window.closes
            if last and needed > there:
                keys = tuple(each.key for each in later[: index + 1])
                yield Overload(keys, needed, there, opens, window.closes, only)
                break

"""Too much for too little time: items that must all lie in some meetings, and need more minutes than those have."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from wgsched.planning.model.axes import Axis, Sitting, Stretch

if TYPE_CHECKING:
    from wgsched.planning.model.desk import Desk


@dataclass(frozen=True)
class Spell:
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
    sittings: tuple[Sitting, ...]

    def until(self, tick: int) -> int:
        """Return how many of their ticks lie before this one."""
        return sum(min(each.length, tick - each.opens) for each in self.sittings if each.opens < tick)


def spells(desk: Desk, reach: dict[str, dict[str, tuple[Stretch, ...]]]) -> tuple[Spell, ...]:
    """Return what is left to each instalment that has these starts left, per forum."""
    known: dict[tuple[int, int], Spell] = {}
    found = []
    for key, left in reach.items():
        ticks = desk.wants[key].ticks(desk.clock)
        alike = id(left), ticks
        if alike not in known:
            known[alike] = _spell(desk, left, ticks)
        found.append(replace(known[alike], key=key))
    return tuple(found)


def whole_spells(desk: Desk) -> tuple[Spell, ...]:
    """Return what each instalment has when it may lie anywhere in its forums."""
    found = []
    for key, wants in desk.wants.items():
        sittings = [s for forum in desk.session.forums_of(wants.instalment) for s in desk.axes[forum].sittings]
        meetings = frozenset(sitting.meeting.key for sitting in sittings)
        opens = min((sitting.opens for sitting in sittings), default=0)
        closes = max((sitting.opens + sitting.length for sitting in sittings), default=0)
        found.append(Spell(key, wants.ticks(desk.clock), opens, closes, meetings))
    return tuple(found)


def _spell(desk: Desk, left: dict[str, tuple[Stretch, ...]], ticks: int) -> Spell:
    opens: list[int] = []
    closes: list[int] = []
    meetings: set[str] = set()
    for forum, stretches in left.items():
        axis = desk.axes[forum]
        opens.append(min(axis.sittings[each.first].offset + each.low for each in stretches))
        closes.append(max(axis.sittings[each.last].offset + each.high + ticks + each.skipped for each in stretches))
        meetings.update(_touched(axis, stretches))
    return Spell("", ticks, min(opens), max(closes), frozenset(meetings))


def _touched(axis: Axis, stretches: Iterable[Stretch]) -> Iterator[str]:
    for first, last in sorted({(each.first, each.last) for each in stretches}):
        yield from (sitting.meeting.key for sitting in axis.sittings[first : last + 1] if sitting.length)


def overload(desk: Desk, found: Sequence[Spell]) -> Overload | None:
    """Return the overload of the smallest time, the first of those; None when there is none."""
    overloads = [each for pool, only in _pools(desk, found) for each in _overloads(pool, found, only=only)]
    return min(overloads, key=lambda each: (each.there, each.opens, each.only, each.keys), default=None)


def capped(desk: Desk, found: Sequence[Spell], limits: Iterable[tuple[int, frozenset[str]]]) -> Overload | None:
    """Return how all instalments need more than there is when no more than so many of some meetings are held.

    Of limits that share meetings, the first that takes most counts.
    """
    lengths = {s.meeting.key: s.length for axis in desk.axes.values() for s in axis.sittings}
    there = sum(lengths.values())
    taken: set[str] = set()
    for lost, keys in sorted((_lost(lengths, *limit), sorted(limit[1])) for limit in limits)[::-1]:
        if not taken & set(keys):
            taken.update(keys)
            there -= lost
    needed = sum(each.ticks for each in found)
    if needed <= there or not found:
        return None
    opens, closes = min(each.opens for each in found), max(each.closes for each in found)
    return Overload(tuple(each.key for each in found), needed, there, opens, closes, only=False)


def _lost(lengths: Mapping[str, int], limit: int, keys: frozenset[str]) -> int:
    """Return how many ticks are lost when only the longest so many of these meetings are held."""
    return sum(sorted(lengths.get(key, 0) for key in keys)[: max(0, len(keys) - limit)])


def between(desk: Desk, crowd: Sequence[Spell], opens: int, closes: int) -> Overload | None:
    """Return how instalments of which all must lie between two ticks need more than there is."""
    near = frozenset(key for each in crowd for key in each.meetings)
    forums = [axis for axis in desk.axes.values() if any(s.meeting.key in near for s in axis.sittings)]
    pool = _Pool(near, tuple(sitting for axis in forums for sitting in axis.sittings))
    needed, there = sum(each.ticks for each in crowd), pool.until(closes) - pool.until(opens)
    if not 0 < there < needed:
        return None
    return Overload(tuple(each.key for each in crowd), needed, there, opens, closes, only=False)


def _pools(desk: Desk, found: Sequence[Spell]) -> Iterator[tuple[_Pool, bool]]:
    """Yield the meetings of each forum, of all forums, and the sets that some instalment is left with."""
    by_key = {sitting.meeting.key: sitting for axis in desk.axes.values() for sitting in axis.sittings}
    wholes = [frozenset(sitting.meeting.key for sitting in axis.sittings) for axis in desk.axes.values()]
    if len(wholes) > 1:
        wholes.append(frozenset(by_key))
    for keys in dict.fromkeys(wholes):
        yield _Pool(keys, tuple(by_key[key] for key in sorted(keys))), False
    for keys in dict.fromkeys(spell.meetings for spell in found):
        if not any(_is_run(desk, keys, whole) for whole in wholes):
            yield _Pool(keys, tuple(by_key[key] for key in sorted(keys))), True


def _is_run(desk: Desk, keys: frozenset[str], whole: frozenset[str]) -> bool:
    """Return whether these are all the meetings of a whole between the first and the last of them."""
    if not keys <= whole:
        return False
    order = [meeting.key for meeting in desk.session.meetings if meeting.key in whole]
    places = [index for index, key in enumerate(order) if key in keys]
    return not places or places[-1] - places[0] + 1 == len(places)


def _overloads(pool: _Pool, found: Sequence[Spell], *, only: bool) -> Iterator[Overload]:
    inside = sorted((each for each in found if each.meetings <= pool.keys), key=lambda each: (each.closes, each.key))
    until = {edge: pool.until(edge) for each in inside for edge in (each.opens, each.closes)}
    for opens in sorted({each.opens for each in inside}):
        later = [each for each in inside if each.opens >= opens]
        needed = 0
        for index, spell in enumerate(later):
            needed += spell.ticks
            there = until[spell.closes] - until[opens]
            last = index + 1 == len(later) or later[index + 1].closes > spell.closes
            if last and needed > there:
                keys = tuple(each.key for each in later[: index + 1])
                yield Overload(keys, needed, there, opens, spell.closes, only)
                break

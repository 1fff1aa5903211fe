"""What the order of items takes from the starts that are left to each."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from graphlib import CycleError, TopologicalSorter
from typing import TYPE_CHECKING, TypeAlias

from wgsched.planning.axes import Stretch

if TYPE_CHECKING:
    from wgsched.planning.desk import Desk

Left: TypeAlias = dict[str, tuple[Stretch, ...]]
"""The starts that are left to one instalment, by forum; empty when none is."""

Reach: TypeAlias = dict[str, Left]
"""The starts that are left to instalments, by key."""

Pair: TypeAlias = tuple[str, str]
"""The keys of two instalments, the first of which is concluded before the second is opened."""


def in_order(pairs: Iterable[Pair]) -> list[str]:
    """Return the instalments in an order that keeps these pairs.

    Raises:
        CycleError: each waits for another in a ring; its second argument names the ring.
    """
    return list(_sorter(pairs).static_order())


def ring(pairs: Iterable[Pair]) -> list[str]:
    """Return instalments that wait for each other in a ring, or nothing."""
    try:
        _sorter(pairs).prepare()
    except CycleError as error:
        return list(error.args[1])
    return []


def _sorter(pairs: Iterable[Pair]) -> TopologicalSorter[str]:
    sorter: TopologicalSorter[str] = TopologicalSorter()
    for earlier, later in pairs:
        sorter.add(later, earlier)
    return sorter


def related(keys: Iterable[str], pairs: Sequence[Pair]) -> frozenset[str]:
    """Return these instalments and all that come before or after one of them, directly or not."""
    after: dict[str, list[str]] = {}
    for one, other in pairs:
        after.setdefault(one, []).append(other)
        after.setdefault(other, []).append(one)
    found, open_ = set(keys), list(keys)
    while open_:
        fresh = [key for key in after.get(open_.pop(), ()) if key not in found]
        found.update(fresh)
        open_ += fresh
    return frozenset(found)


def gathered(key: str, pairs: Sequence[Pair]) -> list[str]:
    """Return an instalment and all that come before it, directly or not."""
    found = {key}
    while more := {one for one, other in pairs if other in found and one not in found}:
        found |= more
    return sorted(found)


def narrowed(desk: Desk, reach: Reach, pairs: Sequence[Pair]) -> Reach:
    """Return what is left when the order of these pairs, of which none are in a ring, is kept.

    Only pairs of one forum narrow anything. When an instalment is left with nothing, the rest is not looked at.
    """
    left = dict(reach)
    place = {key: index for index, key in enumerate(in_order(pairs))}
    here = sorted({pair for pair in pairs if _in_one_forum(left, *pair)}, key=lambda pair: place[pair[0]])
    for earlier, later in here:
        soonest = min(each.low for each in _only(left[earlier])) + desk.wants[earlier].ticks(desk.clock)
        left[later] = _kept(left[later], low=soonest)
        if not left[later]:
            return left
    for earlier, later in sorted(here, key=lambda pair: -place[pair[1]]):
        latest = max(each.high for each in _only(left[later])) - desk.wants[earlier].ticks(desk.clock)
        left[earlier] = _kept(left[earlier], high=latest)
        if not left[earlier]:
            return left
    return left


def _in_one_forum(left: Mapping[str, Mapping[str, object]], earlier: str, later: str) -> bool:
    return earlier in left and later in left and len(left[earlier]) == 1 and left[earlier].keys() == left[later].keys()


def _only(left: Left) -> tuple[Stretch, ...]:
    return next(iter(left.values()))


def _kept(left: Left, low: int | None = None, high: int | None = None) -> Left:
    """Return the starts of the one forum that are not before ``low`` and not after ``high``."""
    [(forum, stretches)] = left.items()
    cut = (
        replace(each, low=max(each.low, low or 0), high=each.high if high is None else min(each.high, high))
        for each in stretches
    )
    found = tuple(each for each in cut if each.low <= each.high)
    return {forum: found} if found else {}

"""What the order of items takes from the starts that are left to each."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from graphlib import CycleError, TopologicalSorter
from typing import TypeAlias

from wgsched.planning.model.axes import FAR, StartRange
from wgsched.planning.model.desk import SolverDesk

Left: TypeAlias = dict[str, tuple[StartRange, ...]]
"""The starts that are left to one instalment, by forum; empty when none is."""

Reach: TypeAlias = dict[str, Left]
"""The starts that are left to instalments, by key."""

Pair: TypeAlias = tuple[str, str]
"""The keys of two instalments, the first of which is concluded before the second is opened."""


def topological_order(pairs: Iterable[Pair]) -> list[str]:
    """Return the instalments in an order that keeps these pairs.

    Raises:
        CycleError: each waits for another in a ring; its second argument names the ring.
    """
    return list(_sorter(pairs).static_order())


def cycle(pairs: Iterable[Pair]) -> list[str]:
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
    return _reached(keys, lambda key: after.get(key, ()))


def predecessors(key: str, pairs: Sequence[Pair]) -> list[str]:
    """Return an instalment and all that come before it, directly or not."""
    return sorted(_reached([key], lambda later: [one for one, other in pairs if other == later]))


def _reached(keys: Iterable[str], nexts: Callable[[str], Iterable[str]]) -> frozenset[str]:
    """Return these keys and all that are reached from one of them, step by step."""
    reached, waiting = set(keys), list(keys)
    while waiting:
        fresh = set(nexts(waiting.pop())) - reached
        reached |= fresh
        waiting += fresh
    return frozenset(reached)


Causes: TypeAlias = dict[tuple[str, int], str]
"""Which other instalment last took starts from one: those too soon (0), or those too late (1)."""


def propagated(desk: SolverDesk, reach: Reach, pairs: Sequence[Pair], causes: Causes | None = None) -> Reach:
    """Return what is left when the order of these pairs, of which none are in a ring, is kept; note what caused it.

    Only pairs of one forum narrow anything. When an instalment is left with nothing, the rest is not looked at.
    """
    noted = {} if causes is None else causes
    left = dict(reach)
    rank = {key: index for index, key in enumerate(topological_order(pairs))}
    here = sorted({pair for pair in pairs if _in_one_forum(left, *pair)}, key=lambda pair: rank[pair[0]])
    for earlier, later in here:
        soonest = min(each.low for each in _only(left[earlier])) + desk.required[earlier].ticks(desk.clock)
        if min(each.low for each in _only(left[later])) < soonest:
            noted[later, 0] = earlier
            left[later] = _kept(left[later], low=soonest)
        if not left[later]:
            return left
    for earlier, later in sorted(here, key=lambda pair: -rank[pair[1]]):
        latest = max(each.high for each in _only(left[later])) - desk.required[earlier].ticks(desk.clock)
        if max(each.high for each in _only(left[earlier])) > latest:
            noted[earlier, 1] = later
            left[earlier] = _kept(left[earlier], high=latest)
        if not left[earlier]:
            return left
    return left


def causing(keys: Iterable[str], causes: Causes) -> frozenset[str]:
    """Return these instalments and all that took starts from one of them, directly or not."""
    return _reached(keys, lambda key: [causes[key, side] for side in (0, 1) if (key, side) in causes])


def _in_one_forum(left: Mapping[str, Mapping[str, object]], earlier: str, later: str) -> bool:
    return earlier in left and later in left and len(left[earlier]) == 1 and left[earlier].keys() == left[later].keys()


def _only(left: Left) -> tuple[StartRange, ...]:
    return next(iter(left.values()))


def _kept(left: Left, low: int = -FAR, high: int = FAR) -> Left:
    """Return the starts of the one forum that are not before ``low`` and not after ``high``."""
    [(forum, start_ranges)] = left.items()
    kept = tuple(cut for each in start_ranges for cut in each.cut(low, high))
    return {forum: kept} if kept else {}

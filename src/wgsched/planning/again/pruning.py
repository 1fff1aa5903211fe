"""Once the fewest changes are known, most items can only stay: which starts are left to each.

It is known how many items change meetings, and how much all changes weigh together. If the lightest items are the ones
that move, some of that weight is left over: it is the most that any other change can weigh. An item that weighs more
is neither moved nor retimed. And an item that takes the hours of others that cannot be retimed makes these change
meetings too.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from wgsched.planning.again.changes import WEIGHTS, Before, published_at
from wgsched.planning.model.desk import SolverDesk
from wgsched.planning.model.placements.fixed import FixedPlacement


def prune_starts(desk: SolverDesk, before: Mapping[str, Before], moved: int, weight: int) -> None:
    """Leave to the desk only the starts with which ``moved`` items change meetings and all changes weigh ``weight``."""
    items = {key: _item(desk, key, each) for key, each in before.items() if key in desk.placements}
    moves = sorted(each.move for each in items.values())[:moved]
    spare = weight - sum(moves)
    limits = _Limits(moved, spare, spare + moves[-1] if moves else -1)
    for key in desk.placements:
        placement, item = _only(desk, key), items.get(key)
        if placement:
            others = [each for each in items.values() if each is not item and limits.pins(desk, each, placement)]
            placement.keep_to([*limits.left(placement, item, others)])


@dataclass(frozen=True)
class _Item:
    """What was published: where it starts when it stays, and what it weighs, at the least, to move or to retime it."""

    meetings: tuple[str, ...]
    forum: str
    ticks: int
    start: int | None
    move: int
    retime: int


def _only(desk: SolverDesk, key: str) -> FixedPlacement | None:
    """Return the one placement of an instalment, where its start says all; none of what may be left out."""
    if key in desk.taken:
        return None
    first, *more = desk.placements[key]
    return first if isinstance(first, FixedPlacement) and not more else None


def _item(desk: SolverDesk, key: str, before: Before) -> _Item:
    placement = _only(desk, key)
    at = published_at(desk, placement, before) if placement else None
    moved = WEIGHTS["moved"] * before.concern
    retimed = WEIGHTS["retimed"] * before.concern
    if placement is None or at is None:
        return _Item(before.meetings, "", 0, None, moved, retimed)
    start = at[0].at + at[1]
    stays = all(meetings == before.meetings for low, high, meetings in placement.allowed() if low <= start <= high)
    return _Item(before.meetings, placement.axis.forum, placement.ticks, start, moved + retimed * stays, retimed)


@dataclass(frozen=True)
class _Limits:
    """How many items change meetings, what is to spare for retiming, and the dearest move there can be."""

    moved: int
    spare: int
    dearest: int

    def pins(self, desk: SolverDesk, item: _Item, placement: FixedPlacement) -> bool:
        """Return whether an item changes meetings when it gives its published hours to what is placed here."""
        here = item.forum == placement.axis.forum and item.forum in desk.singly
        return here and item.start is not None and item.retime > self.spare

    def left(self, placement: FixedPlacement, item: _Item | None, others: Sequence[_Item]) -> Iterator[tuple[int, int]]:
        """Yield the starts, from one to another, that are left to an instalment beside others."""
        opens = sorted(each.start for each in others if each.start is not None)
        closes = sorted(each.start + each.ticks for each in others if each.start is not None)
        for low, high, meetings in placement.allowed():
            stays = item is None or meetings == item.meetings
            if item and item.start is not None and low <= item.start <= high:
                yield item.start, item.start
            if item is None or self._free(item, stays=stays):
                runs = _taking(opens, closes, placement.ticks, low, high)
                yield from ((first, last) for first, last, away in runs if away + (not stays) <= self.moved)

    def _free(self, item: _Item, *, stays: bool) -> bool:
        """Return whether it can be elsewhere than it was published, in its meetings or not."""
        return (item.start is None or item.retime <= self.spare) if stays else item.move <= self.dearest


def _taking(
    opens: Sequence[int], closes: Sequence[int], ticks: int, low: int, high: int
) -> Iterator[tuple[int, int, int]]:
    """Yield the starts between two in runs, with the number of others whose hours so many ticks from there take."""
    while low <= high:
        over, begun = bisect_right(closes, low), bisect_left(opens, low + ticks)
        changes = [high + 1, *closes[over : over + 1], *(edge - ticks + 1 for edge in opens[begun : begun + 1])]
        yield low, min(changes) - 1, begun - over
        low = min(changes)

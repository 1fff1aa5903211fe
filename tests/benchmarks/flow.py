"""Minutes-flow: how many minutes of each task lie in each piece of a meeting.

Meetings are cut where a task may begin or must be over, so that inside a piece the order is free but for those that
wait for each other. Exact for one forum whose meetings are all held. For several, two tasks that cannot be taken up at
once share no piece of the clock, which asks too much, so that neither the bound nor a "no" holds for the session.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from tests.benchmarks.linear import Linear
from tests.benchmarks.puzzle import Puzzle, Slot, Task


@dataclass(frozen=True)
class Piece:
    """Part of a slot: from which of its ticks, and how many."""

    slot: Slot
    index: int
    low: int
    length: int

    @property
    def at(self) -> int:
        return self.slot.at + self.low

    @property
    def opens(self) -> int:
        return self.slot.opens + self.low


@dataclass(frozen=True)
class Shares:
    """The variables of a task, by piece: ticks, there at all, begins there, goes on in the next piece."""

    ticks: dict[int, int]
    there: dict[int, int]
    begins: dict[int, int]
    goes_on: dict[int, int]
    place: int
    divided: int


class Flow:
    """The model, and how its values are read."""

    def __init__(self, puzzle: Puzzle) -> None:
        self.puzzle, self.model = puzzle, Linear()
        self.exact = len(puzzle.forums) == 1 and puzzle.teams is None
        self.pieces = {forum: list(_pieces(puzzle, forum)) for forum in puzzle.forums}
        self.most = max(piece.length for some in self.pieces.values() for piece in some)
        self.held: dict[str, int] = {}
        self.flows = {task.key: self._task(task, self.pieces[task.forum]) for task in puzzle.tasks.values()}
        self._hold()
        for forum in puzzle.forums:
            self._fill(forum)
            self._closing(forum)
        for earlier, later in puzzle.pairs:
            self._before(earlier, later)
        for one, other in puzzle.clashes():
            self._apart(one, other)
        for earlier, later in puzzle.neighbours:
            self._inverted(earlier, later)
        for key, day in puzzle.days:
            self._elsewhere(puzzle.tasks[key], day)

    def _task(self, task: Task, pieces: list[Piece]) -> Shares:
        model = self.model
        allowed = [p for p in pieces if task.opens <= p.opens and p.opens + p.length <= task.closes]
        ticks = {p.index: model.variable(high=min(task.ticks, p.length)) for p in allowed}
        there, begins = ({p.index: model.variable() for p in allowed} for _ in range(2))
        may_divide = not task.whole and task.ticks >= 2 * self.puzzle.shortest
        goes_on = {
            p.index: model.variable()
            for p in allowed
            if p.index + 1 in ticks and (may_divide or pieces[p.index + 1].slot is p.slot)
        }
        flow = Shares(ticks, there, begins, goes_on, model.variable(high=self.most), model.variable())
        model.row((1, begins.values()), low=1, high=1)
        model.row((1, ticks.values()), low=task.ticks, high=task.ticks)
        for piece in allowed:
            self._put(task, pieces, piece, flow)
        model.row((1, goes_on.values()), (-1, (flow.divided,)), low=0)
        model.row((1, (flow.place,)), (-self.most, (flow.divided,)), low=0)
        model.row((1, (flow.place,)), (-1, (flow.divided,)), high=self.most - 1)
        return flow

    def _put(self, task: Task, pieces: list[Piece], piece: Piece, flow: Shares) -> None:
        model, n = self.model, piece.index
        before, after = ([flow.goes_on[m]] if m in flow.goes_on else [] for m in (n - 1, n))
        model.row((1, (flow.there[n],)), (-1, (flow.begins[n],)), (-1, before), low=0, high=0)
        model.row((1, after), (-1, (flow.there[n],)), high=0)
        model.row((1, after), (-1, (flow.divided,)), high=0)
        model.row((1, (flow.ticks[n],)), (-min(task.ticks, piece.length), (flow.there[n],)), high=0)
        model.row((1, (flow.ticks[n],)), (-1, (flow.there[n],)), low=0)
        if before and after:
            model.row((1, (flow.ticks[n],)), (-piece.length, before), (-piece.length, after), low=-piece.length)
        if task.ticks >= 2 * self.puzzle.shortest:
            together = [flow.ticks[p.index] for p in pieces if p.slot is piece.slot and p.index in flow.ticks]
            model.row((1, together), (-self.puzzle.shortest, (flow.there[n],)), low=0)
        if after and pieces[n + 1].slot is not piece.slot and self.puzzle.fits_one(task):
            model.costs(after[0], self.puzzle.weights.get("divided", 0))

    def _hold(self) -> None:
        if self.puzzle.teams is None:
            return
        slots = [slot for some in self.puzzle.slots.values() for slot in some]
        self.held = {slot.key: self.model.variable() for slot in slots}
        for _, together in groupby(sorted(slots, key=lambda slot: slot.opens), key=lambda slot: slot.opens):
            self.model.row((1, (self.held[slot.key] for slot in together)), high=self.puzzle.teams)

    def _fill(self, forum: str) -> None:
        flows = [self.flows[task.key] for task in self.puzzle.of(forum)]
        for piece in self.pieces[forum]:
            n = piece.index
            ticks = [flow.ticks[n] for flow in flows if n in flow.ticks]
            if piece.slot.key in self.held:
                self.model.row((1, ticks), (-piece.length, (self.held[piece.slot.key],)), high=0)
            else:
                self.model.row((1, ticks), high=piece.length)
            self.model.row((1, [flow.goes_on[n] for flow in flows if n in flow.goes_on]), high=1)

    def _until(self, some: dict[int, int], index: int) -> list[int]:
        return [variable for n, variable in some.items() if n <= index]

    def _before(self, earlier: str, later: str) -> None:
        one, other = self.flows[earlier], self.flows[later]
        for n in other.begins:
            self.model.row(  # begun here or before, only when the earlier is concluded here or before
                (1, self._until(other.begins, n)),
                (-1, self._until(one.begins, n)),
                (1, [one.goes_on[n]] if n in one.goes_on else []),
                high=0,
            )
        self._in_order(one, other, None)

    def _in_order(self, one: Shares, other: Shares, unless: int | None) -> None:
        """Where both begin in one piece, the one comes first."""
        large = self.most + 1
        for n in one.begins.keys() & other.begins.keys():
            self.model.row(
                (1, (other.place,)),
                (-1, (one.place,)),
                (-large, (one.begins[n], other.begins[n])),
                (large, () if unless is None else (unless,)),
                low=1 - 2 * large,
            )

    def _inverted(self, earlier: str, later: str) -> None:
        inverted = self.model.variable()
        self.model.costs(inverted, self.puzzle.weights.get("agenda-order-kept", 0))
        one, other = self.flows[earlier], self.flows[later]
        for n in other.begins:
            begun = self._until(other.begins, n), self._until(one.begins, n)
            self.model.row((1, begun[0]), (-1, begun[1]), (-1, (inverted,)), high=0)
        self._in_order(one, other, inverted)

    def _apart(self, one: str, other: str) -> None:
        for here in self._allowed(one):
            for there in self._allowed(other):
                if here.opens < there.opens + there.length and there.opens < here.opens + here.length:
                    both = self.flows[one].there[here.index], self.flows[other].there[there.index]
                    self.model.row((1, both), high=1)

    def _allowed(self, key: str) -> list[Piece]:
        return [piece for piece in self.pieces[self.puzzle.tasks[key].forum] if piece.index in self.flows[key].there]

    def _elsewhere(self, task: Task, day: str) -> None:
        wrong = self.model.variable()
        self.model.costs(wrong, self.puzzle.weights.get("preferred-day", 0))
        for piece in self._allowed(task.key):
            if piece.slot.day != day:
                self.model.row((1, (self.flows[task.key].there[piece.index],)), (-1, (wrong,)), high=0)

    def _closing(self, forum: str) -> None:
        """Count what is free before the last business ends: its end, less what lies before it."""
        free = self.model.variable(high=self.puzzle.slots[forum][-1].end)
        self.model.costs(free, self.puzzle.weights.get("dead-time", 0) * self.puzzle.tick)
        business = self.puzzle.business(forum)
        needed = sum(task.ticks for task in business)
        flows = [self.flows[task.key] for task in business]
        for piece in self.pieces[forum]:
            here = [flow for flow in flows if piece.index in flow.there]
            used = self.model.variable()
            for flow in here:
                self.model.row((1, (used,)), (-1, (flow.there[piece.index],)), low=0)
            ticks = [flow.ticks[piece.index] for flow in here]
            self.model.row((1, (free,)), (-1, ticks), (-piece.at, (used,)), low=-needed)

    def parts(self, values: list[int]) -> dict[str, list[tuple[int, int, int]]]:
        """Return where each task was put: what goes on from before first, what goes on after at the very end."""
        found: dict[str, list[tuple[int, int, int]]] = {task: [] for task in self.puzzle.tasks}
        for forum, pieces in self.pieces.items():
            for piece in pieces:
                self._lay(piece, [task.key for task in self.puzzle.of(forum)], values, found)
        return found

    def _lay(
        self, piece: Piece, keys: list[str], values: list[int], found: dict[str, list[tuple[int, int, int]]]
    ) -> None:
        n = piece.index
        here = [key for key in keys if values[self.flows[key].there.get(n, -1)] and n in self.flows[key].there]
        here.sort(key=lambda key: (values[self.flows[key].begins[n]], values[self.flows[key].place]))
        at = piece.low
        for key in here:
            flow = self.flows[key]
            ticks = values[flow.ticks[n]]
            if n in flow.goes_on and values[flow.goes_on[n]]:
                at = piece.low + piece.length - ticks
            _join(found[key], piece.slot.index, at, at + ticks)
            at += ticks


def _join(parts: list[tuple[int, int, int]], index: int, low: int, high: int) -> None:
    if parts and parts[-1][0] == index and parts[-1][2] == low:
        low = parts.pop()[1]
    parts.append((index, low, high))


def _pieces(puzzle: Puzzle, forum: str) -> Iterator[Piece]:
    moments = {moment for task in puzzle.of(forum) for moment in (task.opens, task.closes)}
    index = 0
    for slot in puzzle.slots[forum]:
        inner = sorted(moment - slot.opens for moment in moments if slot.opens < moment < slot.closes)
        for low, high in zip([0, *inner], [*inner, slot.length], strict=True):
            yield Piece(slot, index, low, high - low)
            index += 1

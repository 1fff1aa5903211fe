"""Time-indexed: a variable for each task and each place where it can begin.

Exact for sessions whose meetings are all held. Where some may not be, a task that is divided goes on in the very next
meeting of its forum, so that neither the bound nor a "no" holds for the session itself.
"""

from __future__ import annotations

from itertools import groupby

from tests.benchmarks.linear import Linear
from tests.benchmarks.puzzle import Put, Puzzle, Task


class Indexed:
    """The model, and how its values are read."""

    def __init__(self, puzzle: Puzzle) -> None:
        self.puzzle, self.model = puzzle, Linear()
        self.exact = puzzle.teams is None
        self.puts: dict[str, list[tuple[Put, int]]] = {
            task.key: [(put, self.model.variable()) for put in puzzle.puts(task)] for task in puzzle.tasks.values()
        }
        for some in self.puts.values():
            self.model.row((1, (y for _, y in some)), low=1, high=1)
        self._held()
        self._one_at_a_time()
        for earlier, later in puzzle.pairs:
            self._before(earlier, later)
        for clique in puzzle.cliques:
            self._apart(clique)
        self._continuations()
        for earlier, later in puzzle.neighbours:
            self._inverted(earlier, later)
        for key, day in puzzle.days:
            self._elsewhere(puzzle.tasks[key], day)
        for forum in puzzle.forums:
            self._closing(forum)

    def parts(self, values: list[int]) -> dict[str, list[tuple[int, int, int]]]:
        """Return where each task was put."""
        return {key: next(list(put.parts) for put, y in some if values[y] == 1) for key, some in self.puts.items()}

    def _held(self) -> None:
        """No more meetings at once than there are teams."""
        self.held: dict[str, int] = {}
        slots = [slot for some in self.puzzle.slots.values() for slot in some]
        if self.puzzle.teams is None:
            return
        self.held = {slot.key: self.model.variable() for slot in slots}
        for _, together in groupby(sorted(slots, key=lambda slot: slot.opens), key=lambda slot: slot.opens):
            self.model.row((1, (self.held[slot.key] for slot in together)), high=self.puzzle.teams)

    def _one_at_a_time(self) -> None:
        for forum, slots in self.puzzle.slots.items():
            using: dict[int, list[int]] = {at: [] for at in range(slots[-1].end)}
            for task in self.puzzle.of(forum):
                for put, y in self.puts[task.key]:
                    for at in range(put.start, put.start + task.ticks):
                        using[at].append(y)
            for slot in slots:
                for at in range(slot.at, slot.end):
                    if slot.key in self.held:
                        self.model.row((1, using[at]), (-1, (self.held[slot.key],)), high=0)
                    else:
                        self.model.row((1, using[at]), high=1)

    def _before(self, earlier: str, later: str) -> None:
        terms = [(put.start, (y,)) for put, y in self.puts[later]]
        ticks = self.puzzle.tasks[earlier].ticks
        if self.puzzle.tasks[earlier].forum == self.puzzle.tasks[later].forum:
            terms += [(-put.start - ticks, (y,)) for put, y in self.puts[earlier]]
        else:
            terms = [(put.opens, (y,)) for put, y in self.puts[later]]
            terms += [(-put.closes, (y,)) for put, y in self.puts[earlier]]
        self.model.row(*terms, low=0)

    def _apart(self, clique: tuple[str, ...]) -> None:
        using: dict[int, list[int]] = {}
        for key in clique:
            slots = self.puzzle.slots[self.puzzle.tasks[key].forum]
            for put, y in self.puts[key]:
                for index, low, high in put.parts:
                    for moment in range(slots[index].opens + low, slots[index].opens + high):
                        using.setdefault(moment, []).append(y)
        for some in using.values():
            self.model.row((1, some), high=1)

    def _continuations(self) -> None:
        weight = self.puzzle.weights.get("divided", 0)
        for key, some in self.puts.items():
            for put, y in some:
                if len(put.parts) > 1 and self.puzzle.fits_one(self.puzzle.tasks[key]):
                    self.model.costs(y, weight * (len(put.parts) - 1))

    def _inverted(self, earlier: str, later: str) -> None:
        inverted = self.model.variable()
        self.model.costs(inverted, self.puzzle.weights.get("agenda-order-kept", 0))
        slots = self.puzzle.slots[self.puzzle.tasks[earlier].forum]
        length = slots[-1].end
        self.model.row(
            *((put.start, (y,)) for put, y in self.puts[later]),
            *((-put.start, (y,)) for put, y in self.puts[earlier]),
            (length, (inverted,)),
            low=0,
        )
        for slot in slots[1:]:
            first = [y for put, y in self.puts[earlier] if put.start < slot.at]
            second = [y for put, y in self.puts[later] if put.start < slot.at]
            self.model.row((1, second), (-1, first), (-1, (inverted,)), high=0)

    def _elsewhere(self, task: Task, day: str) -> None:
        slots = self.puzzle.slots[task.forum]
        for put, y in self.puts[task.key]:
            if any(slots[index].day != day for index, _, _ in put.parts):
                self.model.costs(y, self.puzzle.weights.get("preferred-day", 0))

    def _closing(self, forum: str) -> None:
        """Count what is free before the last business ends: its end, less what lies before it."""
        free = self.model.variable(high=self.puzzle.slots[forum][-1].end)
        self.model.costs(free, self.puzzle.weights.get("dead-time", 0) * self.puzzle.tick)
        business = self.puzzle.business(forum)
        needed = sum(task.ticks for task in business)
        for task in business:
            ends = [(put.start + task.ticks, (y,)) for put, y in self.puts[task.key]]
            self.model.row(*ends, (-1, (free,)), high=needed)

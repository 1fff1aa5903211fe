"""A placement that is left for entries at a fixed time, and goes on after them."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping, Sequence
from functools import cached_property

from ortools.sat.python import cp_model

from wgsched.model import Instalment
from wgsched.planning.model.axes import Axis, Segment, StartRange
from wgsched.planning.model.literals import Expression, Literal
from wgsched.planning.model.pauses import Pauses, inside_of, paused_in, skipped, stretches
from wgsched.planning.model.placements.fixed import FixedPlacement


class AroundPlacement(FixedPlacement):
    """An instalment on an axis whose meetings are all held; ``pauses`` are the times for which it can be left.

    Its variable is the start with a shift that tells which of the pauses are inside.
    """

    is_one_interval = False

    def __init__(
        self,
        model: cp_model.CpModel,
        instalment: Instalment,
        axis: Axis,
        starts: tuple[StartRange, ...],
        ticks: int,
        present: Literal,
        pauses: Pauses,
    ) -> None:
        super().__init__(model, instalment, axis, starts, ticks, present)
        self.pauses = pauses
        self.start = self.position - sum(shift * literal for shift, literal in self._by_shift.items())

    @cached_property
    def _by_shift(self) -> dict[int, Literal]:
        return self._by_value(lambda starts: starts.shift)

    @cached_property
    def left_for(self) -> dict[Pauses, Literal]:
        """Each run of pauses that can be inside, with a literal that is true when exactly these are."""
        return {inside_of(self.axis, self.pauses, shift)[1]: literal for shift, literal in self._by_shift.items()}

    @property
    def unknowns(self) -> dict[str, Expression]:
        """The variable that says where it is."""
        return {self.name: self.position}

    @cached_property
    def end(self) -> Expression:
        """Where it ends on the axis."""
        return self.start + self.ticks + sum(skipped(inside) * literal for inside, literal in self.left_for.items())

    @cached_property
    def intervals(self) -> tuple[cp_model.IntervalVar, ...]:
        """The times on the axis in which nothing else is taken up: not the pauses."""
        return tuple(each for shift, literal in self._by_shift.items() for each in self._intervals(shift, literal))

    def _intervals(self, shift: int, literal: Literal) -> Iterator[cp_model.IntervalVar]:
        start, (_, inside) = self.position - shift, inside_of(self.axis, self.pauses, shift)
        if not inside:
            yield self.model.new_optional_fixed_size_interval_var(start, self.ticks, literal, "")
            return
        edges: list[Expression] = [
            start,
            *(edge for pause in inside for edge in pause),
            start + self.ticks + skipped(inside),
        ]
        for begin, end in zip(edges[::2], edges[1::2], strict=True):
            size = self.model.new_int_var(0, self.ticks, "")
            self.model.add(begin + size == end).only_enforce_if(literal)
            self.model.add(size == 0).only_enforce_if(~literal)
            yield self.model.new_optional_interval_var(begin, size, end, literal, "")

    def rows(self, values: Mapping[str, int], shut: Container[str]) -> Iterator[tuple[Segment, int, int]]:
        """Yield its rows by these values: one on each side of a pause."""
        start, inside = inside_of(self.axis, self.pauses, values[self.name])
        for begin, end in stretches(start, self.ticks, inside):
            yield from self.axis.parts(begin, end - begin, shut)

    def weighed(self, weights: Sequence[int]) -> Expression:
        """Return its ticks in each meeting times the weight of that meeting, without the pauses."""
        return sum(weights[segment.index] * self.part(segment)[1] for segment in self.reach)

    def part(self, segment: Segment) -> tuple[cp_model.IntervalVar, Expression]:
        """Return its part in a meeting as an interval of the clock, pauses included, and its ticks without them.

        It has no part in a meeting that a pause fills.
        """
        interval, size = super().part(segment)
        paused = ((paused_in(segment, inside), literal) for inside, literal in self.left_for.items())
        return interval, size - sum(ticks * literal for ticks, literal in paused if ticks < segment.length)

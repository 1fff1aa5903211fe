"""A placement that is left for entries at a fixed time, and goes on after them."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import pairwise

from ortools.sat.python import cp_model

from wgsched.model import Instalment
from wgsched.planning.model.axes import Axis, Segment, Span, StartRange
from wgsched.planning.model.literals import Expression, Literal
from wgsched.planning.model.pauses import inside_of, paused_in, runs, skipped
from wgsched.planning.model.placements.fixed import FixedPlacement


class AroundPlacement(FixedPlacement):
    """An instalment on an axis whose meetings are all held, with pauses: its start tells which of them are inside.

    ``pauses`` are the times on the axis for which it is left, in order.
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
        pauses: Sequence[Span],
    ) -> None:
        super().__init__(model, instalment, axis, starts, ticks, present)
        self.pauses = pauses

    def rows(self, values: Mapping[str, int], shut: Container[str]) -> Iterator[tuple[Segment, int, int]]:
        """Yield its rows by these values: one on each side of a pause."""
        for begin, end in runs(values[self.name], self.ticks, self.pauses):
            yield from self.axis.parts(begin, end - begin, shut)

    @cached_property
    def _inside(self) -> dict[tuple[Span, ...], Literal]:
        """Each run of pauses that can be inside, with a literal that is true when exactly these are."""
        return self._by_value(lambda starts: inside_of(starts, self.ticks, self.pauses))

    @cached_property
    def end(self) -> Expression:
        """Where it ends on the axis."""
        return self.start + self.ticks + sum(skipped(inside) * literal for inside, literal in self._inside.items())

    @cached_property
    def intervals(self) -> tuple[cp_model.IntervalVar, ...]:
        """The times on the axis in which nothing else is taken up: not the pauses."""
        return tuple(each for inside, literal in self._inside.items() for each in self._runs(inside, literal))

    def _runs(self, inside: tuple[Span, ...], literal: Literal) -> Iterator[cp_model.IntervalVar]:
        if not inside:
            yield self.model.new_optional_fixed_size_interval_var(self.start, self.ticks, literal, "")
            return
        begins, ends = inside[0][0], inside[-1][1]
        yield self._between(self.start, begins, literal)
        for (_, ended), (begun, _) in pairwise(inside):
            if ended < begun:
                yield self.model.new_optional_fixed_size_interval_var(ended, begun - ended, literal, "")
        yield self._between(ends, self.start + self.ticks + skipped(inside), literal)

    def _between(self, begins: Expression, ends: Expression, literal: Literal) -> cp_model.IntervalVar:
        size = self.model.new_int_var(1, self.ticks, "")
        self.model.add(begins + size == ends).only_enforce_if(literal)
        return self.model.new_optional_interval_var(begins, size, ends, literal, "")

    def part(self, segment: Segment) -> tuple[cp_model.IntervalVar, Expression]:
        """Return its part in a meeting as an interval of the clock, pauses included, and its ticks without them."""
        interval, size = super().part(segment)
        return interval, size - sum(paused_in(segment, inside) * literal for inside, literal in self._inside.items())

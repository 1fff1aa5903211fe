"""A placement on an axis whose meetings are all held: the start says everything."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from functools import cached_property
from typing import Any

from ortools.sat.python import cp_model

from wgsched.model import Instalment
from wgsched.planning.model.axes import Axis, Segment, Span, StartRange, inside, touching
from wgsched.planning.model.literals import Expression, Literal, given, once
from wgsched.planning.model.placements.placement import Placement


class FixedPlacement(Placement):
    """An instalment whose allowed starts were found before any variable was made.

    What rules and preferences ask about it is not modelled again: literals are tied to groups of its starts.
    """

    def __init__(
        self,
        model: cp_model.CpModel,
        instalment: Instalment,
        axis: Axis,
        starts: tuple[StartRange, ...],
        ticks: int,
        present: Literal,
    ) -> None:
        super().__init__(model, instalment, axis, ticks, present)
        self._starts = starts
        self.earliest = starts[0].low
        self.position = model.new_int_var_from_domain(_domain(starts), self.name)
        self.start = self.position
        self.interval = model.new_optional_fixed_size_interval_var(self.start, ticks, present, self.name)
        touched = {segment.index for each in starts for segment in axis.touched(each)}
        self.reach = tuple(axis.segments[index] for index in sorted(touched))

    def _by_value(self, value: Callable[[StartRange], Hashable]) -> dict[Any, Literal]:
        """Return a literal for each value that the start can imply; the true one is that of the start."""
        groups: dict[Any, list[StartRange]] = {}
        for each in self._starts:
            groups.setdefault(value(each), []).append(each)
        if len(groups) == 1:
            return dict.fromkeys(groups, self.present)
        if len(groups) == 2 and self.present is True:  # one variable and its contrary do, and need no row to tie them
            first, second = groups
            literal = self.model.new_bool_var("")
            literals: dict[Any, Literal] = {first: literal, second: ~literal}
        else:
            literals = {key: self.model.new_bool_var("") for key in groups}
            if self.present is True:
                self.model.add_exactly_one(literals.values())
            else:
                self.model.add(sum(literals.values()) == self.present)
        for key, literal in literals.items():
            self.model.add_linear_expression_in_domain(self.position, _domain(groups[key])).only_enforce_if(literal)
        return literals

    def _one_of(self, starts: Iterable[StartRange]) -> Literal:
        """Return a literal that is true when the start is one of these, and the placement is present."""
        inner = _domain(starts)
        outer = _domain(self._starts).intersection_with(inner.complement())
        if inner.is_empty():
            return False
        if outer.is_empty():
            return self.present
        literal = self.model.new_bool_var("")
        self.model.add_linear_expression_in_domain(self.position, inner).only_enforce_if(literal)
        self.model.add_linear_expression_in_domain(self.position, outer).only_enforce_if(given(~literal, self.present))
        if self.present is not True:
            self.model.add_implication(literal, self.present)
        return literal

    def allowed(self) -> Iterator[tuple[int, int, tuple[str, ...]]]:
        """Yield the allowed starts, from one to another, with the meetings, by key, in which it then has a row."""
        for each in self._starts:
            yield each.low, each.high, self._meetings(each)

    def keep_to(self, starts: Sequence[tuple[int, int]]) -> None:
        """Allow no other starts than these, from one to another."""
        self.model.add_linear_expression_in_domain(self.start, cp_model.Domain.from_intervals([*map(list, starts)]))

    def begins_in(self, segment: Segment) -> Literal:
        """Return whether it is opened in this meeting."""
        return self._firsts.get(segment.index, False)

    @cached_property
    def _firsts(self) -> dict[int, Literal]:
        return self._by_value(lambda starts: starts.first)

    def opened_from(self, tick: int) -> Literal:
        """Return whether it is opened in a meeting that opens at this tick of the clock or later."""
        return self._one_of(each for each in self._starts if self.axis.segments[each.first].opens >= tick)

    def ends_in(self, segment: Segment) -> Literal:
        """Return whether it is concluded in this meeting."""
        return self._lasts.get(segment.index, False)

    @cached_property
    def _lasts(self) -> dict[int, Literal]:
        return self._by_value(lambda starts: starts.last)

    @once
    def touches(self, segment: Segment) -> Literal:
        """Return whether it has a row in this meeting."""
        return self._by_value(lambda starts: starts.touches(segment.index)).get(True, False)

    def offset(self, segment: Segment) -> int:
        """Return what turns a tick of the axis into one of the clock."""
        return segment.offset

    def until(self) -> Expression:
        """Return where it ends: all meetings are held."""
        return self.end

    @once
    def continuations(self) -> Expression:
        """Return how many rows follow the first."""
        return sum(number * literal for number, literal in self._by_value(self._rows_after_first).items())

    def _rows_after_first(self, starts: StartRange) -> int:
        return len(self.axis.touched(starts)) - 1

    def weighed(self, weights: Sequence[int]) -> Expression:
        """Return its ticks in each meeting times the weight of that meeting, from groups of its starts."""
        groups = self._by_value(lambda starts: (starts.first, starts.last))
        divided = {ends: literal for ends, literal in groups.items() if ends[0] < ends[1]}
        whole = sum(self.ticks * weights[first] * literal for (first, last), literal in groups.items() if first == last)
        if not divided:
            return whole
        parts = self.model.new_int_var(0, self.ticks * max(weights), "")
        self.model.add(parts <= self.ticks * max(weights) * sum(divided.values()))
        for (first, last), literal in divided.items():
            begins, ends = self.axis.segments[first], self.axis.segments[last]
            between = sum(weights[each.index] * each.length for each in self.axis.segments[first + 1 : last])
            outer = weights[first] * (begins.end - self.start) + weights[last] * (self.end - ends.at)
            self._when([literal], parts <= outer + between)
        return whole + parts

    @once
    def inside(self, spans: tuple[Span, ...]) -> Literal:
        """Return whether every row is inside one of these spans of the clock."""
        return self._one_of(inside(self.axis, self.ticks, self._starts, spans))

    @once
    def meets(self, span: Span) -> Literal:
        """Return whether it has a row that shares time with this span of the clock."""
        return self._one_of(touching(self.axis, self.ticks, self._starts, span))

    @once
    def starts_at(self, segment: Segment, tick: int) -> Literal:
        """Return whether it is opened so many ticks after a meeting opens."""
        at = segment.at + tick
        return self._one_of(cut for each in self._starts for cut in each.cut(at, at))

    @once
    def same_meetings(self, keys: tuple[str, ...]) -> list[Literal]:
        """Return literals that are all true exactly when it has a row in each of these meetings and in no other."""
        return [self._one_of(each for each in self._starts if self._meetings(each) == keys)]

    def _meetings(self, starts: StartRange) -> tuple[str, ...]:
        return tuple(segment.meeting.key for segment in self.axis.touched(starts))


def _domain(starts: Iterable[StartRange]) -> cp_model.Domain:
    return cp_model.Domain.from_intervals([[each.low + each.shift, each.high + each.shift] for each in starts])

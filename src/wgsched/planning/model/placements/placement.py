"""Where an instalment may be taken up: a start on one forum's axis, and what follows from it."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Container, Iterator, Mapping, Sequence
from functools import cached_property
from typing import Any

from ortools.sat.python import cp_model

from wgsched.model import Instalment
from wgsched.planning.model.axes import Axis, Segment, Span
from wgsched.planning.model.literals import Expression, Literal, either, given, negated, once


class Placement(ABC):
    """One instalment on one axis: its start, and literals that say what the start implies.

    ``present`` is true when the instalment is taken up on this axis; one without an alternative is always present.
    Starts and ends on one axis can be compared; those of different axes only as moments of the clock.
    """

    start: Expression
    interval: cp_model.IntervalVar
    earliest: int
    reach: tuple[Segment, ...]
    is_one_interval = True
    """Whether nothing comes between its rows, so that start and length tell all of them."""

    def __init__(
        self, model: cp_model.CpModel, instalment: Instalment, axis: Axis, ticks: int, present: Literal
    ) -> None:
        self.model, self.instalment, self.axis, self.ticks, self.present = model, instalment, axis, ticks, present
        self.name = f"{instalment.key}@{axis.forum}"

    @property
    def end(self) -> Expression:
        """Where it ends on the axis."""
        return self.start + self.ticks

    @property
    def intervals(self) -> tuple[cp_model.IntervalVar, ...]:
        """The times on the axis in which nothing else is taken up."""
        return (self.interval,)

    @property
    def unknowns(self) -> dict[str, Expression]:
        """The variables that say where it is, by a name that no other placement has."""
        return {self.name: self.start}

    def rows(self, values: Mapping[str, int], shut: Container[str]) -> Iterator[tuple[Segment, int, int]]:
        """Yield the meetings in which it has a row, and from and to which tick after each opens, by these values."""
        yield from self.axis.parts(values[self.name], self.ticks, shut)

    def row(self, segment: Segment) -> tuple[Expression, Expression]:  # noqa: ARG002
        """Return from where to where on the axis its row in a meeting is, and with it the rows that it runs on to."""
        return self.start, self.end

    @abstractmethod
    def begins_in(self, segment: Segment) -> Literal:
        """Return whether it is opened in this meeting."""

    @abstractmethod
    def ends_in(self, segment: Segment) -> Literal:
        """Return whether it is concluded in this meeting."""

    @abstractmethod
    def touches(self, segment: Segment) -> Literal:
        """Return whether it has a row in this meeting."""

    def opened_from(self, tick: int) -> Literal:
        """Return whether it is opened in a meeting that opens at this tick of the clock or later."""
        return either(self.model, [self.begins_in(segment) for segment in self.reach if segment.opens >= tick])

    @abstractmethod
    def offset(self, segment: Segment) -> Expression:
        """Return what turns a tick of the axis into one of the clock, in this meeting."""

    @abstractmethod
    def until(self) -> Expression:
        """Return where it would end on the axis if all meetings were held."""

    @abstractmethod
    def continuations(self) -> Expression:
        """Return how many rows follow the first."""

    def weighed(self, weights: Sequence[int]) -> Expression:
        """Return its ticks in each meeting of the axis times the weight of that meeting; bound from above alone."""
        return sum(weights[segment.index] * self.part(segment)[1] for segment in self.reach)

    @abstractmethod
    def inside(self, spans: tuple[Span, ...]) -> Literal:
        """Return whether it is here, and every row inside one of these spans of the clock."""

    @once
    def meets(self, span: Span) -> Literal:
        """Return whether it has a row in a meeting that shares time with this span of the clock."""
        there = [s for s in self.reach if s.opens < span[1] and span[0] < s.closes]
        return either(self.model, [self.touches(segment) for segment in there])

    @once
    def starts_at(self, segment: Segment, tick: int) -> Literal:
        """Return whether it is opened so many ticks after a meeting opens: never true when it is not."""
        begins = self.begins_in(segment)
        if begins is False:
            return False
        literal = self.model.new_bool_var("")
        self.model.add_implication(literal, begins)
        self.model.add(self.start + self.offset(segment) == segment.opens + tick).only_enforce_if(literal)
        return literal

    @cached_property
    def opens(self) -> Expression:
        """When it is opened, in ticks of the clock."""
        return self._moment(self.begins_in, self.start)

    @cached_property
    def closes(self) -> Expression:
        """When it is concluded, in ticks of the clock."""
        return self._moment(self.ends_in, self.end)

    def _moment(self, which: Callable[[Segment], Literal], on_axis: Expression) -> Expression:
        literals = [(segment, which(segment)) for segment in self.reach]
        if all(isinstance(self.offset(segment), int) for segment in self.reach):
            return on_axis + sum(self.offset(segment) * literal for segment, literal in literals)
        moment = self.model.new_int_var(0, self.reach[-1].closes, "")
        for segment, literal in literals:
            self._when([literal], moment == on_axis + self.offset(segment))
        self._when([negated(self.present)], moment == 0)
        return moment

    @once
    def opens_by(self, segment: Segment, tick: int) -> Literal:
        """Return whether it is opened in this meeting, at most so many ticks after that opens; true only if it is."""
        begins = self.begins_in(segment)
        if begins is False:
            return False
        literal = self.model.new_bool_var("")
        self.model.add_implication(literal, begins)
        self.model.add(self.start + self.offset(segment) <= segment.opens + tick).only_enforce_if(literal)
        return literal

    def same_meetings(self, keys: tuple[str, ...]) -> list[Literal]:
        """Return literals that are all true exactly when it has a row in each of these meetings and in no other."""
        touched = [s for s in self.reach if s.meeting.key in keys]
        if len(touched) < len(keys):
            return [False]
        between = [s for s in self.reach if touched[0].index < s.index < touched[-1].index]
        rows = [self.touches(s) if s.meeting.key in keys else negated(self.touches(s)) for s in between]
        return [self.begins_in(touched[0]), self.ends_in(touched[-1]), *rows]

    @once
    def part(self, segment: Segment) -> tuple[cp_model.IntervalVar, Expression]:
        """Return its part in a meeting as an interval of the clock, and the ticks of that part (0 when it has none)."""
        model, low, high = self.model, segment.opens, segment.closes
        touches, begins, ends = self.touches(segment), self.begins_in(segment), self.ends_in(segment)
        opens, closes = model.new_int_var(low, high, ""), model.new_int_var(low, high, "")
        self._when([begins], opens == self.start + self.offset(segment))
        self._when([negated(begins)], opens == low)
        self._when([ends], closes == self.end + self.offset(segment))
        self._when([touches, negated(ends)], closes == high)
        self._when([negated(touches)], closes == low)
        size = model.new_int_var(0, segment.length, "")
        model.add(size == closes - opens)
        return model.new_optional_interval_var(opens, size, closes, touches, ""), size

    def _when(self, literals: Sequence[Literal], constraint: Any) -> None:
        if not any(literal is False for literal in literals):
            self.model.add(constraint).only_enforce_if(given(*literals))

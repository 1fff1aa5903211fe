"""A place on an axis some of whose meetings may not be held: what is not held takes no time."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from ortools.sat.python import cp_model

from wgsched.planning.model.axes import Axis, Sitting
from wgsched.planning.model.placements.placement import Expression, Literal, Place, Span, either, negated
from wgsched.planning.model.requirements import Wants

if TYPE_CHECKING:
    from wgsched.model import Meeting
    from wgsched.planning.model.axes import Clock

Ranges = Sequence[tuple[int, int]]


class HeldTime:
    """Which meetings of an axis are held, and where each then begins, when only held meetings take time."""

    def __init__(self, model: cp_model.CpModel, axis: Axis) -> None:
        self.axis = axis
        self.held: list[Literal] = [
            model.new_bool_var(f"{sitting.meeting.key} held") if sitting.meeting.optional else True
            for sitting in axis.sittings
        ]
        self.at: list[Expression] = [0]
        for sitting, held in zip(axis.sittings, self.held, strict=True):
            before = self.at[-1] + (sitting.length if held is True else sitting.length * held)
            self.at.append(before if isinstance(before, int) else self._place(model, sitting, before))

    def holds(self, meeting: Meeting) -> Literal:
        """Return whether a meeting is held."""
        return next((self.held[s.index] for s in self.axis.sittings if s.meeting.key == meeting.key), False)

    def _place(self, model: cp_model.CpModel, sitting: Sitting, before: Expression) -> Expression:
        at = model.new_int_var(0, sitting.end, "")
        model.add(at == before)
        return at


class Floating(Place):
    """An instalment that can run on over meetings that are not held; its start counts held time."""

    def __init__(self, model: cp_model.CpModel, wants: Wants, time: HeldTime, clock: Clock, present: Literal) -> None:
        super().__init__(model, wants.instalment, time.axis, wants.ticks(clock), present)
        self._time, self._wants, self._clock = time, wants, clock
        self.least = 0
        self.start = model.new_int_var(0, max(0, time.axis.length - self.ticks), self.name)
        self.interval = model.new_optional_fixed_size_interval_var(self.start, self.ticks, present, self.name)
        self.reach = tuple(sitting for sitting in time.axis.sittings if sitting.length)
        self._local = wants.local(time.axis, clock)
        self._whole = self._made(local.whole for local in self._local)
        self._first = self._made(local.first for local in self._local)
        self._last = self._made(local.last for local in self._local)
        self._choose()
        for sitting in self.reach:
            self._put(sitting)
        for key in wants.touching:
            rows = [self.touches(sitting) for sitting in self.reach if sitting.meeting.key == key]
            model.add_bool_or([*rows, negated(present)])

    def _made(self, ranges: Iterable[Ranges]) -> list[Literal]:
        return [self.model.new_bool_var("") if some else False for some in ranges]

    def _choose(self) -> None:
        self.model.add(sum(self._whole) + sum(self._first) == self.present)
        self.model.add(sum(self._first) == sum(self._last))

    def _put(self, sitting: Sitting) -> None:
        """Say what it means to be whole in this meeting, or divided with its first, last or a middle part there."""
        index = sitting.index
        model, local, held, at = self.model, self._local[index], self._time.held[index], self._time.at[index]
        places = ((self._whole, local.whole, self.start), (self._first, local.first, self.start))
        for literals, ranges, coordinate in (*places, (self._last, local.last, self.end)):
            literal = literals[index]
            if literal is not False:
                domain = cp_model.Domain.from_intervals([list(each) for each in ranges])
                model.add_linear_expression_in_domain(coordinate - at, domain).only_enforce_if(literal)
                if held is not True:
                    model.add_implication(literal, held)
        if self._last[index] is not False:
            model.add(sum(self._first[:index]) >= 1).only_enforce_if(self._last[index])
        if not local.middle and any(each is not False for each in self._first[:index]):
            model.add(sum(self._first[:index]) + sum(self._last[index + 1 :]) + held <= 2)

    def begins_in(self, sitting: Sitting) -> Literal:
        """Return whether it is opened in this meeting."""
        return self._of(sitting, "begins", self._first)

    def ends_in(self, sitting: Sitting) -> Literal:
        """Return whether it is concluded in this meeting."""
        return self._of(sitting, "ends", self._last)

    def _of(self, sitting: Sitting, name: str, divided: list[Literal]) -> Literal:
        both = [self._whole[sitting.index], divided[sitting.index]]
        return self.once((name, sitting.index), lambda: either(self.model, both))

    def touches(self, sitting: Sitting) -> Literal:
        """Return whether it has a row in this meeting."""
        index = sitting.index
        rows = [self._whole[index], self._first[index], self._last[index]]
        return self.once(("touches", index), lambda: either(self.model, [*rows, self.goes_through(sitting)]))

    def goes_through(self, sitting: Sitting) -> Literal:
        """Return whether it takes up this whole meeting, begun before and concluded after."""
        return self.once(("through", sitting.index), lambda: self._goes_through(sitting.index))

    def _goes_through(self, index: int) -> Literal:
        before, after = self._first[:index], self._last[index + 1 :]
        known = [each for each in before if each is not False], [each for each in after if each is not False]
        if not self._local[index].middle or not all(known):
            return False
        through, held = self.model.new_bool_var(""), self._time.held[index]
        self.model.add(sum(before) + sum(after) + held >= 3).only_enforce_if(through)
        self.model.add(sum(before) + sum(after) + held <= 2).only_enforce_if(~through)
        return through

    def offset(self, sitting: Sitting) -> Expression:
        """Return what turns a place on the axis into ticks of the clock, for a place in this meeting."""
        return sitting.opens - self._time.at[sitting.index]

    def until(self, before: Sequence[int]) -> Expression:
        """Return where it ends when all meetings are held, and ``before`` more."""
        return self.once(("until", tuple(before)), lambda: self._until(before))

    def _until(self, before: Sequence[int]) -> Expression:
        found = self.model.new_int_var(0, self.axis.length + max(before), "")
        for sitting in self.reach:
            on_axis = self.end - self._time.at[sitting.index] + sitting.at + before[sitting.index]
            self._when([self.ends_in(sitting)], found == on_axis)
        self._when([negated(self.present)], found == 0)
        return found

    def continuations(self) -> Expression:
        """Return how many rows follow the first."""
        return sum(self._last) + sum(self.goes_through(sitting) for sitting in self.reach)

    def inside(self, spans: tuple[Span, ...]) -> Literal:
        """Return whether every row is inside one of these spans of the clock: never true when one is not."""
        return self.once(("inside", spans), lambda: self._inside(spans))

    def _inside(self, spans: tuple[Span, ...]) -> Literal:
        literal = self.model.new_bool_var("")
        narrow = self._wants.local(self.axis, self._clock, spans)
        self.model.add(sum(self._whole) + sum(self._first) >= 1).only_enforce_if(literal)
        for sitting in self.reach:
            index, at = sitting.index, self._time.at[sitting.index]
            for part, ranges, where in (
                (self._whole[index], narrow[index].whole, self.start - at),
                (self._first[index], narrow[index].first, self.start - at),
                (self._last[index], narrow[index].last, self.end - at),
            ):
                if part is not False:
                    domain = cp_model.Domain.from_intervals([list(each) for each in ranges])
                    self.model.add_linear_expression_in_domain(where, domain).only_enforce_if(part, literal)
            if not narrow[index].middle:
                self._when([literal], negated(self.goes_through(sitting)) == 1)
        return literal

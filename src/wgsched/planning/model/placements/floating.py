"""A placement on an axis some of whose meetings may not be held: what is not held takes no time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ortools.sat.python import cp_model

from wgsched.planning.model.axes import Axis, Clock, Segment, Span
from wgsched.planning.model.fits import MeetingFit, Ranges, meeting_fits
from wgsched.planning.model.literals import Expression, Literal, either, negated, once
from wgsched.planning.model.placements.placement import Placement
from wgsched.planning.model.requirements import Requirements


class HeldTime:
    """Which meetings of an axis are held, and where each then begins, when only held meetings take time."""

    def __init__(self, model: cp_model.CpModel, axis: Axis) -> None:
        self.axis = axis
        self.held: list[Literal] = [
            model.new_bool_var(f"{segment.meeting.key} held") if segment.may_fall else True for segment in axis.segments
        ]
        self.at: list[Expression] = [0]
        for segment, held in zip(axis.segments, self.held, strict=True):
            before = self.at[-1] + (segment.length if held is True else segment.length * held)
            if not isinstance(before, int):  # a variable of its own keeps the sums behind it short
                at = model.new_int_var(0, segment.end, "")
                model.add(at == before)
                before = at
            self.at.append(before)


class FloatingPlacement(Placement):
    """An instalment that can run on over meetings that are not held; its start counts held time."""

    def __init__(
        self, model: cp_model.CpModel, required: Requirements, time: HeldTime, clock: Clock, present: Literal
    ) -> None:
        super().__init__(model, required.instalment, time.axis, required.ticks(clock), present)
        self._time, self._required, self._clock = time, required, clock
        self.earliest = 0
        self.start = model.new_int_var(0, max(0, time.axis.length - self.ticks), self.name)
        self.interval = model.new_optional_fixed_size_interval_var(self.start, self.ticks, present, self.name)
        self.reach = tuple(segment for segment in time.axis.segments if segment.length)
        self._fits = meeting_fits(required, time.axis, clock)
        self._whole = self._literals(fit.whole for fit in self._fits)
        self._first = self._literals(fit.first for fit in self._fits)
        self._last = self._literals(fit.last for fit in self._fits)
        model.add(sum(self._whole) + sum(self._first) == present)
        model.add(sum(self._first) == sum(self._last))
        for segment in self.reach:
            self._post_parts(segment)
        for key in sorted(required.touching):  # a set has another order in each process
            rows = [self.touches(segment) for segment in self.reach if segment.meeting.key == key]
            model.add_bool_or([*rows, negated(present)])

    def _literals(self, ranges: Iterable[Ranges]) -> list[Literal]:
        return [self.model.new_bool_var("") if some else False for some in ranges]

    def _post_parts(self, segment: Segment) -> None:
        """Say what it means to be whole in this meeting, or divided with its first, last or a middle part there."""
        index = segment.index
        model, fit, held = self.model, self._fits[index], self._time.held[index]
        for literal, ranges, where in self._parts(segment, fit):
            if literal is not False:
                model.add_linear_expression_in_domain(where, _domain(ranges)).only_enforce_if(literal)
                if held is not True:
                    model.add_implication(literal, held)
        if self._last[index] is not False:
            model.add(sum(self._first[:index]) >= 1).only_enforce_if(self._last[index])
        # begun before and concluded after, in a meeting that is held, it would go through a meeting that cannot hold it
        if not fit.middle and any(each is not False for each in self._first[:index]):
            model.add(sum(self._first[:index]) + sum(self._last[index + 1 :]) + held <= 2)

    def _parts(self, segment: Segment, fit: MeetingFit) -> Iterator[tuple[Literal, Ranges, Expression]]:
        """Yield each way to have an end in a meeting: its literal, its range there, and what must lie in that range."""
        index, at = segment.index, self._time.at[segment.index]
        yield self._whole[index], fit.whole, self.start - at
        yield self._first[index], fit.first, self.start - at
        yield self._last[index], fit.last, self.end - at

    @once
    def begins_in(self, segment: Segment) -> Literal:
        """Return whether it is opened in this meeting."""
        return either(self.model, [self._whole[segment.index], self._first[segment.index]])

    @once
    def ends_in(self, segment: Segment) -> Literal:
        """Return whether it is concluded in this meeting."""
        return either(self.model, [self._whole[segment.index], self._last[segment.index]])

    @once
    def touches(self, segment: Segment) -> Literal:
        """Return whether it has a row in this meeting."""
        index = segment.index
        rows = [self._whole[index], self._first[index], self._last[index]]
        return either(self.model, [*rows, self.goes_through(segment)])

    @once
    def goes_through(self, segment: Segment) -> Literal:
        """Return whether it takes up this whole meeting, begun before and concluded after."""
        index = segment.index
        before, after = self._first[:index], self._last[index + 1 :]
        known = [each for each in before if each is not False], [each for each in after if each is not False]
        if not self._fits[index].middle or not all(known):
            return False
        through, held = self.model.new_bool_var(""), self._time.held[index]
        self.model.add(sum(before) + sum(after) + held >= 3).only_enforce_if(through)
        self.model.add(sum(before) + sum(after) + held <= 2).only_enforce_if(~through)
        return through

    def offset(self, segment: Segment) -> Expression:
        """Return what turns a tick of the axis into one of the clock, in this meeting."""
        return segment.opens - self._time.at[segment.index]

    @once
    def until(self) -> Expression:
        """Return where it would end on the axis if all meetings were held."""
        until = self.model.new_int_var(0, self.axis.length, "")
        for segment in self.reach:
            on_axis = self.end - self._time.at[segment.index] + segment.at
            self._when([self.ends_in(segment)], until == on_axis)
        self._when([negated(self.present)], until == 0)
        return until

    def continuations(self) -> Expression:
        """Return how many rows follow the first."""
        return sum(self._last) + sum(self.goes_through(segment) for segment in self.reach)

    @once
    def inside(self, spans: tuple[Span, ...]) -> Literal:
        """Return whether every row is inside one of these spans of the clock: never true when one is not."""
        literal = self.model.new_bool_var("")
        narrow = meeting_fits(self._required, self.axis, self._clock, spans)
        self.model.add(sum(self._whole) + sum(self._first) >= 1).only_enforce_if(literal)
        for segment in self.reach:
            for part, ranges, where in self._parts(segment, narrow[segment.index]):
                if part is not False:
                    self.model.add_linear_expression_in_domain(where, _domain(ranges)).only_enforce_if(part, literal)
            if not narrow[segment.index].middle:
                self._when([literal], negated(self.goes_through(segment)) == 1)
        return literal


def _domain(ranges: Ranges) -> cp_model.Domain:
    return cp_model.Domain.from_intervals([list(each) for each in ranges])

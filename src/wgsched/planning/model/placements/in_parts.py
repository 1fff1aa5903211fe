"""A placement that is not one interval of a known length: at most one part in each meeting.

So are instalments that may be left for others and resumed, and those whose minutes are still to be found.
"""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import product

from ortools.sat.python import cp_model

from wgsched.planning.model.axes import Axis, Clock, Segment, Span
from wgsched.planning.model.fits import Ranges, opening, part_ranges
from wgsched.planning.model.literals import Expression, Literal, negated, once
from wgsched.planning.model.placements.floating import HeldTime
from wgsched.planning.model.placements.placement import Placement
from wgsched.planning.model.requirements import Requirements


@dataclass(frozen=True)
class Part:
    """What is taken up in one meeting: from and to which tick after it opens; nothing where it is not ``touched``.

    ``start``, ``end`` and ``interval`` are the same on the axis.
    """

    segment: Segment
    touched: Literal
    opens: cp_model.IntVar
    closes: cp_model.IntVar
    size: cp_model.IntVar
    start: Expression
    end: Expression
    interval: cp_model.IntervalVar


class PlacementInParts(Placement):
    """An instalment in parts, which together have its minutes; ``given`` is how many ticks that is."""

    is_one_interval = False

    def __init__(
        self,
        model: cp_model.CpModel,
        required: Requirements,
        axis: Axis,
        clock: Clock,
        present: Literal,
        time: HeldTime | None,
    ) -> None:
        super().__init__(model, required.instalment, axis, required.fewest_ticks(clock), present)
        self._required, self._clock, self._time = required, clock, time
        self._ranges = part_ranges(required, axis, clock)
        self.reach = tuple(segment for segment in axis.segments if self._ranges[segment.index])
        self.earliest = 0 if time else min(s.at + min(low for low, _ in self._ranges[s.index]) for s in self.reach)
        self.parts = {segment.index: self._new_part(segment) for segment in self.reach}
        for part in self.parts.values() if self.ticks < required.ticks(clock) else ():
            # where its length is known, the sizes that a part may have say this already
            self._when([part.touched, ~self._whole], part.size >= required.shortest_ticks(clock))
        self.given = self._given(required.ticks(clock))
        model.add(sum(part.size for part in self.parts.values()) == self.given)
        if required.whole:
            model.add(sum(part.touched for part in self.parts.values()) == present)
        for part in self.parts.values():
            if part.segment.meeting.key in required.touching:
                model.add(part.touched == present)
        self._first, self._last = self._ends(self.reach), self._ends(self.reach[::-1])
        for moment in required.openings:
            self._open_at(clock.exactly(moment))
        if required.unbroken:
            self._when([present], self.end - self.start == self.given)

    def _given(self, most: int) -> Expression:
        if self.ticks == most:
            return most * self.present
        given = self.model.new_int_var(0, most, "")
        self._when([self.present], given >= self.ticks)
        self._when([negated(self.present)], given == 0)
        return given

    @cached_property
    def _whole(self) -> Literal:
        """Whether it is taken up in one meeting."""
        literal = self.model.new_bool_var("")
        touched = sum(part.touched for part in self.parts.values())
        self.model.add(touched <= 1).only_enforce_if(literal)
        self.model.add(touched >= 2).only_enforce_if(~literal)
        return literal

    def _new_part(self, segment: Segment) -> Part:
        model, length = self.model, segment.length
        at = self._time.at[segment.index] if self._time else segment.at
        touched = model.new_bool_var("")
        opens, closes = model.new_int_var(0, length, ""), model.new_int_var(0, length, "")
        size = model.new_int_var_from_domain(self._sizes(length), "")
        model.add(size >= 1).only_enforce_if(touched)
        model.add(size == 0).only_enforce_if(~touched)
        model.add(opens == 0).only_enforce_if(~touched)
        model.add(closes == opens + size)
        start, end = (self._on_axis(each, at) for each in (opens, closes))
        if self._time and self._time.held[segment.index] is not True:
            model.add_implication(touched, self._time.held[segment.index])
        interval = model.new_optional_interval_var(start, size, end, touched, self.name)
        part = Part(segment, touched, opens, closes, size, start, end, interval)
        self._keep_to(part, self._ranges[segment.index], [touched])
        return part

    def _sizes(self, length: int) -> cp_model.Domain:
        """Return how long a part can be: as long as the whole, or so that this part and the rest are long enough.

        As a domain it costs nothing; as constraints it would be two for each part.
        """
        least, most = self._required.shortest_ticks(self._clock), self._required.ticks(self._clock)
        sizes = [[0, 0], [least, most - least], [self.ticks, most]]
        domain = cp_model.Domain.from_intervals([each for each in sizes if each[0] <= each[1]])
        return domain.intersection_with(cp_model.Domain(0, length))

    def _on_axis(self, tick: cp_model.IntVar, at: Expression) -> Expression:
        if isinstance(at, int):
            return tick + at
        on_axis = self.model.new_int_var(0, self.axis.length, "")
        self.model.add(on_axis == tick + at)
        return on_axis

    def _keep_to(self, part: Part, ranges: Ranges, when: Sequence[Literal]) -> None:
        """Keep a part in one of these ranges when these literals are true.

        Where they are not, no range is chosen, so that no programme comes again with another choice.
        """
        chosen: list[Literal] = [True] if len(ranges) == 1 else [self.model.new_bool_var("") for _ in ranges]
        if len(ranges) != 1:
            self.model.add_bool_or([*chosen, *map(negated, when)])
            self.model.add_at_most_one(chosen)
            for literal, condition in product(chosen, when):
                self.model.add_implication(literal, condition)
        for (low, high), literal in zip(ranges, chosen, strict=True):
            self._when([*when, literal], part.opens >= low)
            self._when([*when, literal], part.closes <= high)

    def _ends(self, order: Sequence[Segment]) -> dict[int, Literal]:
        """Return a literal for each meeting that is true when it is the first of this order that has a part."""
        is_first: dict[int, Literal] = {segment.index: self.model.new_bool_var("") for segment in order}
        self.model.add(sum(is_first.values()) == self.present)
        for number, segment in enumerate(order):
            literal = is_first[segment.index]
            self.model.add_implication(literal, self.parts[segment.index].touched)
            for other in order[:number]:
                self.model.add_implication(literal, ~self.parts[other.index].touched)
        return is_first

    def _open_at(self, tick: int | None) -> None:
        for index, part in self.parts.items():
            here = opening(part.segment, tick)
            opened = part.opens == here[0][0] if here else self._first[index] == 0
            self.model.add(opened).only_enforce_if(self._first[index])

    @cached_property
    def start(self) -> Expression:
        """Where it begins on the axis."""
        return self._bound(self._first, {index: part.start for index, part in self.parts.items()})

    @cached_property
    def end(self) -> Expression:
        """Where it ends on the axis."""
        return self._bound(self._last, {index: part.end for index, part in self.parts.items()})

    def _bound(self, which: dict[int, Literal], where: dict[int, Expression]) -> Expression:
        bound = self.model.new_int_var(0, self.axis.length, "")
        for index, literal in which.items():
            self._when([literal], bound == where[index])
        self._when([negated(self.present)], bound == self.earliest)
        return bound

    @property
    def intervals(self) -> tuple[cp_model.IntervalVar, ...]:
        """Its parts on the axis."""
        return tuple(part.interval for part in self.parts.values())

    @property
    def unknowns(self) -> dict[str, Expression]:
        """The variables that say where it is: of each part, where it opens and how long it is."""
        opens = {f"{self.name}/{index}": part.opens for index, part in self.parts.items()}
        return opens | {f"{self.name}#{index}": part.size for index, part in self.parts.items()}

    def rows(self, values: Mapping[str, int], shut: Container[str]) -> Iterator[tuple[Segment, int, int]]:  # noqa: ARG002
        """Yield the meetings in which it has a part, and from and to which tick after each opens, by these values."""
        for index, part in self.parts.items():
            opens, size = values[f"{self.name}/{index}"], values[f"{self.name}#{index}"]
            if size:
                yield part.segment, opens, opens + size

    def begins_in(self, segment: Segment) -> Literal:
        """Return whether it is opened in this meeting."""
        return self._first.get(segment.index, False)

    def ends_in(self, segment: Segment) -> Literal:
        """Return whether it is concluded in this meeting."""
        return self._last.get(segment.index, False)

    def touches(self, segment: Segment) -> Literal:
        """Return whether it has a row in this meeting."""
        return self.parts[segment.index].touched if segment.index in self.parts else False

    def offset(self, segment: Segment) -> Expression:
        """Return what turns a tick of the axis into one of the clock, in this meeting."""
        return segment.opens - (self._time.at[segment.index] if self._time else segment.at)

    def row(self, segment: Segment) -> tuple[Expression, Expression]:
        """Return from where to where on the axis its row in a meeting is."""
        part = self.parts[segment.index]
        return part.start, part.end

    @once
    def until(self) -> Expression:
        """Return where it would end on the axis if all meetings were held."""
        until = self.model.new_int_var(0, self.axis.length, "")
        for index, part in self.parts.items():
            self._when([self._last[index]], until == part.closes + part.segment.at)
        self._when([negated(self.present)], until == 0)
        return until

    def continuations(self) -> Expression:
        """Return how many rows follow the first."""
        return sum(part.touched for part in self.parts.values()) - self.present

    @once
    def inside(self, spans: tuple[Span, ...]) -> Literal:
        """Return whether every row is inside one of these spans of the clock: never true when one is not."""
        literal = self.model.new_bool_var("")
        if self.present is not True:
            self.model.add_implication(literal, self.present)
        narrow = part_ranges(self._required, self.axis, self._clock, spans)
        for index, part in self.parts.items():
            self._keep_to(part, narrow[index], [literal, part.touched])
        return literal

    @once
    def part(self, segment: Segment) -> tuple[cp_model.IntervalVar, Expression]:
        """Return its part in a meeting as an interval of the clock, and the ticks of that part."""
        part = self.parts[segment.index]
        opens, closes = part.opens + segment.opens, part.closes + segment.opens
        return self.model.new_optional_interval_var(opens, part.size, closes, part.touched, ""), part.size

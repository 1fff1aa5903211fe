"""An instalment in one forum, counted by meeting: in which it is opened and concluded, and how long it is in each."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from ortools.sat.python import cp_model

from wgsched.planning.model.axes import Clock, Segment, Span
from wgsched.planning.model.fits import MeetingFit, Ranges, meeting_fits
from wgsched.planning.model.literals import Expression, Literal
from wgsched.planning.model.placements.placement import Placement
from wgsched.planning.model.requirements import Requirements


class MeetingParts:
    """Where it is whole, or divided with its first, last or a middle part; all by the place of meetings on the axis.

    ``taken`` are its ticks in each meeting. When in a meeting it is taken up, is not told, only ``within`` which ticks
    after the meeting opens these lie: those when it is whole there, when its first part is, and so on.
    """

    def __init__(
        self, model: cp_model.CpModel, placement: Placement, required: Requirements, clock: Clock, present: Literal
    ) -> None:
        self.placement, self.axis, self.ticks, self.present = placement, placement.axis, placement.ticks, present
        self._model, self._required, self._clock = model, required, clock
        fits = meeting_fits(required, self.axis, clock)
        self.whole = {index: model.new_bool_var("") for index, fit in enumerate(fits) if fit.whole}
        self.first = {index: model.new_bool_var("") for index, fit in enumerate(fits) if fit.first}
        self.last = {index: model.new_bool_var("") for index, fit in enumerate(fits) if fit.last}
        divided = self.first and self.last
        self.middle = {index: model.new_bool_var("") for index, fit in enumerate(fits) if fit.middle and divided}
        self.taken: dict[int, Expression] = {}
        self.within: dict[int, list[tuple[int, int, Expression]]] = {}
        model.add(sum(self.whole.values()) + sum(self.first.values()) == present)
        model.add(sum(self.first.values()) == sum(self.last.values()))
        self._post_lengths(fits)
        for index in self.axis_indices:
            model.add(self._last_by(index) <= self._first_by(index - 1))
            if index in self.middle:
                model.add(self.middle[index] <= self._first_by(index - 1) - self._last_by(index))

    def _post_lengths(self, fits: Sequence[MeetingFit]) -> None:
        """Tie the ticks in each meeting to the literals there; parts together are the whole."""
        parts: list[Expression] = []
        for index, fit in enumerate(fits):
            length = self.axis.segments[index].length
            here: list[tuple[int, int, Expression]] = []
            if index in self.first:
                sizes = [(length - high, length - low) for low, high in fit.first]
                here.append((min(low for low, _ in fit.first), length, self._part(self.first[index], sizes)))
            if index in self.last:
                here.append((0, max(high for _, high in fit.last), self._part(self.last[index], fit.last)))
            if index in self.middle:
                here.append((0, length, length * self.middle[index]))
            parts += [ticks for _, _, ticks in here]
            if index in self.whole:
                low, high = min(low for low, _ in fit.whole), max(high for _, high in fit.whole)
                here.append((low, high + self.ticks, self.ticks * self.whole[index]))
            if here:
                self.taken[index], self.within[index] = sum(ticks for _, _, ticks in here), here
        if parts:
            self._model.add(sum(parts) == self.ticks * sum(self.first.values()))

    def _part(self, literal: Literal, sizes: Ranges) -> Expression:
        """Return the ticks of a part that is there when the literal is true."""
        low, high = min(each for each, _ in sizes), max(each for _, each in sizes)
        if low == high:
            return low * literal
        part = self._model.new_int_var(0, high, "")
        self._model.add(part <= high * literal)
        self._model.add(part >= low * literal)
        return part

    @property
    def axis_indices(self) -> range:
        """The places of meetings on the axis."""
        return range(len(self.axis.segments))

    def rows_in(self, index: int) -> Expression:
        """Count its rows in a meeting: one or none."""
        return sum(some[index] for some in (self.whole, self.first, self.last, self.middle) if index in some)

    def opened_by(self, index: int) -> Expression:
        """Count 1 when it is opened in this meeting of the axis or before."""
        return _until(self.whole, index) + _until(self.first, index)

    def concluded_by(self, index: int) -> Expression:
        """Count 1 when it is concluded in this meeting of the axis or before."""
        return _until(self.whole, index) + _until(self.last, index)

    def runs_over(self, index: int) -> Expression:
        """Count 1 when it is begun in this meeting or before, and goes on after it."""
        return self._first_by(index) - self._last_by(index)

    def goes_on_in(self, index: int) -> Expression:
        """Count 1 when it has a row in this meeting that is not the first."""
        return sum(some[index] for some in (self.last, self.middle) if index in some)

    def _first_by(self, index: int) -> Expression:
        return _until(self.first, index)

    def _last_by(self, index: int) -> Expression:
        return _until(self.last, index)

    @cached_property
    def continuations(self) -> Expression:
        """Count its rows after the first."""
        return sum(self.last.values()) + sum(self.middle.values())

    def concluded_where(self, segments: Sequence[Segment]) -> Expression:
        """Count 1 when it is concluded in one of these meetings."""
        return sum(some[each.index] for each in segments for some in (self.whole, self.last) if each.index in some)

    def inside(self, spans: Sequence[Span]) -> Expression:
        """Count at most 1, and 1 whenever every row is inside one of these spans of the clock."""
        fits = meeting_fits(self._required, self.axis, self._clock, spans)
        can = self._model.new_bool_var("")
        whole = [literal for index, literal in self.whole.items() if fits[index].whole]
        first = [literal for index, literal in self.first.items() if fits[index].first]
        last = [literal for index, literal in self.last.items() if fits[index].last]
        self._model.add(can <= sum(whole) + sum(first))
        self._model.add(can <= sum(whole) + sum(last))
        for index, literal in self.middle.items():
            if not fits[index].middle:
                self._model.add(can + literal <= 1)
        return can


def _until(literals: dict[int, Literal], index: int) -> Expression:
    return sum(literal for place, literal in literals.items() if place <= index)

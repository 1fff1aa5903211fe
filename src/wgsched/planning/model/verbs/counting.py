"""What preferences count, as the solver counts it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import product
from typing import cast

from wgsched.model import Case, Desk, Instalment, Meeting, Rule, Unit, Window
from wgsched.planning.model.builder import ModelBuilder, shared, when_settled
from wgsched.planning.model.literals import Expression, Literal, both, either, negated

MOST = 10**6
"""No count is larger."""


class CountingVerbs(ModelBuilder):
    """Verbs that return quantities; they are asked when all rules are posted."""

    def total(self, quantities: Iterable[Expression]) -> Expression:
        """Return the sum."""
        return sum(quantities)

    def most(self, quantities: Iterable[Expression]) -> Expression:
        """Return the largest."""
        some = list(quantities)
        largest = self.model.new_int_var(-MOST, MOST, "")
        self.whole_model.add_max_equality(largest, some)
        return largest

    def least(self, quantities: Iterable[Expression]) -> Expression:
        """Return the smallest."""
        some = list(quantities)
        smallest = self.model.new_int_var(-MOST, MOST, "")
        self.whole_model.add_min_equality(smallest, some)
        return smallest

    def post_breakable(self, rule: Rule, case: Case) -> None:
        """Post a case of a rule that may be broken: all that it asks for depends on a literal."""
        if (rule, case) not in self.kept:
            self.kept[rule, case] = kept = self.whole_model.new_bool_var("")
            with self.under((kept, *self.taken_of(case))):
                rule.post(cast(Desk, self), *case)

    def post_demand(self, rule: Rule, case: Case, weight: int) -> None:
        """Post a case that must hold, and that may be broken only because no programme keeps all."""
        self.post_breakable(rule, case)
        self.demanded[rule, case] = weight

    def broken(self, rule: object, case: tuple[object, ...]) -> Expression:
        """Count 1 when a case that may be broken is not kept."""
        return 1 - self.kept[rule, case]

    def days(self, units: Sequence[Unit]) -> Expression:
        """Count the days on which one of these has a row."""
        by_day: dict[object, list[Literal]] = {}
        for placement in (each for unit in units for each in self.of(unit)):
            for segment in placement.reach:
                by_day.setdefault(segment.meeting.date, []).append(placement.touches(segment))
        return sum(either(self.model, some) for some in by_day.values())

    def minutes_in(self, meeting: Meeting) -> Expression:
        """Count the minutes used in the meeting."""
        return sum(placement.part(segment)[1] for placement, segment in self.at(meeting)) * self.clock.tick

    def continuations(self, instalment: Instalment) -> Expression:
        """Count the rows after the first."""
        return sum(placement.continuations() for placement in self.placements[instalment.key])

    def outside(self, unit: Unit, windows: Sequence[Window]) -> Expression:
        """Count the instalments that are not wholly inside these windows."""
        spans = tuple(self.clock.span(window) for window in windows)
        return len(self.requirements_of(unit)) - sum(placement.inside(spans) for placement in self.of(unit))

    def inverted(self, earlier: Unit, later: Unit) -> Expression:
        """Count 1 when the later is opened first."""
        one, other = self.of(earlier), self.of(later)
        on_one_axis = len(one) == len(other) == 1 and one[0].axis is other[0].axis
        if on_one_axis:
            first, second = one[0].start, other[0].start
        else:
            first, second = self._opening(earlier), self._opening(later)
        literal = self.model.new_bool_var("")
        if on_one_axis and one[0].axis.forum in self.singly and one[0].is_one_interval and other[0].is_one_interval:
            # one at a time, the contrary of "the one ends before the other" is "the other ends before the one":
            # both said as such propagate more than a comparison of starts
            self.model.add(one[0].end <= second).only_enforce_if(~literal)
            self.model.add(other[0].end <= first).only_enforce_if(literal)
            return literal
        self.model.add(first <= second).only_enforce_if(negated(literal))
        self.model.add(second < first).only_enforce_if(literal)
        return literal

    def inverted_if_taken(self, earlier: Unit, later: Unit) -> Expression:
        """Count 1 when the later is opened first; nothing, once it is made small, where one of them is left out."""
        with self.under(self.taken_of((earlier, later))):
            return self.inverted(earlier, later)

    @when_settled
    def opened_first(self, earlier: Unit, later: Unit) -> None:
        """Open the one no later than the other."""
        self.model.add(self._opening(earlier) <= self._opening(later))

    def _opening(self, unit: Unit) -> Expression:
        """Return when a unit is opened, on the clock."""
        each = [self.opening_of(part.key) for part in self.session.agenda.instalments_of(unit)]
        return each[0] if len(each) == 1 else self.least(each)

    @shared
    def opening_of(self, key: str) -> Expression:
        """Return when an instalment is opened, in ticks of the clock."""
        if len(self.placements[key]) == 1:
            return self.placements[key][0].opens
        opens = self.model.new_int_var(0, MOST, "")
        for placement in self.placements[key]:
            self.model.add(opens == placement.opens).only_enforce_if(placement.present)
        return opens

    def together(self, first: Unit, second: Unit, windows: Sequence[Window]) -> Expression:
        """Count the windows in which both have a row."""
        return sum(self._together(first, second, window) for window in windows)

    def parted(self, first: Unit, second: Unit, windows: Sequence[Window]) -> Expression:
        """Count the windows in which both have a row, but no meeting has rows of both."""
        return sum(self._parted(first, second, window) for window in windows)

    def _parted(self, first: Unit, second: Unit, window: Window) -> Expression:
        low, high = self.clock.span(window)
        shared = [
            both(self.model, one.touches(segment), other.touches(segment))
            for one, other in product(self.of(first), self.of(second))
            for segment in one.reach
            if segment in other.reach and segment.opens < high and low < segment.closes
        ]
        return both(self.model, self._together(first, second, window), negated(either(self.model, shared)))

    def _together(self, first: Unit, second: Unit, window: Window) -> Literal:
        return both(self.model, self._meets(first, window), self._meets(second, window))

    def _meets(self, unit: Unit, window: Window) -> Literal:
        span = self.clock.span(window)
        return either(self.model, [placement.meets(span) for placement in self.of(unit)])

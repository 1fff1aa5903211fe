"""What rules ask and wishes count where each item is whole in one meeting: no more than in the programme itself."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import product
from typing import Any, cast

from wgsched.model import Desk, Meeting, Unit, Window
from wgsched.planning.model.axes import Segment
from wgsched.planning.model.desk import SolverDesk
from wgsched.planning.model.fits import meeting_fits
from wgsched.planning.model.literals import Expression, Literal, either, negated
from wgsched.planning.model.posting import Demand, demands
from wgsched.planning.model.verbs.counting import MOST
from wgsched.planning.search.by_meeting.counts import Merged
from wgsched.planning.search.by_meeting.desk import NotByMeeting
from wgsched.planning.search.by_meeting.whole_rooms import WholeRooms
from wgsched.preferences import wishbook

SETTLED = {
    *("takes", "within", "unbroken", "once_a_meeting", "opens_at", "whole", "no_part_under", "one_at_a_time"),
    *("only_in", "not_held", "was_held", "held_in"),
}
"""Verbs that a settled desk has heeded in what each meeting can hold."""


class WholeDesk(WholeRooms):
    """Implements `wgsched.model.Desk` for what can be said by meeting; what cannot, is left out.

    So every programme is one of this model, and costs no less in truth. ``exact`` while nothing was left out but the
    order within meetings; ``orders`` are instalments, by key, of which one comes before another, or is wished to.
    Without ``items``, nothing is said of single items but how long each is and where it may be.
    """

    def __init__(
        self, desk: SolverDesk, merged: Merged, *, items: bool = True, demanded: Sequence[Demand] | None = None
    ) -> None:
        super().__init__(desk, merged)
        self.exact, self._items = True, items
        self.orders: list[tuple[str, str]] = []
        self._counting = False
        self._paired: dict[tuple[int, ...], Literal] = {}
        self.demanded = [
            demand for demand in (demands(desk.session) if demanded is None else demanded) if self._says(demand)
        ]

    def _says(self, demand: Demand) -> bool:
        """Post what a demand asks; return whether that says anything here."""
        before = self._verbs
        demand.rule.post(cast("Desk", self), *demand.case)
        return self._verbs > before

    def cost(self) -> Expression:
        """Return what the preferences cost at least beyond the least there can be."""
        self._counting = True
        return sum(self._terms())

    def _terms(self) -> Iterator[Expression]:
        for preference, weight in wishbook(self.session):
            for case in preference.cases(self.session):
                try:
                    quantity = cast("Any", preference.express(cast("Desk", self), *case))
                except NotByMeeting:
                    self.exact = False
                    continue
                least = preference.least(self.session, *case)
                yield weight * (quantity - least)

    def broken(self, rule: Any, case: tuple[Any, ...]) -> Expression:
        """Count 1 when a case that is only a wish is not kept, as far as that can be told."""
        before, self._guard = self._guard, self.model.new_bool_var("")
        try:
            rule.post(self, *case)
            return 1 - self._guard
        finally:
            self._guard = before

    # What must hold

    def at_most(self, limit: int, meetings: Sequence[Meeting]) -> None:
        """Let no more than this number of these meetings take up items."""
        self._verbs += 1
        used = [self.taking[each.key] for each in meetings if each.key in self.taking]
        if len(used) > limit:
            self._at_most(sum(used), limit, len(used))

    def held_in_a_row(self, meetings: Sequence[Meeting]) -> None:
        """Leave out none between two that take place: what is held until each, and what from each on."""
        self._verbs += 1
        held = [self.takes_place(each) for each in meetings]
        before, after = self._until(held), self._until(held[::-1])[::-1]
        for place in range(1, len(held) - 1):
            self._clause(negated(before[place - 1]), held[place], negated(after[place + 1]))

    def _until(self, held: Sequence[Literal]) -> list[Literal]:
        """Return for each of these whether it or one before it is held."""
        until: list[Literal] = []
        for each in held:
            until.append(either(self.model, [until[-1], each]) if until else each)
        return until

    def before(self, earlier: Unit, later: Unit, gap: int = 0) -> None:
        """Conclude the one in a meeting in which, or before which, the other can be opened."""
        self._verbs += 1
        if not self._items:
            return
        for one, other in product(self._keys(earlier), self._keys(later)):
            self.orders.append((one, other))
            for meeting, segment in self._segments(other):
                ends = [each for each, at in self._segments(one) if self._may_precede(at, segment, gap)]
                until = [each for each, at in self._segments(other) if at.opens <= segment.opens]
                if meeting == until[-1] and len(ends) < len(self.rows[one]):
                    self.tie(*self.rows[one].values(), *self.rows[other].values())
                    self._at_most(self.among(other, until) - self.among(one, ends), 0, 1)

    def _may_precede(self, one: Segment, other: Segment, gap: int) -> bool:
        if one.meeting.key == other.meeting.key:
            return not gap
        return one.opens + 1 + gap // self.desk.clock.tick < other.closes

    def _segments(self, key: str) -> list[tuple[str, Segment]]:
        """Return the meetings that can hold an instalment, in order of time."""
        segments = [
            (segment.meeting.key, segment)
            for placement in self.desk.placements[key]
            for segment in placement.axis.segments
            if segment.meeting.key in self.rows[key]
        ]
        return sorted(segments, key=lambda each: each[1].opens)

    def _keys(self, unit: Unit) -> list[str]:
        return [each.key for each in self.session.agenda.instalments_of(unit)]

    def __getattr__(self, verb: str) -> Any:
        """Return what any other verb does here: nothing; a wish for it is not counted."""
        if verb in vars(Desk):
            return self._nothing if verb in SETTLED else self._left_out
        raise AttributeError(verb)

    def _nothing(self, *_: object, **__: object) -> None:
        if self._guard is not None:
            self.exact = False

    def _left_out(self, *_: object, **__: object) -> Expression:
        self.exact, self._verbs = False, self._verbs + 1
        if self._counting and self._guard is None:
            raise NotByMeeting
        return 0

    # What is better

    def total(self, quantities: Iterable[Expression]) -> Expression:
        """Return the sum."""
        return sum(quantities)

    def least(self, quantities: Iterable[Expression]) -> Expression:
        """Return the smallest; of literals, one that is true when all are."""
        some = list(quantities)
        self.tie(*some)
        if any(each is False for each in some):
            return 0
        return self._all_of([each for each in some if each is not True])

    def _all_of(self, some: list[Literal]) -> Literal:
        name = tuple(sorted(each.index for each in some))
        if name not in self._paired:
            self._paired[name] = literal = self.model.new_bool_var("")
            self.model.add_bool_or([literal, *(~each for each in some)])
        return self._paired[name]

    def most(self, quantities: Iterable[Expression]) -> Expression:
        """Return the largest."""
        some = list(quantities)
        self.tie(*some)
        largest = self.model.new_int_var(-MOST, MOST, "")
        for each in some:
            self.model.add(largest >= each)
        return largest

    def outside(self, unit: Unit, windows: Sequence[Window]) -> Expression:
        """Count the instalments that are not wholly inside these windows."""
        if not self._items:
            return self._left_out()
        spans = tuple(self.desk.clock.span(window) for window in windows)
        keys = self._keys(unit)
        return len(keys) - sum(self.among(key, self._inside(key, spans)) for key in keys)

    def _inside(self, key: str, spans: Sequence[tuple[int, int]]) -> set[str]:
        required, clock = self.desk.required[key], self.desk.clock
        return {
            segment.meeting.key
            for placement in self.desk.placements[key]
            for segment, fit in zip(
                placement.axis.segments, meeting_fits(required, placement.axis, clock, spans), strict=True
            )
            if fit.whole
        }

    def inverted(self, earlier: Unit, later: Unit) -> Expression:
        """Count 1 when the later is opened first."""
        before, self._guard = self._guard, self.model.new_bool_var("")
        try:
            self.before(earlier, later)
            return 1 - self._guard
        finally:
            self._guard = before

    def together(self, first: Unit, second: Unit, windows: Sequence[Window]) -> Expression:
        """Count the windows in which both have a row; of two that are each one, one literal says it of all windows."""
        pair = self._tied_pair(first, second)
        if pair is None:
            return self._left_out()
        both = self.model.new_bool_var("")
        for window in windows:
            here, there = (self.among(key, self._meetings_in(key, window)) for key in pair)
            self.model.add(here + there <= 1 + both)
        return both

    def parted(self, first: Unit, second: Unit, windows: Sequence[Window]) -> Expression:
        """Count the windows in which both have a row in different meetings; as they are each one, one literal does."""
        pair = self._tied_pair(first, second)
        if pair is None:
            return self._left_out()
        one, other = pair
        parted = self.model.new_bool_var("")
        for window in windows:
            here, there = (self._meetings_in(key, window) for key in pair)
            for meeting in sorted(here):
                self.model.add(self.rows[one][meeting] + self.among(other, there - {meeting}) <= 1 + parted)
        return parted

    def _tied_pair(self, first: Unit, second: Unit) -> tuple[str, str] | None:
        """Return two instalments, by key, alike to no other from now on; None where one of the two is not just one."""
        one, other = self._keys(first), self._keys(second)
        if len(one) != 1 or len(other) != 1 or not self._items:
            return None
        self.tie(*self.rows[one[0]].values(), *self.rows[other[0]].values())
        return one[0], other[0]

    def _meetings_in(self, key: str, window: Window) -> set[str]:
        """Return the meetings that lie inside a window."""
        low, high = self.desk.clock.span(window)
        return {meeting for meeting, at in self._segments(key) if low <= at.opens and at.closes <= high}

    def used(self, meeting: Meeting) -> Expression:
        """Count 1 when items are taken up in the meeting."""
        return self.taking.get(meeting.key, False)

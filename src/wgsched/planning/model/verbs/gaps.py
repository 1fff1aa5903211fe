"""What preferences count of time between rows: items divided, meetings skipped, minutes left free.

The solver makes these quantities as small as it can. So they are bound only from below, by what the rows show.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from functools import cached_property
from itertools import product

from wgsched.model import AgendaItem, Forum, Instalment, Meeting
from wgsched.model.waiting import upon_conclusion
from wgsched.planning.model.axes import Segment
from wgsched.planning.model.builder import shared, when_settled
from wgsched.planning.model.literals import Expression, Literal, given, negated
from wgsched.planning.model.placements.placement import Placement
from wgsched.planning.model.verbs.meetings import MeetingVerbs


class GapVerbs(MeetingVerbs):
    """Verbs that return quantities of time between rows; they are asked when all rules are posted."""

    def divided(self, instalment: Instalment) -> Expression:
        """Count the rows after the first, in forums of which one meeting could hold the whole instalment."""
        return sum(
            placement.continuations()
            for placement in self.placements[instalment.key]
            if self.fits_one_meeting(placement)
        )

    def fits_one_meeting(self, placement: Placement) -> bool:
        """Return whether one meeting of its forum could hold the whole instalment."""
        return placement.ticks * self.clock.tick <= self._longest_meeting.get(placement.axis.forum, 0)

    @cached_property
    def _longest_meeting(self) -> dict[str, int]:
        """The minutes of the longest meeting of each forum."""
        longest: dict[str, int] = {}
        for each in self.session.meetings:
            if not each.cancelled:
                longest[each.forum] = max(longest.get(each.forum, 0), each.usable.minutes)
        return longest

    def skipped(self, earlier: Instalment, later: Instalment) -> Expression:
        """Count the meetings between the rows of an instalment, or between the last of one and the first of another."""
        if earlier == later:
            return sum(self._left_out(each) for each in self.placements[earlier.key] if not each.is_one_interval)
        pairs = list(product(self.placements[earlier.key], self.placements[later.key]))
        return sum(self._apart(one, other, alone=len(pairs) == 1) for one, other in pairs if one.axis is other.axis)

    @when_settled
    def resumed_next(self, earlier: Instalment, later: Instalment) -> None:
        """Skip no meeting between the one and the other."""
        self.model.add(self.skipped(earlier, later) <= 0)

    def _left_out(self, placement: Placement) -> Expression:
        """Return how many meetings between its rows have none of them."""
        if not placement.axis.floating:
            return _place(placement, last=True) - _place(placement, last=False) - placement.continuations()
        return sum(
            self._positive(
                _ends(placement.begins_in, placement.reach, before=segment)
                + _ends(placement.ends_in, placement.reach, after=segment)
                + self.counts(segment.meeting)
                - placement.touches(segment)
                - 2
            )
            for segment in placement.axis.segments
        )

    def _apart(self, one: Placement, other: Placement, *, alone: bool) -> Expression:
        """Return how many meetings lie between the one and the other."""
        if alone and not one.axis.floating:
            return self._positive(_place(other, last=False) - _place(one, last=True) - 1)
        return sum(
            self._positive(
                _ends(one.ends_in, one.reach, before=segment)
                + _ends(other.begins_in, other.reach, after=segment)
                + self.counts(segment.meeting)
                - 2
            )
            for segment in one.axis.segments
        )

    @shared
    def counts(self, meeting: Meeting) -> Literal:
        """Return whether the time of a meeting counts: it has rows, or is held, not optional and not displaced."""
        if meeting.optional:
            return self._has_rows(meeting.key)
        displacing = [self._has_rows(each.key) for each in self.displaced.get(meeting.key, ())]
        if not displacing:
            return True
        counts = self.model.new_bool_var("")
        self.model.add_bool_or([counts, *displacing])
        self.model.add_implication(self._has_rows(meeting.key), counts)
        return counts

    def idle(self, forum: Forum, business: Collection[Instalment]) -> Expression:
        """Count the minutes of the forum that are free before the last row of its business."""
        axis = self.axes[forum.key]
        here, keys = self.on(axis), {each.key for each in business}
        last = [placement for placement in here if placement.instalment.key in keys]
        if not last:
            return 0
        until = self.model.new_int_var(0, axis.length, "")
        for placement in last:
            self.model.add(until >= placement.until()).only_enforce_if(given(placement.present))
        unsure = [placement.ticks * placement.present for placement in last if placement.present is not True]
        unsure += [self._not_counted(segment, until) for segment in axis.segments if segment.may_fall]
        unsure += [minutes for each in here if each not in last for minutes in self._taken(each, until)]
        waited = [self._waited(segment, until, ends) for segment in axis.segments if (ends := self._awaited(segment))]
        unsure += waited
        free = until - sum(placement.ticks for placement in last if placement.present is True) - sum(unsure)
        singly, always = axis.forum in self.singly, any(placement.present is True for placement in last)
        if singly and always and not waited:
            # implied, but the search does not see it: nothing is taken up before the first start that is allowed
            self.model.add(free >= min(placement.earliest for placement in here))
        # several forums are planned alone too: one variable, so that no term of another forum lowers what each costs
        direct = singly and always and (len(self.axes) == 1 or not unsure)
        return (free if direct else self._positive(free)) * self.clock.tick

    def _not_counted(self, segment: Segment, until: Expression) -> Expression:
        """Return the ticks of a meeting that does not count, where it would lie before a tick of the axis."""
        falls = self.model.new_bool_var("")
        self.model.add_implication(falls, negated(self.counts(segment.meeting)))
        self.model.add(until >= segment.end).only_enforce_if(falls)
        return segment.length * falls

    @cached_property
    def _upon(self) -> list[tuple[Instalment, AgendaItem]]:
        """The first part of each item that is taken up upon conclusion of one that another forum may have."""
        instalments_of = self.session.agenda.instalments_of
        return [(each, after) for item, after in upon_conclusion(self.session) for each in instalments_of(item)[:1]]

    def _awaited(self, segment: Segment) -> list[tuple[Expression, list[Literal]]]:
        """Return when what a meeting waits for is concluded, each with what must be true for it to wait for that."""
        opening, session = segment.meeting.opening, self.session
        if opening and opening.item and opening.item in session.agenda:
            return [(end, [there]) for end, there in self.conclusions(session.agenda[opening.item])]
        if opening:
            meetings = [each for each in session.meetings if each.key == opening.meeting]
            return [(end, [there]) for each in meetings for end, there in self.conclusions(each)]
        return [
            (end, [there, first])
            for instalment, after in self._upon
            for placement, here in self.at(segment.meeting)
            if placement.instalment == instalment
            for first in (self._opens(placement, here),)
            for end, there in self.conclusions(after)
        ]

    def _opens(self, placement: Placement, segment: Segment) -> Literal:
        """Return a literal that is true only if an instalment is opened in a meeting, before all else in it."""
        first = self.model.new_bool_var("")
        self.model.add_implication(first, placement.begins_in(segment))
        for other, here in self.at(segment.meeting):
            if other is not placement:
                ordered = placement.row(segment)[0] <= other.row(here)[0]
                self.model.add(ordered).only_enforce_if(given(first, other.touches(here)))
        return first

    def _waited(self, segment: Segment, until: Expression, ends: list[tuple[Expression, list[Literal]]]) -> Expression:
        """Return for how many ticks a meeting waits for what it follows, before a tick of the axis."""
        waited = self.model.new_int_var(0, segment.length, "")
        last = [self.model.new_bool_var("") for _ in ends]
        self.model.add(sum(last) <= 1)
        self.model.add(waited <= segment.length * sum(last))
        self.model.add(waited <= segment.length * self.counts(segment.meeting))
        for (concluded, needed), literal in zip(ends, last, strict=True):
            for each in given(*needed):
                self.model.add_implication(literal, each)
            self.model.add(waited <= concluded - segment.opens).only_enforce_if(literal)
            self.model.add(waited <= until - segment.at).only_enforce_if(literal)
        return waited

    def _taken(self, placement: Placement, until: Expression) -> Iterator[Expression]:
        """Yield how many ticks an instalment takes before a tick of the axis."""
        whole = placement.until()
        if placement.axis.forum in self.singly and (placement.is_one_interval or not placement.axis.floating):
            before = self.model.new_bool_var("")
            if placement.present is not True:
                self.model.add_implication(before, placement.present)
            self.model.add(until >= whole).only_enforce_if(before)
            yield placement.ticks * before
            return
        for segment in placement.reach:
            interval, size = placement.part(segment)
            on_clock: Expression = interval.start_expr()
            opens = on_clock - segment.opens + segment.at
            taken, begun = self.model.new_int_var(0, segment.length, ""), self.model.new_bool_var("")
            self.model.add(taken <= size)
            self.model.add(taken <= segment.length * begun)
            self.model.add(taken <= until - opens).only_enforce_if(begun)
            yield taken

    def _positive(self, quantity: Expression) -> Expression:
        """Return at least this quantity, and at least nothing."""
        positive = self.model.new_int_var(0, max(1, *(axis.length for axis in self.axes.values())) + 1, "")
        self.model.add(positive >= quantity)
        return positive


def _place(placement: Placement, *, last: bool) -> Expression:
    """Return the place on the axis of the meeting in which it is opened, or concluded."""
    which = placement.ends_in if last else placement.begins_in
    return sum(segment.index * which(segment) for segment in placement.reach)


def _ends(
    which: Callable[[Segment], Literal],
    reach: tuple[Segment, ...],
    *,
    before: Segment | None = None,
    after: Segment | None = None,
) -> Expression:
    """Return whether it is opened, or concluded, in a meeting before or after another."""
    return sum(
        which(segment)
        for segment in reach
        if (before is None or segment.index < before.index) and (after is None or segment.index > after.index)
    )

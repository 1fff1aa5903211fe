"""What preferences cost at least, counted by meeting."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from typing import Any, cast

from wgsched.checking.wished import wished
from wgsched.model import Desk, Forum, Instalment, Meeting, Unit, Window
from wgsched.model.waiting import upon_conclusion
from wgsched.planning.model.literals import Expression
from wgsched.planning.search.by_meeting.parts import MeetingParts
from wgsched.planning.search.by_meeting.rules import MeetingModel


class NotByMeeting(Exception):
    """A quantity that cannot be counted by meeting."""


class MeetingDesk(MeetingModel):
    """Implements the preferences' half of `wgsched.model.Desk`: no quantity is larger than in the programme itself.

    Raises:
        NotByMeeting: by any verb whose quantity cannot be told.
    """

    def cost(self) -> Expression:
        """Return what the preferences cost at least beyond the least there can be; one that cannot be told, nothing."""
        return sum(self._terms())

    def _terms(self) -> Iterator[Expression]:
        for each in wished(self.session):
            if each.strength is None:
                try:
                    quantity = cast("Any", each.preference.express(cast("Desk", self), *each.case))
                except NotByMeeting:
                    continue
                yield each.weight * (quantity - each.preference.least(self.session, *each.case))

    def inverted(self, earlier: Unit, later: Unit) -> Expression:
        """Count 1 when the later is opened first."""
        one, other = self._on_one_axis(earlier, later)
        if one.axis.forum not in self.desk.singly:
            raise NotByMeeting
        inverted = self.model.new_bool_var("")
        for index in one.axis_indices:
            self.model.add(other.opened_by(index) <= one.concluded_by(index) + inverted)
            self.model.add(one.opened_by(index) <= other.concluded_by(index) + 1 - inverted)
        return inverted

    def _on_one_axis(self, *units: Unit) -> list[MeetingParts]:
        """Return where these are when there is no choice; each is one instalment in one forum, which is that of all."""
        every = [self._of(unit) for unit in units]
        if any(len(some) != 1 for some in every) or len({some[0].axis.forum for some in every}) > 1:
            raise NotByMeeting
        return [some[0] for some in every]

    def continuations(self, instalment: Instalment) -> Expression:
        """Count the rows after the first."""
        return sum(each.continuations for each in self.parts[instalment.key])

    def divided(self, instalment: Instalment) -> Expression:
        """Count the rows after the first, in forums of which one meeting could hold the whole instalment."""
        return sum(
            each.continuations for each in self.parts[instalment.key] if self.desk.fits_one_meeting(each.placement)
        )

    def outside(self, unit: Unit, windows: Sequence[Window]) -> Expression:
        """Count the instalments that are not wholly inside these windows."""
        spans = tuple(self.desk.clock.span(window) for window in windows)
        parts = self._of(unit)
        return len({each.placement.instalment.key for each in parts}) - sum(each.inside(spans) for each in parts)

    def skipped(self, earlier: Instalment, later: Instalment) -> Expression:
        """Count the meetings between the last row of one and the first of another."""
        if earlier == later:
            return 0
        one, other = self._on_one_axis(earlier, later)
        return sum(self._between(one, other, index) for index in one.axis_indices[1:-1])

    def _between(self, one: MeetingParts, other: MeetingParts, index: int) -> Expression:
        segment, skipped = one.axis.segments[index], self.model.new_bool_var("")
        held = self.used(segment.meeting.key) if segment.may_fall else 1
        self.model.add(skipped >= one.concluded_by(index - 1) - other.opened_by(index) + held - 1)
        return skipped

    def used(self, meeting: Meeting | str) -> Expression:
        """Return whether items are taken up in a meeting."""
        return super().used(meeting if isinstance(meeting, str) else meeting.key)

    def idle(self, forum: Forum, business: Collection[Instalment]) -> Expression:
        """Count the minutes of the forum that are free in meetings before that of the last row of its business."""
        axis, keys = self.desk.axes[forum.key], {each.key for each in business}
        here = self.on(axis)
        last = [each for each in here if each.placement.instalment.key in keys]
        if forum.key not in self.desk.singly or not last or any(upon_conclusion(self.session)):
            raise NotByMeeting  # an item that waits for another forum makes time free that counts nothing
        free: list[Expression] = []
        for segment in axis.segments:
            later, minutes = self.model.new_bool_var(""), self.model.new_int_var(0, segment.length, "")
            for each in last:
                self.model.add(later >= each.present - each.concluded_by(segment.index))
            held = self.used(segment.meeting.key) if segment.may_fall else 1
            taken = sum(each.taken.get(segment.index, 0) for each in here)
            if not segment.meeting.opening:
                self.model.add(minutes >= segment.length * (held + later - 1) - taken)
                free.append(minutes)
        return sum(free) * self.desk.clock.tick

    def __getattr__(self, verb: str) -> Any:
        """Return what any other verb of the desk does here: it tells nothing."""
        if verb in vars(Desk):
            return _not_told
        raise AttributeError(verb)


def _not_told(*_: object, **__: object) -> Expression:
    raise NotByMeeting

"""What rules ask of one instalment alone: it shrinks the starts that the instalment may have."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from pendulum import DateTime

from wgsched.model import Instalment, Limits, Meeting, Unit, Window
from wgsched.planning.model.builder import ModelBuilder, keys, when_settled


class SingleVerbs(ModelBuilder):
    """Verbs that only gather requirements: no constraint is posted for them.

    A case that may be broken requires nothing: what it asks for is posted, and depends on its literal.
    """

    def takes(self, instalment: Instalment, minutes: int) -> None:
        """Give the instalment this many minutes."""
        required = self.required[instalment.key]
        required.fewest, required.minutes = self.minutes.get(instalment.key, (minutes, minutes))

    def within(self, unit: Unit, windows: Sequence[Limits]) -> None:
        """Keep every row of the unit inside one of the windows."""
        if self.may_break(unit):
            self.edges += [edge for each in windows for edge in (each.opens, each.closes) if edge]
            self._post_within(unit, windows)
            return
        for required in self.requirements_of(unit):
            required.windows.append(tuple(windows))

    @when_settled
    def _post_within(self, unit: Unit, windows: Sequence[Limits]) -> None:
        spans = tuple(self.clock.span(each) for each in windows)
        for required in self.requirements_of(unit):
            placements = self.placements[required.instalment.key]
            self.model.add(sum(each.inside(spans) for each in placements) >= 1)

    def unbroken(self, instalment: Instalment, around: Mapping[Instalment, Window] | None = None) -> None:
        """Take up the instalment as one interval of working time, left only for those around which it is taken up."""
        self.required[instalment.key].unbroken = True
        self.required[instalment.key].around = {each.key: window for each, window in (around or {}).items()}

    def once_a_meeting(self, instalment: Instalment) -> None:
        """No placement has more than one row in a meeting."""

    def opens_at(self, instalment: Instalment, moment: DateTime) -> None:
        """Open the instalment at exactly this moment."""
        if self.may_break(instalment):
            self.edges.append(moment)
            self._post_opens_at(instalment, moment)
        else:
            self.required[instalment.key].openings.append(moment)

    @when_settled
    def _post_opens_at(self, instalment: Instalment, moment: DateTime) -> None:
        tick = self.clock.exactly(moment)
        there = [
            placement.starts_at(segment, tick - segment.opens)
            for placement in self.placements[instalment.key]
            for segment in placement.reach
            if tick is not None and 0 <= tick - segment.opens < segment.length
        ]
        self.model.add(sum(there) >= 1)

    def whole(self, instalment: Instalment) -> None:
        """Take up the instalment in one meeting."""
        if self.may_break(instalment):
            self._post_whole(instalment)
        else:
            self.required[instalment.key].whole = True

    @when_settled
    def _post_whole(self, instalment: Instalment) -> None:
        for placement in self.placements[instalment.key]:
            self.model.add(placement.continuations() <= 0)

    def no_part_under(self, instalment: Instalment, minutes: int) -> None:
        """Give no meeting fewer minutes of a divided instalment."""
        required = self.required[instalment.key]
        if self.may_break(instalment):
            self.gaps.add(minutes)
            self._post_no_part_under(instalment, minutes)
        else:
            required.shortest = max(required.shortest, minutes)

    @when_settled
    def _post_no_part_under(self, instalment: Instalment, minutes: int) -> None:
        shortest = -(-minutes // self.clock.tick)
        for placement in self.placements[instalment.key]:
            divided = self.whole_model.new_bool_var("")
            self.model.add(placement.continuations() <= 0).only_enforce_if(~divided)
            for segment in placement.reach:
                touches, (_, size) = placement.touches(segment), placement.part(segment)
                if touches is not False:
                    self.model.add(size >= shortest * touches).only_enforce_if(divided)

    def only_in(self, unit: Unit, meetings: Sequence[Meeting]) -> None:
        """Keep every row of the unit in one of these meetings."""
        if self.may_break(unit):
            self._post_only_in(unit, keys(meetings))
            return
        for required in self.requirements_of(unit):
            required.meetings.append(keys(meetings))

    @when_settled
    def _post_only_in(self, unit: Unit, meetings: frozenset[str]) -> None:
        for placement in self.of(unit):
            for segment in placement.reach:
                touches = placement.touches(segment)
                if segment.meeting.key not in meetings and touches is not False:
                    self.model.add(touches == 0 if touches is not True else False)

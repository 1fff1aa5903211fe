"""What rules ask, as far as it can be said by meeting: room for all, order, people, teams."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import product

from ortools.sat.python import cp_model

from wgsched.model import Unit
from wgsched.planning.model.axes import Axis, Segment
from wgsched.planning.model.desk import SolverDesk
from wgsched.planning.model.literals import Expression, Literal, once
from wgsched.planning.search.by_meeting.parts import MeetingParts


class MeetingModel:
    """A model of a settled desk that counts by meeting. Each programme of the desk is one of this model too.

    What rules say of the hours within a meeting is left out, or said more weakly.
    """

    def __init__(self, desk: SolverDesk) -> None:
        self.desk, self.session = desk, desk.session
        self.model = cp_model.CpModel()
        self.parts = {key: tuple(self._each_forum(key)) for key in desk.placements}
        for forum in sorted(desk.singly):  # a set: the search depends on the order of the model
            self._post_one_at_a_time(desk.axes[forum])
        for earlier, later, gap in desk.orders:
            self._post_order(earlier, later, gap)
        for units in desk.separate:
            self._post_apart(units)
        for limit, keys in desk.caps:
            self.model.add(sum(self.used(key) for key in sorted(keys)) <= limit)
        self._post_teams()

    def _each_forum(self, key: str) -> Iterator[MeetingParts]:
        placements = self.desk.placements[key]
        here: list[Literal] = [True]
        if len(placements) > 1:
            here = [self.model.new_bool_var("") for _ in placements]
            self.model.add_exactly_one(here)
        for placement, present in zip(placements, here, strict=True):
            yield MeetingParts(self.model, placement, self.desk.required[key], self.desk.clock, present)

    def on(self, axis: Axis) -> list[MeetingParts]:
        """Return every instalment that the forum of an axis may take up."""
        return [each for some in self.parts.values() for each in some if each.axis is axis]

    @once
    def used(self, key: str) -> Literal:
        """Return whether items are taken up in a meeting, by key."""
        axis = self.desk.axes[self.session.meeting(key).forum]
        index = next((each.index for each in axis.segments if each.meeting.key == key), None)
        if index is None:
            return False
        used = self.model.new_bool_var("")
        for each in self.on(axis):
            self.model.add(each.rows_in(index) <= used)
        return used

    def _post_one_at_a_time(self, axis: Axis) -> None:
        """Have room for all in each meeting; over its end one goes on at most, and then in the next that is held."""
        here = self.on(axis)
        for segment in axis.segments:
            index, held = segment.index, self.used(segment.meeting.key) if segment.may_fall else 1
            self.model.add(sum(each.taken.get(index, 0) for each in here) <= segment.length * held)
            self._post_hours(segment.length, [part for each in here for part in each.within.get(index, ())])
            self.model.add(sum(each.runs_over(index) for each in here) <= 1)
            for each in here if segment.length and index else ():
                self.model.add(each.runs_over(index - 1) + held <= 1 + each.goes_on_in(index))

    def _post_hours(self, length: int, parts: Sequence[tuple[int, int, Expression]]) -> None:
        """Have room between any two hours for what can be nowhere else in the meeting."""
        for opens, closes in product({low for low, _, _ in parts}, {high for _, high, _ in parts}):
            inside = [ticks for low, high, ticks in parts if opens <= low and high <= closes]
            if 0 < closes - opens < length and inside:
                self.model.add(sum(inside) <= closes - opens)

    def _post_order(self, earlier: Unit, later: Unit, gap: int) -> None:
        for one, other in product(self._of(earlier), self._of(later)):
            if one.present is True and other.present is True:
                for segment in other.axis.segments:
                    before = _before(one.axis, segment, gap, same=one.axis is other.axis)
                    self.model.add(other.opened_by(segment.index) <= one.concluded_where(before))

    def _of(self, unit: Unit) -> list[MeetingParts]:
        return [each for part in self.session.agenda.instalments_of(unit) for each in self.parts[part.key]]

    def _post_apart(self, units: Sequence[Unit]) -> None:
        """What shares people shares the time of meetings that are held at the same hours; parts of one item may not."""
        at_once: dict[tuple[int, int], list[Expression]] = defaultdict(list)
        single = (unit for unit in units if len(self.desk.requirements_of(unit)) == 1)
        for each in (each for unit in single for each in self._of(unit)):
            for index, taken in each.taken.items():
                segment = each.axis.segments[index]
                at_once[segment.opens, segment.length].append(taken)
        for (_, length), some in at_once.items():
            if len(some) > 1:
                self.model.add(sum(some) <= length)

    def _post_teams(self) -> None:
        """Have a team for each meeting in which items are taken up; teams that are alike are one group of several."""
        desk = self.desk
        alike = {team: group[0] for group in desk.teams_alike() for team in group}
        sizes: dict[str, int] = defaultdict(int)
        for each in self.session.services.teams:
            sizes[alike.get(each.key, each.key)] += 1
        serving: dict[tuple[str, str], Literal] = {}
        for key, teams in desk.able.items():
            groups = dict.fromkeys(alike.get(team, team) for team in teams)
            for group in groups:
                serving[group, key] = self.used(key) if len(groups) == 1 else self.model.new_bool_var("")
            if len(groups) > 1:
                self.model.add(sum(serving[group, key] for group in groups) == self.used(key))
        for group, size in sizes.items():
            for limit, keys in desk.limits.get(group, ()):
                some = [serving[group, key] for key in sorted(keys) if (group, key) in serving]
                if len(some) > limit * size:
                    self.model.add(sum(some) <= limit * size)


def _before(axis: Axis, segment: Segment, gap: int, *, same: bool) -> list[Segment]:
    """Return the meetings in which something can be concluded before something is opened in a meeting."""
    if same and not gap:
        return [each for each in axis.segments if each.index <= segment.index]
    return [each for each in axis.segments if each.opens + 1 + gap < segment.closes]

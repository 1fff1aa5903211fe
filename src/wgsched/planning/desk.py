"""The desk on which a programme is put together: the verbs of rules and preferences, on OR-Tools."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import cached_property, partial
from itertools import combinations, pairwise

from ortools.sat.python import cp_model

from wgsched.model import Forum, Instalment, InterpretationTeam, Meeting, Session, Unit, Window
from wgsched.planning.axes import Axis, Clock, Sitting, span
from wgsched.planning.places import Place
from wgsched.planning.wants import Wants, keys

Count = cp_model.LinearExprT


class Desk:
    """Implements `wgsched.model.Desk`: rules first, then `settle`, then preferences.

    What a rule asks of one instalment alone shrinks the starts that it may have before any variable is made; the rest
    is kept and posted by `settle`.
    """

    def __init__(self, session: Session) -> None:
        self.session = session
        self.model = cp_model.CpModel()
        self.wants = {each.key: Wants(each, session.minutes_of(each)) for each in session.agenda.instalments}
        self.places: dict[str, tuple[Place, ...]] = {}
        self._later: list[Callable[[], None]] = []
        self._gaps: set[int] = set()
        self.closed: set[str] = set()
        self._serving: dict[tuple[str, str], cp_model.LiteralT] = {}
        self._used: dict[str, cp_model.LiteralT] = {}

    def _each(self, unit: Unit) -> list[Wants]:
        return [self.wants[each.key] for each in self.session.agenda.instalments_of(unit)]

    # What rules ask of one instalment alone

    def takes(self, instalment: Instalment, minutes: int) -> None:
        """Give the instalment this many minutes."""
        self.wants[instalment.key].minutes = minutes

    def within(self, unit: Unit, windows: Sequence[Window]) -> None:
        """Keep every row of the unit inside one of the windows."""
        for wants in self._each(unit):
            wants.windows.append(tuple(windows))

    def unbroken(self, instalment: Instalment) -> None:
        """An interval of working time is never broken."""

    def whole(self, instalment: Instalment) -> None:
        """Take up the instalment in one meeting."""
        self.wants[instalment.key].whole = True

    def no_part_under(self, instalment: Instalment, minutes: int) -> None:
        """Give no meeting fewer minutes of a divided instalment."""
        wants = self.wants[instalment.key]
        wants.shortest = max(wants.shortest, minutes)

    def only_in(self, unit: Unit, meetings: Sequence[Meeting]) -> None:
        """Keep every row of the unit in one of these meetings."""
        for wants in self._each(unit):
            wants.meetings.append(keys(meetings))

    def not_held(self, meeting: Meeting) -> None:
        """Take up nothing in the meeting."""
        self.closed.add(meeting.key)

    # What they ask of several

    def one_at_a_time(self, forum: Forum) -> None:
        """Take up one instalment at a time in the forum."""
        self._later.append(partial(self._one_at_a_time, forum.key))

    def apart(self, units: Sequence[Unit]) -> None:
        """Never take up two of these at once."""
        self._later.append(partial(self._apart, tuple(units)))

    def before(self, earlier: Unit, later: Unit, gap: int = 0) -> None:
        """Conclude the one before the other is opened, with a gap of clock time."""
        self._gaps.add(gap)
        self._later.append(partial(self._before, earlier, later, gap))

    def directly_after(self, earlier: Unit, later: Unit) -> None:
        """Open the one as soon as the other is concluded."""
        self._later.append(partial(self._directly_after, earlier, later))

    def rows(self, meeting: Meeting, instalments: Sequence[Instalment], *, open_ended: bool) -> None:
        """Take up exactly these in the meeting, in this order; open-ended, others after them."""
        listed = {each.key for each in instalments}
        for key, wants in self.wants.items():
            if key in listed:
                wants.touching.add(meeting.key)
            elif not open_ended:
                wants.avoiding.add(meeting.key)
        self._later.append(partial(self._rows, meeting, tuple(instalments)))

    def at_most(self, limit: int, meetings: Sequence[Meeting]) -> None:
        """Take up items in at most so many of these meetings."""
        if len(meetings) > limit:
            self._later.append(
                lambda: self.model.add(sum(self._is_used(meeting) for meeting in meetings) <= limit) and None
            )

    def served(self, meeting: Meeting, teams: Sequence[InterpretationTeam]) -> None:
        """Have one of these teams serve the meeting when items are taken up in it."""
        if not teams:
            self.not_held(meeting)
        elif len(self.session.services.teams) > 1:
            self._later.append(partial(self._served, meeting, tuple(teams)))

    def serves_at_most(self, team: InterpretationTeam, limit: int, meetings: Sequence[Meeting]) -> None:
        """Have the team serve at most so many of these meetings."""
        if len(self.session.services.teams) == 1:
            self.at_most(limit, meetings)
        elif len(meetings) > limit:
            self._later.append(partial(self._serves_at_most, team.key, limit, tuple(meetings)))

    # Settling

    @cached_property
    def clock(self) -> Clock:
        """The clock whose tick measures everything that was asked."""
        lengths = [length for wants in self.wants.values() for length in wants.lengths]
        windows = [window for wants in self.wants.values() for some in wants.windows for window in some]
        edges = [edge for window in windows for edge in (window.opens, window.closes)]
        return Clock.of(self.session, [*lengths, *self._gaps], edges)

    @cached_property
    def axes(self) -> dict[str, Axis]:
        """The working time of each forum, without the meetings that are not held."""
        return {
            forum.key: Axis.of(
                forum.key, (m for m in self.session.meetings_of(forum.key) if m.key not in self.closed), self.clock
            )
            for forum in self.session.forums
        }

    def reach(self, wants: Wants) -> dict[str, tuple]:
        """Return the starts that are left to an instalment, per forum."""
        forums = self.session.forums_of(wants.instalment)
        found = {forum: wants.stretches(self.axes[forum], self.clock) for forum in forums}
        return {forum: stretches for forum, stretches in found.items() if stretches}

    def settle(self) -> bool:
        """Make the variables and post what was kept; return False when an instalment has no start left."""
        reaches = {key: self.reach(wants) for key, wants in self.wants.items()}
        if not all(reaches.values()):
            return False
        for key, reach in reaches.items():
            wants = self.wants[key]
            ticks = wants.minutes // self.clock.tick
            self.places[key] = tuple(
                Place(self.model, wants.instalment, self.axes[forum], stretches, ticks, alone=len(reach) == 1)
                for forum, stretches in reach.items()
            )
            if len(reach) > 1:
                self.model.add_exactly_one(place.present for place in self.places[key])
        for post in self._later:
            post()
        return True

    def _of(self, unit: Unit) -> list[Place]:
        return [place for each in self.session.agenda.instalments_of(unit) for place in self.places[each.key]]

    def _at(self, meeting: Meeting) -> list[tuple[Place, Sitting]]:
        return [
            (place, sitting)
            for places in self.places.values()
            for place in places
            if place.axis.forum == meeting.forum
            for sitting in place.reach
            if sitting.meeting.key == meeting.key
        ]

    def _one_at_a_time(self, forum: str) -> None:
        here = [p.interval for places in self.places.values() for p in places if p.axis.forum == forum]
        self.model.add_no_overlap(here)

    def _apart(self, units: Sequence[Unit]) -> None:
        for first, second in combinations(units, 2):
            for one in self._of(first):
                for other in self._of(second):
                    if one.axis is other.axis:
                        self.model.add_no_overlap([one.interval, other.interval])
                    else:
                        self._never_at_once(one, other)

    def _never_at_once(self, one: Place, other: Place) -> None:
        for here in one.reach:
            for there in other.reach:
                if here.opens < there.opens + there.length and there.opens < here.opens + here.length:
                    self.model.add_no_overlap([one.part(here)[0], other.part(there)[0]])

    def _before(self, earlier: Unit, later: Unit, gap: int) -> None:
        ticks = gap // self.clock.tick
        for one in self._of(earlier):
            for other in self._of(later):
                both = [lit for lit in (one.present, other.present) if lit is not True]
                if one.axis is other.axis and not gap:
                    self.model.add(one.end <= other.start).only_enforce_if(both)
                else:
                    self.model.add(one.closes + ticks <= other.opens).only_enforce_if(both)

    def _directly_after(self, earlier: Unit, later: Unit) -> None:
        self._before(earlier, later, 0)
        for one in self._of(earlier)[-1:]:
            for other in self._of(later)[:1]:
                if one.axis is other.axis:
                    both = [lit for lit in (one.present, other.present) if lit is not True]
                    self.model.add(one.end == other.start).only_enforce_if(both)

    def _rows(self, meeting: Meeting, instalments: tuple[Instalment, ...]) -> None:
        order = [place for each in instalments for place in self.places[each.key] if place.axis.forum == meeting.forum]
        for one, other in pairwise(order):
            self.model.add(one.end <= other.start)
        listed = {each.key for each in instalments}
        for place, sitting in self._at(meeting):
            if order and place.instalment.key not in listed:
                self.model.add(order[-1].end <= place.start).only_enforce_if(place.touches(sitting))

    def _is_used(self, meeting: Meeting) -> cp_model.LiteralT:
        if meeting.key not in self._used:
            rows = [place.touches(sitting) for place, sitting in self._at(meeting)]
            used = self.model.new_bool_var("")
            for row in rows:
                self.model.add_implication(row, used)
            self.model.add_bool_or([*rows, ~used])
            self._used[meeting.key] = used
        return self._used[meeting.key]

    def _served(self, meeting: Meeting, teams: tuple[InterpretationTeam, ...]) -> None:
        self.model.add(sum(self._serves(team.key, meeting) for team in teams) == self._is_used(meeting))

    def _serves(self, team: str, meeting: Meeting) -> cp_model.LiteralT:
        key = (team, meeting.key)
        if key not in self._serving:
            self._serving[key] = self.model.new_bool_var("")
        return self._serving[key]

    def _serves_at_most(self, team: str, limit: int, meetings: tuple[Meeting, ...]) -> None:
        self.model.add(sum(self._serves(team, meeting) for meeting in meetings) <= limit)

    # What is better

    def inverted(self, earlier: Unit, later: Unit) -> Count:
        """Count 1 when the later is opened first."""
        one, other = self._of(earlier)[0], self._of(later)[0]
        same = one.axis is other.axis
        first, second = (one.start, other.start) if same else (one.opens, other.opens)
        inverted = self.model.new_bool_var("")
        self.model.add(first <= second).only_enforce_if(~inverted)
        self.model.add(second < first).only_enforce_if(inverted)
        return inverted

    def continuations(self, instalment: Instalment) -> Count:
        """Count the rows after the first."""
        return sum(
            int(str(value)) * literal
            for place in self.places[instalment.key]
            for value, literal in place.telling("rows", lambda stretch: stretch.last - stretch.first).items()
        )

    def outside(self, unit: Unit, windows: Sequence[Window]) -> Count:
        """Count the instalments that are not wholly inside these windows."""
        from wgsched.planning.axes import inside

        spans = [span(self.clock, window) for window in windows]
        each = self.session.agenda.instalments_of(unit)
        held = [
            place.split(("inside", tuple(spans)), inside(place.axis, place.ticks, place.stretches, spans))
            for place in self._of(unit)
        ]
        return len(each) - sum(held)

    def minutes_in(self, meeting: Meeting) -> Count:
        """Count the minutes used in the meeting."""
        return sum(place.part(sitting)[1] for place, sitting in self._at(meeting)) * self.clock.tick

    def most(self, quantities: Iterable[Count]) -> Count:
        """Return the largest."""
        top = self.model.new_int_var(0, 10**6, "")
        self.model.add_max_equality(top, list(quantities))
        return top

    def least(self, quantities: Iterable[Count]) -> Count:
        """Return the smallest."""
        bottom = self.model.new_int_var(0, 10**6, "")
        self.model.add_min_equality(bottom, list(quantities))
        return bottom

    def total(self, quantities: Iterable[Count]) -> Count:
        """Return the sum."""
        return sum(quantities)

    def used(self, meeting: Meeting) -> Count:
        """Count 1 when items are taken up in the meeting."""
        return self._is_used(meeting)

    def closing(self, forum: Forum) -> Count:
        """Count the usable minutes before the last item of the forum is concluded."""
        axis = self.axes[forum.key]
        here = [place for places in self.places.values() for place in places if place.axis is axis]
        if not here:
            return 0
        last = self.model.new_int_var(0, axis.length, "")
        for place in here:
            self.model.add(last >= place.end).only_enforce_if([] if place.present is True else [place.present])
        return last * self.clock.tick

    def together(self, first: Unit, second: Unit, windows: Sequence[Window]) -> Count:
        """Count the windows in which both have a row."""
        raise NotImplementedError

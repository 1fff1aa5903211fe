"""The desk on which a programme is put together: the verbs of rules and preferences, on OR-Tools."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cached_property, partial

from ortools.sat.python import cp_model
from pendulum import DateTime

from wgsched.model import Forum, Instalment, InterpretationTeam, Limits, Meeting, Session, Unit, Window
from wgsched.planning import joint, measures, sharing, teams
from wgsched.planning.axes import Axis, Clock, Sitting, Stretch
from wgsched.planning.fixed import Fixed
from wgsched.planning.floating import Floating, HeldTime
from wgsched.planning.parted import Parted
from wgsched.planning.places import Expression, Literal, Place
from wgsched.planning.wants import Wants, keys


class Desk:
    """Implements `wgsched.model.Desk`: rules first, then `settle`, then preferences.

    What a rule asks of one instalment alone shrinks the starts that it may have before any variable is made; the rest
    is kept and posted by `settle`. An instalment for which no rule asked its time has the shortest there is;
    ``minutes`` has instalments, by key, that are given from so many to so many minutes, whatever a rule asks for.
    """

    def __init__(
        self, session: Session, *, tick: int | None = None, minutes: Mapping[str, tuple[int, int]] | None = None
    ) -> None:
        self.session = session
        self.wants = {each.key: Wants(each) for each in session.agenda.instalments}
        self.places: dict[str, tuple[Place, ...]] = {}
        self.closed: set[str] = set()
        self.singly: set[str] = set()
        self.begun: dict[str, str | None] = {}
        self.able: dict[str, tuple[str, ...]] = {}
        self.limits: dict[str, list[tuple[int, frozenset[str]]]] = {}
        self.serving: dict[tuple[str, str], Literal] = {}
        self.times: dict[str, HeldTime] = {}
        self.told: dict[object, Literal] = {}
        self._later: list[Callable[[], None]] = []
        self._gaps: set[int] = set()
        self._tick = tick
        self.minutes = minutes or {}

    @cached_property
    def model(self) -> cp_model.CpModel:
        """What the solver is given; a desk that is never settled has none."""
        return cp_model.CpModel()

    def each(self, unit: Unit) -> list[Wants]:
        """Return what is asked of all that is planned of a unit."""
        return [self.wants[each.key] for each in self.session.agenda.instalments_of(unit)]

    # What rules ask of one instalment alone

    def takes(self, instalment: Instalment, minutes: int) -> None:
        """Give the instalment this many minutes."""
        wants = self.wants[instalment.key]
        wants.fewest, wants.minutes = self.minutes.get(instalment.key, (minutes, minutes))

    def within(self, unit: Unit, windows: Sequence[Limits]) -> None:
        """Keep every row of the unit inside one of the windows."""
        for wants in self.each(unit):
            wants.windows.append(tuple(windows))

    def unbroken(self, instalment: Instalment, around: Sequence[Instalment] = ()) -> None:
        """Take up the instalment as one interval of working time."""
        self.wants[instalment.key].unbroken = True
        self.wants[instalment.key].around = frozenset(each.key for each in around)

    def once_a_meeting(self, instalment: Instalment) -> None:
        """No place has more than one row in a meeting."""

    def opens_at(self, instalment: Instalment, moment: DateTime) -> None:
        """Open the instalment at exactly this moment."""
        self.wants[instalment.key].openings.append(moment)

    def whole(self, instalment: Instalment) -> None:
        """Take up the instalment in one meeting."""
        self.wants[instalment.key].whole = True

    def no_part_under(self, instalment: Instalment, minutes: int) -> None:
        """Give no meeting fewer minutes of a divided instalment."""
        wants = self.wants[instalment.key]
        wants.shortest = max(wants.shortest, minutes)

    def only_in(self, unit: Unit, meetings: Sequence[Meeting]) -> None:
        """Keep every row of the unit in one of these meetings."""
        for wants in self.each(unit):
            wants.meetings.append(keys(meetings))

    def not_held(self, meeting: Meeting) -> None:
        """Take up nothing in the meeting."""
        self.closed.add(meeting.key)

    def was_held(self, meeting: Meeting) -> None:
        """Count the meeting among those in which items are taken up: some were, before planning began."""
        self.begun[meeting.key] = meeting.team

    # What they ask of several

    def one_at_a_time(self, forum: Forum) -> None:
        """Take up one instalment at a time in the forum."""
        self.singly.add(forum.key)
        self._later.append(partial(joint.one_at_a_time, self, forum))

    def apart(self, units: Sequence[Unit]) -> None:
        """Never take up two of these at once."""
        self._later.append(partial(joint.apart, self, tuple(units)))

    def before(self, earlier: Unit, later: Unit, gap: int = 0) -> None:
        """Conclude the one before the other is opened, with a gap of clock time."""
        self._gaps.add(gap)
        self._later.append(partial(joint.before, self, earlier, later, gap))

    def opened_first(self, earlier: Unit, later: Unit) -> None:
        """Open the one no later than the other."""
        self._later.append(partial(measures.opened_first, self, earlier, later))

    def directly_after(self, earlier: Unit, later: Unit) -> None:
        """Open the one as soon as the other is concluded."""
        self._later.append(partial(joint.before, self, earlier, later, 0))
        self._later.append(partial(joint.directly_after, self, earlier, later))

    def rows(self, meeting: Meeting, instalments: Sequence[Instalment], *, open_ended: bool) -> None:
        """Take up exactly these in the meeting, in this order; open-ended, others after them."""
        listed = {each.key for each in instalments}
        for key, wants in self.wants.items():
            if key in listed:
                wants.touching.add(meeting.key)
            elif not open_ended:
                wants.avoiding.add(meeting.key)
        self._later.append(partial(joint.rows, self, meeting, tuple(instalments)))

    def at_most(self, limit: int, meetings: Sequence[Meeting]) -> None:
        """Take up items in at most so many of these meetings."""
        self._later.append(partial(joint.at_most, self, limit, tuple(meetings)))

    def served(self, meeting: Meeting, teams: Sequence[InterpretationTeam]) -> None:
        """Have one of these teams serve the meeting when items are taken up in it."""
        if not teams:
            self.not_held(meeting)
        elif len(self.session.services.teams) > 1:
            self.able[meeting.key] = tuple(team.key for team in teams)

    def serves_at_most(self, team: InterpretationTeam, limit: int, meetings: Sequence[Meeting]) -> None:
        """Have the team serve at most so many of these meetings."""
        if len(self.session.services.teams) == 1:
            self.at_most(limit, meetings)
        else:
            self.limits.setdefault(team.key, []).append((limit, keys(meetings)))
            self._later.append(partial(joint.serves_at_most, self, team.key, limit, tuple(meetings)))

    def in_one_meeting(self, units: Sequence[Unit]) -> None:
        """Keep all rows of these in one meeting."""
        self._later.append(partial(sharing.in_one, self, tuple(units), sharing.by_meeting))

    def in_different_meetings(self, units: Sequence[Unit]) -> None:
        """Never take up two of these in one meeting."""
        self._later.append(partial(sharing.in_different, self, tuple(units), sharing.by_meeting))

    def on_one_day(self, units: Sequence[Unit]) -> None:
        """Keep all rows of these in the meetings of one day."""
        self._later.append(partial(sharing.in_one, self, tuple(units), sharing.by_day))

    def on_different_days(self, units: Sequence[Unit]) -> None:
        """Never take up two of these on one day."""
        self._later.append(partial(sharing.in_different, self, tuple(units), sharing.by_day))

    def in_one_forum(self, units: Sequence[Unit]) -> None:
        """Take up all of these in one forum."""
        self._later.append(partial(sharing.in_one, self, tuple(units), sharing.by_forum))

    def in_different_forums(self, units: Sequence[Unit]) -> None:
        """Never take up two of these in one forum."""
        self._later.append(partial(sharing.in_different, self, tuple(units), sharing.by_forum))

    def opens_meeting(self, instalment: Instalment) -> None:
        """Take up nothing before the instalment in the meeting in which it is opened."""
        self._later.append(partial(sharing.opens_meeting, self, instalment))

    def closes_meeting(self, instalment: Instalment) -> None:
        """Take up nothing after the instalment in the meeting in which it is concluded."""
        self._later.append(partial(sharing.closes_meeting, self, instalment))

    def spread(self, unit: Unit, least: int, most: int) -> None:
        """Take up the unit in so many meetings."""
        self._later.append(partial(sharing.spread, self, unit, least, most))

    def taken_up_in(self, meeting: Meeting, units: Sequence[Unit], least: int, most: int) -> None:
        """Take up so many of these in the meeting."""
        self._later.append(partial(sharing.taken_up_in, self, meeting, tuple(units), least, most))

    # Settling

    @cached_property
    def clock(self) -> Clock:
        """The clock whose tick measures everything that was asked."""
        lengths = [length for wants in self.wants.values() for length in wants.lengths]
        lengths += [minutes for key in self.wants for minutes in self.session.range_of(self.wants[key].instalment)]
        windows = [window for wants in self.wants.values() for some in wants.windows for window in some]
        edges = [edge for window in windows for edge in (window.opens, window.closes) if edge]
        edges += [moment for wants in self.wants.values() for moment in wants.openings]
        return Clock.of(self.session, [*lengths, *self._gaps], edges, self._tick)

    @cached_property
    def axes(self) -> dict[str, Axis]:
        """The working time of each forum, without the meetings that are not held."""
        return {
            forum.key: Axis.of(
                forum.key, (m for m in self.session.meetings_of(forum.key) if m.key not in self.closed), self.clock
            )
            for forum in self.session.forums
        }

    def reach(self, wants: Wants) -> dict[str, tuple[Stretch, ...]]:
        """Return the starts that are left to an instalment, per forum."""
        forums = self.session.forums_of(wants.instalment)
        found = {forum: wants.stretches(self.axes[forum], self.clock) for forum in forums}
        return {forum: stretches for forum, stretches in found.items() if stretches}

    def settle(self) -> bool:
        """Make the variables and post what was kept; return False when an instalment has no start left."""
        reaches = {key: self.reach(wants) for key, wants in self.wants.items()}
        if not all(reaches.values()):
            return False
        self.times = {forum: HeldTime(self.model, axis) for forum, axis in self.axes.items() if axis.floating}
        for key, reach in reaches.items():
            self.places[key] = tuple(
                self._place(self.wants[key], forum, stretches, alone=len(reach) == 1)
                for forum, stretches in reach.items()
            )
            if len(reach) > 1:
                self.model.add_exactly_one(place.present for place in self.places[key])
        for meeting, able in self.able.items():
            joint.served(self, self.session.meeting(meeting), able)
        for post in self._later:
            post()
        teams.in_turn(self)
        return True

    @property
    def held(self) -> dict[str, Literal]:
        """Whether each meeting is held that need not be."""
        return {
            sitting.meeting.key: time.held[sitting.index]
            for time in self.times.values()
            for sitting in time.axis.sittings
            if sitting.meeting.optional
        }

    def _place(self, wants: Wants, forum: str, stretches: tuple[Stretch, ...], *, alone: bool) -> Place:
        present: Literal = True if alone else self.model.new_bool_var("")
        if not wants.runs:
            return Parted(self.model, wants, self.axes[forum], self.clock, present, self.times.get(forum))
        if forum in self.times:
            return Floating(self.model, wants, self.times[forum], self.clock, present)
        axis, ticks = self.axes[forum], wants.ticks(self.clock)
        return Fixed(self.model, wants.instalment, axis, stretches, ticks, present)

    # What several verbs need

    def of(self, unit: Unit) -> list[Place]:
        """Return every place that a unit can have."""
        return [place for each in self.session.agenda.instalments_of(unit) for place in self.places[each.key]]

    def parted(self, forum: str) -> bool:
        """Return whether something that may be interrupted can be taken up in a forum."""
        return not all(place.runs for place in self.on(self.axes[forum]))

    def on(self, axis: Axis) -> list[Place]:
        """Return every place on an axis."""
        return [place for places in self.places.values() for place in places if place.axis is axis]

    @cached_property
    def _by_meeting(self) -> dict[str, list[tuple[Place, Sitting]]]:
        found: dict[str, list[tuple[Place, Sitting]]] = {}
        for places in self.places.values():
            for place in places:
                for sitting in place.reach:
                    found.setdefault(sitting.meeting.key, []).append((place, sitting))
        return found

    def at(self, meeting: Meeting) -> list[tuple[Place, Sitting]]:
        """Return every place that can have a row in a meeting."""
        return self._by_meeting.get(meeting.key, [])

    def once(self, name: object, make: Callable[[], Literal]) -> Literal:
        """Return what was made under this name, made now if it never was."""
        if name not in self.told:
            self.told[name] = make()
        return self.told[name]

    # What is better

    def inverted(self, earlier: Unit, later: Unit) -> Expression:
        """Count 1 when the later is opened first."""
        return measures.inverted(self, earlier, later)

    def continuations(self, instalment: Instalment) -> Expression:
        """Count the rows after the first."""
        return measures.continuations(self, instalment)

    def outside(self, unit: Unit, windows: Sequence[Window]) -> Expression:
        """Count the instalments that are not wholly inside these windows."""
        return measures.outside(self, unit, windows)

    def minutes_in(self, meeting: Meeting) -> Expression:
        """Count the minutes used in the meeting."""
        return measures.total(place.part(sitting)[1] for place, sitting in self.at(meeting)) * self.clock.tick

    def most(self, quantities: Iterable[Expression]) -> Expression:
        """Return the largest."""
        return measures.extreme(self, list(quantities), largest=True)

    def least(self, quantities: Iterable[Expression]) -> Expression:
        """Return the smallest."""
        return measures.extreme(self, list(quantities), largest=False)

    def total(self, quantities: Iterable[Expression]) -> Expression:
        """Return the sum."""
        return measures.total(quantities)

    def used(self, meeting: Meeting) -> Expression:
        """Count 1 when items are taken up in the meeting."""
        return joint.used(self, meeting)

    def closing(self, forum: Forum) -> Expression:
        """Count the usable minutes before the last item of the forum is concluded."""
        return measures.closing(self, forum)

    def together(self, first: Unit, second: Unit, windows: Sequence[Window]) -> Expression:
        """Count the windows in which both have a row."""
        return measures.total(measures.together(self, first, second, window) for window in windows)

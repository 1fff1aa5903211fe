"""The meetings: one for each period of each day of each forum, and those that differ, are extra, or fall away."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any

from pendulum import Date

from wgsched.errors import BadInput
from wgsched.files.building.context import Context
from wgsched.files.building.hours import HoursByDay, hours_of
from wgsched.files.building.services import tell_strange_features
from wgsched.files.grammar import Calendar, Stretch, Wrong, read_days
from wgsched.files.grammar.days import said
from wgsched.files.meetingnames import forum_named
from wgsched.files.nodes import Path
from wgsched.files.shape import SessionShape
from wgsched.files.shape.conference import ForumShape, MeetingShape
from wgsched.model import ConferenceServices, Forum, Language, Meeting, Period, Place, ServiceBasis

NO_ROOM, ANY_ROOM = "none", "any"
"""The words for a room that is to be announced, although the forum has one, and for any of the rooms."""


@dataclass
class ForumSchedule:
    """A forum with the days and hours on which it can sit, and what its file says of it."""

    forum: Forum
    shape: ForumShape
    languages: tuple[Language, ...]
    hours: HoursByDay
    zone: str
    days: tuple[Date, ...]
    rooms: tuple[str, ...] = ()
    added: dict[Date, tuple[Period, ...]] = field(default_factory=dict)

    @cached_property
    def calendar(self) -> Calendar:
        """What moments are read against: its days, and its periods with those of meetings that were added."""
        return Calendar(self.zone, self.days, self.periods)

    def periods(self, day: Date) -> tuple[Period, ...]:
        """Return the periods of a day, in order; those of meetings that were added come last."""
        return (*self.hours.of(day), *self.added.get(day, ()))

    def add(self, meeting: Meeting) -> None:
        """Let the period of a meeting that was added exist wherever it is named."""
        if meeting.period and all(each.key != meeting.period for each in self.periods(meeting.date)):
            period = Period(meeting.period, meeting.opens.time(), meeting.closes.time())
            self.added[meeting.date] = (*self.added.get(meeting.date, ()), period)

    @property
    def basis(self) -> ServiceBasis:
        """The footing of its meetings: with interpretation, unless that is said otherwise or there are no languages."""
        return self.shape.interpretation or (ServiceBasis.WITH if self.languages else ServiceBasis.WITHOUT)

    @property
    def usual_rooms(self) -> tuple[str, ...]:
        """The rooms of its meetings; any, where it says only what they need."""
        needs = self.shape.seats or self.shape.features or self.shape.audience
        return self.shape.room or ((ANY_ROOM,) if needs and self.rooms else ())

    def room_of(self, named: tuple[str, ...]) -> dict[str, Any]:
        """Return the room of a meeting, or the rooms to choose from, as the file names them."""
        rooms = self.rooms if named == (ANY_ROOM,) else () if named == (NO_ROOM,) else named
        return {"room": rooms[0], "rooms": ()} if len(rooms) == 1 else {"room": None, "rooms": rooms}

    def meetings(self, closed: set[Date], context: Context) -> Iterator[Meeting]:
        """Yield a meeting for each period of each day that is not closed."""
        for day in self.calendar.days:
            for period in self.hours.of(day) if day not in closed else ():
                ends = ((each.hour, each.minute) for each in (period.opens, period.closes))
                time = context.attempt(("hours",), self.calendar.stretch, day, *ends, default=None)
                if time:
                    yield self.meeting(time, period.key)

    def meeting(self, time: Stretch, period: str) -> Meeting:
        """Return a meeting at this time."""
        return Meeting(
            key=f"{self.forum.key}-{time.opens:%Y-%m-%d}-{period or time.opens.format('HHmm')}",
            forum=self.forum.key, opens=time.opens, closes=time.closes, period=period, **self.room_of(self.usual_rooms),
            languages=self.languages, basis=self.basis, team=self.shape.team,
            optional=self.shape.optional,
        )  # fmt: skip


def forum_schedules(
    shape: SessionShape, forums: tuple[Forum, ...], place: Place, services: ConferenceServices, context: Context
) -> tuple[ForumSchedule, ...]:
    """Return every forum with its days and hours."""
    days = context.calendar.days
    base = hours_of(("hours",), shape.hours, HoursByDay(place.periods), context)
    each = []
    for forum in forums:
        given = shape.forums.get(forum.key, ForumShape())
        path: Path = ("forums", forum.key)
        own = _days(given, (*path, "days"), days, context)
        hours = hours_of((*path, "hours"), given.hours, base, context)
        languages = services.languages if given.languages is None else given.languages
        rooms = tuple(room.key for room in services.rooms)
        _tell_strange_rooms(given.room, (*path, "room"), rooms, context)
        tell_strange_features(shape, (*path, "features"), given.features, context)
        each.append(ForumSchedule(forum, given, languages, hours, place.zone, own, rooms))
    return tuple(each)


def _tell_strange_rooms(named: tuple[str, ...], path: Path, known: tuple[str, ...], context: Context) -> None:
    """Tell which of several rooms to choose from are not described; a single room need not be."""
    if named == (ANY_ROOM,) and not known:
        context.faults.at(path, "no room is described", "Write the rooms under services: {rooms: {I: {seats: 100}}}.")
    elif known and len(named) > 1:
        context.faults.strangers(path, "room", named, known)


def _days(given: ForumShape, path: Path, days: tuple[Date, ...], context: Context) -> tuple[Date, ...]:
    """Return the days of a forum: all of the session, or those that it names."""
    own: set[Date] = set()
    for line in given.days if days else ():
        for day in context.attempt(path, _own_days, line, days, default=()):
            if day in days:
                own.add(day)
            else:
                context.faults.at(path, f"{said(day)} is not a day of the session")
    return tuple(sorted(own)) or days


def _own_days(line: str, days: tuple[Date, ...]) -> tuple[Date, ...]:
    try:
        return read_days(line, year=days[-1].year)
    except Wrong:
        words = [word for word in line.replace(" and ", ",").split(",") if word.strip()]
        if not words:
            raise
        return tuple(Calendar("UTC", days).day(word) for word in words)


def meetings_of(
    shape: SessionShape, schedules: tuple[ForumSchedule, ...], closed: set[Date], context: Context
) -> tuple[Meeting, ...]:
    """Return all meetings that can be held, in order of time; none on the days that are closed."""
    return _MeetingsBuilder(shape, schedules, closed, context).differing()


class _MeetingsBuilder:
    """Changes the usual meetings into those of the file, and remembers which block of it says so."""

    def __init__(
        self, shape: SessionShape, schedules: tuple[ForumSchedule, ...], closed: set[Date], context: Context
    ) -> None:
        self.shape, self.context = shape, context
        self.schedules = {schedule.forum.key: schedule for schedule in schedules}
        self.meetings = {meeting.key: meeting for each in schedules for meeting in each.meetings(closed, context)}
        self.origins: dict[str, Path] = {}
        self.reserves: dict[str, int] = {}

    def differing(self) -> tuple[Meeting, ...]:
        for written, given in self.shape.meetings.items() if self.context.calendar.days else ():
            self._differ(written, given)
        self._tell_overlaps()
        forums = list(self.schedules)
        ordered = sorted(self.meetings.values(), key=lambda each: (each.opens, forums.index(each.forum)))
        return self._renamed([self._reserved(meeting) for meeting in ordered])

    def _differ(self, written: str, given: MeetingShape | None) -> None:
        """Change, add or take away the meeting that a block of ``meetings`` names."""
        path: Path = ("meetings", written)
        which = self.context.attempt(path, self._which, written, given, default=None)
        if which is None:
            return
        schedule, time, period = which
        there = self._at(schedule, time, period)
        if given is None:
            if there is None:
                self.context.faults.at(path, f"there is no meeting {written!r}", key=True)
            else:
                del self.meetings[there.key]
            return
        usual = there or schedule.meeting(time, period)
        meeting = self.context.attempt(path, _changed, usual, given, schedule, default=usual)
        self.meetings[meeting.key] = meeting
        schedule.add(meeting)
        self.origins[meeting.key] = path
        if given.reserve:
            self.reserves[meeting.key] = given.reserve

    def _which(self, written: str, given: MeetingShape | None) -> tuple[ForumSchedule, Stretch, str]:
        """Return the forum, the time and the period that the key of a block of ``meetings`` names.

        Raises:
            Wrong: it names no meeting.
        """
        forum, rest = forum_named(written, tuple(each.forum for each in self.schedules.values()))
        schedule = self.schedules[forum] if forum else next(iter(self.schedules.values()))
        try:
            time = schedule.calendar.read(rest)
            period = time.period or ""
        except Wrong:
            if given is None or given.hours is None:
                raise
            day_text, _, period = rest.rpartition(" ")
            time = schedule.calendar.stretch(schedule.calendar.day(day_text or rest), *given.hours)
        if time.whole_day or time.exact:
            raise Wrong(f"{written!r} does not say which meeting", "Expected for example Thu am or Thu 14 May 10-13.")
        if time.opens.date() not in schedule.calendar.days:
            raise Wrong(f"{written!r} is not on a day of the session")
        return schedule, time, period

    def _at(self, schedule: ForumSchedule, time: Stretch, period: str) -> Meeting | None:
        """Return the meeting of a forum in a period, or at this very time."""
        for meeting in self.meetings.values():
            same_day = meeting.forum == schedule.forum.key and meeting.date == time.opens.date()
            if same_day and (meeting.period == period if period else meeting.window == time.window):
                return meeting
        return None

    def _reserved(self, meeting: Meeting) -> Meeting:
        """Return a meeting with its reserve, or tell that it leaves no time."""
        try:
            usual = self.schedules[meeting.forum].shape.reserve or 0
            return replace(meeting, reserve=self.reserves.get(meeting.key, usual))
        except BadInput as bad:
            origin = self.origins.get(meeting.key, ("forums", meeting.forum, "reserve"))
            self.context.faults.at(origin, bad.faults[0].message)
            return meeting

    def _renamed(self, meetings: list[Meeting]) -> tuple[Meeting, ...]:
        """Give the meetings the keys that the file gives them."""
        usual, own = {meeting.key for meeting in meetings}, dict[str, str]()
        for key, path in self.origins.items():
            given = self.shape.meetings[str(path[-1])]
            if given is None or given.key is None or key not in usual:
                continue
            if given.key in {*own.values(), *usual} - {key}:
                self.context.faults.at((*path, "key"), f"another meeting has the key {given.key!r}")
            own[key] = given.key
        return tuple(replace(meeting, key=own.get(meeting.key, meeting.key)) for meeting in meetings)

    def _tell_overlaps(self) -> None:
        last: dict[str, Meeting] = {}
        for meeting in sorted(self.meetings.values(), key=lambda each: each.opens):
            before = last.get(meeting.forum)
            if before and meeting.opens < before.closes:
                origin = self.origins.get(meeting.key) or self.origins.get(before.key) or ("hours",)
                hours = f"{_hours_said(before)} and {_hours_said(meeting)}"
                self.context.faults.at(origin, f"two meetings of {meeting.forum!r} overlap: {hours}")
            last[meeting.forum] = meeting


def _changed(meeting: Meeting, given: MeetingShape, schedule: ForumSchedule) -> Meeting:
    calendar, rooms = schedule.calendar, schedule.room_of(given.room) if given.room else {}
    opens, closes = meeting.opens, meeting.closes
    if given.hours:
        time = calendar.stretch(opens.date(), *given.hours)
        opens, closes = time.opens, time.closes
    return replace(
        meeting,
        opens=opens,
        closes=closes,
        languages=meeting.languages if given.languages is None else given.languages,
        basis=given.interpretation or meeting.basis,
        **rooms,
        cancelled=bool(given.cancelled),
        team=given.team or meeting.team,
        number=given.number or meeting.number,
        kept=bool(given.kept),
        optional=meeting.optional if given.optional is None else given.optional,
    )


def _hours_said(meeting: Meeting) -> str:
    return f"{said(meeting.date)} {meeting.opens:%H:%M}-{meeting.closes:%H:%M}"

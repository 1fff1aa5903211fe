"""The forums, each with the days and hours on which it can sit, and a meeting for each period of each day."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from pendulum import Date

from wgsched.files.building.context import Context
from wgsched.files.building.hours import HoursByDay, hours_of
from wgsched.files.building.services import tell_strange_features
from wgsched.files.grammar import Calendar, Stretch, Wrong, read_days
from wgsched.files.grammar.days import said
from wgsched.files.nodes import Path
from wgsched.files.shape import SessionShape
from wgsched.files.shape.conference import ForumShape
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

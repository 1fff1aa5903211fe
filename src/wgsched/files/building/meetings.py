"""The meetings: one for each period of each day of each forum, and those that differ, are extra, or fall away."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

import pendulum
from pendulum import Date, DateTime

from wgsched.errors import BadInput
from wgsched.files.building.context import Context
from wgsched.files.building.hours import Hours, hours_of
from wgsched.files.grammar import Calendar, Stretch, Wrong, read_days
from wgsched.files.grammar.days import said
from wgsched.files.nodes import Path
from wgsched.files.shape import SessionShape
from wgsched.files.shape.conference import ForumShape, MeetingShape
from wgsched.model import ConferenceServices, Forum, Meeting, Period, Place, ServiceBasis


@dataclass
class Sitting:
    """A forum with the days and hours on which it can sit, and what its file says of it."""

    forum: Forum
    shape: ForumShape
    calendar: Calendar
    hours: Hours


def sittings(shape: SessionShape, forums: tuple[Forum, ...], place: Place, context: Context) -> tuple[Sitting, ...]:
    """Return every forum with its days and hours."""
    days = context.calendar.days
    base = hours_of(("hours",), shape.hours, Hours(place.periods), context.calendar, context)
    found = []
    for forum in forums:
        given = shape.forums.get(forum.key, ForumShape())
        path: Path = ("forums", forum.key)
        own = _days(given, path, days, context)
        hours = hours_of((*path, "hours"), given.hours, base, context.calendar, context)
        found.append(Sitting(forum, given, Calendar(place.zone, own, hours.of), hours))
    return tuple(found)


def _days(given: ForumShape, path: Path, days: tuple[Date, ...], context: Context) -> tuple[Date, ...]:
    if not given.days or not days:
        return days
    read: list[Date] = []
    for line in given.days:
        read += context.attempt((*path, "days"), _own_days, line, days, default=())
    for day in read:
        if day not in days:
            context.faults.at((*path, "days"), f"{said(day)} is not a day of the session")
    return tuple(sorted({day for day in read if day in days})) or days


def _own_days(line: str, days: tuple[Date, ...]) -> tuple[Date, ...]:
    try:
        return read_days(line, year=days[-1].year)
    except Wrong as wrong:
        named = [Calendar("UTC", days).day(word) for word in line.replace(" and ", ",").split(",") if word.strip()]
        if not named:
            raise wrong from None
        return tuple(named)


def meetings_of(
    shape: SessionShape, places: tuple[Sitting, ...], place: Place, services: ConferenceServices, context: Context
) -> tuple[Meeting, ...]:
    """Return all meetings that can be held, in order of time."""
    closed = {holiday.date for holiday in place.holidays if holiday.firm}
    found = {m.key: m for each in places for m in _usual(each, closed, place.zone, services)}
    origins: dict[str, Path] = {}
    reserves = {each.forum.key: each.shape.reserve or 0 for each in places}
    own: dict[str, int] = {}
    for written, given in shape.meetings.items():
        if key := _differ(written, given, found, places, services, context):
            path: Path = ("meetings", written)
            origins[key] = path
            if given and given.reserve:
                own[key] = given.reserve
    _overlaps(found.values(), origins, context)
    reserved = [
        _reserved(meeting, own.get(meeting.key, reserves[meeting.forum]), origins.get(meeting.key), context)
        for meeting in found.values()
    ]
    ordered = sorted(reserved, key=lambda m: (m.opens, [s.forum.key for s in places].index(m.forum)))
    return _renamed(ordered, shape, origins, context)


def _reserved(meeting: Meeting, reserve: int, origin: Path | None, context: Context) -> Meeting:
    """Return a meeting with its reserve, or tell that it leaves no time."""
    try:
        return replace(meeting, reserve=reserve)
    except BadInput as bad:
        context.faults.at(origin or ("forums", meeting.forum, "reserve"), bad.faults[0].message)
        return meeting


def _usual(each: Sitting, closed: set[Date], zone: str, services: ConferenceServices) -> Iterator[Meeting]:
    for day in each.calendar.days:
        for period in each.hours.of(day) if day not in closed else ():
            opens, closes = _at(day, period, zone)
            yield _meeting(each, opens, closes, period.key, services)


def _at(day: Date, period: Period, zone: str) -> tuple[DateTime, DateTime]:
    def moment(on: Date, time: pendulum.Time) -> DateTime:
        return pendulum.datetime(on.year, on.month, on.day, time.hour, time.minute, tz=zone)

    until = day if period.opens < period.closes else day.add(days=1)
    return moment(day, period.opens), moment(until, period.closes)


def _meeting(each: Sitting, opens: DateTime, closes: DateTime, period: str, services: ConferenceServices) -> Meeting:
    given = each.shape
    languages = services.languages if given.languages is None else given.languages
    return Meeting(
        key=f"{each.forum.key}-{opens:%Y-%m-%d}-{period or opens.format('HHmm')}",
        forum=each.forum.key, opens=opens, closes=closes, period=period, room=given.room, languages=languages,
        basis=given.interpretation or ServiceBasis.WITH, team=given.team, optional=given.optional,
    )  # fmt: skip


def _differ(
    written: str,
    given: MeetingShape | None,
    found: dict[str, Meeting],
    places: tuple[Sitting, ...],
    services: ConferenceServices,
    context: Context,
) -> str | None:
    """Change, add or take away the meeting that a block of ``meetings`` names; return its key."""
    path: Path = ("meetings", written)
    if not context.calendar.days:
        return None
    read = context.attempt(path, _place_of, written, places, given, default=None)
    if read is None:
        return None
    sitting, stretch, period = read
    key = _existing(sitting, stretch, period, found)
    if given is None:
        if key is None:
            context.faults.at(path, f"there is no meeting {written!r}", key=True)
        else:
            del found[key]
        return None
    new = _meeting(sitting, stretch.opens, stretch.closes, period, services)
    meeting = found.get(key or "", new)
    found[meeting.key] = _changed(meeting, given)
    return meeting.key


def _place_of(written: str, places: tuple[Sitting, ...], given: MeetingShape | None) -> tuple[Sitting, Stretch, str]:
    """Return the forum, the time and the period that the key of a block of ``meetings`` names."""
    sitting, rest = forum_and_rest(written, places)
    period = ""
    try:
        stretch = sitting.calendar.read(rest)
        period = stretch.period or ""
    except Wrong:
        if given is None or given.hours is None:
            raise
        day_text, _, period = rest.rpartition(" ")
        opens, closes = given.hours
        day = sitting.calendar.day(day_text or rest)
        stretch = sitting.calendar.read(f"{day} {opens[0]}:{opens[1]:02}-{closes[0]}:{closes[1]:02}")
    if stretch.whole_day or stretch.exact:
        raise Wrong(f"{written!r} does not say which meeting", "Expected for example Thu am or Thu 14 May 10-13.")
    if stretch.opens.date() not in sitting.calendar.days:
        raise Wrong(f"{written!r} is not on a day of the session")
    return sitting, stretch, period


def forum_and_rest(written: str, places: tuple[Sitting, ...]) -> tuple[Sitting, str]:
    """Return the forum that a text names first, or the first forum, and the rest of the text."""
    for each in sorted(places, key=lambda one: -len(one.forum.key)):
        if written.lower().startswith(f"{each.forum.key.lower()} "):
            return each, written[len(each.forum.key) :].strip(" :,")
    return places[0], written


def _existing(sitting: Sitting, stretch: Stretch, period: str, found: dict[str, Meeting]) -> str | None:
    for key, meeting in found.items():
        same_day = meeting.forum == sitting.forum.key and meeting.date == stretch.opens.date()
        if same_day and (meeting.period == period if period else meeting.window == stretch.window):
            return key
    return None


def _changed(meeting: Meeting, given: MeetingShape) -> Meeting:
    if given.hours:
        meeting = _moved(meeting, given.hours)
    return replace(
        meeting,
        languages=meeting.languages if given.languages is None else given.languages,
        basis=given.interpretation or meeting.basis,
        room=given.room or meeting.room,
        team=given.team or meeting.team,
        number=given.number or meeting.number,
        optional=meeting.optional if given.optional is None else given.optional,
    )


def _moved(meeting: Meeting, hours: tuple[tuple[int, int], tuple[int, int]]) -> Meeting:
    day = meeting.opens.start_of("day")
    opens, closes = (day.add(days=clock[0] // 24).set(hour=clock[0] % 24, minute=clock[1]) for clock in hours)
    return replace(meeting, opens=opens, closes=closes if opens < closes else closes.add(days=1))


def _renamed(
    meetings: list[Meeting], shape: SessionShape, origins: dict[str, Path], context: Context
) -> tuple[Meeting, ...]:
    """Give the meetings the keys that the file gives them."""
    usual, own = {meeting.key for meeting in meetings}, dict[str, str]()
    for key, path in origins.items():
        given = shape.meetings[str(path[-1])]
        if given is None or given.key is None or key not in usual:
            continue
        if given.key in {*own.values(), *usual} - {key}:
            context.faults.at((*path, "key"), f"another meeting has the key {given.key!r}")
        own[key] = given.key
    return tuple(replace(meeting, key=own.get(meeting.key, meeting.key)) for meeting in meetings)


def _overlaps(meetings: Iterable[Meeting], origins: dict[str, Path], context: Context) -> None:
    last: dict[str, Meeting] = {}
    for meeting in sorted(meetings, key=lambda each: each.opens):
        before = last.get(meeting.forum)
        path = origins.get(meeting.key) or (origins.get(before.key) if before else None) or ("hours",)
        if before and meeting.opens < before.closes:
            context.faults.at(
                path,
                f"two meetings of {meeting.forum!r} overlap: {_hours_said(before)} and {_hours_said(meeting)}",
            )
        last[meeting.forum] = meeting


def _hours_said(meeting: Meeting) -> str:
    return f"{said(meeting.date)} {meeting.opens:%H:%M}-{meeting.closes:%H:%M}"

"""The meetings of a session: those of its forums, and those that differ, are extra, or fall away."""

from __future__ import annotations

from dataclasses import replace

from pendulum import Date

from wgsched.errors import BadInput
from wgsched.files.building.context import Context
from wgsched.files.building.forums import ForumSchedule
from wgsched.files.grammar import Stretch, Wrong
from wgsched.files.grammar.days import said
from wgsched.files.meetingnames import forum_named
from wgsched.files.nodes import Path
from wgsched.files.shape import SessionShape
from wgsched.files.shape.conference import MeetingShape
from wgsched.model import Meeting


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

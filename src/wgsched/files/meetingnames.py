"""Meetings by the names that people type: ``Thu am``, ``informals Mon 15:00``, ``3rd meeting``, a day, a key.

The session file and the command line read the same names.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, partial

from pendulum import Date

from wgsched.files.grammar import Calendar, Stretch, Wrong
from wgsched.files.grammar.days import WEEKDAYS, said
from wgsched.files.grammar.hours import period_word
from wgsched.model import Forum, Meeting, Period
from wgsched.model.conference import numbers_of
from wgsched.model.lookup import grouped

NOON, EVENING = 12, 18
"""Meetings without a named period that open before noon sit in the morning; those from six on at night."""

_SHOWN = 12
_NUMBERED = re.compile(r"(?:(?P<first>\d+)(?:st|nd|rd|th) meeting|meeting (?P<last>\d+))", re.IGNORECASE)


@dataclass(frozen=True)
class MeetingNames:
    """Finds meetings by name. ``calendars`` read days and periods, by forum; a name without a forum means the first."""

    forums: tuple[Forum, ...]
    meetings: tuple[Meeting, ...]
    calendars: Mapping[str, Calendar]

    def one(self, text: str) -> Meeting:
        """Return the one meeting that a text names: also a forum alone, if it has only one.

        Raises:
            Wrong: it names none, or several.
        """
        meetings = self._alone(text) or self.several(text)
        if len(meetings) > 1:
            raise Wrong(f"{text!r} could be {len(meetings)} meetings: {self._listed(meetings)}")
        return meetings[0]

    def several(self, text: str, forums: Sequence[str] = ()) -> tuple[Meeting, ...]:
        """Return the meetings that a text names: one, or all of a day.

        Where the text names no forum, they are those of these ``forums``; without these, of the first that sits then.

        Raises:
            Wrong: there are none.
        """
        by_forum = self._found(text, forums)
        return tuple(each for meetings in by_forum for each in meetings) if forums else by_forum[0]

    def stretch(self, text: str) -> Stretch:
        """Return the time that a text names: a moment, a day, a period, or a meeting from its opening to its closing.

        Raises:
            Wrong: it names none.
        """
        forum, rest = forum_named(text, self.forums)
        if _NUMBERED.fullmatch(rest) or any(meeting.key == text.strip() for meeting in self.meetings):
            meeting = self.one(text)
            return Stretch(meeting.opens, meeting.closes, period_word_of(meeting))
        wrong: list[Wrong] = []
        for each in [forum] if forum else self.calendars:
            try:
                return self.calendar(each).read(rest)
            except Wrong as error:
                wrong.append(error)
        raise wrong[0]

    def typed(self, meeting: Meeting) -> str:
        """Return what a person would type for a meeting: ``Thu am``, ``informals Mon 15:00-18:00``."""
        forum = "" if meeting.forum == self.forums[0].key else f"{meeting.forum} "
        others = [each for each in self._sitting.get((meeting.forum, meeting.date), ()) if each is not meeting]
        word = period_word_of(meeting)
        if any(period_word_of(each) == word for each in others):
            word = f"{meeting.opens:%H:%M}-{meeting.closes:%H:%M}"
        return f"{forum}{self._day(meeting.date)} {word}"

    def _alone(self, text: str) -> tuple[Meeting, ...]:
        """Return all meetings of the forum, where a text is its name and nothing more.

        Raises:
            Wrong: it has none.
        """
        forum, rest = forum_named(f"{text.strip()}:", self.forums)  # the colon ends the name
        if forum is None or rest or any(meeting.key == text.strip() for meeting in self.meetings):
            return ()
        if mine := tuple(meeting for meeting in self.meetings if meeting.forum == forum):
            return mine
        raise Wrong(f"{text!r} has no meeting", f"The meetings are {self._listed(self.meetings)}.")

    @cached_property
    def periods(self) -> frozenset[str]:
        """The words for all periods in which a meeting can sit."""
        usual = (
            each for calendar in self.calendars.values() for day in calendar.days for each in calendar.periods_of(day)
        )
        return frozenset((*(each.key for each in usual), *map(period_word_of, self.meetings)))

    def period(self, word: str) -> str:
        """Return the key of the period that goes by a word: its own, or a usual word such as ``morning``."""
        own = {key.lower(): key for key in self.periods}
        return own.get(word.strip().lower()) or period_word(word) or word.strip()

    def calendar(self, forum: str) -> Calendar:
        """Return what reads days and periods for a forum: its usual hours, and those of its meetings as they sit."""
        usual = self.calendars[forum]
        return Calendar(usual.zone, usual.days, partial(self._periods, forum))

    def _found(self, text: str, forums: Sequence[str]) -> list[tuple[Meeting, ...]]:
        """Return the meetings that a text names, forum by forum.

        Raises:
            Wrong: there are none.
        """
        if by_key := [meeting for meeting in self.meetings if meeting.key == text.strip()]:
            return [tuple(by_key)]
        forum, rest = forum_named(text, self.forums)
        chosen = [forum] if forum else [each.key for each in self.forums if each.key in forums] or list(self.calendars)
        by_forum, wrong = list[tuple[Meeting, ...]](), list[Wrong]()
        for each in chosen:
            try:
                by_forum.append(self._of(each, rest))
            except Wrong as error:
                wrong.append(error)
        if sitting := [meetings for meetings in by_forum if meetings]:
            return sitting
        known = f"The meetings are {self._listed(self.meetings)}." if self.meetings else ""
        raise wrong[0] if wrong else Wrong(f"there is no meeting {text!r}", known)

    def _of(self, forum: str, text: str) -> tuple[Meeting, ...]:
        """Return the meetings of one forum that a text names."""
        mine = [meeting for meeting in self.meetings if meeting.forum == forum]
        if numbered := _NUMBERED.fullmatch(text):
            number = int(numbered["first"] or numbered["last"])
            return tuple(meeting for meeting in mine if self._numbers.get(meeting.key) == number)
        stretch = self.calendar(forum).read(text)
        if stretch.whole_day or stretch.period:
            mine = [meeting for meeting in mine if meeting.date == stretch.opens.date()]
            words = [each for each in (lambda one: one.period, period_word_of) if stretch.period in map(each, mine)]
            return tuple(each for each in mine if not stretch.period or (words and words[0](each) == stretch.period))
        return tuple(
            meeting for meeting in mine if meeting.window.holds(stretch.window) or stretch.window.holds(meeting.window)
        )

    @cached_property
    def _numbers(self) -> dict[str, int]:
        return numbers_of(self.meetings)

    @cached_property
    def _sitting(self) -> dict[tuple[str, Date], tuple[Meeting, ...]]:
        """The meetings of each forum on each day; those of a named period first."""
        ordered = sorted(self.meetings, key=lambda each: not each.period)
        return grouped(((meeting.forum, meeting.date), meeting) for meeting in ordered)

    def _periods(self, forum: str, day: Date) -> tuple[Period, ...]:
        periods: dict[str, Period] = {}
        for meeting in self._sitting.get((forum, day), ()):
            key, hours = period_word_of(meeting), (meeting.opens.time(), meeting.closes.time())
            if hours[0] != hours[1]:  # around the clock, it is no part of a day
                periods.setdefault(key, Period(key, *hours))
        for period in self.calendars[forum].periods_of(day):
            periods.setdefault(period.key, period)
        return tuple(sorted(periods.values(), key=lambda period: period.opens))

    def _day(self, day: Date) -> str:
        days = {*self.calendars[self.forums[0].key].days, *(meeting.date for meeting in self.meetings)}
        if sum(each.weekday() == day.weekday() for each in days) == 1 and day in self._known:
            return WEEKDAYS[day.weekday()][:3]
        return said(day) if day not in self._known else said(day).rpartition(" ")[0]

    @cached_property
    def _known(self) -> frozenset[Date]:
        """The days of the session, which can be named without their year."""
        return frozenset(day for calendar in self.calendars.values() for day in calendar.days)

    def _listed(self, meetings: Sequence[Meeting]) -> str:
        names = [self.typed(meeting) for meeting in meetings[:_SHOWN]]
        return ", ".join(names) + (f", and {len(meetings) - _SHOWN} more" if len(meetings) > _SHOWN else "")


def period_word_of(meeting: Meeting) -> str:
    """Return the name of the part of the day in which a meeting sits: its period, or one by its opening hour."""
    if meeting.period:
        return meeting.period
    return "am" if meeting.opens.hour < NOON else "pm" if meeting.opens.hour < EVENING else "night"


def forum_named(text: str, forums: Sequence[Forum]) -> tuple[str | None, str]:
    """Return the forum that a text names first, by key or title, and the rest of the text."""
    names: dict[str, str] = {each.key.lower(): each.key for each in forums}
    for each in forums:
        for title in (*each.title.values(), *each.short.values()):
            names.setdefault(title.lower(), each.key)
    body = text.strip()
    for name in sorted(names, key=lambda one: -len(one)):
        if body.lower().startswith(name) and body[len(name) : len(name) + 1] in (" ", ":", ","):
            return names[name], body[len(name) :].strip(" :,")
    return None, body

"""Meetings, moments and items as people name them on the command line, in the grammar of the session file."""

from __future__ import annotations

import re
from contextlib import contextmanager
from typing import TYPE_CHECKING

from wgsched.errors import BadInput, Fault, NotUnderstood
from wgsched.files.building.rows import Parts
from wgsched.files.grammar import Calendar, Wrong
from wgsched.files.grammar.durations import read_duration
from wgsched.files.meetingnames import MeetingNames

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from pendulum import Date, DateTime

    from wgsched.model import Instalment, Meeting, Programme, Session

_SECONDS = re.compile(r"\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}:\d")
_CLOCK = re.compile(r"\d{1,2}:\d{2}")


def moment_named(session: Session, text: str, day: Date | None = None) -> DateTime:
    """Return the moment that a text names: ``Thu 3 p.m.``, ``14 May 15:30``, ``2009-05-14 15:30``; on a day, ``15:30``.

    A period, a meeting or a day names the moment at which it begins.

    Raises:
        BadInput: it names none.
    """
    if day is not None and _CLOCK.fullmatch(text.strip()):
        text = f"{day.isoformat()} {text.strip()}"
    with _told("moment", text):
        if _SECONDS.match(text):
            return session.moment(text)
        return names_of(session, session.meetings).stretch(text).opens


def meeting_named(session: Session, meetings: Iterable[Meeting], text: str, forums: Sequence[str] = ()) -> Meeting:
    """Return the meeting that a text names: ``Thu pm``, ``informals Mon am``, ``3rd meeting``, or its key.

    Where the text names no forum and one of these ``forums`` sits then, its meeting is meant; else that of the first.

    Raises:
        BadInput: it names none of these meetings, or several.
    """
    some = tuple(meetings)
    with _told("meeting", text):
        names = names_of(session, some)
        try:
            preferred = names.several(text, forums) if forums else ()
        except Wrong:
            preferred = ()
        return preferred[0] if len(preferred) == 1 else names.one(text)


def typed_name(programme: Programme, meeting: str) -> str:
    """Return what a person would type for a meeting, by its key: ``Thu pm``."""
    return names_of(programme.session, programme.meetings).typed(programme.meeting(meeting))


def meetings_named(session: Session, meetings: Iterable[Meeting], text: str) -> tuple[Meeting, ...]:
    """Return the meetings that a text names: one, or all that sit then: ``Thu am``, ``Thu``, ``2009-05-14``.

    Raises:
        BadInput: it names none of these meetings.
    """
    with _told("meeting", text):
        return names_of(session, meetings).several(text, [forum.key for forum in session.forums])


def instalments_named(session: Session, text: str) -> tuple[Instalment, ...]:
    """Return the instalments that a text names: one by its key or part, ``2 (a) part 2``, or all of an item: ``2 (a)``.

    Raises:
        BadInput: it names no item that is taken up.
    """
    agenda = session.agenda
    with _told("item", text):
        named = agenda.instalment(Parts(agenda).of(text.strip()))
    if named.key == text.strip() or " part " in text:
        return (named,)
    return tuple(each for each in agenda.instalments if each.items == named.items)


def minutes_named(text: str | int, meeting: Meeting) -> int:
    """Return the minutes that a text names: ``90 min``, ``1 h 30 min``, ``half a meeting``; a number is minutes.

    Raises:
        BadInput: it names none.
    """
    if isinstance(text, int):
        if text < 1:
            raise BadInput(f"{text} minutes: expected at least one minute")
        return text
    with _told("minutes", text):
        return read_duration(text).in_minutes(meeting.minutes)


def day_named(text: str, session: Session) -> Date:
    """Return the day that a text names: ``2009-04-20``, ``20 April 2009``; of the session also ``Thu`` or ``14 May``.

    Raises:
        BadInput: it names none.
    """
    with _told("day", text):
        return Calendar(session.zone, session.days).day(text)


def names_of(session: Session, meetings: Iterable[Meeting]) -> MeetingNames:
    """Return what finds these meetings of a session by name."""
    calendar = Calendar(session.zone, session.days)
    return MeetingNames(session.forums, tuple(meetings), {forum.key: calendar for forum in session.forums})


@contextmanager
def _told(kind: str, text: str) -> Iterator[None]:
    """Tell what is wrong with a text that stands in no file."""
    try:
        yield
    except Wrong as wrong:
        message = wrong.message if text in wrong.message else f"{text!r}: {wrong.message}"
        raise NotUnderstood(kind, text, Fault(message, hint=wrong.hint)) from None
    except BadInput as refused:
        raise NotUnderstood(kind, text, *refused.faults) from None

"""Meetings, moments and items as people name them on the command line, in the grammar of the session file."""

from __future__ import annotations

import re
from contextlib import contextmanager
from typing import TYPE_CHECKING

from wgsched.errors import BadInput, Fault
from wgsched.files.building.rows import Parts
from wgsched.files.grammar import Calendar, Stretch, Wrong, read_day
from wgsched.files.grammar.durations import read_duration
from wgsched.model import Period

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pendulum import Date, DateTime

    from wgsched.model import Instalment, Meeting, Session

NOON = 12
"""Meetings without a named period that open before this hour sit in the morning."""

_CLOCK = re.compile(r"\d{1,2}:\d{2}")


def moment_named(session: Session, text: str, day: Date | None = None) -> DateTime:
    """Return the moment that a text names: ``Thu 3 p.m.``, ``14 May 15:30``, ``2009-05-14 15:30``; on a day, ``15:30``.

    A period or a day names the moment at which it begins.

    Raises:
        BadInput: it names none.
    """
    if day is not None and _CLOCK.fullmatch(text.strip()):
        text = f"{day.isoformat()} {text.strip()}"
    return _read(session, session.meetings, text).opens


def meeting_named(session: Session, meetings: Iterable[Meeting], text: str) -> Meeting:
    """Return the meeting that a text names: its key, or when it sits, such as ``Thu pm``.

    Raises:
        BadInput: it names none of these meetings, or several.
    """
    known = tuple(meetings)
    for meeting in known:
        if meeting.key == text:
            return meeting
    window = _read(session, known, text).window
    sitting = [each for each in known if each.opens <= window.opens < each.closes or each.window.meets(window)]
    if len(sitting) == 1:
        return sitting[0]
    which = f"several meetings sit ({', '.join(each.key for each in sitting)})" if sitting else "no meeting sits"
    raise BadInput(f"{which} at {text!r}; the meetings are {', '.join(each.key for each in known)}")


def meetings_named(session: Session, meetings: Iterable[Meeting], text: str) -> tuple[Meeting, ...]:
    """Return the meetings that a text names: one by its key, or all that sit then: ``Thu am``, ``Thu``, ``2009-05-14``.

    Raises:
        BadInput: it names none of these meetings.
    """
    known = tuple(meetings)
    if by_key := tuple(meeting for meeting in known if meeting.key == text):
        return by_key
    window = _read(session, known, text).window
    sitting = tuple(each for each in known if each.window.meets(window))
    if not sitting:
        raise BadInput(f"no meeting sits at {text!r}; the meetings are {', '.join(each.key for each in known)}")
    return sitting


def instalments_named(session: Session, text: str) -> tuple[Instalment, ...]:
    """Return the instalments that a text names: one by its key or part, ``2 (a) part 2``, or all of an item: ``2 (a)``.

    Raises:
        BadInput: it names no item that is taken up.
    """
    agenda = session.agenda
    with _told(text):
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
    with _told(text):
        return read_duration(text).in_minutes(meeting.minutes)


def day_named(text: str) -> Date:
    """Return the day that a text names: ``2009-04-20`` or ``20 April 2009``.

    Raises:
        BadInput: it names none.
    """
    with _told(text):
        return read_day(text)


def _read(session: Session, meetings: Iterable[Meeting], text: str) -> Stretch:
    periods: dict[Date, dict[str, Period]] = {}
    for meeting in meetings:
        key = meeting.period or ("am" if meeting.opens.hour < NOON else "pm")
        period = Period(key, meeting.opens.time(), meeting.closes.time())
        periods.setdefault(meeting.date, {}).setdefault(key, period)
    calendar = Calendar(session.zone, session.days, lambda day: tuple(periods.get(day, {}).values()))
    with _told(text):
        return calendar.read(text)


@contextmanager
def _told(text: str) -> Iterator[None]:
    """Tell what is wrong with a text that stands in no file."""
    try:
        yield
    except Wrong as wrong:
        raise BadInput(Fault(f"{text!r}: {wrong.message}", hint=wrong.hint)) from None

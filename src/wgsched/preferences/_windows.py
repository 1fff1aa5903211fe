"""Which of the rows of an item lie inside wished hours, read off a programme."""

from __future__ import annotations

from collections.abc import Iterable

from pendulum import Date, datetime

from wgsched.model import Programme, Session, Unit, Window
from wgsched.model.reading import inside


def day(session: Session, date: Date) -> Window:
    """Return a day of a session: from midnight to midnight; a meeting past midnight belongs to the day it opens."""
    midnight = datetime(date.year, date.month, date.day, tz=session.zone)
    next_midnight = midnight.add(days=1)
    closings = [midnight, *(each.closes for each in session.meetings if each.opens < midnight)]
    return Window(max(closings), max([next_midnight, *(each.closes for each in session.meetings if each.date == date)]))


def days(session: Session) -> tuple[Window, ...]:
    """Return the days on which the session can meet."""
    return tuple(day(session, date) for date in sorted({meeting.date for meeting in session.meetings}))


def outside(programme: Programme, unit: Unit, windows: Iterable[Window]) -> int | None:
    """Return how many instalments of a unit have a row outside these windows; None when it cannot be told."""
    wished, count = tuple(windows), 0
    for instalment in programme.session.agenda.instalments_of(unit):
        answers = {inside(programme, row, wished) for row in programme.of(instalment)}
        if False in answers:
            count += 1
        elif None in answers:
            return None
    return count

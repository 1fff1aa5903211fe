"""Which of the rows of an item lie inside wished hours, read off a programme."""

from __future__ import annotations

from collections.abc import Iterable

from pendulum import Date, datetime

from wgsched.model import Programme, Session, Unit, Window
from wgsched.model.reading import inside


def day(date: Date, zone: str) -> Window:
    """Return a whole day, midnight to midnight, in a zone."""
    opens = datetime(date.year, date.month, date.day, tz=zone)
    return Window(opens, opens.add(days=1))


def days(session: Session) -> tuple[Window, ...]:
    """Return the days on which the session can meet."""
    dates = sorted({meeting.date for meeting in session.meetings})
    return tuple(day(date, session.zone) for date in dates)


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

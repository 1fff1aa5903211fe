"""What is worth knowing of a session that is not planned yet."""

from __future__ import annotations

from collections.abc import Iterator

from pendulum import Date

from wgsched.cli.verdict import count, documents, gaps
from wgsched.languages import lexicon
from wgsched.model import Session


def worth_knowing(session: Session, today: Date | None = None) -> Iterator[str]:
    """Yield what an officer would want to know before planning, in plain English lines, as of a day."""
    yield _time(session)
    yield from _short_of_time(session)
    yield from _holidays(session)
    yield gaps(session)
    yield from documents(session, today)


def _time(session: Session) -> str:
    needed = sum(session.minutes_of(each) for each in session.agenda.instalments)
    there = sum(meeting.usable.minutes for meeting in session.meetings)
    items = count(len(session.agenda.instalments), "item")
    return f"{items} to plan: {needed} minutes. {count(len(session.meetings), 'meeting')}: {there} minutes."


def _short_of_time(session: Session) -> Iterator[str]:
    """Yield the forums whose own items need more time than their meetings have."""
    words = lexicon("en", session)
    for forum in session.forums:
        own = [each for each in session.agenda.instalments if session.forums_of(each) == (forum.key,)]
        needed = sum(session.range_of(each)[0] for each in own)
        there = sum(meeting.usable.minutes for meeting in session.meetings_of(forum.key))
        if needed > there:
            name = words.text(forum.title) or forum.key
            yield f"{name}: its items need {needed} minutes, but its meetings have only {there}."


def _holidays(session: Session) -> Iterator[str]:
    words = lexicon("en", session)
    for holiday in session.place.holidays:
        if holiday.date in session.days:
            what = "a holiday, without meetings" if holiday.firm else "a day to avoid"
            title = f" ({words.text(holiday.title)})" if holiday.title else ""
            yield f"{words.date(holiday.date)} is {what}{title}."

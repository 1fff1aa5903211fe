"""One day of a session: which one was asked for, and what of it is printed."""

from __future__ import annotations

from pendulum import Date

from wgsched.annexes.layouts.sheet import Sheet
from wgsched.errors import BadInput
from wgsched.model import SIX, Event, Meeting, ServiceBasis


def days(sheet: Sheet, day: Date | str | None) -> tuple[Date, ...]:
    """Return the day that is asked for, or all on which something is held or was cancelled.

    Raises:
        BadInput: nothing is held on that day.
    """
    known = tuple(sorted({each.opens.date() for each in _things(sheet)}))
    if day is None:
        return known
    chosen = next((each for each in known if each.isoformat() == str(day)), None)
    if chosen is None:
        others = ", ".join(each.isoformat() for each in known)
        raise BadInput(f"nothing is held on {day}; there is something on {others or 'no day'}")
    return (chosen,)


def happening(sheet: Sheet, day: Date) -> tuple[Meeting | Event, ...]:
    """Return the meetings of a day, cancelled ones included, and its events, in order of time."""
    found = (each for each in _things(sheet) if each.opens.date() == day)
    return tuple(sorted(found, key=lambda each: (each.opens, each.closes)))


def sitting(sheet: Sheet, meeting: Meeting) -> str:
    """Return the name of a meeting: its forum and its number, or that it is cancelled."""
    number = sheet.programme.number(meeting)
    name = sheet.words.phrase("feed-meeting", number=sheet.words.ordinal(number)) if number else ""
    forum = sheet.forum(meeting.forum) if len(sheet.programme.session.forums) > 1 else ""
    mark = sheet.words.phrase("cancelled") if meeting.cancelled else ""
    return " ".join(
        part for part in (sheet.words.phrase("clause-separator").join(filter(None, (forum, name))), mark) if part
    )


def interpretation(sheet: Sheet, meeting: Meeting) -> str:
    """Return in which languages a meeting has interpretation, as it begins a cell."""
    return sheet.words.capital(_interpretation(sheet, meeting))


def _interpretation(sheet: Sheet, meeting: Meeting) -> str:
    words = sheet.words
    if meeting.basis is ServiceBasis.WITHOUT or len(meeting.languages) < 2:
        return words.phrase("interpretation-none")
    if meeting.basis is ServiceBasis.AS_AVAILABLE:
        return words.phrase("interpretation-available")
    if set(meeting.languages) == set(SIX):
        return words.phrase("interpretation-all")
    return words.phrase("interpretation-in", languages=words.enumerate(map(words.language_name, meeting.languages)))


def room(sheet: Sheet, thing: Meeting | Event) -> str:
    """Return the name of the room, or that it is to be announced, as it begins a cell."""
    return sheet.room(thing.room) or sheet.words.capital(sheet.words.phrase("room-open"))


def _things(sheet: Sheet) -> tuple[Meeting | Event, ...]:
    programme = sheet.programme
    told = (each for each in programme.meetings if each.cancelled or (each.held and programme.rows(each)))
    return (*sheet.ordered(told), *sheet.events("journal"))

"""One day of a session: which one was asked for, and what of it is printed."""

from __future__ import annotations

from collections.abc import Sequence

from pendulum import Date

from wgsched.annexes.layouts.sheet import Sheet, by_date, marked
from wgsched.errors import BadInput
from wgsched.model import SIX, Event, Meeting, ServiceBasis


def days(
    sheet: Sheet, day: Date | str | None, events: Sequence[Event] | None = None
) -> dict[Date, list[Meeting | Event]]:
    """Return what is held or was cancelled, in order of time, on the day that is asked for, or on each day.

    ``events`` are the events that are told, by default those of the Journal.

    Raises:
        BadInput: nothing is held on that day.
    """
    programme = sheet.programme
    told = (each for each in programme.meetings if each.cancelled or programme.takes_place(each))
    dates = by_date(sheet.ordered(told), sheet.events("journal") if events is None else events)
    if day is None:
        return dates
    chosen = {date: things for date, things in dates.items() if date.isoformat() == str(day)}
    if not chosen:
        others = ", ".join(each.isoformat() for each in dates)
        raise BadInput(f"nothing is held on {day}; there is something on {others or 'no day'}")
    return chosen


def name(sheet: Sheet, meeting: Meeting) -> str:
    """Return the name of a meeting: its forum, its number and its chair, or that it is cancelled."""
    words = sheet.words
    forum = sheet.forum(meeting.forum) if len(sheet.programme.session.forums) > 1 else ""
    mark = words.phrase("cancelled") if meeting.cancelled else ""
    chair = sheet.chair(meeting.forum) if forum else ""
    return marked(words.phrase("clause-separator").join(filter(None, (forum, numbered(sheet, meeting)))) + chair, mark)


def numbered(sheet: Sheet, meeting: Meeting) -> str:
    """Return the number of a meeting in words; nothing when it has none."""
    number = sheet.programme.number(meeting)
    return sheet.words.phrase("feed-meeting", number=sheet.words.ordinal(number)) if number else ""


def interpretation(sheet: Sheet, meeting: Meeting) -> str:
    """Return in which languages a meeting has interpretation."""
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

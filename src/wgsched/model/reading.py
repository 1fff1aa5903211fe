"""What rules read from the rows of a programme, beyond when an item was opened and concluded."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from itertools import pairwise

from wgsched.model.agenda import AgendaItem, Instalment, Unit
from wgsched.model.conference import Meeting
from wgsched.model.gate import instant
from wgsched.model.programme import Consideration, Programme
from wgsched.model.sentence import Fact
from wgsched.model.session import Session
from wgsched.model.time import Limits


def every(answers: Iterable[bool | None]) -> bool | None:
    """Return False if one answer is no, else None if one is unknown, else True."""
    found = set(answers)
    if False in found:
        return False
    return None if None in found else True


def planned(session: Session) -> Iterator[tuple[Instalment, tuple[AgendaItem, ...]]]:
    """Yield each instalment with its items, in agenda order."""
    for instalment in session.agenda.instalments:
        yield instalment, session.agenda.items_of(instalment)


def has_begun(session: Session, name: str, begun: Collection[str]) -> bool:
    """Return whether an item, by number or key, has been opened; ``begun`` are the opened instalments, by key."""
    if name not in session.agenda:
        return False
    return any(each.key in begun for each in session.agenda.instalments_of(session.agenda[name])[:1])


def subject(items: tuple[AgendaItem, ...]) -> Fact:
    """Return the subject of a sentence: the item, or all items considered jointly."""
    return items[0] if len(items) == 1 else items


def minutes_of(rows: Iterable[Consideration]) -> int | None:
    """Return the minutes of these rows together; None if the hours of a row are unknown."""
    total = 0
    for row in rows:
        if row.window is None:
            return None
        total += row.window.minutes
    return total


def meetings_of(programme: Programme, unit: Unit) -> tuple[Meeting, ...]:
    """Return the meetings in which a unit is taken up, in order of time."""
    return tuple(dict.fromkeys(programme.meeting(row.meeting) for row in programme.of(unit)))


def with_rows(programme: Programme, meetings: Iterable[Meeting]) -> tuple[Meeting, ...]:
    """Return those of these meetings that take up something, or really did, as the programme holds them."""
    known = {meeting.key for meeting in programme.meetings}
    found = (programme.meeting(meeting.key) for meeting in meetings if meeting.key in known)
    return tuple(meeting for meeting in found if programme.rows(meeting) or meeting.key in programme.begun)


def taken_up(programme: Programme, units: Iterable[Unit]) -> Iterator[Unit]:
    """Yield the units that have a row. `WholeTime` reports the others."""
    return (unit for unit in units if programme.of(unit))


def inside(programme: Programme, row: Consideration, windows: Collection[Limits]) -> bool | None:
    """Return whether a row lies wholly in one of these windows; None if its hours are needed and unknown."""
    if row.window is not None:
        return any(window.holds(row.window) for window in windows)
    whole = programme.meeting(row.meeting).window
    if any(window.holds(whole) for window in windows):
        return True
    return None if any(window.meets(whole) for window in windows) else False


def goes_on(programme: Programme, row: Consideration, following: Consideration) -> bool | None:
    """Return whether a row follows another in their forum with nothing between them, and no free time.

    None if the order of rows allows it, but the hours are needed and unknown.
    """
    meeting, resumed = programme.meeting(row.meeting), programme.meeting(following.meeting)
    if meeting.key == resumed.key:
        if not _adjacent(programme.rows(meeting), row, following):
            return False
        return (
            None if row.closes is None or following.opens is None else instant(row.closes) == instant(following.opens)
        )
    between = any(
        other.forum == meeting.forum and other.sits and meeting.opens < other.opens < resumed.opens
        for other in programme.meetings
    )
    if meeting.forum != resumed.forum or meeting.opens >= resumed.opens or between:
        return False
    if programme.rows(meeting)[-1] != row or programme.rows(resumed)[0] != following:
        return False
    if row.closes is None or following.opens is None:
        return None
    ended = instant(row.closes) == instant(meeting.usable.closes)
    return ended and instant(following.opens) == instant(resumed.opens)


def _adjacent(rows: tuple[Consideration, ...], row: Consideration, following: Consideration) -> bool:
    if row.instalment != following.instalment:
        return (row, following) in set(pairwise(rows))
    places = [place for place, other in enumerate(rows) if other.instalment == row.instalment]
    return places[-1] - places[0] < len(places)

"""What a checker reads off the rows of a programme, for rules that need more than when an item was opened."""

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
    """Return False when one answer is no, else None when one cannot be given, else True."""
    found = set(answers)
    if False in found:
        return False
    return None if None in found else True


def planned(session: Session) -> Iterator[tuple[Instalment, tuple[AgendaItem, ...]]]:
    """Yield each instalment with its items, in agenda order."""
    for instalment in session.agenda.instalments:
        yield instalment, session.agenda.items_of(instalment)


def has_begun(session: Session, name: str, begun: Collection[str]) -> bool:
    """Return whether an item, by number or key, has been opened; ``begun`` are the instalments, by key, that have."""
    if name not in session.agenda:
        return False
    return any(each.key in begun for each in session.agenda.instalments_of(session.agenda[name])[:1])


def subject(items: tuple[AgendaItem, ...]) -> Fact:
    """Return what a sentence speaks about: the item, or all that are considered jointly."""
    return items[0] if len(items) == 1 else items


def minutes_of(rows: Iterable[Consideration]) -> int | None:
    """Return for how many minutes these rows last together; None when the hours of one are not known."""
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
    """Return those of these meetings in which something is, or in fact was, taken up, as the programme holds them."""
    known = {meeting.key for meeting in programme.meetings}
    found = (programme.meeting(meeting.key) for meeting in meetings if meeting.key in known)
    return tuple(meeting for meeting in found if programme.rows(meeting) or meeting.key in programme.begun)


def taken_up(programme: Programme, units: Iterable[Unit]) -> Iterator[Unit]:
    """Yield the units that have a row; that the others have none is for `WholeTime` to say."""
    return (unit for unit in units if programme.of(unit))


def inside(programme: Programme, row: Consideration, windows: Collection[Limits]) -> bool | None:
    """Return whether a row lies wholly in one of these windows; None when its hours are needed to tell."""
    if row.window is not None:
        return any(window.holds(row.window) for window in windows)
    whole = programme.meeting(row.meeting).window
    if any(window.holds(whole) for window in windows):
        return True
    return None if any(window.meets(whole) for window in windows) else False


def apart(programme: Programme, first: Consideration, second: Consideration) -> bool | None:
    """Return whether two rows share no time; None when hours are needed to tell."""
    if first.window is not None and second.window is not None:
        return not first.window.meets(second.window)
    meetings = programme.meeting(first.meeting), programme.meeting(second.meeting)
    if meetings[0].forum == meetings[1].forum or not meetings[0].window.meets(meetings[1].window):
        return True
    return None


def goes_on(programme: Programme, row: Consideration, following: Consideration) -> bool | None:
    """Return whether a row follows another in their forum with nothing, and no time free, between them.

    None when the order of rows allows it but hours are needed to tell.
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

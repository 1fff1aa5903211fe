"""What a checker reads off the rows of a programme, for rules that need more than when an item was opened."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from wgsched.model.agenda import AgendaItem, Instalment, Unit
from wgsched.model.conference import Meeting
from wgsched.model.programme import Consideration, Programme
from wgsched.model.sentence import Fact
from wgsched.model.session import Session


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
    """Return those of these meetings in which something is taken up, as the programme holds them."""
    known = {meeting.key for meeting in programme.meetings}
    found = (programme.meeting(meeting.key) for meeting in meetings if meeting.key in known)
    return tuple(meeting for meeting in found if programme.rows(meeting))


def taken_up(programme: Programme, units: Iterable[Unit]) -> Iterator[Unit]:
    """Yield the units that have a row; that the others have none is for `WholeTime` to say."""
    return (unit for unit in units if programme.of(unit))

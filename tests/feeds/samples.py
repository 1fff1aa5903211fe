"""Programmes for the tests of feeds and publishing: the founding document's, and one with everything."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import icalendar

from tests.sessions import at, founding, item, meeting, session
from wgsched.files import read_session
from wgsched.model import (
    SIX,
    Consideration,
    Document,
    Event,
    Forum,
    ForumKind,
    Programme,
    Room,
    ServiceBasis,
    Session,
    Status,
    Text,
)

EXAMPLE = Path(__file__).parents[2] / "examples" / "asset-recovery-2009.yaml"
ROWS = (("1 (a)", 0), ("1 (b)", 0), ("2 (a)", 0), ("2 (a)", 1), ("2 (b)", 1), ("2 (b)", 2), ("2 (c)", 3), ("3", 3))


def programme(given: Session, *rows: tuple[str, int], **more: object) -> Programme:
    """Return a programme with these rows: items by number or key, meetings by place among the session's."""
    taken = (Consideration(given.agenda[name].key, given.meetings[place].key) for name, place in rows)
    return Programme(given, given.meetings, tuple(taken), **more)  # type: ignore[arg-type]


def thin(**more: object) -> Programme:
    """Return the founding document's programme in English, thin, as of the document's date."""
    return programme(replace(founding(), issued=at(1, 9).date(), languages=("en",)), *ROWS, **more)


def whole() -> Programme:
    """Return the founding document's programme from its session file."""
    return programme(read_session(EXAMPLE), *ROWS)


def full() -> Programme:
    """Return a programme with two forums, rooms, events, a firm entry, and meetings on every footing."""
    meetings = (
        meeting("a", 14, 10, room="C1"),
        meeting("b", 14, 15),
        meeting("c", 14, 15, forum="committee", room="C2", basis=ServiceBasis.AS_AVAILABLE),
        meeting("d", 15, 10, forum="committee", basis=ServiceBasis.WITHOUT),
        meeting("e", 15, 15, cancelled=True, room="C1"),
        meeting("f", 15, 18, held=False, optional=True),
    )
    everywhere = {language: f"{language} title" for language in SIX}
    given = session(
        item("1", 60, title=Text(everywhere)),
        item("2", title=Text(everywhere)),
        item("2 (a)", 60, title=Text(everywhere)),
        item("2 (b)", 60, title=Text(everywhere), firm=True),
        meetings=meetings,
        forums=(
            Forum(title=Text(everywhere)),
            Forum("committee", Text(everywhere), ForumKind.COMMITTEE, Text(en="Committee I")),
        ),
        documents=(Document("TEST/1", items=("2",)),),
        events=(
            Event("side", Text(everywhere), at(14, 13, 15), at(14, 14, 45), room="C2"),
            Event("lunch", Text(everywhere), at(15, 13, 15), at(15, 14, 45), shown=frozenset({"grid"})),
        ),
    )
    services = replace(given.services, rooms=(Room("C1", Text(en="Boardroom A", fr="Salle A")), Room("C3")))
    given = replace(given, services=services)
    rows = ("1", 0), ("2 (a)", 0), ("2 (a)", 1), ("2 (b)", 2), ("2 (a)", 3), ("1", 4)
    made = programme(given, *rows, as_of=at(1, 9))
    promised = (
        replace(row, opens=at(14, 16), closes=at(14, 17)) if row.instalment == "2b" else row
        for row in made.considerations
    )
    return replace(made, considerations=tuple(promised), status=Status.CIRCULATED)


def events(data: bytes) -> dict[str, icalendar.Event]:
    """Return the events of a feed by UID."""
    return {str(event["UID"]): event for event in icalendar.Calendar.from_ical(data).walk("VEVENT")}


def octets(data: bytes) -> set[bytes]:
    """Return the events of a feed as they are written."""
    return {part.partition(b"END:VEVENT")[0] for part in data.split(b"BEGIN:VEVENT")[1:]}

"""Better a room with seats for all who may come."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar, Self

from wgsched.model import (
    ConferenceServices,
    Desk,
    Forum,
    Meeting,
    Preference,
    Programme,
    Quantity,
    Room,
    Sentence,
    Session,
)
from wgsched.model.example import Example, a_meeting, a_session, an_item
from wgsched.preferences._rooms import chosen, rooms_taken


@dataclass(frozen=True)
class SeatsForAll(Preference):
    """Each person of the audience of a forum for whom the room of a meeting has no seat counts 1."""

    code: ClassVar[str] = "room-fits"
    speaks_of: ClassVar[str] = "meetings.rooms"
    unit: ClassVar[tuple[str, str]] = ("person without a seat", "people without a seat")
    source: ClassVar[str] = "what organizers wish for; off unless a session weighs it."

    def cases(self, session: Session) -> Iterator[tuple[Meeting]]:
        """Yield each meeting that has rooms to choose from, of a forum whose audience is known."""
        audiences = {forum.key: forum.audience for forum in session.forums}
        yield from ((each,) for each in session.meetings if chosen(each) and audiences[each.forum])

    def amount(self, programme: Programme, meeting: Meeting) -> int:
        """Return how many seats are missing."""
        lacking = _lacking(programme.session, meeting)
        return sum(lacking[room] for room in rooms_taken(programme, (meeting,)) if room in lacking)

    def express(self, desk: Desk, meeting: Meeting) -> Quantity:
        """Ask the desk in which room it is."""
        lacking = _lacking(desk.session, meeting)
        return desk.total(desk.in_room(meeting, room) * seats for room, seats in lacking.items())

    def words(self, meeting: Meeting) -> Sentence:
        """Say which meeting has too few seats."""
        return Sentence("too-few-seats", meeting=meeting)

    @classmethod
    def examples(cls) -> Iterator[Example[Self]]:
        """Yield a meeting in a large room, and in a small one."""
        services = ConferenceServices(rooms=(Room("small", seats=20), Room("large", seats=200)))
        forums, meetings = (Forum("plenary", audience=50),), (a_meeting("am", rooms=("small", "large")),)
        session = a_session(an_item("1"), meetings=meetings, services=services, forums=forums)
        yield Example(session, cls(), kept={"am@large": "1"}, broken={"am@small": "1"})


def _lacking(session: Session, meeting: Meeting) -> dict[str, int]:
    """Return how many seats each room that a meeting may have lacks for its audience, where any."""
    audience = session.forum(meeting.forum).audience
    seats = {room.key: room.seats for room in session.services.rooms if room.seats is not None}
    lacking = {key: audience - seats[key] for key in meeting.room_choice if key in seats}
    return {key: missing for key, missing in lacking.items() if missing > 0}

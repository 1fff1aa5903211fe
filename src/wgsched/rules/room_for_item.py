"""An item is taken up in a room that has what it needs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar, Self

from wgsched.model import AgendaItem, ConferenceServices, Desk, Forum, Programme, Room, Rule, Sentence, Session
from wgsched.model.example import Example, a_meeting, a_session, an_item
from wgsched.model.reading import taken_up
from wgsched.rules._rooms import needs, too_small


@dataclass(frozen=True)
class RoomForItem(Rule):
    """An item is taken up in rooms with the seats and features that it needs, itself and for who takes part.

    A room that is not yet known, or that conference services do not describe, is not judged.
    """

    code: ClassVar[str] = "room-for-item"
    speaks_of: ClassVar[str] = "services.rooms"
    source: ClassVar[str] = "conference services: a hall for who is expected, a screen for a talk."

    def cases(self, session: Session) -> Iterator[tuple[AgendaItem]]:
        """Yield each item that needs something, where rooms are described."""
        if session.services.rooms:
            yield from ((item,) for item in session.agenda if any(needs(session, item)))

    def post(self, desk: Desk, item: AgendaItem) -> None:
        """Keep it out of the rooms that lack something."""
        desk.not_in_rooms(item, too_small(desk.session, item))

    def holds(self, programme: Programme, item: AgendaItem) -> bool:
        """Return whether no row of it stands in a meeting in such a room."""
        lacking = too_small(programme.session, item)
        rows = (row for unit in taken_up(programme, (item,)) for row in programme.of(unit))
        return not any(programme.meeting(row.meeting).room in lacking for row in rows)

    def words(self, item: AgendaItem) -> Sentence:
        """Say which item needs such a room."""
        return Sentence(self.code, item=item)

    @classmethod
    def examples(cls) -> Iterator[Example[Self]]:
        """Yield an item in a room with enough seats, and in one with too few; of fixed rooms, and of chosen ones."""
        services = ConferenceServices(rooms=(Room("small", seats=20), Room("large", seats=200)))
        forums = (Forum("plenary"), Forum("committee"))
        item = an_item("1", forums=("plenary", "committee"), seats=150)
        halls = (a_meeting("am", room="small"), a_meeting("also", forum="committee", room="large"))
        session = a_session(item, meetings=halls, services=services, forums=forums)
        yield Example(session, cls(), kept={"also": "1"}, broken={"am": "1"})
        either = (a_meeting("am", rooms=("small", "large")),)
        session = a_session(an_item("1", seats=150), meetings=either, services=services)
        yield Example(session, cls(), kept={"am@large": "1"}, broken={"am@small": "1"})

"""An item is taken up in one of some rooms."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar, Self

from wgsched.errors import UnknownName
from wgsched.model import AgendaItem, Desk, ItemKey, Programme, Rule, Sentence, Session, Text
from wgsched.model.example import Example, a_meeting, a_session, an_item
from wgsched.rules._rooms import all_rooms


@dataclass(frozen=True)
class InRooms(Rule):
    """An item, named by number or key, is taken up in one of these rooms: ``InRooms("3", ("I", "II"))``."""

    item: ItemKey
    rooms: tuple[str, ...]
    why: Text | str | None = None
    code: ClassVar[str] = "in-rooms"
    shorthand: ClassVar[str] = "room"
    source: ClassVar[str] = "a session asks for it: the hall with the large screen, the room beside the delegates."

    def cases(self, session: Session) -> Iterator[tuple[AgendaItem]]:
        """Yield the item."""
        known = all_rooms(session)
        for room in self.rooms:
            if room not in known:
                raise UnknownName("room", room, sorted(known))
        yield (session.agenda[self.item],)

    def post(self, desk: Desk, item: AgendaItem) -> None:
        """Keep it out of all other rooms, and of meetings whose room is to be announced."""
        known = [meeting for meeting in desk.session.meetings if set(meeting.room_choice) & set(self.rooms)]
        desk.only_in(item, known)
        desk.not_in_rooms(item, all_rooms(desk.session) - set(self.rooms))

    def holds(self, programme: Programme, item: AgendaItem) -> bool:
        """Return whether every row of it stands in a meeting in one of these rooms."""
        return all(programme.meeting(row.meeting).room in self.rooms for row in programme.of(item))

    def words(self, item: AgendaItem) -> Sentence:
        """Say which item needs one of these rooms."""
        return Sentence(self.code, item=item, rooms=self.rooms, why=self.why)

    @classmethod
    def examples(cls) -> Iterator[Example[Self]]:
        """Yield an item in its room, and in another."""
        session = a_session(an_item("1"), meetings=(a_meeting("am", rooms=("I", "II")),))
        yield Example(session, cls("1", ("I",)), kept={"am@I": "1"}, broken={"am@II": "1"})

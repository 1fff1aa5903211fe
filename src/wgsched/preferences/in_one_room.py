"""Better some items in one room."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar, Self

from wgsched.model import AgendaItem, Desk, ItemKey, Preference, Programme, Quantity, Sentence, Session
from wgsched.model.example import Example, a_meeting, a_session


@dataclass(frozen=True)
class InOneRoom(Preference):
    """Items, named by number or key, are better taken up in one room; each further room counts 1."""

    items: tuple[ItemKey, ...]
    code: ClassVar[str] = "same-room"
    unit: ClassVar[tuple[str, str]] = ("further room of items that belong together", "further rooms of such items")
    source: ClassVar[str] = "what organizers wish for: who follows one subject stays in one room."

    def cases(self, session: Session) -> Iterator[tuple[tuple[AgendaItem, ...]]]:
        """Yield the items; those that are left out do not count."""
        yield (tuple(session.agenda[item] for item in self.items),)

    def amount(self, programme: Programme, items: tuple[AgendaItem, ...]) -> int:
        """Return in how many rooms they are taken up."""
        rooms = {programme.meeting(row.meeting).room for item in items for row in programme.of(item)}
        return len(rooms - {None})

    def least(self, session: Session, items: tuple[AgendaItem, ...]) -> int:
        """Return 1 where the room of every meeting is known or planned."""
        forums = {forum for item in items for forum in session.forums_for(item)}
        return int(bool(forums) and all(each.room_choice for each in session.meetings if each.forum in forums))

    def express(self, desk: Desk, items: tuple[AgendaItem, ...]) -> Quantity:
        """Ask the desk for the same."""
        return desk.rooms_of(items)

    def words(self, items: tuple[AgendaItem, ...]) -> Sentence:
        """Say which items are in several rooms."""
        return Sentence(self.code, items=items)

    @classmethod
    def examples(cls) -> Iterator[Example[Self]]:
        """Yield two items in one room, and in two."""
        rooms = ("I", "II")
        session = a_session(meetings=(a_meeting("am", 10, 30, rooms=rooms), a_meeting("pm", 15, 30, rooms=rooms)))
        kept, broken = {"am@I": "1", "pm@I": "2"}, {"am@I": "1", "pm@II": "2"}
        yield Example(session, cls(("1", "2")), kept=kept, broken=broken)

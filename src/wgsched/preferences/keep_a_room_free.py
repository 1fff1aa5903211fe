"""Better a room that stays free."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar, Self

from wgsched.errors import UnknownName
from wgsched.model import Desk, Meeting, Preference, Programme, Quantity, Sentence, Session
from wgsched.model.example import Example, a_meeting, a_session, an_item
from wgsched.preferences._rooms import rooms_taken


@dataclass(frozen=True)
class KeepARoomFree(Preference):
    """A room, by key, is better kept free, for bilateral meetings or as a reserve; each meeting held there counts 1."""

    room: str
    code: ClassVar[str] = "keep-a-room-free"
    unit: ClassVar[tuple[str, str]] = ("meeting in a room to be kept free", "meetings in a room to be kept free")
    source: ClassVar[str] = "practice of conference services: one room in reserve."

    def cases(self, session: Session) -> Iterator[tuple[str, tuple[Meeting, ...]]]:
        """Yield the room and the meetings that may be held there."""
        meetings = tuple(meeting for meeting in session.meetings if self.room in meeting.room_choice)
        known = {room.key for room in session.services.rooms}
        if not meetings and self.room not in known:
            raise UnknownName("room", self.room, sorted(known))
        yield self.room, meetings

    def amount(self, programme: Programme, room: str, meetings: tuple[Meeting, ...]) -> int:
        """Return how many meetings are held there."""
        return rooms_taken(programme, meetings).count(room)

    def express(self, desk: Desk, room: str, meetings: tuple[Meeting, ...]) -> Quantity:
        """Ask the desk for the same."""
        return desk.total(desk.in_room(meeting, room) for meeting in meetings)

    def words(self, room: str, meetings: tuple[Meeting, ...]) -> Sentence:
        """Say which room is used."""
        return Sentence(self.code, room=room)

    @classmethod
    def examples(cls) -> Iterator[Example[Self]]:
        """Yield an item in another room, and in this one."""
        session = a_session(an_item("1"), meetings=(a_meeting("am", rooms=("I", "II")),))
        yield Example(session, cls("II"), kept={"am@I": "1"}, broken={"am@II": "1"})

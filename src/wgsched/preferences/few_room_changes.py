"""Better no other room for the next meeting."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import ClassVar, Self

from wgsched.model import Desk, Meeting, Preference, Programme, Quantity, Sentence, Session
from wgsched.model.example import Example, a_meeting, a_session
from wgsched.preferences._rooms import chosen, rooms_taken


@dataclass(frozen=True)
class FewRoomChanges(Preference):
    """Two meetings of a forum, one after the other on a day, count 1 when they are held in different rooms."""

    code: ClassVar[str] = "few-room-changes"
    speaks_of: ClassVar[str] = "meetings.rooms"
    unit: ClassVar[tuple[str, str]] = ("change of room during a day", "changes of room during a day")
    source: ClassVar[str] = "what delegates ask for: nobody carries papers from room to room between two meetings."

    def cases(self, session: Session) -> Iterator[tuple[Meeting, Meeting]]:
        """Yield each two such meetings that may be in different rooms."""
        for forum in session.forums:
            for first, second in pairwise(session.meetings_of(forum.key)):
                if first.date == second.date and (chosen(first) or chosen(second)):
                    yield first, second

    def amount(self, programme: Programme, first: Meeting, second: Meeting) -> int:
        """Return 1 when both take place, in different rooms."""
        return int(len(set(rooms_taken(programme, (first, second)))) > 1)

    def express(self, desk: Desk, first: Meeting, second: Meeting) -> Quantity:
        """Ask the desk whether the room changes."""
        return desk.room_changed(first, second)

    def words(self, first: Meeting, second: Meeting) -> Sentence:
        """Say between which meetings the room changes."""
        return Sentence(self.code, meeting=first, other=second)

    @classmethod
    def examples(cls) -> Iterator[Example[Self]]:
        """Yield a day in one room, and a day in two."""
        rooms = ("I", "II")
        session = a_session(meetings=(a_meeting("am", 10, 30, rooms=rooms), a_meeting("pm", 15, 30, rooms=rooms)))
        yield Example(session, cls(), kept={"am@I": "1", "pm@I": "2"}, broken={"am@I": "1", "pm@II": "2"})

"""Better few rooms for a forum than many."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar, Self

from wgsched.model import Desk, Forum, Meeting, Preference, Programme, Quantity, Sentence, Session
from wgsched.model.example import Example, a_meeting, a_session
from wgsched.preferences._rooms import chosen, rooms_taken, surely_meets


@dataclass(frozen=True)
class FewRooms(Preference):
    """Each room in which a forum meets counts 1, where the rooms of its meetings are planned."""

    code: ClassVar[str] = "few-rooms"
    speaks_of: ClassVar[str] = "meetings.rooms"
    unit: ClassVar[tuple[str, str]] = ("further room of a forum", "further rooms of forums")
    source: ClassVar[str] = "what delegates ask for: a group that stays where it is need not be looked for."

    def cases(self, session: Session) -> Iterator[tuple[Forum, tuple[Meeting, ...]]]:
        """Yield each forum with several meetings, of which some have rooms to choose from."""
        for forum in session.forums:
            meetings = session.meetings_of(forum.key)
            if len(meetings) > 1 and any(map(chosen, meetings)):
                yield forum, meetings

    def amount(self, programme: Programme, forum: Forum, meetings: tuple[Meeting, ...]) -> int:
        """Return in how many rooms it meets."""
        return len(set(rooms_taken(programme, meetings)))

    def least(self, session: Session, forum: Forum, meetings: tuple[Meeting, ...]) -> int:
        """Return 1 where it meets in any case, in a room that is known."""
        return int(all(each.room_choice for each in meetings) and surely_meets(session, forum.key))

    def express(self, desk: Desk, forum: Forum, meetings: tuple[Meeting, ...]) -> Quantity:
        """Ask the desk how many rooms are used."""
        return desk.rooms_used(meetings)

    def words(self, forum: Forum, meetings: tuple[Meeting, ...]) -> Sentence:
        """Say which forum meets in several rooms."""
        return Sentence(self.code, forum=forum)

    @classmethod
    def examples(cls) -> Iterator[Example[Self]]:
        """Yield a forum that meets in one room, and in two."""
        rooms = ("I", "II")
        session = a_session(meetings=(a_meeting("am", 10, 30, rooms=rooms), a_meeting("pm", 15, 30, rooms=rooms)))
        yield Example(session, cls(), kept={"am@I": "1", "pm@I": "2"}, broken={"am@I": "1", "pm@II": "2"})

"""A forum meets in one room."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar, Self

from wgsched.model import Desk, Forum, Meeting, Programme, Rule, Sentence, Session, Text
from wgsched.model.example import Example, a_meeting, a_session
from wgsched.rules import _found
from wgsched.rules._rooms import taking_place


@dataclass(frozen=True)
class OneRoom(Rule):
    """A forum, by key, meets in one room, as a track of a conference does; rooms to be announced are not judged."""

    forum: str
    why: Text | str | None = None
    code: ClassVar[str] = "one-room"
    source: ClassVar[str] = "a session asks for it: who follows a track stays seated."

    def cases(self, session: Session) -> Iterator[tuple[Forum, tuple[Meeting, ...]]]:
        """Yield the forum with its meetings."""
        forum = session.forum(self.forum)
        yield forum, session.meetings_of(forum.key)

    def post(self, desk: Desk, forum: Forum, meetings: tuple[Meeting, ...]) -> None:
        """Ask for one room."""
        desk.held_in_one_room(meetings)

    def holds(self, programme: Programme, forum: Forum, meetings: tuple[Meeting, ...]) -> bool:
        """Return whether it meets in no second room."""
        return len({held.room for held in taking_place(programme, meetings)} - {None}) < 2

    def words(self, forum: Forum, meetings: tuple[Meeting, ...]) -> Sentence:
        """Say which forum stays in one room."""
        return Sentence(self.code, forum=forum, why=self.why)

    def deviation(self, programme: Programme, forum: Forum, meetings: tuple[Meeting, ...]) -> Sentence | None:
        """Say which meetings are held."""
        return _found.held(taking_place(programme, meetings))

    @classmethod
    def examples(cls) -> Iterator[Example[Self]]:
        """Yield a forum that stays in its room, and one that does not."""
        rooms = ("I", "II")
        session = a_session(meetings=(a_meeting("am", 10, 30, rooms=rooms), a_meeting("pm", 15, 30, rooms=rooms)))
        kept, broken = {"am@I": "1", "pm@I": "2"}, {"am@I": "1", "pm@II": "2"}
        yield Example(session, cls("plenary"), kept=kept, broken=broken)

"""The meetings of a forum follow one another."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar, Self

from wgsched.model import Desk, Forum, Meeting, Programme, Rule, Sentence, Session, Text
from wgsched.model.example import Example, a_meeting, a_session
from wgsched.rules import _found
from wgsched.rules._rooms import taking_place


@dataclass(frozen=True)
class InABlock(Rule):
    """The meetings that a forum, by key, holds follow one another, as those of a track do: it leaves out none between.

    The end of a day breaks no block.
    """

    forum: str
    why: Text | str | None = None
    code: ClassVar[str] = "in-a-block"
    source: ClassVar[str] = "a session asks for it: a track runs in consecutive periods."

    def cases(self, session: Session) -> Iterator[tuple[Forum, tuple[Meeting, ...]]]:
        """Yield the forum with its meetings."""
        forum = session.forum(self.forum)
        yield forum, session.meetings_of(forum.key)

    def post(self, desk: Desk, forum: Forum, meetings: tuple[Meeting, ...]) -> None:
        """Ask for no gap."""
        desk.held_in_a_row(meetings)

    def holds(self, programme: Programme, forum: Forum, meetings: tuple[Meeting, ...]) -> bool:
        """Return whether all meetings between the first and the last that it holds take place."""
        held = {each.key for each in taking_place(programme, meetings)}
        places = [place for place, meeting in enumerate(meetings) if meeting.key in held]
        return not places or places[-1] - places[0] + 1 == len(places)

    def words(self, forum: Forum, meetings: tuple[Meeting, ...]) -> Sentence:
        """Say whose meetings follow one another."""
        return Sentence(self.code, forum=forum, why=self.why)

    def deviation(self, programme: Programme, forum: Forum, meetings: tuple[Meeting, ...]) -> Sentence | None:
        """Say which meetings are held."""
        return _found.held(taking_place(programme, meetings))

    @classmethod
    def examples(cls) -> Iterator[Example[Self]]:
        """Yield two meetings one after the other, and two with a free one between."""
        meetings = (a_meeting("am", 10, 30), a_meeting("pm", 15, 30), a_meeting("next", 10, 30, day=15))
        session = a_session(meetings=meetings)
        yield Example(session, cls("plenary"), kept={"am": "1", "pm": "2"}, broken={"am": "1", "next": "2"})

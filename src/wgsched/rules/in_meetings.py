"""An item is taken up in certain meetings only."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar, Self

from wgsched.model import AgendaItem, Desk, Meeting, Programme, Rule, Sentence, Session, Text
from wgsched.model.example import Example, a_session
from wgsched.model.keys import ItemKey, MeetingKey


@dataclass(frozen=True)
class InMeetings(Rule):
    """An item, named by number or key, is taken up only in these meetings, named by key."""

    item: ItemKey
    meetings: tuple[MeetingKey, ...]
    why: Text | str | None = None
    code: ClassVar[str] = "in-meetings"
    shorthand: ClassVar[str] = "at"
    source: ClassVar[str] = "a session asks for it, with its own reason."

    def cases(self, session: Session) -> Iterator[tuple[AgendaItem, tuple[Meeting, ...]]]:
        """Yield the item and the meetings."""
        yield session.agenda[self.item], tuple(session.meeting(key) for key in self.meetings)

    def post(self, desk: Desk, item: AgendaItem, meetings: tuple[Meeting, ...]) -> None:
        """Keep it in these meetings."""
        desk.only_in(item, meetings)

    def holds(self, programme: Programme, item: AgendaItem, meetings: tuple[Meeting, ...]) -> bool:
        """Return whether none of its rows lies elsewhere."""
        return {row.meeting for row in programme.of(item)} <= {meeting.key for meeting in meetings}

    def words(self, item: AgendaItem, meetings: tuple[Meeting, ...]) -> Sentence:
        """Say where it is taken up."""
        return Sentence(self.code, item=item, meetings=meetings, why=self.why)

    @classmethod
    def examples(cls) -> Iterator[Example[Self]]:
        """Yield an item in its meeting, and in another."""
        yield Example(a_session(), cls("1", ("pm",)), kept={"am": "2", "pm": "1"}, broken={"am": "1 2"})

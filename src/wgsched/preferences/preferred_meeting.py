"""Better in a certain meeting."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar, Self

from wgsched.model import AgendaItem, Desk, Meeting, Preference, Programme, Quantity, Sentence, Session, Text
from wgsched.model.example import Example, a_session
from wgsched.model.keys import ItemKey, MeetingKey
from wgsched.preferences._windows import never_inside, outside


@dataclass(frozen=True)
class PreferredMeeting(Preference):
    """An item, named by number or key, is better taken up in one of these meetings, by key."""

    item: ItemKey
    meetings: tuple[MeetingKey, ...]
    why: Text | str | None = None
    code: ClassVar[str] = "preferred-meeting"
    unit: ClassVar[tuple[str, str]] = ("item outside its preferred meetings", "items outside their preferred meetings")
    shorthand: ClassVar[str] = "prefers"
    source: ClassVar[str] = "what the officers or a delegation wish for."

    def cases(self, session: Session) -> Iterator[tuple[AgendaItem, tuple[Meeting, ...]]]:
        """Yield the item and what is wished for."""
        yield session.agenda[self.item], tuple(session.meeting(key) for key in self.meetings)

    def amount(self, programme: Programme, item: AgendaItem, meetings: tuple[Meeting, ...]) -> int | None:
        """Return how many instalments are taken up elsewhere."""
        return outside(programme, item, (meeting.window for meeting in meetings))

    def least(self, session: Session, item: AgendaItem, meetings: tuple[Meeting, ...]) -> int:
        """Return how many instalments the meetings are too short for."""
        return never_inside(session, item, (meeting.window for meeting in meetings))

    def express(self, desk: Desk, item: AgendaItem, meetings: tuple[Meeting, ...]) -> Quantity:
        """Ask the desk how many are."""
        return desk.outside(item, [meeting.window for meeting in meetings])

    def words(self, item: AgendaItem, meetings: tuple[Meeting, ...]) -> Sentence:
        """Say at which meeting it is preferred."""
        return Sentence(self.code, item=item, meetings=meetings, why=self.why)

    @classmethod
    def examples(cls) -> Iterator[Example[Self]]:
        """Yield an item in the meeting wished for, and in another."""
        yield Example(a_session(), cls("1", ("pm",)), kept={"am": "2", "pm": "1"}, broken={"am": "1 2"})

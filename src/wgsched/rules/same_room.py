"""Two items are taken up in the same room."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar, Self

from wgsched.model import AgendaItem, Desk, Forum, ItemKey, Programme, Rule, Sentence, Session, Text
from wgsched.model.example import Example, a_meeting, a_session, an_item


@dataclass(frozen=True)
class SameRoom(Rule):
    """An item is taken up in the same room as another, both named by number or key: ``SameRoom("3", "2")``."""

    item: ItemKey
    other: ItemKey
    why: Text | str | None = None
    code: ClassVar[str] = "same-room-as"
    shorthand: ClassVar[str] = "same room as"
    source: ClassVar[str] = "a session asks for it: one audience, one set of equipment."

    def cases(self, session: Session) -> Iterator[tuple[AgendaItem, AgendaItem]]:
        """Yield the two items."""
        yield session.agenda[self.item], session.agenda[self.other]

    def post(self, desk: Desk, item: AgendaItem, other: AgendaItem) -> None:
        """Keep both in one room."""
        desk.in_one_room((item, other))

    def holds(self, programme: Programme, item: AgendaItem, other: AgendaItem) -> bool:
        """Return whether all their rows stand in meetings in one room; rooms to be announced are not judged."""
        rows = (*programme.of(item), *programme.of(other))
        return len({programme.meeting(row.meeting).room for row in rows} - {None}) < 2

    def words(self, item: AgendaItem, other: AgendaItem) -> Sentence:
        """Say which two share a room."""
        return Sentence(self.code, item=item, other=other, why=self.why)

    @classmethod
    def examples(cls) -> Iterator[Example[Self]]:
        """Yield two items in one room, and in two."""
        forums = (Forum("plenary"), Forum("committee"))
        meetings = (a_meeting("am", room="I"), a_meeting("pm", 15, forum="committee", rooms=("I", "II")))
        items = (an_item("1"), an_item("2", forums=("committee",)))
        session = a_session(*items, meetings=meetings, forums=forums)
        kept, broken = {"am": "1", "pm@I": "2"}, {"am": "1", "pm@II": "2"}
        yield Example(session, cls("2", "1"), kept=kept, broken=broken)

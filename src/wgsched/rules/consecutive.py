"""The parts of an item are taken up in consecutive meetings."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import ClassVar, Self

from wgsched.model import AgendaItem, Desk, Instalment, Programme, Rule, Sentence, Session, Text
from wgsched.model.example import Example, a_meeting, a_session, an_item, lasting
from wgsched.model.keys import ItemKey
from wgsched.model.reading import meetings_between, meetings_of


@dataclass(frozen=True)
class Consecutive(Rule):
    """Each part of an item, named by number or key, is taken up in the very next meeting of its forum after the last.

    So a treaty body takes up the report of a State: in the afternoon, and again the next morning. An item that is taken
    up in one part keeps nothing else.
    """

    item: ItemKey
    why: Text | str | None = None
    code: ClassVar[str] = "consecutive"
    shorthand: ClassVar[str] = "consecutive"
    source: ClassVar[str] = "treaty bodies consider the report of a State party in two consecutive meetings."

    def cases(self, session: Session) -> Iterator[tuple[Instalment, Instalment, AgendaItem]]:
        """Yield each two parts that follow each other, with their item."""
        for earlier, later in pairwise(session.agenda.instalments_of(session.agenda[self.item])):
            if earlier.items == later.items:
                yield earlier, later, session.agenda[earlier.items[0]]

    def post(self, desk: Desk, earlier: Instalment, later: Instalment, item: AgendaItem) -> None:
        """Put the one in a meeting of its own, and the other in the next."""
        desk.in_different_meetings((earlier, later))
        desk.resumed_next(earlier, later)

    def holds(self, programme: Programme, earlier: Instalment, later: Instalment, item: AgendaItem) -> bool:
        """Return whether they share no meeting, and none lies between them."""
        rows, following = programme.of(earlier), programme.of(later)
        if not rows or not following:
            return True
        shared = set(meetings_of(programme, earlier)) & set(meetings_of(programme, later))
        return not shared and not meetings_between(programme, rows[-1], following[0])

    def words(self, earlier: Instalment, later: Instalment, item: AgendaItem) -> Sentence:
        """Say which item is resumed in the next meeting."""
        return Sentence(self.code, item=item, why=self.why)

    @classmethod
    def examples(cls) -> Iterator[Example[Self]]:
        """Yield an item in two parts resumed in the next meeting, and in the one after."""
        meetings = (a_meeting("am"), a_meeting("pm", 15), a_meeting("next", day=15))
        session = a_session(an_item("1", parts=(lasting(30), lasting(30))), an_item("2"), meetings=meetings)
        yield Example(
            session, cls("1"), kept={"am": "1.1 2", "pm": "1.2"}, broken={"am": "1.1", "pm": "2", "next": "1.2"}
        )

"""An item is taken up whole, in one meeting."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar, Self

from wgsched.model import AgendaItem, Desk, Instalment, Programme, Rule, Sentence, Session, Text
from wgsched.model.example import Example, a_session, an_item
from wgsched.model.keys import ItemKey
from wgsched.model.reading import meetings_of


@dataclass(frozen=True)
class Undivided(Rule):
    """An item, named by number or key, is taken up in one meeting, and so is each item below it.

    If an item has several instalments, each may be in another meeting.
    """

    item: ItemKey
    why: Text | str | None = None
    code: ClassVar[str] = "undivided"
    shorthand: ClassVar[str] = "whole"
    source: ClassVar[str] = "a session asks for it, with its own reason."

    def cases(self, session: Session) -> Iterator[tuple[Instalment, AgendaItem]]:
        """Yield each instalment with its item."""
        for instalment in session.agenda.instalments_of(session.agenda[self.item]):
            yield instalment, session.agenda[instalment.items[0]]

    def post(self, desk: Desk, instalment: Instalment, item: AgendaItem) -> None:
        """Keep it whole."""
        desk.whole(instalment)

    def holds(self, programme: Programme, instalment: Instalment, item: AgendaItem) -> bool:
        """Return whether all its rows lie in one meeting."""
        return len(meetings_of(programme, instalment)) <= 1

    def words(self, instalment: Instalment, item: AgendaItem) -> Sentence:
        """Say that it is not divided."""
        return Sentence(self.code, item=item, why=self.why)

    @classmethod
    def examples(cls) -> Iterator[Example[Self]]:
        """Yield an item of an hour in one meeting, and divided between two."""
        yield Example(a_session(an_item("1", 60)), cls("1"), kept={"am": "1 1"}, broken={"am": "- 1", "pm": "1"})

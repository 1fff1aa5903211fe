"""An item that is resumed is resumed in order."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import ClassVar, Self

from wgsched.model import AgendaItem, Desk, Instalment, Programme, Rule, Sentence, Session
from wgsched.model.example import Example, a_session, an_item, lasting
from wgsched.model.reading import subject


@dataclass(frozen=True)
class InstalmentsInOrder(Rule):
    """The instalments of an item are taken up in their order."""

    code: ClassVar[str] = "instalments-in-order"
    speaks_of: ClassVar[str] = "agenda.items.parts"
    customary: ClassVar[bool] = True
    source: ClassVar[str] = "what the parts of an item are: E/1997/L.15 and CFS:2004/INF/1 resume items after others."

    def cases(self, session: Session) -> Iterator[tuple[Instalment, Instalment, tuple[AgendaItem, ...]]]:
        """Yield each two instalments of an item that follow each other."""
        for earlier, later in pairwise(session.agenda.instalments):
            if earlier.items == later.items:
                yield earlier, later, session.agenda.items_of(earlier)

    def post(self, desk: Desk, earlier: Instalment, later: Instalment, items: tuple[AgendaItem, ...]) -> None:
        """Put one before the other."""
        desk.before(earlier, later)

    def holds(
        self, programme: Programme, earlier: Instalment, later: Instalment, items: tuple[AgendaItem, ...]
    ) -> bool | None:
        """Return whether one was concluded before the other was opened."""
        return programme.concluded(earlier) <= programme.opened(later)

    def words(self, earlier: Instalment, later: Instalment, items: tuple[AgendaItem, ...]) -> Sentence:
        """Say which instalment waits for which."""
        return Sentence(self.code, item=subject(items), first=earlier.part, second=later.part)

    @classmethod
    def examples(cls) -> Iterator[Example[Self]]:
        """Yield two instalments in their order with another item between, and the second first."""
        session = a_session(an_item("1", parts=(lasting(30), lasting(30))), an_item("2"))
        yield Example(session, cls(), kept={"am": "1.1 2", "pm": "1.2"}, broken={"am": "1.2 2", "pm": "1.1"})

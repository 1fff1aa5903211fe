"""Better in one meeting than continued in the next."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar, Self

from wgsched.model import AgendaItem, Desk, Instalment, Preference, Programme, Quantity, Sentence, Session
from wgsched.model.example import Example, a_session, an_item
from wgsched.model.reading import planned, subject


@dataclass(frozen=True)
class FewContinuations(Preference):
    """An item is better taken up in one meeting; each further meeting in which it goes on counts 1."""

    code: ClassVar[str] = "few-continuations"
    source: ClassVar[str] = "published programmes divide few items; each “(continued)” costs the readers something."

    def cases(self, session: Session) -> Iterator[tuple[Instalment, tuple[AgendaItem, ...]]]:
        """Yield each instalment with its items."""
        yield from planned(session)

    def amount(self, programme: Programme, instalment: Instalment, items: tuple[AgendaItem, ...]) -> int:
        """Return in how many further meetings it goes on."""
        return max(0, len({row.meeting for row in programme.of(instalment)}) - 1)

    def express(self, desk: Desk, instalment: Instalment, items: tuple[AgendaItem, ...]) -> Quantity:
        """Ask the desk for its continuations."""
        return desk.continuations(instalment)

    def words(self, instalment: Instalment, items: tuple[AgendaItem, ...]) -> Sentence:
        """Say which item had better not be continued."""
        return Sentence(self.code, item=subject(items))

    @classmethod
    def examples(cls) -> Iterator[Example[Self]]:
        """Yield an item of an hour in one meeting, and divided between two."""
        yield Example(a_session(an_item("1", 60)), cls(), kept={"am": "1 1"}, broken={"am": "- 1", "pm": "1"})

"""An item is not taken up before another is concluded."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from wgsched.model import AgendaItem, Desk, Programme, Rule, Sentence, Session, Text


@dataclass(frozen=True)
class Precedes(Rule):
    """One item is concluded before another is taken up."""

    earlier: str
    later: str
    why: Text | None = None
    code: ClassVar[str] = "precedes"

    def cases(self, session: Session) -> Iterator[tuple[AgendaItem, AgendaItem]]:
        """Yield the two items."""
        yield session.agenda[self.earlier], session.agenda[self.later]

    def post(self, desk: Desk, earlier: AgendaItem, later: AgendaItem) -> None:
        """Put one before the other."""
        desk.before(earlier, later)

    def holds(self, programme: Programme, earlier: AgendaItem, later: AgendaItem) -> bool | None:
        """Return whether one was concluded before the other was opened."""
        return programme.concluded(earlier) <= programme.opened(later)

    def words(self, earlier: AgendaItem, later: AgendaItem) -> Sentence:
        """Say which item waits for which."""
        return Sentence(self.code, item=later, after=earlier, why=self.why)

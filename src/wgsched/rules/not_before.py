"""An item is not taken up before a moment."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar, Self

from pendulum import DateTime

from wgsched.model import AgendaItem, Desk, Programme, Rule, Sentence, Session, Text, Window
from wgsched.model.example import Example, a_session


@dataclass(frozen=True)
class NotBefore(Rule):
    """An item, named by number or key, is not taken up before a moment: ``NotBefore("2 (c)", "2009-05-15 10:00")``."""

    item: str
    moment: str | DateTime
    why: Text | str | None = None
    code: ClassVar[str] = "not-before"
    source: ClassVar[str] = (
        "the session itself asks for it, with a reason of its own: a speaker's arrival, a document's day."
    )

    def cases(self, session: Session) -> Iterator[tuple[AgendaItem, DateTime]]:
        """Yield the item and the moment."""
        yield session.agenda[self.item], session.moment(self.moment)

    def post(self, desk: Desk, item: AgendaItem, moment: DateTime) -> None:
        """Leave it the time after the moment."""
        desk.within(item, [Window(moment, max(moment, desk.session.span.closes))])

    def holds(self, programme: Programme, item: AgendaItem, moment: DateTime) -> bool | None:
        """Return whether it was opened at the moment or after it."""
        return programme.opened(item) >= moment

    def words(self, item: AgendaItem, moment: DateTime) -> Sentence:
        """Say when it may be taken up."""
        return Sentence(self.code, item=item, moment=moment, why=self.why)

    @classmethod
    def examples(cls) -> Iterator[Example[Self]]:
        """Yield an item taken up in the afternoon, and too early."""
        yield Example(a_session(), cls("1", "2009-05-14 15:00"), kept={"am": "2", "pm": "1"}, broken={"am": "1 2"})

"""An item is concluded by a moment."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar, Self

from pendulum import DateTime

from wgsched.model import AgendaItem, Desk, Programme, Rule, Sentence, Session, Text, Window
from wgsched.model.example import Example, a_session


@dataclass(frozen=True)
class ConcludedBy(Rule):
    """An item, named by number or key, is concluded by a moment: ``ConcludedBy("2 (c)", "2009-05-14 18:00")``."""

    item: str
    moment: str | DateTime
    why: Text | str | None = None
    code: ClassVar[str] = "concluded-by"
    source: ClassVar[str] = (
        "the session itself asks for it, with a reason of its own: a speaker's departure, a deadline."
    )

    def cases(self, session: Session) -> Iterator[tuple[AgendaItem, DateTime]]:
        """Yield the item and the moment."""
        yield session.agenda[self.item], session.moment(self.moment)

    def post(self, desk: Desk, item: AgendaItem, moment: DateTime) -> None:
        """Leave it the time up to the moment."""
        desk.within(item, [Window(min(moment, desk.session.span.opens), moment)])

    def holds(self, programme: Programme, item: AgendaItem, moment: DateTime) -> bool | None:
        """Return whether it was concluded at the moment or before it."""
        return programme.concluded(item) <= moment

    def words(self, item: AgendaItem, moment: DateTime) -> Sentence:
        """Say by when it is concluded."""
        return Sentence(self.code, item=item, moment=moment, why=self.why)

    @classmethod
    def examples(cls) -> Iterator[Example[Self]]:
        """Yield an item concluded in the morning, and too late."""
        yield Example(a_session(), cls("1", "2009-05-14 11:00"), kept={"am": "1 2"}, broken={"am": "2", "pm": "1"})

"""An item is opened at a promised hour."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import ClassVar, Self

from pendulum import DateTime

from wgsched.model import AgendaItem, Desk, Instalment, Programme, Rule, Sentence, Session, Text
from wgsched.model.example import Example, a_session
from wgsched.model.keys import ItemKey, Moment
from wgsched.model.reading import every, has_begun
from wgsched.rules import _found


@dataclass(frozen=True)
class OpensAt(Rule):
    """An item, named by number or key, is opened at exactly this moment; of several instalments, the first is.

    For entries whose hour is a promise: a panel, a minister.
    """

    item: ItemKey
    moment: Moment
    why: Text | str | None = None
    code: ClassVar[str] = "opens-at"
    source: ClassVar[str] = "a session asks for it, with its own reason: an hour that was promised."

    def cases(self, session: Session) -> Iterator[tuple[AgendaItem, Instalment, DateTime]]:
        """Yield the item, its first instalment and the moment."""
        item = session.agenda[self.item]
        for instalment in session.agenda.instalments_of(item)[:1]:
            yield item, instalment, session.moment(self.moment)

    def post(self, desk: Desk, item: AgendaItem, instalment: Instalment, moment: DateTime) -> None:
        """Ask for that moment."""
        desk.opens_at(instalment, moment)

    def holds(self, programme: Programme, item: AgendaItem, instalment: Instalment, moment: DateTime) -> bool | None:
        """Return whether it was opened then."""
        opened = programme.opened(instalment)
        return every((opened >= moment, opened <= moment))

    def words(self, item: AgendaItem, instalment: Instalment, moment: DateTime) -> Sentence:
        """Say when it is opened."""
        return Sentence(self.code, item=item, moment=moment, why=self.why)

    def settled(self, session: Session, begun: Collection[str]) -> bool:
        """Return whether the item has been opened."""
        return has_begun(session, self.item, begun)

    def deviation(
        self, programme: Programme, item: AgendaItem, instalment: Instalment, moment: DateTime
    ) -> Sentence | None:
        """Say when it is opened."""
        return _found.opened(programme, instalment)

    @classmethod
    def examples(cls) -> Iterator[Example[Self]]:
        """Yield an item opened at the promised hour, and before it."""
        yield Example(a_session(), cls("1", "2009-05-14 10:30"), kept={"am": "- 1", "pm": "2"}, broken={"am": "1 2"})

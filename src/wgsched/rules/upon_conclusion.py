"""An item directly follows the conclusion of another."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import ClassVar, Self

from wgsched.model import AgendaItem, Desk, Programme, Rule, Sentence, Session, Text
from wgsched.model.example import Example, a_session
from wgsched.model.keys import ItemKey
from wgsched.model.reading import goes_on, has_begun, reversed_order


@dataclass(frozen=True)
class UponConclusion(Rule):
    """An item is opened as soon as another is concluded. In one forum, there is nothing between them, and no free time.

    In different forums it is opened then or later, because their meetings open at different hours.
    """

    item: ItemKey
    after: ItemKey
    why: Text | str | None = None
    code: ClassVar[str] = "upon-conclusion"
    shorthand: ClassVar[str] = "upon conclusion of"
    source: ClassVar[str] = "wordings such as “upon conclusion of the plenary” in orders of the day."

    def cases(self, session: Session) -> Iterator[tuple[AgendaItem, AgendaItem]]:
        """Yield the item and the one it follows."""
        yield session.agenda[self.item], session.agenda[self.after]

    def post(self, desk: Desk, item: AgendaItem, after: AgendaItem) -> None:
        """Put one directly after the other."""
        desk.directly_after(after, item)

    def holds(self, programme: Programme, item: AgendaItem, after: AgendaItem) -> bool | None:
        """Return whether the first row of the one goes on where the last row of the other stopped."""
        concluded, opened = programme.concluded(after), programme.opened(item)
        if concluded.forum != opened.forum:
            return concluded <= opened
        return goes_on(programme, programme.of(after)[-1], programme.of(item)[0])

    def words(self, item: AgendaItem, after: AgendaItem) -> Sentence:
        """Say which follows which."""
        return Sentence(self.code, item=item, after=after, why=self.why)

    def settled(self, session: Session, begun: Collection[str]) -> bool:
        """Return whether the item has been opened."""
        return has_begun(session, self.item, begun)

    def deviation(self, programme: Programme, item: AgendaItem, after: AgendaItem) -> Sentence | None:
        """Say where the one is opened and the other concluded."""
        return reversed_order(programme, after, item)

    @classmethod
    def examples(cls) -> Iterator[Example[Self]]:
        """Yield item 2 as soon as item 1 is concluded, and hours later."""
        yield Example(a_session(), cls("2", "1"), kept={"am": "1 2"}, broken={"am": "1", "pm": "2"})

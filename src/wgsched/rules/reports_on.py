"""A report on some items is adopted after those."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar, Self

from wgsched.model import AgendaItem, Desk, Programme, Role, Rule, Sentence, Session, Text
from wgsched.model.example import Example, a_session, an_item
from wgsched.model.keys import ItemKey
from wgsched.model.reading import every, reversed_order, taken_up


@dataclass(frozen=True)
class ReportsOn(Rule):
    """A report that covers these items alone is adopted after them; all named by number or key.

    Other items may come after such a report: the one that covers all is the last.
    """

    item: ItemKey
    items: tuple[ItemKey, ...]
    why: Text | str | None = None
    code: ClassVar[str] = "reports-on"
    shorthand: ClassVar[str] = "report of"
    source: ClassVar[str] = "bodies that adopt their report in instalments, such as the Councils of the agencies."

    def cases(self, session: Session) -> Iterator[tuple[AgendaItem, tuple[AgendaItem, ...]]]:
        """Yield the report, and the items that it covers."""
        yield session.agenda[self.item], tuple(session.agenda[name] for name in self.items)

    def post(self, desk: Desk, report: AgendaItem, covered: tuple[AgendaItem, ...]) -> None:
        """Put it after them."""
        for item in covered:
            desk.before(item, report)

    def holds(self, programme: Programme, report: AgendaItem, covered: tuple[AgendaItem, ...]) -> bool | None:
        """Return whether each of them was concluded before it was opened."""
        opened = programme.opened(report)
        return every(programme.concluded(item) <= opened for item in taken_up(programme, covered))

    def words(self, report: AgendaItem, covered: tuple[AgendaItem, ...]) -> Sentence:
        """Say which report comes after which items."""
        return Sentence(self.code, item=report, items=covered, why=self.why)

    def deviation(self, programme: Programme, report: AgendaItem, covered: tuple[AgendaItem, ...]) -> Sentence:
        """Say where it is opened, and one that it covers concluded."""
        opened = programme.opened(report)
        late = (each for each in taken_up(programme, covered) if (programme.concluded(each) <= opened) is False)
        return next(reversed_order(programme, each, report) for each in late)

    @classmethod
    def examples(cls) -> Iterator[Example[Self]]:
        """Yield a report on one item before another item, and before the item that it covers."""
        session = a_session(an_item("1"), an_item("2", role=Role.REPORT), an_item("3"))
        yield Example(session, cls("2", ("1",)), kept={"am": "1 2", "pm": "3"}, broken={"am": "2 1", "pm": "3"})

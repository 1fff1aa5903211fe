"""Items are taken up in the order of the agenda, if a session demands it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import ClassVar, Self

from wgsched.model import AgendaItem, Desk, Instalment, Programme, Rule, Sentence, Session, Text
from wgsched.model.example import Example, a_session
from wgsched.model.keys import ItemKey
from wgsched.model.ranks import neighbours
from wgsched.model.reading import reversed_order
from wgsched.model.sequence import Order, order_of

_Side = tuple[Instalment, AgendaItem]


@dataclass(frozen=True)
class AgendaOrder(Rule):
    """Items are taken up in the order of the agenda: all, or those named by number or key with all below them.

    Where the officers have agreed on another order, in that one.

    The opening, the report and the like keep the place of their role. An entry that belongs to an item, such as a
    panel, may be taken up within it.
    """

    items: tuple[ItemKey, ...] | None = None
    why: Text | str | None = None
    code: ClassVar[str] = "agenda-order"
    source: ClassVar[str] = (
        "14 of the 24 published programmes that were read follow the agenda; a session that must, asks for it."
    )

    def cases(self, session: Session) -> Iterator[tuple[_Side, _Side, Order]]:
        """Yield each two items that follow each other, and by which order."""
        agenda = session.agenda
        named = None if self.items is None else [agenda[name] for name in self.items]
        chosen = None if named is None else {below.key for item in named for below in agenda.subtree(item)}
        for earlier, later in _pairs(session, neighbours(session, chosen)):
            yield (
                (earlier, agenda[earlier.items[0]]),
                (later, agenda[later.items[0]]),
                order_of(session, earlier, later),
            )

    def post(self, desk: Desk, earlier: _Side, later: _Side, order: Order) -> None:
        """Put one before the other."""
        put = desk.opened_first if _belongs(later[1], earlier[0]) else desk.before
        put(earlier[0], later[0])

    def holds(self, programme: Programme, earlier: _Side, later: _Side, order: Order) -> bool | None:
        """Return whether one was concluded, or at least opened, before the other was opened."""
        when = programme.opened if _belongs(later[1], earlier[0]) else programme.concluded
        return when(earlier[0]) <= programme.opened(later[0])

    def words(self, earlier: _Side, later: _Side, order: Order) -> Sentence:
        """Say which item comes before which."""
        return Sentence(f"{order}-order", item=later[1], after=earlier[1], why=self.why)

    def deviation(self, programme: Programme, earlier: _Side, later: _Side, order: Order) -> Sentence | None:
        """Say where the one is concluded and the other opened."""
        return reversed_order(programme, earlier[0], later[0])

    @classmethod
    def examples(cls) -> Iterator[Example[Self]]:
        """Yield two items in the order of the agenda, and the other way round."""
        yield Example(a_session(), cls(), kept={"am": "1 2"}, broken={"am": "2 1"})
        agreed = a_session(sequence=("2", "1"))
        yield Example(agreed, cls(), kept={"am": "2 1"}, broken={"am": "1 2"})


def _belongs(entry: AgendaItem, instalment: Instalment) -> bool:
    """Return whether this is an entry that belongs to an item of the instalment."""
    return entry.number is None and entry.parent in instalment.items


def _pairs(
    session: Session, neighbours: Iterable[tuple[Instalment, Instalment]]
) -> Iterator[tuple[Instalment, Instalment]]:
    """Yield neighbours; what follows the entries of an item follows the item too."""
    above: dict[Instalment, Instalment] = {}
    for earlier, later in neighbours:
        item = above.get(earlier, earlier)
        if item is not earlier:
            yield item, later
        if _belongs(session.agenda[later.items[0]], item):
            above[later] = item
        yield earlier, later

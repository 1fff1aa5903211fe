"""Better in the order of the agenda."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar, Self

from wgsched.model import AgendaItem, Desk, Instalment, Preference, Programme, Quantity, Sentence, Session
from wgsched.model.example import Example, a_session
from wgsched.model.ranks import neighbours
from wgsched.model.sequence import Order, order_of, without_a_place

_Side = tuple[Instalment, AgendaItem]


@dataclass(frozen=True)
class AgendaOrderKept(Preference):
    """Items are better opened in the order of the agenda, or in the one that the officers agreed on instead.

    Each inverted pair of neighbours counts 1. An item that the session itself puts into one meeting is left out: its
    neighbours follow each other.
    """

    code: ClassVar[str] = "agenda-order-kept"
    unit: ClassVar[tuple[str, str]] = ("item out of agenda order", "items out of agenda order")
    source: ClassVar[str] = "most published programmes follow the agenda, and those that do not have reasons."

    def cases(self, session: Session) -> Iterator[tuple[_Side, _Side, Order]]:
        """Yield each two items that follow each other, and by which order."""
        agenda = session.agenda
        for earlier, later in neighbours(session, without_a_place(session)):
            yield (
                (earlier, agenda[earlier.items[0]]),
                (later, agenda[later.items[0]]),
                order_of(session, earlier, later),
            )

    def amount(self, programme: Programme, earlier: _Side, later: _Side, order: Order) -> int | None:
        """Return 1 when the later was opened first."""
        kept = programme.opened(earlier[0]) <= programme.opened(later[0])
        return None if kept is None else int(not kept)

    def express(self, desk: Desk, earlier: _Side, later: _Side, order: Order) -> Quantity:
        """Ask the desk whether they are inverted."""
        return desk.inverted(earlier[0], later[0])

    def words(self, earlier: _Side, later: _Side, order: Order) -> Sentence:
        """Say which item is preferred after which."""
        return Sentence(f"{order}-order-kept", item=later[1], after=earlier[1])

    @classmethod
    def examples(cls) -> Iterator[Example[Self]]:
        """Yield two items in the order of the agenda, and the other way round."""
        yield Example(a_session(), cls(), kept={"am": "1 2"}, broken={"am": "2 1"})
        agreed = a_session(sequence=("2", "1"))
        yield Example(agreed, cls(), kept={"am": "2 1"}, broken={"am": "1 2"})

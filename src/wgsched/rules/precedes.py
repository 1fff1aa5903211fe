"""An item is not taken up before another is concluded."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar, Self

from wgsched.model import AgendaItem, Desk, Minutes, Programme, Rule, Sentence, Session, Text
from wgsched.model.example import Example, a_session
from wgsched.model.keys import ItemKey, MinuteCount
from wgsched.model.reading import every, reversed_order


@dataclass(frozen=True)
class Precedes(Rule):
    """One item is concluded before another is taken up, and at least ``gap`` minutes of clock time before it.

    Items are named by number or key.
    """

    earlier: ItemKey
    later: ItemKey
    gap: MinuteCount = 0
    why: Text | str | None = None
    code: ClassVar[str] = "precedes"
    shorthand: ClassVar[str] = "before"
    converse: ClassVar[str] = "after"
    source: ClassVar[str] = "a session asks for it, with its own reason."

    def cases(self, session: Session) -> Iterator[tuple[AgendaItem, AgendaItem]]:
        """Yield the two items."""
        yield session.agenda[self.earlier], session.agenda[self.later]

    def post(self, desk: Desk, earlier: AgendaItem, later: AgendaItem) -> None:
        """Put one before the other."""
        desk.before(earlier, later, self.gap)

    def holds(self, programme: Programme, earlier: AgendaItem, later: AgendaItem) -> bool | None:
        """Return whether one was concluded, and the gap had passed, before the other was opened."""
        concluded, opened = programme.concluded(earlier), programme.opened(later)
        if not self.gap:
            return concluded <= opened
        minutes = concluded.minutes_until(opened)
        return every((concluded <= opened, None if minutes is None else minutes >= self.gap))

    def words(self, earlier: AgendaItem, later: AgendaItem) -> Sentence:
        """Say which item waits for which, and how long."""
        if not self.gap:
            return Sentence(self.code, item=later, after=earlier, why=self.why)
        return Sentence("precedes-gap", item=later, after=earlier, minutes=Minutes(self.gap), why=self.why)

    def deviation(self, programme: Programme, earlier: AgendaItem, later: AgendaItem) -> Sentence | None:
        """Say where the one is concluded and the other opened."""
        return reversed_order(programme, earlier, later)

    @classmethod
    def examples(cls) -> Iterator[Example[Self]]:
        """Yield item 2 before item 1, and after it; then with a gap that is long enough, and too short."""
        yield Example(a_session(), cls("2", "1"), kept={"am": "2 1"}, broken={"am": "1 2"})
        yield Example(a_session(), cls("2", "1", gap=240), kept={"am": "2 -", "pm": "1 -"}, broken={"am": "2 1"})

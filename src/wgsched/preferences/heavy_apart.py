"""Better not two heavy items on one day."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations
from typing import ClassVar, Self

from wgsched.model import AgendaItem, Desk, Preference, Programme, Quantity, Sentence, Session
from wgsched.model.example import Example, a_meeting, a_session
from wgsched.model.keys import ItemKey


@dataclass(frozen=True)
class HeavyApart(Preference):
    """Heavy items, named by number or key, are better taken up on different days; each shared day of two counts 1."""

    items: tuple[ItemKey, ...]
    code: ClassVar[str] = "heavy-apart"
    unit: ClassVar[tuple[str, str]] = ("day shared by two heavy items", "days shared by two heavy items")
    source: ClassVar[str] = "what the officers wish for: two long debates on one day tire a body."

    def cases(self, session: Session) -> Iterator[tuple[AgendaItem, AgendaItem]]:
        """Yield each two of the items."""
        yield from combinations([session.agenda[item] for item in self.items], 2)

    def amount(self, programme: Programme, first: AgendaItem, second: AgendaItem) -> int:
        """Return on how many days both are taken up."""
        dates = [{programme.meeting(row.meeting).date for row in programme.of(item)} for item in (first, second)]
        return len(dates[0] & dates[1])

    def express(self, desk: Desk, first: AgendaItem, second: AgendaItem) -> Quantity:
        """Ask the desk on how many days both are."""
        return desk.together(first, second, desk.session.day_windows)

    def words(self, first: AgendaItem, second: AgendaItem) -> Sentence:
        """Say which two share a day."""
        return Sentence(self.code, item=first, other=second)

    @classmethod
    def examples(cls) -> Iterator[Example[Self]]:
        """Yield two items on different days, and on one."""
        session = a_session(meetings=(a_meeting("am"), a_meeting("next", day=15)))
        yield Example(session, cls(("1", "2")), kept={"am": "1", "next": "2"}, broken={"am": "1 2"})

"""Better on the same days."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar, Self

from wgsched.model import AgendaItem, Desk, Preference, Programme, Quantity, Sentence, Session, Text
from wgsched.model.example import Example, a_meeting, a_session
from wgsched.model.keys import ItemKey
from wgsched.preferences._days import days_of


@dataclass(frozen=True)
class SameDays(Preference):
    """Some items are better on few days: ``SameDays(("1", "3"))``; each day after the first counts 1.

    Items are named by number or key.
    """

    items: tuple[ItemKey, ...]
    why: Text | str | None = None
    code: ClassVar[str] = "same-days"
    unit: ClassVar[tuple[str, str]] = ("further day", "further days")
    source: ClassVar[str] = "what belongs together, or needs the same equipment, is held on the same days."

    def cases(self, session: Session) -> Iterator[tuple[tuple[AgendaItem, ...]]]:
        """Yield the items together."""
        yield (tuple(dict.fromkeys(session.agenda[name] for name in self.items)),)

    def amount(self, programme: Programme, items: tuple[AgendaItem, ...]) -> int:
        """Return on how many days they are taken up."""
        return days_of(programme, items)

    def least(self, session: Session, items: tuple[AgendaItem, ...]) -> int:
        """Return the day that there is in every programme."""
        return 1

    def express(self, desk: Desk, items: tuple[AgendaItem, ...]) -> Quantity:
        """Ask the desk on how many days they are."""
        return desk.days(items)

    def words(self, items: tuple[AgendaItem, ...]) -> Sentence:
        """Say which items are wished on the same days."""
        return Sentence(self.code, items=items, why=self.why)

    @classmethod
    def examples(cls) -> Iterator[Example[Self]]:
        """Yield two items on one day, and on two."""
        session = a_session(meetings=(a_meeting("am"), a_meeting("next", day=15)))
        yield Example(session, cls(("1", "2")), kept={"am": "1 2"}, broken={"am": "1", "next": "2"})

"""Better in one meeting than divided between several."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar, Self

from wgsched.model import AgendaItem, Desk, Instalment, Preference, Programme, Quantity, Sentence, Session
from wgsched.model.example import Example, a_session, an_item
from wgsched.model.reading import fits_one_meeting, further_meetings, planned, subject


@dataclass(frozen=True)
class Divided(Preference):
    """An item that fits one meeting is better taken up in one; each further meeting counts 1.

    It fits if it takes no more minutes than the longest meeting of its forum that is not cancelled. A longer item may
    be divided freely.
    """

    code: ClassVar[str] = "divided"
    unit: ClassVar[tuple[str, str]] = ("avoidable continuation", "avoidable continuations")
    source: ClassVar[str] = "of 313 items no longer than a meeting, published programmes divide 12."

    def cases(self, session: Session) -> Iterator[tuple[Instalment, tuple[AgendaItem, ...]]]:
        """Yield each instalment with its items."""
        yield from planned(session)

    def amount(self, programme: Programme, instalment: Instalment, items: tuple[AgendaItem, ...]) -> int:
        """Return in how many further meetings it goes on, if it fits one."""
        further = further_meetings(programme, instalment)
        return further if further and fits_one_meeting(programme, instalment) else 0

    def express(self, desk: Desk, instalment: Instalment, items: tuple[AgendaItem, ...]) -> Quantity:
        """Ask the desk in how many further meetings it goes on, if it fits one."""
        return desk.divided(instalment)

    def words(self, instalment: Instalment, items: tuple[AgendaItem, ...]) -> Sentence:
        """Say which item is divided although it fits one meeting."""
        return Sentence(self.code, item=subject(items))

    @classmethod
    def examples(cls) -> Iterator[Example[Self]]:
        """Yield an item of an hour in one meeting, and divided between two."""
        yield Example(a_session(an_item("1", 60)), cls(), kept={"am": "1 1"}, broken={"am": "- 1", "pm": "1"})

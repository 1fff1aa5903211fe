"""Better on a certain day."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar, Self

from pendulum import Date

from wgsched.model import AgendaItem, Desk, Preference, Programme, Quantity, Sentence, Session, Text, Window
from wgsched.model.example import Example, a_meeting, a_session, an_item
from wgsched.model.keys import Day, ItemKey
from wgsched.preferences._windows import never_inside, outside


@dataclass(frozen=True)
class PreferredDay(Preference):
    """An item, named by number or key, is better taken up on a day: ``PreferredDay("3", "2009-05-15")``."""

    item: ItemKey
    date: Day
    why: Text | str | None = None
    code: ClassVar[str] = "preferred-day"
    unit: ClassVar[tuple[str, str]] = ("item outside its preferred day", "items outside their preferred days")
    shorthand: ClassVar[str] = "prefers"
    source: ClassVar[str] = "what the officers or a delegation wish for."

    def cases(self, session: Session) -> Iterator[tuple[AgendaItem, Date, Window]]:
        """Yield the item and what is wished for."""
        date = self.date if isinstance(self.date, Date) else session.moment(self.date).date()
        yield session.agenda[self.item], date, session.day_window(date)

    def amount(self, programme: Programme, item: AgendaItem, date: Date, whole: Window) -> int | None:
        """Return how many instalments are taken up elsewhere."""
        return outside(programme, item, (whole,))

    def least(self, session: Session, item: AgendaItem, date: Date, whole: Window) -> int:
        """Return how many instalments the day is too short for."""
        return never_inside(session, item, (whole,))

    def express(self, desk: Desk, item: AgendaItem, date: Date, whole: Window) -> Quantity:
        """Ask the desk how many are."""
        return desk.outside(item, [whole])

    def words(self, item: AgendaItem, date: Date, whole: Window) -> Sentence:
        """Say on which day it is preferred."""
        return Sentence(self.code, item=item, date=date, why=self.why)

    @classmethod
    def examples(cls) -> Iterator[Example[Self]]:
        """Yield an item on the day wished for, and on another."""
        session = a_session(an_item("1"), meetings=(a_meeting("am"), a_meeting("next", day=15)))
        yield Example(session, cls("1", "2009-05-15"), kept={"next": "1"}, broken={"am": "1"})

"""Better in a certain part of the day."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar, Self

from wgsched.model import AgendaItem, Desk, Meeting, Period, Preference, Programme, Quantity, Sentence, Session, Text
from wgsched.model.example import Example, a_meeting, a_session, an_item
from wgsched.model.keys import ItemKey, PeriodKey
from wgsched.preferences._windows import never_inside, outside


@dataclass(frozen=True)
class PreferredPeriod(Preference):
    """An item, named by number or key, is better taken up in a period of the day, by its key: ``"am"``."""

    item: ItemKey
    period: PeriodKey
    why: Text | str | None = None
    code: ClassVar[str] = "preferred-period"
    unit: ClassVar[tuple[str, str]] = ("item outside its preferred period", "items outside their preferred periods")
    shorthand: ClassVar[str] = "prefers"
    source: ClassVar[str] = "what the officers or a delegation wish for."

    def cases(self, session: Session) -> Iterator[tuple[AgendaItem, tuple[Meeting, ...], Period]]:
        """Yield the item and what is wished for."""
        meetings = tuple(each for each in session.meetings if each.period == self.period)
        hours = (Period(each.period, each.opens.time(), each.closes.time()) for each in meetings)
        named = (period for period in session.place.periods if period.key == self.period)
        for period in (*named, *hours)[:1]:
            yield session.agenda[self.item], meetings, period

    def amount(
        self, programme: Programme, item: AgendaItem, meetings: tuple[Meeting, ...], period: Period
    ) -> int | None:
        """Return how many instalments are taken up elsewhere."""
        return outside(programme, item, (meeting.window for meeting in meetings))

    def least(self, session: Session, item: AgendaItem, meetings: tuple[Meeting, ...], period: Period) -> int:
        """Return how many instalments the meetings of the period are too short for."""
        return never_inside(session, item, (meeting.window for meeting in meetings))

    def express(self, desk: Desk, item: AgendaItem, meetings: tuple[Meeting, ...], period: Period) -> Quantity:
        """Ask the desk how many are."""
        return desk.outside(item, [meeting.window for meeting in meetings])

    def words(self, item: AgendaItem, meetings: tuple[Meeting, ...], period: Period) -> Sentence:
        """Say in which period it is preferred."""
        return Sentence(self.code, item=item, period=period, why=self.why)

    @classmethod
    def examples(cls) -> Iterator[Example[Self]]:
        """Yield an item in the period wished for, and in another."""
        session = a_session(an_item("1"), meetings=(a_meeting("am", period="am"), a_meeting("pm", 15, period="pm")))
        yield Example(session, cls("1", "pm"), kept={"pm": "1"}, broken={"am": "1"})

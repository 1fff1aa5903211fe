"""No decision before draft proposals have been out for a while."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar, Self

from pendulum import DateTime

from wgsched.model import AgendaItem, Desk, Instalment, Limits, Programme, Rule, Sentence, Session, Text
from wgsched.model.example import Example, a_session
from wgsched.model.keys import Deadline, HourCount, ItemKey


@dataclass(frozen=True)
class ProposalsTabled(Rule):
    """Draft proposals on an item are tabled by a deadline, and the decision comes at least ``hours`` later.

    Of several instalments, only the last waits, because it decides.
    """

    item: ItemKey
    deadline: Deadline
    hours: HourCount = 24
    why: Text | str | None = None
    code: ClassVar[str] = "proposals-tabled"
    source: ClassVar[str] = "draft proposals are tabled some time before they are decided on; each body sets how long."

    def cases(self, session: Session) -> Iterator[tuple[AgendaItem, Instalment, DateTime, DateTime]]:
        """Yield the item, its deciding instalment, the deadline, and when a decision may be taken."""
        item, deadline = session.agenda[self.item], session.moment(self.deadline)
        for instalment in session.agenda.instalments_of(item)[-1:]:
            yield item, instalment, deadline, deadline.add(hours=self.hours)

    def post(self, desk: Desk, item: AgendaItem, instalment: Instalment, deadline: DateTime, moment: DateTime) -> None:
        """Leave it the time from then on."""
        desk.within(instalment, [Limits(moment, None)])

    def holds(
        self, programme: Programme, item: AgendaItem, instalment: Instalment, deadline: DateTime, moment: DateTime
    ) -> bool | None:
        """Return whether it was opened then or later."""
        return programme.opened(instalment) >= moment

    def words(self, item: AgendaItem, instalment: Instalment, deadline: DateTime, moment: DateTime) -> Sentence:
        """Say what the decision waits for."""
        return Sentence(self.code, item=item, deadline=deadline, moment=moment, why=self.why)

    @classmethod
    def examples(cls) -> Iterator[Example[Self]]:
        """Yield a decision a day after the deadline, and earlier."""
        yield Example(a_session(), cls("1", "2009-05-13 15:00"), kept={"am": "2", "pm": "1"}, broken={"am": "1 2"})

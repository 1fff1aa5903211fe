"""The parts of an item are taken up on different days."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar, Self

from wgsched.model import AgendaItem, Desk, Instalment, Programme, Rule, Sentence, Session, Text
from wgsched.model.example import Example, a_meeting, a_session, an_item, lasting
from wgsched.model.keys import ItemKey
from wgsched.model.reading import meetings_of


@dataclass(frozen=True)
class Spread(Rule):
    """No two parts of an item, named by number or key, are taken up on one day, so that groups can consult between.

    A meeting past midnight belongs to the day on which it opens.
    """

    item: ItemKey
    why: Text | str | None = None
    code: ClassVar[str] = "spread"
    shorthand: ClassVar[str] = "spread"
    source: ClassVar[str] = "contact groups report overnight: their next meeting is on another day."

    def cases(self, session: Session) -> Iterator[tuple[AgendaItem, tuple[Instalment, ...]]]:
        """Yield each item that is taken up in several parts, and these."""
        parts: dict[tuple[str, ...], list[Instalment]] = {}
        for instalment in session.agenda.instalments_of(session.agenda[self.item]):
            parts.setdefault(instalment.items, []).append(instalment)
        yield from ((session.agenda[keys[0]], tuple(own)) for keys, own in parts.items() if len(own) > 1)

    def post(self, desk: Desk, item: AgendaItem, parts: tuple[Instalment, ...]) -> None:
        """Put them on different days."""
        desk.on_different_days(parts)

    def holds(self, programme: Programme, item: AgendaItem, parts: tuple[Instalment, ...]) -> bool:
        """Return whether no day has rows of two of them."""
        days = [day for part in parts for day in {meeting.date for meeting in meetings_of(programme, part)}]
        return len(days) == len(set(days))

    def words(self, item: AgendaItem, parts: tuple[Instalment, ...]) -> Sentence:
        """Say whose parts are on different days."""
        return Sentence(self.code, item=item, why=self.why)

    @classmethod
    def examples(cls) -> Iterator[Example[Self]]:
        """Yield an item in two parts on two days, and on one."""
        meetings = (a_meeting("am"), a_meeting("pm", 15), a_meeting("next", day=15))
        session = a_session(an_item("1", parts=(lasting(30), lasting(30))), an_item("2"), meetings=meetings)
        yield Example(session, cls("1"), kept={"am": "1.1 2", "next": "1.2"}, broken={"am": "1.1 2", "pm": "1.2"})

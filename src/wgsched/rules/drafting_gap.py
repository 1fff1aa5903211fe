"""The report is drafted before it is adopted."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar, Self

from wgsched.model import AgendaItem, Desk, Instalment, Minutes, Programme, Role, Rule, Sentence, Session, Text, Unit
from wgsched.model.example import Example, a_session, an_item
from wgsched.model.keys import MinuteCount
from wgsched.model.ranks import Rank, of_rank
from wgsched.model.reading import every, subject, taken_up


@dataclass(frozen=True)
class DraftingGap(Rule):
    """At least ``minutes`` of clock time pass between the last substantive item and the adoption of the report."""

    minutes: MinuteCount
    why: Text | str | None = None
    code: ClassVar[str] = "drafting-gap"
    source: ClassVar[str] = "the report is drafted, and translated, before it is adopted."

    def cases(self, session: Session) -> Iterator[tuple[Instalment, tuple[AgendaItem, ...], tuple[Instalment, ...]]]:
        """Yield the report, with its items and what must come before it."""
        yield from of_rank(session, Rank.REPORT, first=False)

    def post(
        self, desk: Desk, instalment: Instalment, items: tuple[AgendaItem, ...], others: tuple[Instalment, ...]
    ) -> None:
        """Put the others that long before it."""
        for other in others:
            desk.before(other, instalment, self.minutes)

    def holds(
        self,
        programme: Programme,
        instalment: Instalment,
        items: tuple[AgendaItem, ...],
        others: tuple[Instalment, ...],
    ) -> bool | None:
        """Return whether every other was concluded that long before it was opened."""
        return every(_passed(programme, other, instalment, self.minutes) for other in taken_up(programme, others))

    def words(self, instalment: Instalment, items: tuple[AgendaItem, ...], others: tuple[Instalment, ...]) -> Sentence:
        """Say how long drafting takes."""
        return Sentence(self.code, item=subject(items), minutes=Minutes(self.minutes), why=self.why)

    @classmethod
    def examples(cls) -> Iterator[Example[Self]]:
        """Yield a report four hours after the last item, and at once."""
        session = a_session(an_item("1"), an_item("2", role=Role.REPORT))
        yield Example(session, cls(240), kept={"am": "- 1", "pm": "2"}, broken={"am": "1 2"})


def _passed(programme: Programme, other: Unit, report: Instalment, minutes: int) -> bool | None:
    concluded, opened = programme.concluded(other), programme.opened(report)
    passed = concluded.minutes_until(opened)
    return every((concluded <= opened, None if passed is None else passed >= minutes))

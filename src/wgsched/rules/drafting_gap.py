"""The report is drafted before it is adopted."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from wgsched.model import AgendaItem, Desk, Instalment, Minutes, Programme, Rule, Sentence, Session, Text, Unit
from wgsched.model.keys import MinuteCount
from wgsched.model.ranks import Rank, of_rank
from wgsched.model.reading import every, subject, taken_up


@dataclass(frozen=True)
class DraftingGap(Rule):
    """So many minutes of clock time pass between the last substantive item and the adoption of the report."""

    minutes: MinuteCount
    why: Text | str | None = None
    code: ClassVar[str] = "drafting-gap"

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


def _passed(programme: Programme, other: Unit, report: Instalment, minutes: int) -> bool | None:
    concluded, opened = programme.concluded(other), programme.opened(report)
    passed = concluded.minutes_until(opened)
    return every((concluded <= opened, None if passed is None else passed >= minutes))

"""The report is adopted last."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from wgsched.model import AgendaItem, Desk, Instalment, Programme, Rule, Sentence, Session
from wgsched.model.places import at_place
from wgsched.model.reading import every, subject, taken_up


@dataclass(frozen=True)
class ReportLast(Rule):
    """The report is adopted after everything else in its forum but the closure."""

    code: ClassVar[str] = "report-last"

    def cases(self, session: Session) -> Iterator[tuple[Instalment, tuple[AgendaItem, ...], tuple[Instalment, ...]]]:
        """Yield the report, with its items and what must come before it."""
        yield from at_place(session, 3, first=False)

    def post(
        self,
        desk: Desk,
        instalment: Instalment,
        items: tuple[AgendaItem, ...],
        others: tuple[Instalment, ...],
    ) -> None:
        """Put it after the others."""
        for other in others:
            desk.before(other, instalment)

    def holds(
        self,
        programme: Programme,
        instalment: Instalment,
        items: tuple[AgendaItem, ...],
        others: tuple[Instalment, ...],
    ) -> bool | None:
        """Return whether every other was concluded before it was opened."""
        opened = programme.opened(instalment)
        return every(programme.concluded(other) <= opened for other in taken_up(programme, others))

    def words(
        self,
        instalment: Instalment,
        items: tuple[AgendaItem, ...],
        others: tuple[Instalment, ...],
    ) -> Sentence:
        """Say what comes at the end."""
        return Sentence(self.code, item=subject(items))

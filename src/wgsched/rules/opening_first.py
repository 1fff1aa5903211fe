"""The opening comes first."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from wgsched.model import AgendaItem, Desk, Instalment, Programme, Rule, Sentence, Session
from wgsched.model.places import at_place
from wgsched.model.reading import every, subject, taken_up


@dataclass(frozen=True)
class OpeningFirst(Rule):
    """The opening comes before everything else in its forum."""

    code: ClassVar[str] = "opening-first"

    def cases(self, session: Session) -> Iterator[tuple[Instalment, tuple[AgendaItem, ...], tuple[Instalment, ...]]]:
        """Yield the opening, with its items and what must come after it."""
        yield from at_place(session, 0, first=True)

    def post(
        self,
        desk: Desk,
        instalment: Instalment,
        items: tuple[AgendaItem, ...],
        others: tuple[Instalment, ...],
    ) -> None:
        """Put it before the others."""
        for other in others:
            desk.before(instalment, other)

    def holds(
        self,
        programme: Programme,
        instalment: Instalment,
        items: tuple[AgendaItem, ...],
        others: tuple[Instalment, ...],
    ) -> bool | None:
        """Return whether it was concluded before any other was opened."""
        concluded = programme.concluded(instalment)
        return every(concluded <= programme.opened(other) for other in taken_up(programme, others))

    def words(
        self,
        instalment: Instalment,
        items: tuple[AgendaItem, ...],
        others: tuple[Instalment, ...],
    ) -> Sentence:
        """Say what comes first."""
        return Sentence(self.code, item=subject(items))

"""The closure comes last."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from wgsched.model import AgendaItem, Desk, Instalment, Programme, Rule, Sentence, Session
from wgsched.model.places import at_place
from wgsched.model.reading import every, subject, taken_up


@dataclass(frozen=True)
class ClosureLast(Rule):
    """The closure comes after everything else in its forum."""

    code: ClassVar[str] = "closure-last"

    def cases(self, session: Session) -> Iterator[tuple[Instalment, tuple[AgendaItem, ...], tuple[Instalment, ...]]]:
        """Yield the closure, with its items and what must come before it."""
        yield from at_place(session, 4, first=False)

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
        """Say what comes last."""
        return Sentence(self.code, item=subject(items))

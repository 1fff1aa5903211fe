"""Officers are elected and the agenda is adopted before the rest."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from wgsched.model import AgendaItem, Desk, Instalment, Programme, Rule, Sentence, Session
from wgsched.model.places import at_place
from wgsched.model.reading import every, subject, taken_up


@dataclass(frozen=True)
class FirstBusiness(Rule):
    """The election of officers and the adoption of the agenda, in either order, come before the rest in their forum."""

    code: ClassVar[str] = "first-business"

    def cases(self, session: Session) -> Iterator[tuple[Instalment, tuple[AgendaItem, ...], tuple[Instalment, ...]]]:
        """Yield each of the two, with its items and what must come after it."""
        yield from at_place(session, 1, first=True)

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
        """Say what comes before the rest."""
        return Sentence(self.code, item=subject(items))

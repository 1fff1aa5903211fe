"""An item is taken up while those it needs can be there."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from wgsched.model import AgendaItem, Desk, Participant, Programme, Rule, Sentence, Session
from wgsched.model.reading import every, inside


@dataclass(frozen=True)
class Available(Rule):
    """An item that needs a minister, a speaker or a delegation is taken up only in the hours in which they can come."""

    code: ClassVar[str] = "available"

    def cases(self, session: Session) -> Iterator[tuple[Participant, AgendaItem]]:
        """Yield each participant whose hours are limited, with each of their items."""
        for participant in session.participants:
            if participant.windows:
                yield from ((participant, session.agenda[key]) for key in participant.items)

    def post(self, desk: Desk, participant: Participant, item: AgendaItem) -> None:
        """Keep the item in those hours."""
        desk.within(item, participant.windows)

    def holds(self, programme: Programme, participant: Participant, item: AgendaItem) -> bool | None:
        """Return whether every row lies in those hours."""
        return every(inside(programme, row, participant.windows) for row in programme.of(item))

    def words(self, participant: Participant, item: AgendaItem) -> Sentence:
        """Say who can be there when."""
        return Sentence(self.code, item=item, who=participant.name, windows=participant.windows)

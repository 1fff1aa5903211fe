"""Nobody is at two meetings at once."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations
from typing import ClassVar

from wgsched.model import AgendaItem, Consideration, Desk, Instalment, Participant, Programme, Rule, Sentence, Session
from wgsched.model.reading import every


@dataclass(frozen=True)
class OnePlace(Rule):
    """A participant whose items may be taken up in different forums is needed in one of them at a time."""

    code: ClassVar[str] = "one-place"

    def cases(self, session: Session) -> Iterator[tuple[Participant, tuple[AgendaItem, ...], tuple[Instalment, ...]]]:
        """Yield each such participant with their items and what is planned of these."""
        for participant in session.participants:
            items = tuple(session.agenda[key] for key in participant.items)
            parts = tuple(dict.fromkeys(part for item in items for part in session.agenda.instalments_of(item)))
            if len({forum for part in parts for forum in session.forums_of(part)}) > 1:
                yield participant, items, parts

    def post(
        self, desk: Desk, participant: Participant, items: tuple[AgendaItem, ...], parts: tuple[Instalment, ...]
    ) -> None:
        """Keep them apart."""
        desk.apart(parts)

    def holds(
        self,
        programme: Programme,
        participant: Participant,
        items: tuple[AgendaItem, ...],
        parts: tuple[Instalment, ...],
    ) -> bool | None:
        """Return whether no two of their rows share time."""
        rows = [row for part in parts for row in programme.of(part)]
        return every(_apart(programme, first, second) for first, second in combinations(rows, 2))

    def words(self, participant: Participant, items: tuple[AgendaItem, ...], parts: tuple[Instalment, ...]) -> Sentence:
        """Say who cannot be in two places."""
        return Sentence(self.code, who=participant.name, items=items)


def _apart(programme: Programme, first: Consideration, second: Consideration) -> bool | None:
    if first.window is not None and second.window is not None:
        return not first.window.meets(second.window)
    meetings = programme.meeting(first.meeting), programme.meeting(second.meeting)
    if meetings[0].forum == meetings[1].forum or not meetings[0].window.meets(meetings[1].window):
        return True
    return None

"""What is taken up at once, of some items."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import combinations

from wgsched.model import AgendaItem, Desk, Instalment, Participant, Programme, Rule, Sentence, Session
from wgsched.model.reading import apart, every
from wgsched.rules import _found


def parts_of(session: Session, items: Iterable[AgendaItem]) -> tuple[Instalment, ...]:
    """Return what is planned of some items, each once."""
    return tuple(dict.fromkeys(part for item in items for part in session.agenda.instalments_of(item)))


def apart_in(programme: Programme, parts: Iterable[Instalment]) -> bool | None:
    """Return whether no two rows of some instalments share time; None when hours are needed to tell."""
    rows = [row for part in parts for row in programme.of(part)]
    return every(apart(programme, first, second) for first, second in combinations(rows, 2))


def found(programme: Programme, parts: Iterable[Instalment]) -> Sentence | None:
    """Return the sentence that says which meetings take up two of them at once."""
    rows = [row for part in parts for row in programme.of(part)]
    at_once = (pair for pair in combinations(rows, 2) if apart(programme, *pair) is False)
    return _found.held(programme.meeting(row.meeting) for row in next(at_once, ()))


@dataclass(frozen=True)
class NotInTwoPlaces(Rule):
    """Of some items of one participant, no two are taken up at once. What these items are, each such rule says."""

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
        return apart_in(programme, parts)

    def words(self, participant: Participant, items: tuple[AgendaItem, ...], parts: tuple[Instalment, ...]) -> Sentence:
        """Say whose items they are."""
        return Sentence(self.code, who=participant.name, items=items)

    def deviation(
        self,
        programme: Programme,
        participant: Participant,
        items: tuple[AgendaItem, ...],
        parts: tuple[Instalment, ...],
    ) -> Sentence | None:
        """Say which meetings take up their items at once."""
        return found(programme, parts)

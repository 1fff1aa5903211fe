"""Rules by role: an item comes before all of a higher rank in its forum, or after all of a lower rank."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from wgsched.model import AgendaItem, Desk, Instalment, Programme, Rule, Sentence, Session
from wgsched.model.ranks import Rank, of_rank
from wgsched.model.reading import every, reversed_order, subject, taken_up

Items = tuple[AgendaItem, ...]
Others = tuple[Instalment, ...]


class _Ranked(Rule):
    """Items of this rank come before or after the others in their forum."""

    rank: ClassVar[Rank]

    def words(self, instalment: Instalment, items: Items, others: Others) -> Sentence:
        """Say which items have this rank."""
        return Sentence(self.code, item=subject(items))


class BeforeOthers(_Ranked):
    """Items of this rank come before all of a higher rank in their forum."""

    def cases(self, session: Session) -> Iterator[tuple[Instalment, Items, Others]]:
        """Yield each instalment of this rank, with its items and what must come after it."""
        yield from of_rank(session, self.rank, first=True)

    def post(self, desk: Desk, instalment: Instalment, items: Items, others: Others) -> None:
        """Put it before the others."""
        for other in others:
            desk.before(instalment, other)

    def holds(self, programme: Programme, instalment: Instalment, items: Items, others: Others) -> bool | None:
        """Return whether it was concluded before any other was opened."""
        concluded = programme.concluded(instalment)
        return every(concluded <= programme.opened(other) for other in taken_up(programme, others))

    def deviation(self, programme: Programme, instalment: Instalment, items: Items, others: Others) -> Sentence | None:
        """Say what is opened before it is concluded."""
        concluded = programme.concluded(instalment)
        early = (each for each in taken_up(programme, others) if (concluded <= programme.opened(each)) is False)
        return reversed_order(programme, instalment, next(early))


class AfterOthers(_Ranked):
    """Items of this rank come after all of a lower rank in their forum."""

    def cases(self, session: Session) -> Iterator[tuple[Instalment, Items, Others]]:
        """Yield each instalment of this rank, with its items and what must come before it."""
        yield from of_rank(session, self.rank, first=False)

    def post(self, desk: Desk, instalment: Instalment, items: Items, others: Others) -> None:
        """Put it after the others."""
        for other in others:
            desk.before(other, instalment)

    def holds(self, programme: Programme, instalment: Instalment, items: Items, others: Others) -> bool | None:
        """Return whether every other was concluded before it was opened."""
        opened = programme.opened(instalment)
        return every(programme.concluded(other) <= opened for other in taken_up(programme, others))

    def deviation(self, programme: Programme, instalment: Instalment, items: Items, others: Others) -> Sentence | None:
        """Say what is not concluded when it is opened."""
        opened = programme.opened(instalment)
        late = (each for each in taken_up(programme, others) if (programme.concluded(each) <= opened) is False)
        return reversed_order(programme, next(late), instalment)

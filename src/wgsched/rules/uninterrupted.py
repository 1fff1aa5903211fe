"""An item is not left for another before it is concluded."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import ClassVar, Self

from wgsched.model import AgendaItem, Desk, Instalment, Programme, Rule, Sentence, Session, Text
from wgsched.model.example import Example, a_session, an_item
from wgsched.model.keys import ItemKey
from wgsched.model.reading import every, goes_on, planned, subject


@dataclass(frozen=True)
class Uninterrupted(Rule):
    """Once an item is taken up, its forum takes up nothing else, and leaves no time free, until it is concluded.

    An item that is to be left and resumed has several instalments, and the rule holds for each of them. With an
    ``item``, named by number or key, the rule holds only for it and all below it, in a session that waives it for all.
    """

    item: ItemKey | None = None
    why: Text | str | None = None
    code: ClassVar[str] = "uninterrupted"
    shorthand: ClassVar[str] = "uninterrupted"
    ground: ClassVar[bool] = True
    source: ClassVar[str] = (
        "usual practice; a session that leaves an item and resumes it says so by giving it several parts."
    )

    def cases(self, session: Session) -> Iterator[tuple[Instalment, tuple[AgendaItem, ...]]]:
        """Yield each instalment with its items."""
        named = None if self.item is None else {*session.agenda.instalments_of(session.agenda[self.item])}
        yield from (case for case in planned(session) if named is None or case[0] in named)

    def post(self, desk: Desk, instalment: Instalment, items: tuple[AgendaItem, ...]) -> None:
        """Keep its rows together."""
        desk.unbroken(instalment)

    def holds(self, programme: Programme, instalment: Instalment, items: tuple[AgendaItem, ...]) -> bool | None:
        """Return whether each of its rows goes on where the one before it stopped."""
        return every(goes_on(programme, *rows) for rows in pairwise(programme.of(instalment)))

    def words(self, instalment: Instalment, items: tuple[AgendaItem, ...]) -> Sentence:
        """Say that it is not interrupted."""
        return Sentence(self.code, item=subject(items), why=self.why)

    @classmethod
    def examples(cls) -> Iterator[Example[Self]]:
        """Yield an item of an hour before another, and interrupted by it."""
        session = a_session(an_item("1", 60), an_item("2"))
        yield Example(session, cls(), kept={"am": "1 1", "pm": "2"}, broken={"am": "1 2", "pm": "1"})

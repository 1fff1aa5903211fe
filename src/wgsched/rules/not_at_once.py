"""Some items are not taken up at once."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations
from typing import ClassVar, Self

from wgsched.model import AgendaItem, Desk, Forum, Instalment, Programme, Rule, Sentence, Session, Text
from wgsched.model.example import Example, a_meeting, a_session, an_item
from wgsched.model.keys import ItemKey
from wgsched.rules import _at_once


@dataclass(frozen=True)
class NotAtOnce(Rule):
    """Of some items, no two are taken up at once, in whichever forums: ``NotAtOnce(("3", "5", "panel"))``.

    Each two are a case of their own. Items are named by number or key.
    """

    items: tuple[ItemKey, ...]
    why: Text | str | None = None
    code: ClassVar[str] = "not-at-once"
    source: ClassVar[str] = "organizers of parallel meetings name items that the same people follow."

    def cases(self, session: Session) -> Iterator[tuple[AgendaItem, AgendaItem, tuple[Instalment, ...]]]:
        """Yield each two of the items, with what is planned of them."""
        items = dict.fromkeys(session.agenda[name] for name in self.items)
        for first, second in combinations(items, 2):
            yield first, second, _at_once.parts_of(session, (first, second))

    def post(self, desk: Desk, first: AgendaItem, second: AgendaItem, parts: tuple[Instalment, ...]) -> None:
        """Keep them apart."""
        desk.apart(parts)

    def holds(
        self, programme: Programme, first: AgendaItem, second: AgendaItem, parts: tuple[Instalment, ...]
    ) -> bool | None:
        """Return whether no two of their rows share time."""
        return _at_once.apart_in(programme, parts)

    def words(self, first: AgendaItem, second: AgendaItem, parts: tuple[Instalment, ...]) -> Sentence:
        """Say which items are not taken up at once."""
        return Sentence(self.code, items=(first, second), why=self.why)

    def deviation(
        self, programme: Programme, first: AgendaItem, second: AgendaItem, parts: tuple[Instalment, ...]
    ) -> Sentence | None:
        """Say which meetings take them up at once."""
        return _at_once.found(programme, parts)

    @classmethod
    def examples(cls) -> Iterator[Example[Self]]:
        """Yield two items in two forums, one after the other and at once."""
        forums = (Forum("plenary"), Forum("committee"))
        meetings = (a_meeting("plenary"), a_meeting("committee", forum="committee"))
        items = (an_item("1"), an_item("2", forums=("committee",)))
        session = a_session(*items, meetings=meetings, forums=forums)
        kept, broken = {"plenary": "1 -", "committee": "- 2"}, {"plenary": "1", "committee": "2"}
        yield Example(session, cls(("1", "2")), kept=kept, broken=broken)

"""An item is taken up in one forum at a time."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations
from typing import ClassVar, Self

from wgsched.model import AgendaItem, Desk, Forum, Instalment, Programme, Rule, Sentence, Session
from wgsched.model.example import Example, a_meeting, a_session, an_item
from wgsched.model.ranks import groups_of
from wgsched.model.reading import apart, every


@dataclass(frozen=True)
class OneForumAtATime(Rule):
    """An item and the groups that meet on it are never taken up at once: its delegates are in one room.

    Groups on an item that is only a heading, of which nothing is taken up itself, meet on different things.
    """

    code: ClassVar[str] = "one-forum-at-a-time"
    speaks_of: ClassVar[str] = "agenda.items.forums"
    customary: ClassVar[bool] = True
    source: ClassVar[str] = "those who negotiate an item follow it from plenary to its groups and back."

    def cases(self, session: Session) -> Iterator[tuple[AgendaItem, tuple[Instalment, ...]]]:
        """Yield each item that is taken up in several forums, with all that is planned of it and of its groups."""
        for item, own, groups in groups_of(session):
            parts = (*own, *groups)
            if own and len({forum for part in parts for forum in session.forums_of(part)}) > 1:
                yield item, parts

    def post(self, desk: Desk, item: AgendaItem, parts: tuple[Instalment, ...]) -> None:
        """Keep them apart."""
        desk.apart(parts)

    def holds(self, programme: Programme, item: AgendaItem, parts: tuple[Instalment, ...]) -> bool | None:
        """Return whether no two of their rows share time."""
        rows = [row for part in parts for row in programme.of(part)]
        return every(apart(programme, first, second) for first, second in combinations(rows, 2))

    def words(self, item: AgendaItem, parts: tuple[Instalment, ...]) -> Sentence:
        """Say which item is in one place at a time."""
        return Sentence(self.code, item=item)

    @classmethod
    def examples(cls) -> Iterator[Example[Self]]:
        """Yield two groups on one item, one after the other and at once."""
        forums = (Forum("plenary"), Forum("contact"), Forum("informal"))
        later = (a_meeting("contact", 11, forum="contact"), a_meeting("informal", 11, forum="informal"))
        takes = an_item("1").takes
        groups = (AgendaItem(key, parent="1", takes=takes, forums=(key,)) for key in ("contact", "informal"))
        session = a_session(an_item("1"), *groups, meetings=(a_meeting("am"), *later), forums=forums)
        kept = {"am": "1", "contact": "contact -", "informal": "- informal"}
        yield Example(session, cls(), kept=kept, broken={**kept, "contact": "contact", "informal": "informal"})

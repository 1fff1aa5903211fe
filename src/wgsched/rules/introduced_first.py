"""An item is introduced before groups meet on it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar, Self

from wgsched.model import AgendaItem, Desk, Forum, Instalment, Programme, Rule, Sentence, Session
from wgsched.model.example import Example, a_meeting, a_session, an_item
from wgsched.model.ranks import groups_of
from wgsched.model.reading import every, taken_up


@dataclass(frozen=True)
class IntroducedFirst(Rule):
    """An item is opened in its own forum before contact groups and informal meetings on it sit in other forums."""

    code: ClassVar[str] = "introduced-first"
    speaks_of: ClassVar[str] = "agenda.items.forums"
    customary: ClassVar[bool] = True
    source: ClassVar[str] = "29 of 29 groups in published programmes meet after their item was opened."

    def cases(self, session: Session) -> Iterator[tuple[AgendaItem, Instalment, tuple[Instalment, ...]]]:
        """Yield each item on which groups meet, with its first instalment and those of the groups."""
        for item, own, groups in groups_of(session):
            if own and groups:
                yield item, own[0], groups

    def post(self, desk: Desk, item: AgendaItem, introduction: Instalment, groups: tuple[Instalment, ...]) -> None:
        """Open the item first."""
        for group in groups:
            desk.opened_first(introduction, group)

    def holds(
        self, programme: Programme, item: AgendaItem, introduction: Instalment, groups: tuple[Instalment, ...]
    ) -> bool | None:
        """Return whether no group was opened before the item."""
        if not programme.of(introduction):
            return True
        opened = programme.opened(introduction)
        return every(opened <= programme.opened(group) for group in taken_up(programme, groups))

    def words(self, item: AgendaItem, introduction: Instalment, groups: tuple[Instalment, ...]) -> Sentence:
        """Say which item comes before its groups."""
        return Sentence(self.code, item=item)

    @classmethod
    def examples(cls) -> Iterator[Example[Self]]:
        """Yield an item before a group on it, and after."""
        forums = (Forum("plenary"), Forum("group"))
        meetings = (a_meeting("am"), a_meeting("lunch", 11, forum="group"), a_meeting("pm", 12))
        group = AgendaItem("group", parent="1", takes=an_item("2").takes, forums=("group",))
        session = a_session(an_item("1"), group, meetings=meetings, forums=forums)
        yield Example(session, cls(), kept={"am": "1", "lunch": "group"}, broken={"lunch": "group", "pm": "1"})

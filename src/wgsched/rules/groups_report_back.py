"""Groups report back to the item on which they met."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar, Self

from wgsched.model import AgendaItem, Desk, Forum, ForumKind, Instalment, Programme, Rule, Sentence, Session
from wgsched.model.example import Example, a_meeting, a_session, an_item, lasting
from wgsched.model.ranks import reporting_back
from wgsched.model.reading import every, taken_up


@dataclass(frozen=True)
class GroupsReportBack(Rule):
    """Of an item in several parts, the last comes after the groups that meet on it: they report back to it.

    Groups are contact groups, drafting groups and informal consultations.
    """

    code: ClassVar[str] = "groups-report-back"
    speaks_of: ClassVar[str] = "agenda.items.forums"
    source: ClassVar[str] = (
        "climate bodies: an item is opened in plenary, goes to a group, and is concluded in plenary."
    )

    def cases(self, session: Session) -> Iterator[tuple[AgendaItem, Instalment, tuple[Instalment, ...]]]:
        """Yield each such item, its last part, and the parts of its groups."""
        yield from reporting_back(session)

    def post(self, desk: Desk, item: AgendaItem, last: Instalment, groups: tuple[Instalment, ...]) -> None:
        """Put the groups before it."""
        for group in groups:
            desk.before(group, last)

    def holds(
        self, programme: Programme, item: AgendaItem, last: Instalment, groups: tuple[Instalment, ...]
    ) -> bool | None:
        """Return whether every group was concluded before it was opened."""
        if not programme.of(last):
            return True
        opened = programme.opened(last)
        return every(programme.concluded(group) <= opened for group in taken_up(programme, groups))

    def words(self, item: AgendaItem, last: Instalment, groups: tuple[Instalment, ...]) -> Sentence:
        """Say which item the groups report back to."""
        return Sentence(self.code, item=item)

    @classmethod
    def examples(cls) -> Iterator[Example[Self]]:
        """Yield a group between the two parts of its item, and after them."""
        forums = (Forum("plenary"), Forum("group", kind=ForumKind.CONTACT_GROUP))
        meetings = (a_meeting("am"), a_meeting("lunch", 11, forum="group"), a_meeting("pm", 12))
        late = a_meeting("late", 15, forum="group")
        group = AgendaItem("group", parent="1", takes=lasting(30), forums=("group",))
        item = an_item("1", parts=(lasting(30), lasting(30)), forums=("plenary",))
        session = a_session(item, group, meetings=(*meetings, late), forums=forums)
        rows = {"am": "1.1", "pm": "1.2"}
        yield Example(session, cls(), kept={**rows, "lunch": "group"}, broken={**rows, "late": "group"})

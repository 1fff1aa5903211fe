"""An item that is locked keeps its place."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar, Self

from wgsched.model import AgendaItem, Desk, Instalment, Meeting, MeetingKey, Programme, Rule, Sentence, Session, Window
from wgsched.model.example import Example, a_session
from wgsched.model.reading import every, inside, meetings_of, subject


@dataclass(frozen=True)
class Stays(Rule):
    """An instalment, named by key, keeps its meetings, named by key, and its hours if they are known."""

    instalment: str
    meetings: tuple[MeetingKey, ...]
    hours: tuple[Window, ...] = ()
    code: ClassVar[str] = "stays"
    never_a_wish: ClassVar[bool] = True
    source: ClassVar[str] = "practice of secretariats: what was circulated stays if the officers say so."

    def cases(self, session: Session) -> Iterator[tuple[Instalment, tuple[AgendaItem, ...], tuple[Meeting, ...]]]:
        """Yield the instalment, its items, and its meetings; the parts of one that has been divided since."""
        meetings = tuple(session.meeting(key) for key in self.meetings)
        for instalment in parts_now(session, self.instalment):
            yield instalment, session.agenda.items_of(instalment), meetings

    def post(
        self, desk: Desk, instalment: Instalment, _: tuple[AgendaItem, ...], meetings: tuple[Meeting, ...]
    ) -> None:
        """Leave it no other place."""
        desk.only_in(instalment, meetings)
        if self.hours:
            desk.within(instalment, self.hours)

    def holds(
        self, programme: Programme, instalment: Instalment, _: tuple[AgendaItem, ...], meetings: tuple[Meeting, ...]
    ) -> bool | None:
        """Return whether its rows are where they were."""
        if [each.key for each in meetings_of(programme, instalment)] != [each.key for each in meetings]:
            return False
        rows = programme.of(instalment)
        return every(inside(programme, row, self.hours) for row in rows) if self.hours else True

    def words(self, _: Instalment, items: tuple[AgendaItem, ...], meetings: tuple[Meeting, ...]) -> Sentence:
        """Say that it stays."""
        return Sentence(self.code, item=subject(items), meetings=meetings)

    @classmethod
    def examples(cls) -> Iterator[Example[Self]]:
        """Yield an item in its meeting, and in another."""
        yield Example(a_session(), cls("1", ("pm",)), kept={"am": "2", "pm": "1"}, broken={"am": "1 2"})


def parts_now(session: Session, key: str) -> tuple[Instalment, ...]:
    """Return the instalment of this key, or the parts into which it was divided since."""
    return tuple(each for each in session.agenda.instalments if each.key == key or each.key.startswith(f"{key}."))

"""An item that may be interrupted is not left and resumed within one meeting."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar, Self

from wgsched.model import AgendaItem, Desk, Instalment, Programme, Rule, Sentence, Session
from wgsched.model.example import Example, a_meeting, a_session, an_item
from wgsched.model.reading import meetings_of, planned, subject
from wgsched.rules.uninterrupted import Uninterrupted


@dataclass(frozen=True)
class OnceAMeeting(Rule):
    """An item has at most one row in a meeting, also in a session that waives `Uninterrupted`.

    In all other sessions, `Uninterrupted` demands this already.
    """

    code: ClassVar[str] = "once-a-meeting"
    speaks_of: ClassVar[str] = "waives"
    ground: ClassVar[bool] = True
    source: ClassVar[str] = (
        "published programmes list an item once under a meeting, also where they resume it in others."
    )

    def cases(self, session: Session) -> Iterator[tuple[Instalment, tuple[AgendaItem, ...]]]:
        """Yield each instalment with its items, where they may be interrupted."""
        if Uninterrupted.code in session.waives:
            yield from planned(session)

    def post(self, desk: Desk, instalment: Instalment, items: tuple[AgendaItem, ...]) -> None:
        """Ask for one part in each meeting."""
        desk.once_a_meeting(instalment)

    def holds(self, programme: Programme, instalment: Instalment, items: tuple[AgendaItem, ...]) -> bool:
        """Return whether no two of its rows are in one meeting."""
        return len(meetings_of(programme, instalment)) == len(programme.of(instalment))

    def words(self, instalment: Instalment, items: tuple[AgendaItem, ...]) -> Sentence:
        """Say that it is not resumed in the meeting in which it was left."""
        return Sentence(self.code, item=subject(items))

    @classmethod
    def examples(cls) -> Iterator[Example[Self]]:
        """Yield an item that is not left within its meeting, and one that is resumed there after another."""
        waives = frozenset({Uninterrupted.code})
        session = a_session(an_item("1", 60), an_item("2"), meetings=(a_meeting("am", minutes=90),), waives=waives)
        yield Example(session, cls(), kept={"am": "1 1 2"}, broken={"am": "1 2 1"})

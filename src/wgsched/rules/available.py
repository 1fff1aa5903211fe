"""An item is taken up while the people that it needs can be there."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar, Self

from wgsched.model import AgendaItem, Desk, Participant, Programme, Rule, Sentence, Session, Text
from wgsched.model.example import Example, a_meeting, a_session, an_item
from wgsched.model.reading import every, inside


@dataclass(frozen=True)
class Available(Rule):
    """An item that needs a minister, a speaker or a delegation is taken up only in the hours in which they can come."""

    code: ClassVar[str] = "available"
    speaks_of: ClassVar[str] = "participants.windows"
    source: ClassVar[str] = "published programmes fix panels and ministers to the hours in which they can come."

    def cases(self, session: Session) -> Iterator[tuple[Participant, AgendaItem]]:
        """Yield each participant whose hours are limited, with each of their items."""
        for participant in session.participants:
            if participant.windows:
                yield from ((participant, item) for item in session.needed_by(participant))

    def post(self, desk: Desk, participant: Participant, item: AgendaItem) -> None:
        """Keep the item in those hours."""
        desk.within(item, participant.windows)

    def holds(self, programme: Programme, participant: Participant, item: AgendaItem) -> bool | None:
        """Return whether every row lies in those hours."""
        return every(inside(programme, row, participant.windows) for row in programme.of(item))

    def words(self, participant: Participant, item: AgendaItem) -> Sentence:
        """Say who can be there when."""
        return Sentence(self.code, item=item, who=participant.name, windows=participant.windows)

    @classmethod
    def examples(cls) -> Iterator[Example[Self]]:
        """Yield a minister who can come in the afternoon, in the afternoon and in the morning."""
        meetings = (a_meeting("am"), a_meeting("pm", 15))
        minister = Participant("minister", Text(en="the Minister"), ("1",), (meetings[1].window,))
        session = a_session(an_item("1"), meetings=meetings, participants=(minister,))
        yield Example(session, cls(), kept={"pm": "1"}, broken={"am": "1"})

"""People from afar take part in the office hours of the place where they are."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar, Self

from pendulum import Time

from wgsched.model import (
    AgendaItem,
    Desk,
    Participant,
    Period,
    Programme,
    Rule,
    Sentence,
    Session,
    Strength,
    Text,
    Window,
)
from wgsched.model.example import Example, a_session, an_item
from wgsched.model.reading import every, inside, whole_span


@dataclass(frozen=True)
class SuitableHours(Rule):
    """What a participant with a strength presents or chairs is in their office hours.

    Without a strength, office hours are a usual preference.
    """

    code: ClassVar[str] = "suitable-hours"
    speaks_of: ClassVar[str] = "participants.office"
    source: ClassVar[str] = "participants from afar in sessions held partly on line."

    def cases(self, session: Session) -> Iterator[tuple[Participant, AgendaItem, tuple[Window, ...]]]:
        """Yield each such participant, each of their items, and the hours day by day."""
        for participant in session.participants:
            if participant.office and participant.strength:
                windows = tuple(participant.office_windows(whole_span(session), session.zone))
                yield from ((participant, item, windows) for item in session.needed_by(participant))

    def post(self, desk: Desk, participant: Participant, item: AgendaItem, windows: tuple[Window, ...]) -> None:
        """Keep the item in these hours."""
        desk.within(item, windows)

    def holds(
        self, programme: Programme, participant: Participant, item: AgendaItem, windows: tuple[Window, ...]
    ) -> bool | None:
        """Return whether every row lies in these hours."""
        return every(inside(programme, row, windows) for row in programme.of(item))

    def words(self, participant: Participant, item: AgendaItem, windows: tuple[Window, ...]) -> Sentence:
        """Say whose office hours are kept."""
        return Sentence(self.code, item=item, who=participant.name)

    @classmethod
    def examples(cls) -> Iterator[Example[Self]]:
        """Yield an item inside the office hours of its speaker, and after them."""
        office = Period("office", Time(9), Time(12))
        speaker = Participant("speaker", Text(en="the speaker"), ("1",), office=office, strength=Strength.MUST)
        session = a_session(an_item("1"), participants=(speaker,))
        yield Example(session, cls(), kept={"am": "1"}, broken={"pm": "1"})

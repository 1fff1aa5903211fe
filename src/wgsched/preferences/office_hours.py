"""Better in the office hours of those who take part from afar."""

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
    Preference,
    Programme,
    Quantity,
    Sentence,
    Session,
    Text,
    Window,
)
from wgsched.model.example import Example, a_session, an_item
from wgsched.model.reading import whole_span
from wgsched.preferences._windows import never_inside, outside


@dataclass(frozen=True)
class OfficeHours(Preference):
    """What a remote participant presents or chairs is better taken up in the office hours of the place where they are.

    Each instalment outside those hours counts 1. With a strength at the participant, they are a rule.
    """

    code: ClassVar[str] = "office-hours"
    speaks_of: ClassVar[str] = "participants.office"
    unit: ClassVar[tuple[str, str]] = ("item outside office hours", "items outside office hours")
    source: ClassVar[str] = "participants from afar in sessions held partly on line."

    def cases(self, session: Session) -> Iterator[tuple[Participant, AgendaItem, tuple[Window, ...]]]:
        """Yield each participant who has office hours, each of their items, and the hours day by day."""
        for participant in session.participants:
            windows = tuple(participant.office_windows(whole_span(session), session.zone))
            if windows and participant.strength is None:
                yield from ((participant, item, windows) for item in session.needed_by(participant))

    def amount(
        self, programme: Programme, participant: Participant, item: AgendaItem, windows: tuple[Window, ...]
    ) -> int | None:
        """Return how many instalments are outside the hours."""
        return outside(programme, item, windows)

    def least(self, session: Session, participant: Participant, item: AgendaItem, windows: tuple[Window, ...]) -> int:
        """Return how many instalments the office hours are too short for."""
        return never_inside(session, item, windows)

    def express(self, desk: Desk, participant: Participant, item: AgendaItem, windows: tuple[Window, ...]) -> Quantity:
        """Ask the desk how many are."""
        return desk.outside(item, windows)

    def words(self, participant: Participant, item: AgendaItem, windows: tuple[Window, ...]) -> Sentence:
        """Say whose office hours are wished for."""
        return Sentence(self.code, item=item, who=participant.name)

    @classmethod
    def examples(cls) -> Iterator[Example[Self]]:
        """Yield an item inside the office hours of its speaker, and after them."""
        office = Period("office", Time(9), Time(12))
        speaker = Participant("speaker", Text(en="the speaker"), ("1",), office=office)
        session = a_session(an_item("1"), participants=(speaker,))
        yield Example(session, cls(), kept={"am": "1"}, broken={"pm": "1"})

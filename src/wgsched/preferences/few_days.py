"""Better on few days for those who come for their own items."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar, Self

from wgsched.model import AgendaItem, Desk, Participant, Preference, Programme, Quantity, Sentence, Session, Text
from wgsched.model.example import Example, a_meeting, a_session, an_item
from wgsched.preferences._days import days_of


@dataclass(frozen=True)
class FewDays(Preference):
    """The items that a participant presents or chairs are better on few days; each day after the first counts 1.

    Only participants who ask for it count.
    """

    code: ClassVar[str] = "few-days"
    speaks_of: ClassVar[str] = "participants.few_days"
    unit: ClassVar[tuple[str, str]] = ("further day for a participant", "further days for participants")
    source: ClassVar[str] = "speakers who travel, or work elsewhere, come for a day."

    def cases(self, session: Session) -> Iterator[tuple[Participant, tuple[AgendaItem, ...]]]:
        """Yield each such participant with their items."""
        for participant in session.participants:
            if participant.few_days and len(items := session.needed_by(participant)) > 1:
                yield participant, items

    def amount(self, programme: Programme, participant: Participant, items: tuple[AgendaItem, ...]) -> int:
        """Return on how many days they are taken up."""
        return days_of(programme, items)

    def least(self, session: Session, participant: Participant, items: tuple[AgendaItem, ...]) -> int:
        """Return the day that there is in every programme."""
        return 1

    def express(self, desk: Desk, participant: Participant, items: tuple[AgendaItem, ...]) -> Quantity:
        """Ask the desk on how many days they are."""
        return desk.days(items)

    def words(self, participant: Participant, items: tuple[AgendaItem, ...]) -> Sentence:
        """Say whose items are wished on few days."""
        return Sentence(self.code, who=participant.name, items=items)

    @classmethod
    def examples(cls) -> Iterator[Example[Self]]:
        """Yield the two items of a speaker on one day, and on two."""
        speaker = Participant("speaker", Text(en="the speaker"), ("1", "2"), few_days=True)
        meetings = (a_meeting("am"), a_meeting("next", day=15))
        session = a_session(an_item("1"), an_item("2"), meetings=meetings, participants=(speaker,))
        yield Example(session, cls(), kept={"am": "1 2"}, broken={"am": "1", "next": "2"})

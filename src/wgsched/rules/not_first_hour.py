"""People are not asked to come in the first hour of a day."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar, Self

from wgsched.model import AgendaItem, Desk, Limits, Participant, Programme, Rule, Sentence, Session, Text
from wgsched.model.example import Example, a_meeting, a_session, an_item
from wgsched.model.reading import every, inside


@dataclass(frozen=True)
class NotFirstHour(Rule):
    """What a participant presents or chairs is not in the first hour of a day, where they ask for that."""

    code: ClassVar[str] = "not-first-hour"
    speaks_of: ClassVar[str] = "participants.not_first_hour"
    source: ClassVar[str] = "speakers who travel in the morning, or who look after children, come an hour later."

    def cases(self, session: Session) -> Iterator[tuple[Participant, AgendaItem, tuple[Limits, ...]]]:
        """Yield each such participant and each of their items, with the hours that are left day by day."""
        people = [each for each in session.participants if each.not_first_hour]
        windows = tuple(_later_hours(session)) if people else ()
        for participant in people:
            yield from ((participant, item, windows) for item in session.needed_by(participant))

    def post(self, desk: Desk, participant: Participant, item: AgendaItem, windows: tuple[Limits, ...]) -> None:
        """Keep the item in the later hours."""
        desk.within(item, windows)

    def holds(
        self, programme: Programme, participant: Participant, item: AgendaItem, windows: tuple[Limits, ...]
    ) -> bool | None:
        """Return whether every row lies in the later hours."""
        return every(inside(programme, row, windows) for row in programme.of(item))

    def words(self, participant: Participant, item: AgendaItem, windows: tuple[Limits, ...]) -> Sentence:
        """Say who comes later."""
        return Sentence(self.code, who=participant.name, item=item)

    @classmethod
    def examples(cls) -> Iterator[Example[Self]]:
        """Yield a speaker in the second hour of a day, and in the first."""
        speaker = Participant("speaker", Text(en="the speaker"), ("1",), not_first_hour=True)
        session = a_session(an_item("1"), meetings=(a_meeting("am", minutes=120),), participants=(speaker,))
        yield Example(session, cls(), kept={"am": "- - 1"}, broken={"am": "- 1"})


def _later_hours(session: Session) -> Iterator[Limits]:
    """Yield the hours of each day without its first: from an hour after its first meeting opens to its last closing."""
    for date in sorted({meeting.date for meeting in session.meetings}):
        of_day = [meeting for meeting in session.meetings if meeting.date == date]
        opens, closes = min(each.opens for each in of_day).add(hours=1), max(each.closes for each in of_day)
        if opens < closes:
            yield Limits(opens, closes)

"""A meeting that is locked takes up what it was published with."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar, Self

from wgsched.model import Desk, Instalment, Meeting, MeetingKey, Programme, Rule, Sentence, Session
from wgsched.model.example import Example, a_session
from wgsched.rules import _found
from wgsched.rules.stays import parts_now


@dataclass(frozen=True)
class MeetingStays(Rule):
    """A meeting, by key, takes up these instalments, by key, and nothing else."""

    meeting: MeetingKey
    instalments: tuple[str, ...]
    code: ClassVar[str] = "meeting-stays"
    never_a_wish: ClassVar[bool] = True
    source: ClassVar[str] = "practice of secretariats: what was circulated stays if the officers say so."

    def cases(self, session: Session) -> Iterator[tuple[Meeting, tuple[Instalment, ...]]]:
        """Yield the meeting and the instalments."""
        yield session.meeting(self.meeting), tuple(part for key in self.instalments for part in parts_now(session, key))

    def post(self, desk: Desk, meeting: Meeting, instalments: tuple[Instalment, ...]) -> None:
        """Pin its rows."""
        desk.rows(meeting, instalments, open_ended=False)

    def holds(self, programme: Programme, meeting: Meeting, instalments: tuple[Instalment, ...]) -> bool:
        """Return whether it takes up just these."""
        return [row.instalment for row in programme.rows(meeting)] == [each.key for each in instalments]

    def words(self, meeting: Meeting, _: tuple[Instalment, ...]) -> Sentence:
        """Say that it stays."""
        return Sentence(self.code, meeting=meeting)

    def deviation(self, programme: Programme, meeting: Meeting, _: tuple[Instalment, ...]) -> Sentence | None:
        """Say what it takes up."""
        return _found.business(programme, (meeting,))

    @classmethod
    def examples(cls) -> Iterator[Example[Self]]:
        """Yield a meeting as it was published, and with another item."""
        yield Example(a_session(), cls("am", ("1",)), kept={"am": "1", "pm": "2"}, broken={"am": "1 2"})

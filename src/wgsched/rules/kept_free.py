"""A meeting is kept free."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar, Self

from wgsched.model import Desk, Meeting, Programme, Rule, Sentence, Session, Text
from wgsched.model.example import Example, a_session
from wgsched.model.keys import MeetingKey
from wgsched.rules import _found


@dataclass(frozen=True)
class KeptFree(Rule):
    """Nothing is taken up in these meetings, by key: a free morning before the report, an excursion."""

    meetings: tuple[MeetingKey, ...]
    why: Text | str | None = None
    code: ClassVar[str] = "kept-free"
    source: ClassVar[str] = "the Committee on Forestry (COFO-97) left a morning free before its report."

    def cases(self, session: Session) -> Iterator[tuple[Meeting]]:
        """Yield each of the meetings."""
        yield from ((session.meeting(key),) for key in self.meetings)

    def post(self, desk: Desk, meeting: Meeting) -> None:
        """Leave it out."""
        desk.not_held(meeting)

    def holds(self, programme: Programme, meeting: Meeting) -> bool:
        """Return whether nothing is taken up in it."""
        return not programme.rows(meeting)

    def words(self, meeting: Meeting) -> Sentence:
        """Say which meeting is free."""
        return Sentence(self.code, meeting=meeting, why=self.why)

    def deviation(self, programme: Programme, meeting: Meeting) -> Sentence | None:
        """Say what it takes up."""
        return _found.business(programme, (meeting,))

    @classmethod
    def examples(cls) -> Iterator[Example[Self]]:
        """Yield a free morning, and one that is not."""
        yield Example(a_session(), cls(("am",)), kept={"pm": "1 2"}, broken={"am": "1", "pm": "2"})

"""Better few meetings with interpretation than many."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar, Self

from wgsched.model import Desk, Meeting, Preference, Programme, Quantity, Sentence, Session
from wgsched.model.example import Example, a_session
from wgsched.model.services import interpreted


@dataclass(frozen=True)
class FewInterpreted(Preference):
    """Each meeting with interpretation in which items are taken up counts 1."""

    code: ClassVar[str] = "few-interpreted"
    unit: ClassVar[tuple[str, str]] = ("meeting with interpretation", "meetings with interpretation")
    source: ClassVar[str] = "interpreters are the dearest service of a session; off unless a session weighs it."

    def cases(self, session: Session) -> Iterator[tuple[Meeting]]:
        """Yield each meeting with interpretation."""
        yield from ((meeting,) for meeting in interpreted(session.meetings))

    def amount(self, programme: Programme, meeting: Meeting) -> int:
        """Return 1 when items are taken up in it."""
        return int(bool(programme.rows(meeting)))

    def express(self, desk: Desk, meeting: Meeting) -> Quantity:
        """Ask the desk whether it is used."""
        return desk.used(meeting)

    def words(self, meeting: Meeting) -> Sentence:
        """Say which meeting has interpretation."""
        return Sentence(self.code, meeting=meeting)

    @classmethod
    def examples(cls) -> Iterator[Example[Self]]:
        """Yield one meeting with interpretation, and two."""
        yield Example(a_session(), cls(), kept={"am": "1 2"}, broken={"am": "1", "pm": "2"})

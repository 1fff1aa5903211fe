"""Better to leave some minutes for what runs over."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar, Self

from wgsched.model import Desk, Meeting, Minutes, Preference, Programme, Quantity, Sentence, Session
from wgsched.model.example import Example, a_session
from wgsched.model.keys import MinuteCount
from wgsched.model.reading import minutes_of


@dataclass(frozen=True)
class SlackKept(Preference):
    """Each meeting should leave some minutes free, for items that run over; each missing minute counts 1."""

    minutes: MinuteCount = 15
    code: ClassVar[str] = "slack-kept"
    unit: ClassVar[tuple[str, str]] = ("minute of slack lacking", "minutes of slack lacking")
    source: ClassVar[str] = (
        "items run over: opening and reports take longer than planned; off unless a session weighs it."
    )

    def cases(self, session: Session) -> Iterator[tuple[Meeting]]:
        """Yield each meeting."""
        yield from ((meeting,) for meeting in session.meetings)

    def amount(self, programme: Programme, meeting: Meeting) -> int | None:
        """Return how many of the minutes are taken."""
        taken = minutes_of(programme.rows(meeting))
        return None if taken is None else max(0, taken + self.minutes - meeting.usable.minutes)

    def express(self, desk: Desk, meeting: Meeting) -> Quantity:
        """Ask the desk how many are."""
        return desk.most((desk.minutes_in(meeting) + (self.minutes - meeting.usable.minutes), desk.total(())))

    def words(self, meeting: Meeting) -> Sentence:
        """Say which meeting has too few minutes to spare."""
        return Sentence(self.code, meeting=meeting, minutes=Minutes(self.minutes))

    @classmethod
    def examples(cls) -> Iterator[Example[Self]]:
        """Yield two meetings with half an hour to spare, and one that is full."""
        yield Example(a_session(), cls(), kept={"am": "1", "pm": "2"}, broken={"am": "1 2"})

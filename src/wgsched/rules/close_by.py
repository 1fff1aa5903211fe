"""No meeting goes on after an hour of the day."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar, Self

from pendulum import DateTime

from wgsched.model import Desk, Meeting, Programme, Rule, Sentence, Session, Text
from wgsched.model.example import Example, a_session
from wgsched.model.reading import with_rows


@dataclass(frozen=True)
class CloseBy(Rule):
    """Every meeting that takes up items closes by an hour of the day it opens: ``CloseBy("18:00")``."""

    hour: str
    why: Text | str | None = None
    code: ClassVar[str] = "close-by"
    source: ClassVar[str] = "bodies that decided to hold no night sessions (UNESCO, ITH/17/12.COM 3.BUR)."

    def cases(self, session: Session) -> Iterator[tuple[Meeting, DateTime]]:
        """Yield each meeting and the hour on its day."""
        for meeting in session.meetings:
            yield meeting, session.moment(f"{meeting.date.isoformat()} {self.hour}")

    def post(self, desk: Desk, meeting: Meeting, moment: DateTime) -> None:
        """Leave out a meeting that goes on longer."""
        if meeting.closes > moment:
            desk.not_held(meeting)

    def holds(self, programme: Programme, meeting: Meeting, moment: DateTime) -> bool:
        """Return whether the meeting takes up nothing, or closes in time."""
        return all(held.closes <= moment for held in with_rows(programme, (meeting,)))

    def words(self, meeting: Meeting, moment: DateTime) -> Sentence:
        """Say by when the meeting closes."""
        return Sentence(self.code, meeting=meeting, moment=moment, why=self.why)

    def deviation(self, programme: Programme, meeting: Meeting, moment: DateTime) -> Sentence | None:
        """Say when it closes."""
        return Sentence("found-closes", moment=programme.meeting(meeting.key).closes)

    @classmethod
    def examples(cls) -> Iterator[Example[Self]]:
        """Yield a meeting that closes at the hour, and one that closes later."""
        yield Example(a_session(), cls("11:00"), kept={"am": "1 2"}, broken={"am": "1", "pm": "2"})

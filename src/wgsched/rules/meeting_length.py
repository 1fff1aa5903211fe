"""A meeting with interpretation is no longer than interpreters may work."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from wgsched.model import Desk, Meeting, Minutes, Programme, Rule, Sentence, Session
from wgsched.model.reading import with_rows
from wgsched.model.services import interpreted


@dataclass(frozen=True)
class MeetingLength(Rule):
    """A meeting with interpretation lasts no longer than conference services grant: three hours by default (AIIC)."""

    code: ClassVar[str] = "meeting-length"

    def cases(self, session: Session) -> Iterator[tuple[Meeting, Minutes]]:
        """Yield each meeting with interpretation and the most minutes."""
        for meeting in interpreted(session.meetings):
            yield meeting, Minutes(session.services.longest_meeting)

    def post(self, desk: Desk, meeting: Meeting, longest: Minutes) -> None:
        """Do without a meeting that is too long."""
        if meeting.minutes > longest:
            desk.not_held(meeting)

    def holds(self, programme: Programme, meeting: Meeting, longest: Minutes) -> bool:
        """Return whether the meeting, when something is taken up in it, is short enough."""
        return all(held.minutes <= longest for held in interpreted(with_rows(programme, (meeting,))))

    def words(self, meeting: Meeting, longest: Minutes) -> Sentence:
        """Say how long the meeting may last."""
        return Sentence(self.code, meeting=meeting, minutes=longest)

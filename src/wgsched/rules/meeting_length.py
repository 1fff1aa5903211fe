"""A meeting with interpretation is no longer than interpreters may work."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar, Self

from wgsched.model import ConferenceServices, Desk, Ease, Meeting, Minutes, Programme, Rule, Sentence, Session
from wgsched.model.example import Example, a_meeting, a_session, an_item
from wgsched.model.reading import with_rows
from wgsched.model.services import interpreted
from wgsched.rules._interpreted import without_interpretation


@dataclass(frozen=True)
class MeetingLength(Rule):
    """A meeting with interpretation lasts no longer than conference services grant: three hours by default (AIIC)."""

    code: ClassVar[str] = "meeting-length"
    never_a_wish: ClassVar[bool] = True
    customary: ClassVar[bool] = True
    source: ClassVar[str] = (
        "working conditions of interpreters, as the International Association of Conference Interpreters states "
        "them: three hours. UNESCO committees have sat for four, so it is data of the body."
    )

    def cases(self, session: Session) -> Iterator[tuple[Meeting, Minutes]]:
        """Yield each meeting with interpretation and the most minutes."""
        for meeting in interpreted(session.meetings):
            yield meeting, Minutes(session.services.longest_meeting)

    def post(self, desk: Desk, meeting: Meeting, longest: Minutes) -> None:
        """Leave out a meeting that is too long."""
        if meeting.minutes > longest:
            desk.not_held(meeting)

    def holds(self, programme: Programme, meeting: Meeting, longest: Minutes) -> bool:
        """Return whether the meeting, when something is taken up in it, is short enough."""
        return all(held.minutes <= longest for held in interpreted(with_rows(programme, (meeting,))))

    def words(self, meeting: Meeting, longest: Minutes) -> Sentence:
        """Say how long the meeting may last."""
        return Sentence(self.code, meeting=meeting, minutes=longest)

    def deviation(self, programme: Programme, meeting: Meeting, longest: Minutes) -> Sentence | None:
        """Say how long it lasts."""
        return Sentence("found-lasts", minutes=Minutes(programme.meeting(meeting.key).minutes))

    def eases(self, session: Session, meeting: Meeting, longest: Minutes) -> Iterator[Sequence[Ease]]:
        """Yield the meeting without interpretation."""
        if meeting.minutes > longest:
            yield from without_interpretation(session, (meeting,))

    @classmethod
    def examples(cls) -> Iterator[Example[Self]]:
        """Yield a meeting of an hour, which is allowed, and one of an hour and a half."""
        meetings = (a_meeting("am"), a_meeting("pm", 15, 90))
        session = a_session(an_item("1"), meetings=meetings, services=ConferenceServices(longest_meeting=60))
        yield Example(session, cls(), kept={"am": "1"}, broken={"pm": "1"})

"""Nothing more is taken up in a meeting that is over or cancelled."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar, Self

from wgsched.model import Desk, Meeting, MeetingKey, Programme, Rule, Sentence, Session
from wgsched.model.example import Example, a_session
from wgsched.rules import _found


@dataclass(frozen=True)
class MeetingsOver(Rule):
    """Nothing more is taken up in these meetings, named by key. Those in ``begun`` count as held."""

    over: tuple[MeetingKey, ...]
    begun: tuple[Meeting, ...] = ()
    code: ClassVar[str] = "meeting-over"
    source: ClassVar[str] = "what was held cannot be changed."
    ground: ClassVar[bool] = True

    def cases(self, session: Session) -> Iterator[tuple[Meeting, Meeting | None]]:
        """Yield each of the meetings, with itself as it was held."""
        begun = {meeting.key: meeting for meeting in self.begun}
        for key in dict.fromkeys((*self.over, *begun)):
            yield session.meeting(key), begun.get(key)

    def post(self, desk: Desk, meeting: Meeting, held: Meeting | None) -> None:
        """Leave it out, or what is left of it."""
        if meeting.key in self.over:
            desk.not_held(meeting)
        if held is not None:
            desk.was_held(held)

    def holds(self, programme: Programme, meeting: Meeting, _: Meeting | None) -> bool:
        """Return whether nothing is taken up in it."""
        return meeting.key not in self.over or not programme.rows(meeting)

    def words(self, meeting: Meeting, _: Meeting | None) -> Sentence:
        """Say that it is over."""
        return Sentence("meeting-cancelled" if meeting.cancelled else self.code, meeting=meeting)

    def deviation(self, programme: Programme, meeting: Meeting, _: Meeting | None) -> Sentence | None:
        """Say what it takes up."""
        return _found.business(programme, (meeting,))

    @classmethod
    def examples(cls) -> Iterator[Example[Self]]:
        """Yield a morning that is over, and one into which an item is put afterwards."""
        yield Example(a_session(), cls(("am",)), kept={"pm": "1 2"}, broken={"am": "1", "pm": "2"})

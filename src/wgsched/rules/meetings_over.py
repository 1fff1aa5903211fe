"""Nothing more is taken up in a meeting that is over or cancelled."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from wgsched.model import Desk, Meeting, Programme, Rule, Sentence, Session


@dataclass(frozen=True)
class MeetingsOver(Rule):
    """Nothing more is taken up in these meetings, by key; those of ``begun`` count as held all the same."""

    over: tuple[str, ...]
    begun: tuple[Meeting, ...] = ()
    code: ClassVar[str] = "meeting-over"
    ground: ClassVar[bool] = True

    def cases(self, session: Session) -> Iterator[tuple[Meeting, Meeting | None]]:
        """Yield each of the meetings, with itself as it was held."""
        begun = {meeting.key: meeting for meeting in self.begun}
        for key in dict.fromkeys((*self.over, *begun)):
            yield session.meeting(key), begun.get(key)

    def post(self, desk: Desk, meeting: Meeting, held: Meeting | None) -> None:
        """Do without it, or with what is left of it."""
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

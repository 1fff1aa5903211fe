"""A room holds one meeting at a time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations
from typing import ClassVar

from wgsched.model import Desk, Meeting, Programme, Rule, Sentence, Session
from wgsched.model.reading import with_rows


@dataclass(frozen=True)
class OneMeetingARoom(Rule):
    """A room holds one meeting at a time."""

    code: ClassVar[str] = "one-meeting-a-room"

    def cases(self, session: Session) -> Iterator[tuple[str]]:
        """Yield the key of each room that is described or named by a meeting."""
        named = {meeting.room for meeting in session.meetings if meeting.room}
        yield from ((key,) for key in sorted(named | {room.key for room in session.services.rooms}))

    def post(self, desk: Desk, room: str) -> None:
        """Hold at most one of each two meetings that overlap there."""
        for pair in _overlapping(desk.session.meetings, room):
            desk.at_most(1, pair)

    def holds(self, programme: Programme, room: str) -> bool:
        """Return whether no two meetings that take up items overlap there."""
        return not any(_overlapping(with_rows(programme, programme.meetings), room))

    def words(self, room: str) -> Sentence:
        """Say which room holds one meeting at a time."""
        return Sentence(self.code, room=room)


def _overlapping(meetings: Iterable[Meeting], room: str) -> Iterator[tuple[Meeting, Meeting]]:
    there = [meeting for meeting in meetings if meeting.room == room]
    return (pair for pair in combinations(there, 2) if pair[0].window.meets(pair[1].window))

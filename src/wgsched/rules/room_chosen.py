"""A meeting that has rooms to choose from is held in one of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar, Self

from wgsched.model import Desk, Meeting, Programme, Rule, Sentence, Session
from wgsched.model.example import Example, a_meeting, a_session, an_item
from wgsched.rules import _found
from wgsched.rules._rooms import taking_place


@dataclass(frozen=True)
class RoomChosen(Rule):
    """A meeting whose room is planned is held in one of the rooms from which to choose."""

    code: ClassVar[str] = "room-chosen"
    speaks_of: ClassVar[str] = "meetings.rooms"
    source: ClassVar[str] = "a session states the rooms, conference services choose one."
    ground: ClassVar[bool] = True

    def cases(self, session: Session) -> Iterator[tuple[Meeting]]:
        """Yield each meeting that has rooms to choose from."""
        yield from ((meeting,) for meeting in session.meetings if meeting.rooms and not meeting.room)

    def post(self, desk: Desk, meeting: Meeting) -> None:
        """Ask for one of them."""
        desk.held_in(meeting, meeting.rooms)

    def holds(self, programme: Programme, meeting: Meeting) -> bool:
        """Return whether it does not take place, or is in one of its rooms."""
        return all(held.room in meeting.rooms for held in taking_place(programme, (meeting,)))

    def words(self, meeting: Meeting) -> Sentence:
        """Say which meeting needs one of its rooms."""
        return Sentence(self.code, meeting=meeting, rooms=meeting.rooms)

    def deviation(self, programme: Programme, meeting: Meeting) -> Sentence | None:
        """Say what it takes up."""
        return _found.business(programme, (meeting,))

    @classmethod
    def examples(cls) -> Iterator[Example[Self]]:
        """Yield an item in a meeting that has a room, and in one that may have none of those to choose from."""
        yield Example(_either(), cls(), kept={"am": "1"}, broken={"pm": "1"})


def _either() -> Session:
    return a_session(an_item("1"), meetings=(a_meeting("am", room="I"), a_meeting("pm", 15, rooms=("I", "II"))))

"""A meeting is held in a room that has what it needs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar, Self

from wgsched.model import ConferenceServices, Desk, Meeting, Programme, Room, Rule, Sentence, Session
from wgsched.model.example import Example, a_meeting, a_session, an_item
from wgsched.rules import _found
from wgsched.rules._rooms import rooms_for, suits, taking_place


@dataclass(frozen=True)
class RoomFits(Rule):
    """A meeting is held in a room with the seats and features of its forum, and a booth for each language.

    The room is available in all hours of the meeting. A room that is not yet known, or that conference services do not
    describe, is not judged.
    """

    code: ClassVar[str] = "room-fits"
    speaks_of: ClassVar[str] = "services.rooms"
    source: ClassVar[str] = "conference services: seats for the forum, a booth for each language."

    def cases(self, session: Session) -> Iterator[tuple[Meeting]]:
        """Yield each meeting, where rooms are described."""
        if session.services.rooms:
            yield from ((meeting,) for meeting in session.meetings)

    def post(self, desk: Desk, meeting: Meeting) -> None:
        """Leave out the rooms that lack something."""
        fitting = rooms_for(desk.session, meeting)
        if fitting != meeting.room_choice:
            desk.held_in(meeting, fitting)

    def holds(self, programme: Programme, meeting: Meeting) -> bool:
        """Return whether the meeting does not take place, or has the room it needs."""
        return all(suits(programme.session, held, held.room) for held in taking_place(programme, (meeting,)))

    def words(self, meeting: Meeting) -> Sentence:
        """Say which meeting needs such a room."""
        return Sentence(self.code, meeting=meeting)

    def deviation(self, programme: Programme, meeting: Meeting) -> Sentence | None:
        """Say what it takes up."""
        return _found.business(programme, (meeting,))

    @classmethod
    def examples(cls) -> Iterator[Example[Self]]:
        """Yield an item in a room with six booths, and in a room with two."""
        services = ConferenceServices(rooms=(Room("small", booths=2), Room("large", booths=6)))
        meetings = (a_meeting("am", room="small"), a_meeting("pm", 15, room="large"))
        session = a_session(an_item("1"), meetings=meetings, services=services)
        yield Example(session, cls(), kept={"pm": "1"}, broken={"am": "1"})

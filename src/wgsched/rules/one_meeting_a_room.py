"""A room holds one meeting or event at a time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations
from typing import ClassVar, Self

from wgsched.model import Desk, Forum, Meeting, Programme, Rule, Sentence, Session, Window
from wgsched.model.example import Example, a_meeting, a_session, an_item
from wgsched.model.reading import with_rows
from wgsched.rules import _found


@dataclass(frozen=True)
class OneMeetingARoom(Rule):
    """A room holds one meeting or event at a time."""

    code: ClassVar[str] = "one-meeting-a-room"
    never_a_wish: ClassVar[bool] = True
    source: ClassVar[str] = "conference services."

    def cases(self, session: Session) -> Iterator[tuple[str]]:
        """Yield the key of each room that is described or named by a meeting; events take the rooms of meetings."""
        named = {meeting.room for meeting in session.meetings if meeting.room}
        yield from ((key,) for key in sorted(named | {room.key for room in session.services.rooms}))

    def post(self, desk: Desk, room: str) -> None:
        """Hold at most one of each two meetings that overlap there, and none that overlaps an event."""
        for pair in _overlapping(desk.session.meetings, room):
            desk.at_most(1, pair)
        for meeting in _taken_by_events(desk.session.meetings, desk.session, room):
            desk.at_most(0, (meeting,))

    def holds(self, programme: Programme, room: str) -> bool:
        """Return whether no meeting that takes up items overlaps another or an event there."""
        held = with_rows(programme, programme.meetings)
        return not any(_overlapping(held, room)) and not any(_taken_by_events(held, programme.session, room))

    def words(self, room: str) -> Sentence:
        """Say which room holds one meeting or event at a time."""
        return Sentence(self.code, room=room)

    def deviation(self, programme: Programme, room: str) -> Sentence | None:
        """Say which meetings are held there."""
        there = with_rows(programme, programme.meetings)
        at_once = (each for pair in _overlapping(there, room) for each in pair)
        return _found.held((*at_once, *_taken_by_events(there, programme.session, room)))

    @classmethod
    def examples(cls) -> Iterator[Example[Self]]:
        """Yield two forums in one room one after the other, and at once."""
        forums = (Forum("plenary"), Forum("committee"))
        committee = [a_meeting(key, hour, forum="committee", room="I") for key, hour in (("also", 10), ("later", 11))]
        meetings = (a_meeting("am", room="I"), *committee)
        session = a_session(an_item("1"), an_item("2", forums=("committee",)), meetings=meetings, forums=forums)
        yield Example(session, cls(), kept={"am": "1", "later": "2"}, broken={"am": "1", "also": "2"})


def _overlapping(meetings: Iterable[Meeting], room: str) -> Iterator[tuple[Meeting, Meeting]]:
    there = [meeting for meeting in meetings if meeting.room == room]
    return (pair for pair in combinations(there, 2) if pair[0].window.meets(pair[1].window))


def _taken_by_events(meetings: Iterable[Meeting], session: Session, room: str) -> Iterator[Meeting]:
    """Yield the meetings in a room that overlap an event there."""
    events = [Window(event.opens, event.closes) for event in session.events if event.room == room]
    return (each for each in meetings if each.room == room and any(each.window.meets(event) for event in events))

"""A room holds one meeting or event at a time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations
from typing import ClassVar, Self

from wgsched.model import Desk, Event, Forum, Meeting, Programme, Rule, Sentence, Session
from wgsched.model.example import Example, a_meeting, a_session, an_item
from wgsched.model.gate import instant
from wgsched.rules import _found
from wgsched.rules._rooms import described, taking_place


@dataclass(frozen=True)
class OneMeetingARoom(Rule):
    """A room holds one meeting or event at a time, and stays empty for its changeover between two."""

    code: ClassVar[str] = "one-meeting-a-room"
    never_a_wish: ClassVar[bool] = True
    source: ClassVar[str] = "conference services."

    def cases(self, session: Session) -> Iterator[tuple[str]]:
        """Yield the key of each room that is described or named by a meeting; events take the rooms of meetings."""
        named = {key for meeting in session.meetings for key in meeting.room_choice}
        yield from ((key,) for key in sorted(named | {room.key for room in session.services.rooms}))

    def post(self, desk: Desk, room: str) -> None:
        """Hold at most one of those that are too close to each other there, and none too close to an event."""
        seconds = _changeover(desk.session, room)
        there = [meeting for meeting in desk.session.meetings if room in meeting.room_choice]
        for pair in _pairs([meeting for meeting in there if meeting.room], seconds):
            desk.one_there(room, pair)
        for group in _at_once(there, seconds) if any(not meeting.room for meeting in there) else ():
            desk.one_there(room, group)
        for meeting in _taken_by_events(there, desk.session, room):
            desk.held_in(meeting, tuple(key for key in meeting.room_choice if key != room))

    def holds(self, programme: Programme, room: str) -> bool:
        """Return whether no meeting that takes place is too close to another or to an event there."""
        held = _there(programme, room)
        close = _pairs(held, _changeover(programme.session, room))
        return not any(close) and not any(_taken_by_events(held, programme.session, room))

    def words(self, room: str) -> Sentence:
        """Say which room holds one meeting or event at a time."""
        return Sentence(self.code, room=room)

    def deviation(self, programme: Programme, room: str) -> Sentence | None:
        """Say which meetings are held there."""
        there = _there(programme, room)
        close = (each for pair in _pairs(there, _changeover(programme.session, room)) for each in pair)
        return _found.held((*close, *_taken_by_events(there, programme.session, room)))

    @classmethod
    def examples(cls) -> Iterator[Example[Self]]:
        """Yield two forums in one room one after the other, and at once; then in two rooms and in one at once."""
        forums = (Forum("plenary"), Forum("committee"))
        committee = [a_meeting(key, hour, forum="committee", room="I") for key, hour in (("also", 10), ("later", 11))]
        meetings = (a_meeting("am", room="I"), *committee)
        items = (an_item("1"), an_item("2", forums=("committee",)))
        session = a_session(*items, meetings=meetings, forums=forums)
        yield Example(session, cls(), kept={"am": "1", "later": "2"}, broken={"am": "1", "also": "2"})
        chosen = tuple(a_meeting(key, forum=forum, rooms=("I", "II")) for key, forum in _AT_ONCE)
        session = a_session(*items, meetings=chosen, forums=forums)
        yield Example(session, cls(), kept={"am@I": "1", "also@II": "2"}, broken={"am@I": "1", "also@I": "2"})


_AT_ONCE = (("am", "plenary"), ("also", "committee"))


def _there(programme: Programme, room: str) -> list[Meeting]:
    return [meeting for meeting in taking_place(programme, programme.meetings) if meeting.room == room]


def _changeover(session: Session, room: str) -> int:
    """Return how long a room stays empty between two uses, in seconds."""
    return max((each.changeover for each in described(session, room)), default=0) * 60


def _pairs(meetings: Iterable[Meeting], seconds: int) -> Iterator[tuple[Meeting, Meeting]]:
    return (pair for pair in combinations(meetings, 2) if _close(*pair, seconds))


def _close(one: Meeting, other: Meeting | Event, seconds: int) -> bool:
    """Return whether less time than that is between two uses of a room."""
    opens, closes = instant(one.opens) - seconds, instant(one.closes) + seconds
    return opens < instant(other.closes) and instant(other.opens) < closes


def _at_once(meetings: Iterable[Meeting], seconds: int) -> Iterator[tuple[Meeting, ...]]:
    """Yield the largest groups of meetings of which each two are too close to each other."""
    spans = [(instant(each.opens), instant(each.closes) + seconds, each) for each in meetings]
    moments = dict.fromkeys(opens for opens, _, _ in spans)
    groups = [frozenset(each.key for begins, ends, each in spans if begins <= opens < ends) for opens in moments]
    largest = (group for group in dict.fromkeys(groups) if not any(group < other for other in groups))
    for group in largest:
        if len(group) > 1:
            yield tuple(each for _, _, each in spans if each.key in group)


def _taken_by_events(meetings: Iterable[Meeting], session: Session, room: str) -> Iterator[Meeting]:
    """Yield those of the meetings in a room that are too close to an event there."""
    seconds = _changeover(session, room)
    events = [event for event in session.events if event.room == room]
    return (each for each in meetings if any(_close(each, event, seconds) for event in events))

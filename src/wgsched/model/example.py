"""Examples of rules and preferences: tiny sessions, and short ways to write them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import takewhile
from typing import Any, Generic, TypeVar

import pendulum

from wgsched.model.agenda import Agenda
from wgsched.model.body import Body
from wgsched.model.conference import Holiday, Meeting, Place
from wgsched.model.considerations import Consideration
from wgsched.model.items import AgendaItem, ItemNumber
from wgsched.model.programme import Programme
from wgsched.model.session import Session
from wgsched.model.text import Text
from wgsched.model.time import Duration, Takes

QUANTUM = 30
"""Minutes. In an example, every item takes a multiple of half an hour and begins on the hour or the half hour."""

_ZONE = "Europe/Vienna"

Shown_co = TypeVar("Shown_co", covariant=True)


@dataclass(frozen=True)
class Example(Generic[Shown_co]):
    """An example of a rule or preference: a tiny session, a programme that keeps it, and one that breaks only it.

    ``kept`` and ``broken`` say what each meeting takes up in each half hour, by key. In ``{"am": "1 -", "pm": "2+3"}``
    the second half of the morning is free, and 2 and 3 are taken up at once. ``am@I`` is the morning in room I. For a
    preference, ``kept`` counts less
    than ``broken``. ``beside`` names other rules, by code, that both programmes keep. Rules that every programme keeps,
    such as whole time and meeting hours, need not be named.
    """

    session: Session
    shown: Shown_co
    kept: Mapping[str, str]
    broken: Mapping[str, str]
    beside: tuple[str, ...] = ()

    def programme(self, rows: Mapping[str, str]) -> Programme:
        """Return the programme that has these rows."""
        named = {key.partition("@")[0]: (key.partition("@")[2], laid) for key, laid in rows.items()}
        halves = {key: [_taken(each) for each in laid.split()] for key, (_, laid) in named.items()}
        rooms = {key: room for key, (room, _) in named.items() if room}
        meetings = tuple(replace(each, room=rooms.get(each.key, each.room)) for each in self.session.meetings)
        laid = (row for each in meetings for row in rows_of(each, halves.get(each.key, ())))
        return Programme(self.session, meetings, tuple(laid))


def _taken(half: str) -> tuple[str, ...]:
    return () if half == "-" else tuple(half.split("+"))


def rows_of(meeting: Meeting, halves: Sequence[Collection[str]]) -> Iterator[Consideration]:
    """Yield the rows of a meeting, in order, from what it takes up in each half hour, by key."""
    for place, taken in enumerate(halves):
        opens = meeting.opens.add(minutes=place * QUANTUM)
        for key in taken:
            if place == 0 or key not in halves[place - 1]:
                closes = opens.add(minutes=_lasts(key, halves[place:]) * QUANTUM)
                yield Consideration(key, meeting.key, opens, closes)


def _lasts(key: str, halves: Iterable[Collection[str]]) -> int:
    """Return for how many half hours, from the first, something goes on."""
    return sum(1 for _ in takewhile(lambda taken: key in taken, halves))


def an_item(number: str, minutes: int = QUANTUM, **more: Any) -> AgendaItem:
    """Return an item whose key is its number without spaces and brackets. With ``parts`` it takes their minutes."""
    parsed, takes = ItemNumber.parse(number), None if "parts" in more else lasting(minutes)
    return AgendaItem("".join(parsed.levels), parsed, Text(en=f"Subject {number}"), takes=takes, **more)


def lasting(minutes: int) -> Takes:
    """Return how long an item or one of its parts takes."""
    return Takes(Duration(minutes))


def a_meeting(key: str, hour: int = 10, minutes: int = 60, *, day: int = 14, **more: Any) -> Meeting:
    """Return a meeting in May 2009 in Vienna, of the plenary by default."""
    opens = pendulum.datetime(2009, 5, day, hour, tz=_ZONE)
    return Meeting(key, more.pop("forum", "plenary"), opens, opens.add(minutes=minutes), **more)


def a_session(
    *items: AgendaItem, meetings: tuple[Meeting, ...] = (), holidays: Sequence[Holiday] = (), **more: Any
) -> Session:
    """Return a session; by default with items 1 and 2 of half an hour, and meetings am and pm of an hour."""
    held = meetings or (a_meeting("am"), a_meeting("pm", 15))
    days = sorted({meeting.date for meeting in held})
    place = Place("vienna", Text(en="Vienna"), _ZONE, holidays=tuple(holidays))
    agenda = Agenda(items or (an_item("1"), an_item("2")))
    return Session("example", Body(Text(en="Working Group")), place, tuple(days), held, agenda, **more)

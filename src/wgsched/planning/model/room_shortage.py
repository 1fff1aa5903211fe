"""Too few rooms: meetings that are surely held at once, and the rooms that they can have, which are fewer."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from wgsched.model import Meeting
from wgsched.model.gate import instant

OneInRoom = Iterable[tuple[str, frozenset[str]]]
"""Rooms, each with the keys of meetings of which it can hold one at most."""


@dataclass(frozen=True)
class RoomShortage:
    """Meetings at once, and all the rooms that can hold one of them: one fewer. Without any of them, the rooms do."""

    meetings: tuple[Meeting, ...]
    rooms: tuple[str, ...]


def surely_held(meeting: Meeting) -> bool:
    """Return whether a meeting takes place whatever it takes up."""
    return meeting.kept and meeting.sits and not meeting.optional


def room_shortage(
    meetings: Iterable[Meeting], choices: Mapping[str, Collection[str]], limits: OneInRoom
) -> RoomShortage | None:
    """Return the first shortage among meetings, if there is one.

    ``choices`` are the rooms that a meeting can have, by its key, where that is less than what it states. A room
    without a limit for the meetings of an hour holds all of them.
    """
    groups_in: dict[str, list[frozenset[str]]] = {}
    for room, keys in limits:
        groups_in.setdefault(room, []).append(keys)
    for group in _at_once([each for each in meetings if surely_held(each)]):
        rooms_of = {
            each.key: tuple(choices.get(each.key, each.room_choice))
            for each in group
            if each.room_choice or each.key in choices
        }
        rooms = dict.fromkeys(room for some in rooms_of.values() for room in some)
        there = {room: frozenset(key for key, some in rooms_of.items() if room in some) for room in rooms}
        ample = {
            room
            for room, keys in there.items()
            if len(keys) > 1 and not any(keys <= limited for limited in groups_in.get(room, ()))
        }
        short = _unmatched({key: some for key, some in rooms_of.items() if not ample.intersection(some)})
        if short:
            too_many, taken = short
            return RoomShortage(
                tuple(each for each in group if each.key in too_many), tuple(room for room in rooms if room in taken)
            )
    return None


def _at_once(meetings: Sequence[Meeting]) -> Iterator[tuple[Meeting, ...]]:
    """Yield the meetings that are held as one of them opens, for each moment at which one opens."""
    for moment in sorted({instant(each.opens) for each in meetings}):
        yield tuple(each for each in meetings if instant(each.opens) <= moment < instant(each.closes))


def _unmatched(rooms_of: Mapping[str, Sequence[str]]) -> tuple[set[str], set[str]] | None:
    """Give each meeting a room of its own; return meetings that have too few, and all the rooms that these can have."""
    given: dict[str, str] = {}
    for key in rooms_of:
        reached = {key}
        tried: dict[str, str] = {}  # each room that was tried, and the meeting for which
        waiting = [key]
        free = None
        while waiting and free is None:
            meeting = waiting.pop(0)
            for room in (room for room in rooms_of[meeting] if room not in tried):
                tried[room] = meeting
                if room not in given:
                    free = room
                    break
                reached.add(given[room])
                waiting.append(given[room])
        if free is None:
            return reached, set(tried)
        _exchange(given, tried, free, key)
    return None


def _exchange(given: dict[str, str], tried: Mapping[str, str], free: str, until: str) -> None:
    """Give a free room to the meeting for which it was tried, the room of that to another, back to the first."""
    held = {meeting: room for room, meeting in given.items()}
    room = free
    while True:
        meeting = tried[room]
        given[room] = meeting
        if meeting == until:
            return
        room = held[meeting]

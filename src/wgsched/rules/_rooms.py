"""What rules about rooms read from a session and a programme."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from wgsched.model import AgendaItem, Meeting, Programme, Room, ServiceBasis, Session


def taking_place(programme: Programme, meetings: Iterable[Meeting]) -> tuple[Meeting, ...]:
    """Return those of these meetings that take place, as the programme holds them."""
    known = {meeting.key: meeting for meeting in programme.meetings}
    held = (known[meeting.key] for meeting in meetings if meeting.key in known)
    return tuple(meeting for meeting in held if programme.takes_place(meeting))


def rooms_for(session: Session, meeting: Meeting) -> tuple[str, ...]:
    """Return the keys of those rooms that a meeting may have that also have what it needs.

    A room that conference services do not describe has it.
    """
    return tuple(key for key in meeting.room_choice if suits(session, meeting, key))


def suits(session: Session, meeting: Meeting, key: str | None) -> bool:
    """Return whether a room has the seats, features and booths that a meeting needs, and is available."""
    booths = len(meeting.languages) if meeting.basis is ServiceBasis.WITH else 0
    forum = session.forum(meeting.forum)
    return all(
        (room.booths is None or room.booths >= booths)
        and room.has(forum.seats, forum.features)
        and room.free_in(meeting.window)
        for room in described(session, key)
    )


def described(session: Session, key: str | None) -> Iterator[Room]:
    """Yield the room of this key, if conference services describe it."""
    yield from (room for room in session.services.rooms if room.key == key)


def needs(session: Session, item: AgendaItem) -> tuple[int, frozenset[str]]:
    """Return the seats and features that the room of an item needs, for itself and for who takes part."""
    demanding = (each for each in session.participants if each.seats or each.features)
    guests = [each for each in demanding if item in session.needed_by(each)]
    features = {name for each in guests for name in each.features}
    return max([item.seats, *(each.seats for each in guests)]), frozenset(features.union(item.features))


def too_small(session: Session, item: AgendaItem) -> frozenset[str]:
    """Return the keys of the rooms that lack what an item needs."""
    seats, features = needs(session, item)
    return frozenset(room.key for room in session.services.rooms if not room.has(seats, features))


def all_rooms(session: Session) -> frozenset[str]:
    """Return the keys of the rooms of a session: those that are described, and those that meetings may have."""
    known = {room.key for room in session.services.rooms}
    return frozenset(known | {key for meeting in session.meetings for key in meeting.room_choice})

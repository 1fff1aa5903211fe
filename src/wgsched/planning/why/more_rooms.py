"""Repairs where too few rooms can hold the meetings of an hour: a room that is closed then is opened."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from wgsched.model import Ease, Room, Sentence, Session
from wgsched.planning.why.probing import Trials

A_ROOM = 240
"""What it costs to open a room in hours in which it cannot be used."""

FEW = 3
"""So many rooms are tried, in the order of the session."""


def more_rooms(session: Session, trials: Trials) -> Iterator[Ease]:
    """Open one of the rooms that cannot always be used, at all hours."""
    closed = [room for room in session.services.rooms if room.available]
    for room in closed[:FEW]:
        ease = _opened(session, room)
        if trials.fits(ease.session):
            yield ease


def _opened(session: Session, room: Room) -> Ease:
    rooms = tuple(replace(each, available=()) if each is room else each for each in session.services.rooms)
    changed = replace(session, services=replace(session.services, rooms=rooms))
    return Ease(changed, Sentence("repair-room", room=room.key), A_ROOM)

"""What stays the same about an entry of a feed, and what is remembered of it from publication to publication."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

import pendulum

if TYPE_CHECKING:
    from pendulum import DateTime

    from wgsched.model import Programme, Session, Window

DOMAIN = "wgsched"
_UNSAFE = re.compile(r"[^A-Za-z0-9-]")


class Kind(StrEnum):
    """What an entry of a feed speaks of."""

    SESSION = "session"
    MEETING = "meeting"
    ITEM = "item"
    EVENT = "event"


def plain(key: str) -> str:
    """Return a key in letters, digits, hyphens and underscores only; different keys stay different."""
    return _UNSAFE.sub(lambda found: "".join(f"_{octet:02x}" for octet in found[0].encode()), key)


def uid(session: Session, kind: Kind, *keys: str) -> str:
    """Return the identity of an entry: from keys alone, never from a title, an hour, a room or a place in a list."""
    parts = ".".join((kind.value, *(plain(key) for key in keys)))
    return f"{parts}@{plain(session.key)}.{DOMAIN}"


@dataclass(frozen=True)
class Change:
    """What the last publication changed about an entry, for the first line of its description.

    ``moved_from`` is when it was to be held before; ``room_from`` where, and nothing when no room was announced.
    ``left_out`` is said of an item instead of ``cancelled`` where the meeting is held without it.
    """

    moved_from: Window | None = None
    room_changed: bool = False
    room_from: str | None = None
    items: bool = False
    cancelled: bool = False
    left_out: bool = False
    restored: bool = False

    def __bool__(self) -> bool:
        return self != Change()


@dataclass(frozen=True)
class Mark:
    """The memory of one entry in one language.

    ``sequence`` counts its changes of time, place and status; ``modified`` is when anything about it last changed in
    this language; ``new`` says that it is as it was first published.
    """

    sequence: int
    modified: DateTime
    change: Change = Change()
    new: bool = True


def as_of(programme: Programme) -> DateTime:
    """Return the moment of a programme: as given; else the document's date; else the first day of the session.

    A day is stamped at noon, so that it is the same day in every zone that a reader may be in.
    """
    if programme.as_of:
        return programme.as_of
    day = programme.session.issued or min(programme.session.days)
    return pendulum.datetime(day.year, day.month, day.day, 12, tz=programme.session.zone)

"""What stays the same about an entry of a feed: its kind and its identity."""

from __future__ import annotations

import re
from enum import StrEnum
from functools import lru_cache

from wgsched.model import Session

DOMAIN = "wgsched"
_UNSAFE = re.compile(r"[^A-Za-z0-9-]")


class Kind(StrEnum):
    """What an entry of a feed speaks of."""

    SESSION = "session"
    MEETING = "meeting"
    ITEM = "item"
    EVENT = "event"


@lru_cache(maxsize=1024)
def plain(key: str) -> str:
    """Return a key in letters, digits, hyphens and underscores only; different keys stay different."""
    return _UNSAFE.sub(lambda found: "".join(f"_{octet:02x}" for octet in found[0].encode()), key)


def uid(session: Session, kind: Kind, *keys: str) -> str:
    """Return the identity of an entry: from keys alone, never from a title, an hour, a room or a place in a list."""
    parts = ".".join((kind.value, *(plain(key) for key in keys)))
    return f"{parts}@{plain(session.key)}.{DOMAIN}"

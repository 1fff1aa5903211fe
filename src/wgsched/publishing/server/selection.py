"""Feeds of the items that one delegate chose: put together from what is published, when they are asked for.

``/en/mine/2a+3.ics`` holds the published events of items 2a and 3, octet for octet. Only this server makes them; the
page learns from ``mine.json``, which a plain web server serves as it was written, whether they are to be had.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from wgsched.publishing.server.snapshot import Resource

ITEMS = "items.js"
MOST_ITEMS = 100
_ASKED = re.compile(r"(/[a-z]{2,8}(?:-[A-Za-z0-9]{1,8})*/)mine/([A-Za-z0-9_-]+(?:\+[A-Za-z0-9_-]+)*)\.ics")


def selection(resources: Mapping[str, Resource], path: str) -> Resource | None:
    """Return the feed of the items that a path names, or None when it names none that is published."""
    asked = _ASKED.fullmatch(path)
    source = resources.get(f"{asked[1]}{ITEMS}") if asked else None
    if asked is None or source is None:
        return None
    keys = frozenset(asked[2].split("+"))
    return _made(source, keys) if len(keys) <= MOST_ITEMS else None


@lru_cache(maxsize=64)
def _made(source: Resource, keys: frozenset[str]) -> Resource | None:
    parts = _parts(source)
    if not keys <= set(parts["known"]):
        return None
    chosen = (event["text"] for event in parts["events"] if not keys.isdisjoint(event["items"]))
    body = "".join((parts["head"], *chosen, "END:VCALENDAR\r\n")).encode()
    name = "+".join(sorted(keys))
    return Resource(f"mine/{name}.ics", body, source.modified, (name, *source.identity[1:]))


@lru_cache(maxsize=16)
def _parts(source: Resource) -> dict[str, Any]:
    parts: dict[str, Any] = json.loads(source.body[source.body.index(b"{") : source.body.rindex(b"}") + 1])
    return parts

"""When a meeting opens that has no hour of its own."""

from __future__ import annotations

from dataclasses import dataclass

from wgsched.model.keys import ItemKey, MeetingKey


@dataclass(frozen=True)
class Opening:
    """When a meeting opens, in words: upon conclusion of an item, or immediately after another meeting.

    With neither, its time is to be announced. The hours of such a meeting are an estimate, which is never printed.
    """

    item: ItemKey | None = None
    meeting: MeetingKey | None = None

"""How long an item takes when a published programme prints no hours: one function, and nothing fitted by hand.

A block of a programme is what the source prints with one date and one stretch of hours. Printed hours are its length; a
block whose close is not printed lasts until the next one of that half-day, else until three hours after the first.
The block is split equally among its rows, in whole steps of five minutes; what is left over goes to the first rows.
Rows of one item that follow each other in a forum are one instalment; an item resumed after others has several.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

PUBLISHED = Path(__file__).parent / "published"
STEP = 5
MEETING = 180


@dataclass(frozen=True)
class Piece:
    """One row in one stretch of hours: the item or entry as the session file names it, and minutes of the day."""

    forum: str
    name: str
    date: str
    opens: int
    closes: int


def published(slug: str) -> dict[str, Any]:
    """Return the published programme of an example, as it was copied from its source."""
    found: dict[str, Any] = json.loads((PUBLISHED / f"{slug}.json").read_text(encoding="utf-8"))
    return found


def split(minutes: int, rows: int) -> list[int]:
    """Return equal shares of a stretch of time in whole steps; what is left over goes to the first rows."""
    steps, odd = divmod(minutes, STEP)
    each, over = divmod(steps, rows)
    shares = [(each + (row < over)) * STEP for row in range(rows)]
    shares[-1] += odd
    return shares


def pieces(programme: dict[str, Any]) -> list[Piece]:
    """Return the rows of a published programme with their hours, in order of time."""
    found = [piece for block in programme["blocks"] for piece in _laid(block, programme)]
    return sorted(found, key=lambda piece: (piece.date, piece.opens, piece.forum))


def durations(programme: dict[str, Any]) -> dict[str, list[int]]:
    """Return the minutes of every instalment, by the name of the item: several where others come between."""
    found: dict[str, list[int]] = {}
    last: dict[str, str] = {}
    for forum, name, minutes in _lengths(programme):
        if last.get(forum) == name:
            found[name][-1] += minutes
        else:
            found.setdefault(name, []).append(minutes)
        last[forum] = name
    return found


def _lengths(programme: dict[str, Any]) -> Iterator[tuple[str, str, int]]:
    for piece in pieces(programme):
        yield piece.forum, piece.name, piece.closes - piece.opens
    for block in programme["blocks"]:  # demand stated in meetings, without a timetable
        shares = split(block["meetings"] * MEETING, len(block["rows"])) if "meetings" in block else ()
        for name, minutes in zip(block["rows"], shares, strict=False):
            yield block["forum"], name, minutes


def _laid(block: dict[str, Any], programme: dict[str, Any]) -> Iterator[Piece]:
    spans = _spans(block, programme)
    rows: Sequence[str] = block["rows"]
    total = sum(closes - opens for _, opens, closes in spans)
    shares = block.get("minutes") or split(total, len(rows))
    for name, share in zip(rows, shares, strict=True) if spans else ():
        left = share
        while left:
            date, opens, closes = spans[0]
            taken = min(left, closes - opens)
            yield Piece(block["forum"], name, date, opens, opens + taken)
            spans = spans[1:] if taken == closes - opens else [(date, opens + taken, closes), *spans[1:]]
            left -= taken


def _spans(block: dict[str, Any], programme: dict[str, Any]) -> list[tuple[str, int, int]]:
    if "meetings" in block:
        return []
    if "spans" in block:
        return [(date, _minutes(opens), _minutes(closes)) for date, opens, closes in block["spans"]]
    if block["opens"] is None:
        opens, closes = programme["hours_not_printed"][block["part"]]
        return [(block["date"], _minutes(opens), _minutes(closes))]
    opening = _minutes(block["opens"])
    return [(block["date"], opening, _minutes(block["closes"]) if block["closes"] else _close(block, programme))]


def _close(block: dict[str, Any], programme: dict[str, Any]) -> int:
    """Return when a block without a printed close closes."""
    same = ("forum", "date", "part")
    others = [each for each in programme["blocks"] if all(each.get(key) == block[key] for key in same)]
    opens = [_minutes(each["opens"]) for each in others]
    later = [each for each in opens if each > _minutes(block["opens"])]
    return min(later, default=min(opens) + MEETING)


def _minutes(clock: str) -> int:
    hour, minute = clock.split(":")
    return int(hour) * 60 + int(minute)

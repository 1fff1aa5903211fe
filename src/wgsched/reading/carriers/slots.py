"""What calendars and exports hold: titles with day, hours and room. They become the same table as our own records."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from wgsched.errors import BadInput, Fault
from wgsched.reading.blocks import ParagraphBlock, TableBlock, records_table

HEADS = ("date", "opens", "closes", "kind", "title", "forum", "room")
MOST = 20_000


@dataclass(frozen=True)
class Slot:
    """One entry. Hours are those of the clock of the place; ``kind`` is entry, or event for what is never planned."""

    place: str
    title: str
    opens: datetime.datetime
    closes: datetime.datetime
    room: str = ""
    kind: str = "entry"


def slots_table(slots: Sequence[Slot], file: str) -> TableBlock:
    """Return the table of these entries, in order.

    Raises:
        BadInput: there are too many.
    """
    if len(slots) > MOST:
        raise BadInput(Fault(f"has more than {MOST} entries", file))
    return records_table("the entries", HEADS, ((slot.place, _values(slot)) for slot in slots))


def _values(slot: Slot) -> tuple[str, ...]:
    opens, closes = (f"{moment:%Y-%m-%dT%H:%M}" for moment in (slot.opens, slot.closes))
    return opens[:10], opens, closes, slot.kind, " ".join(slot.title.split()), slot.room, slot.room


def unread(names: Iterable[str]) -> list[ParagraphBlock]:
    """Return a block for each field that is not taken: persons and long texts have no place in a session file."""
    return [ParagraphBlock(f"{name}: {count}", "the fields") for name, count in sorted(Counter(names).items())]

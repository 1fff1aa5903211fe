"""What calendars and exports hold: titles with day, hours and room. They become the same table as our own records."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from wgsched.errors import BadInput, Fault
from wgsched.reading.blocks import ParagraphBlock, TableBlock, TableCell

HEADS = ("date", "opens", "closes", "kind", "title", "forum", "room")
MOST = 20_000
DAY = datetime.timedelta(days=1)


@dataclass(frozen=True)
class Slot:
    """One entry. Hours are those of the clock of the place; ``kind`` is entry, or event for what is never planned."""

    place: str
    title: str
    opens: datetime.datetime
    closes: datetime.datetime
    room: str = ""
    kind: str = "entry"


def table_of(slots: Iterable[Slot], file: str) -> TableBlock:
    """Return the table of these entries, in order.

    Raises:
        BadInput: there are too many.
    """
    cells = [TableCell(head, "the fields", 0, column) for column, head in enumerate(HEADS)]
    for row, slot in enumerate(slots, start=1):
        if row > MOST:
            raise BadInput(Fault(f"has more than {MOST} entries", file))
        values = (
            f"{slot.opens:%Y-%m-%d}", _moment(slot.opens), _moment(slot.closes), slot.kind,
            " ".join(slot.title.split()), slot.room, slot.room,
        )  # fmt: skip
        cells += [TableCell(value, slot.place, row, column) for column, value in enumerate(values)]
    return TableBlock("the entries", tuple(cells))


def unread(names: Iterable[str]) -> list[ParagraphBlock]:
    """Return a block for each field that is not taken: persons and long texts have no place in a session file."""
    return [ParagraphBlock(f"{name}: {count}", "the fields") for name, count in sorted(Counter(names).items())]


def _moment(moment: datetime.datetime) -> str:
    return f"{moment:%Y-%m-%dT%H:%M}"

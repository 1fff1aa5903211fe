"""The rows that were typed by hand."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from wgsched.errors import UnknownName
from wgsched.files.building.context import Context, item_named
from wgsched.files.grammar import Wrong
from wgsched.files.meetingnames import MeetingNames
from wgsched.files.nodes import Path
from wgsched.files.shape import SessionShape
from wgsched.model import Agenda, Rows


def rows_of(shape: SessionShape, agenda: Agenda, meetings: MeetingNames, context: Context) -> tuple[Rows, ...]:
    """Return the rows typed by hand, in order of time."""
    if not context.calendar.days:
        return ()
    by_meeting: dict[str, Rows] = {}
    parts = Parts(agenda)
    written = [
        (context.attempt(("organization", key), meetings.one, key, default=None), key) for key in shape.organization
    ]
    for meeting, key in sorted(((m, k) for m, k in written if m), key=lambda pair: pair[0].opens):
        path: Path = ("organization", key)
        if meeting.key in by_meeting:
            context.faults.at(path, f"{key!r} is a meeting that is here already", key=True)
        texts = [row.strip() for row in shape.organization[key] if row.strip()]
        rows = _rows(path, texts, parts, context)
        by_meeting[meeting.key] = Rows(meeting.key, tuple(row for row in rows if row), "..." in texts)
    return tuple(by_meeting.values())


def _rows(path: Path, texts: Sequence[str], parts: Parts, context: Context) -> Iterator[str | None]:
    for place, text in enumerate(texts):
        where: Path = (*path, place)
        if text in ("...", "…"):
            if place != len(texts) - 1:
                context.faults.at(where, "'...' stands last: what is planned comes after what was typed")
            continue
        yield context.attempt(where, parts.of, text, default=None)


class Parts:
    """Tells which instalment a row means, when an item has several: ``2 (a) part 2``, or the next one in order."""

    def __init__(self, agenda: Agenda) -> None:
        self.agenda = agenda
        self.reached: dict[str, int] = {}
        self.last = ""

    def of(self, text: str) -> str:
        """Return the key of the instalment.

        Raises:
            Wrong: there is none.
        """
        name, _, part = text.partition(" part ")
        try:
            exact = self.agenda.instalment(text)
        except UnknownName:
            key = item_named(name, self.agenda)
        else:
            self.last, self.reached[exact.items[0]] = exact.items[0], exact.part
            return exact.key
        instalments = self.agenda.instalments_of(self.agenda[key])
        own = [each for each in instalments if key in each.items]
        if not own:
            below = [str(item.number or item.key) for item in self.agenda.children(self.agenda[key])]
            raise Wrong(
                f"{name!r} is a heading and is not taken up itself", f"Below it: {', '.join(below)}." if below else ""
            )
        number = self._number(key, part, len(own), text)
        self.reached[key], self.last = number, key
        return own[number - 1].key

    def _number(self, key: str, part: str, count: int, text: str) -> int:
        if part:
            if not part.strip().isdecimal() or not 1 <= int(part) <= count:
                raise Wrong(f"{text!r}: the item has {count} part{'s' if count > 1 else ''}")
            return int(part)
        reached = self.reached.get(key, 0)
        return max(1, min(count, reached if self.last == key else reached + 1))

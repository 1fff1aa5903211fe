"""The rows that were typed by hand."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pendulum import DateTime

from wgsched.errors import UnknownName
from wgsched.files.building.context import Context, is_item, item_named
from wgsched.files.grammar import Wrong
from wgsched.files.grammar.durations import read_duration
from wgsched.files.grammar.hours import read_time
from wgsched.files.meetingnames import MeetingNames
from wgsched.files.nodes import Path
from wgsched.files.shape import SessionShape
from wgsched.model import Agenda, Meeting, RowHours, Rows

PLACED = "~"
"""Stands before a row that stands there now and may move."""


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
        rows = [row for row in _rows(path, texts, meeting, parts, context) if row]
        by_meeting[meeting.key] = Rows(
            meeting.key,
            tuple(row.instalment for row in rows),
            "..." in texts,
            tuple(row.instalment for row in rows if row.placed),
            tuple(row.hours for row in rows if row.hours),
        )
    return tuple(by_meeting.values())


def _rows(
    path: Path, texts: Sequence[str], meeting: Meeting, parts: Parts, context: Context
) -> Iterator[TypedRow | None]:
    for place, text in enumerate(texts):
        where: Path = (*path, place)
        if text in ("...", "…"):
            if place != len(texts) - 1:
                context.faults.at(where, "'...' stands last: what is planned comes after what was typed")
            continue
        yield context.attempt(where, typed_row, text, meeting, parts, default=None)


@dataclass(frozen=True)
class TypedRow:
    """A row as typed: ``2 (b)``; ``~2 (b)``, which may move; ``2 (b) for 90 min``; ``2 (b) at 16:00 for 1 h``."""

    instalment: str
    placed: bool = False
    hours: RowHours | None = None


def typed_row(text: str, meeting: Meeting, parts: Parts) -> TypedRow:
    """Read a row typed under a meeting. A name that is followed by minutes or an hour is read without them.

    Raises:
        Wrong: it names no item, or states no minutes.
    """
    name = text.removeprefix(PLACED).strip()
    placed = name != text
    before, stated, length = name.rpartition(" for ")
    if not stated or parts.knows(name):
        return TypedRow(parts.of(name), placed)
    minutes = read_duration(length).in_minutes(meeting.minutes)
    if minutes < 1:
        raise Wrong(f"{text!r}: a row has at least one minute")
    item, at, hour = before.rpartition(" at ")
    if not at or parts.knows(before):
        item, hour = before, ""
    opens = _hour(hour, meeting) if hour else None
    instalment = parts.of(item)
    return TypedRow(instalment, placed, RowHours(instalment, minutes, opens))


def _hour(text: str, meeting: Meeting) -> DateTime:
    """Return an hour in a meeting, which may sit past midnight."""
    hour, minute = read_time(text)
    moment = meeting.opens.start_of("day").add(days=hour // 24).at(hour % 24, minute)
    return moment if moment >= meeting.opens else moment.add(days=1)


class Parts:
    """Tells which instalment a row means, when an item has several: ``2 (a) part 2``, or the next one in order."""

    def __init__(self, agenda: Agenda) -> None:
        self.agenda = agenda
        self.reached: dict[str, int] = {}
        self.last = ""

    def knows(self, text: str) -> bool:
        """Return whether a text is the name of an instalment or an item, whatever words are in it."""
        return is_item(text, self.agenda) or any(each.key == text for each in self.agenda.instalments)

    def of(self, text: str) -> str:
        """Return the key of the instalment.

        Raises:
            Wrong: there is none.
        """
        name, _, part = text.partition(" part ")
        try:
            exact = self.agenda.instalment(text)
        except UnknownName:
            exact = None
        if exact is None or (text in self.agenda and self.agenda[text].key not in exact.items):
            key = item_named(name, self.agenda)  # also the number of an item that has the old number of another
        else:
            self.last, self.reached[exact.items[0]] = exact.items[0], exact.part
            return exact.key
        instalments = self.agenda.instalments_of(self.agenda[key])
        own = [each for each in instalments if key in each.items]
        if not own:
            below = [str(item.number or item.key) for item in self.agenda.children(self.agenda[key])]
            hint = f"Below it: {', '.join(below)}." if below else ""
            raise Wrong(f"{name!r} is a heading and is not taken up itself", hint)
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

"""What a programme puts into feeds, before any language: the session, its meetings, its events, and its items."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import timedelta
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING

import pendulum

from wgsched.feeds.identity import Kind, uid
from wgsched.model import Status, Window

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pendulum import Date

    from wgsched.model import AgendaItem, Consideration, Event, Meeting, Programme

LONGEST_BREAK = timedelta(days=4)
"""Days of a session that are further apart belong to two parts of it, such as a resumed session."""


@dataclass(frozen=True)
class Entry:
    """One event of a feed, as all languages share it.

    ``window`` covers whole days for the session itself. ``rows`` are what is taken up: all of a meeting, or the one row
    that an entry of the items feed is about. ``programme`` is the one it speaks of: for an entry that is gone, the last
    that held it. ``left_out`` says that an item is cancelled where its meeting is not.
    """

    programme: Programme = field(repr=False, compare=False)
    uid: str
    kind: Kind
    window: Window
    meeting: Meeting | None = None
    rows: tuple[Consideration, ...] = ()
    event: Event | None = None
    cancelled: bool = False
    left_out: bool = False

    @property
    def room(self) -> str | None:
        """The key of the room, when one is announced."""
        held = self.meeting or self.event
        return held.room if held else None

    @property
    def forum(self) -> str | None:
        """The key of the forum, if any."""
        held = self.meeting or self.event
        return held.forum if held else None

    @property
    def status(self) -> str:
        """Its STATUS: tentative until the programme is adopted."""
        if self.cancelled:
            return "CANCELLED"
        return "CONFIRMED" if self.programme.status is Status.ADOPTED else "TENTATIVE"

    @cached_property
    def items(self) -> tuple[AgendaItem, ...]:
        """The items that are taken up, in their order."""
        found = {item.key: item for row in self.rows for item in self.programme.items(row)}
        return tuple(found.values())

    @cached_property
    def item_keys(self) -> frozenset[str]:
        """Their keys."""
        return frozenset(item.key for item in self.items)

    @property
    def place(self) -> tuple[object, ...]:
        """What sorts the entries of a feed: time, then kind, then identity."""
        return (self.window.opens, self.window.closes, self.kind.value, self.uid)


def entries(programme: Programme, parts: Mapping[tuple[str, str], int] | None = None) -> tuple[Entry, ...]:
    """Return everything that a programme puts into feeds, in order of time.

    ``parts`` says which part of its instalment each row is, by instalment and meeting; without it they are counted.
    """
    found = [*_session(programme), *_meetings(programme), *_events(programme), *_items(programme, parts or {})]
    return tuple(sorted(found, key=lambda entry: entry.place))


def _session(programme: Programme) -> Iterator[Entry]:
    session = programme.session
    for number, days in enumerate(parts_of(session.days), 1):
        keys = () if number == 1 else (str(number),)
        window = Window(_midnight(days[0], session.zone), _midnight(days[-1] + timedelta(days=1), session.zone))
        yield Entry(programme, uid(session, Kind.SESSION, *keys), Kind.SESSION, window)


def parts_of(days: tuple[Date, ...]) -> list[list[Date]]:
    """Return the days of a session in its parts, in order; a weekend or a holiday does not part them."""
    ordered = sorted(set(days))
    parts = [ordered[:1]]
    for before, after in pairwise(ordered):
        if after - before > LONGEST_BREAK:
            parts.append([])
        parts[-1].append(after)
    return parts


def _midnight(day: Date, zone: str) -> pendulum.DateTime:
    return pendulum.datetime(day.year, day.month, day.day, tz=zone)


def _meetings(programme: Programme) -> Iterator[Entry]:
    for meeting in programme.meetings:
        if meeting.held or meeting.cancelled:
            name = uid(programme.session, Kind.MEETING, meeting.key)
            rows = programme.rows(meeting)
            yield Entry(programme, name, Kind.MEETING, meeting.window, meeting, rows, cancelled=meeting.cancelled)


def _events(programme: Programme) -> Iterator[Entry]:
    for event in programme.session.events:
        if "feed" in event.shown:
            name = uid(programme.session, Kind.EVENT, event.key)
            yield Entry(programme, name, Kind.EVENT, Window(event.opens, event.closes), event=event)


def _items(programme: Programme, parts: Mapping[tuple[str, str], int]) -> Iterator[Entry]:
    counted: dict[str, int] = {}
    for row in in_time(programme):
        meeting = programme.meeting(row.meeting)
        counted[row.instalment] = counted.get(row.instalment, 0) + 1
        part = parts.get((row.instalment, row.meeting), counted[row.instalment])
        name = uid(programme.session, Kind.ITEM, row.instalment, str(part))
        promised = row.window if programme.firm(row) else None
        window = promised or meeting.window
        yield Entry(programme, name, Kind.ITEM, window, meeting, (row,), cancelled=meeting.cancelled)


def in_time(programme: Programme) -> list[Consideration]:
    """Return the rows that feeds show, one for each instalment and meeting, in order of time."""
    shown = {meeting.key: meeting for meeting in programme.meetings if meeting.held or meeting.cancelled}
    first = {(row.instalment, row.meeting): row for row in reversed(programme.considerations) if row.meeting in shown}
    return sorted(first.values(), key=lambda row: (shown[row.meeting].opens, row.meeting, row.instalment))

"""What a programme puts into feeds, before any language: the session, its meetings, its events, and its items."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from functools import cached_property
from itertools import pairwise

import pendulum
from pendulum import Date

from wgsched.feeds.identity import Kind, plain, uid
from wgsched.model import AgendaItem, Consideration, Event, Meeting, Programme, Status, Window
from wgsched.model.gate import instant
from wgsched.model.reading import sitting

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

    @cached_property
    def room(self) -> str | None:
        """The key of the room, when one is announced."""
        held = self.meeting or self.event
        return held.room if held else None

    @cached_property
    def forum(self) -> str | None:
        """The key of the forum, if any."""
        held = self.meeting or self.event
        return held.forum if held else None

    @cached_property
    def status(self) -> str:
        """Its STATUS: tentative until the programme is adopted, and while its hours are an estimate."""
        if self.cancelled:
            return "CANCELLED"
        return "CONFIRMED" if self.programme.status is Status.ADOPTED and not self.estimated else "TENTATIVE"

    @cached_property
    def estimated(self) -> bool:
        """Whether its hours are an estimate, and in words it is said when it opens."""
        return self.meeting is not None and self.meeting.opening is not None

    @cached_property
    def subjects(self) -> tuple[Subject, ...]:
        """What its rows are about, in their order."""
        programme = self.programme
        return tuple(
            [
                Subject(
                    row, programme.items(row), programme.continued(row), row.window if programme.firm(row) else None
                )
                for row in self.rows
            ]
        )

    @cached_property
    def item_keys(self) -> frozenset[str]:
        """The keys of the items that are taken up."""
        return frozenset([item.key for subject in self.subjects for item in subject.items])

    @cached_property
    def above(self) -> frozenset[str]:
        """The keys of the items that are taken up and of all above them."""
        agenda = self.programme.session.agenda
        keys: set[str] = set()
        for key in self.item_keys:
            above: str | None = key
            while above and above not in keys:
                keys.add(above)
                above = agenda[above].parent
        return frozenset(keys)

    @cached_property
    def names_above(self) -> tuple[str, ...]:
        """The same keys as addresses write them, sorted."""
        return tuple(sorted(map(plain, self.above)))

    @cached_property
    def anchor(self) -> str:
        """The name of the place on the programme page that speaks of it."""
        held = self.meeting or self.event
        return f"{'event' if self.event else 'meeting'}-{plain(held.key)}" if held else "programme"

    @cached_property
    def documents(self) -> tuple[str, ...]:
        """The symbols of the documents under these items."""
        return tuple(
            [each.symbol for each in self.programme.session.documents if not self.above.isdisjoint(each.items)]
        )

    @cached_property
    def place(self) -> tuple[object, ...]:
        """What sorts the entries of a feed: time, then kind, then identity."""
        return (instant(self.window.opens), instant(self.window.closes), self.kind.value, self.uid)


@dataclass(frozen=True)
class Subject:
    """What a row is about: its items, whether they were taken up before, and its hours where these are a promise."""

    row: Consideration
    items: tuple[AgendaItem, ...]
    continued: bool
    promised: Window | None


def entries(programme: Programme, parts: Mapping[tuple[str, str], int] | None = None) -> tuple[Entry, ...]:
    """Return everything that a programme puts into feeds, in order of time.

    ``parts`` says which part of its instalment each row is, by instalment and meeting; without it they are counted.
    """
    every = [*_session(programme), *_meetings_and_events(programme), *_items(programme, parts or {})]
    return tuple(sorted(every, key=lambda entry: entry.place))


def _session(programme: Programme) -> Iterator[Entry]:
    session = programme.session
    for number, days in enumerate(parts_of(session.days), 1):
        keys = () if number == 1 else (str(number),)
        opens, closes = (
            pendulum.datetime(day.year, day.month, day.day, tz=session.zone)
            for day in (days[0], days[-1] + timedelta(days=1))
        )
        yield Entry(programme, uid(session, Kind.SESSION, *keys), Kind.SESSION, Window(opens, closes))


def parts_of(days: tuple[Date, ...]) -> list[list[Date]]:
    """Return the days of a session in its parts, in order; a weekend or a holiday does not part them."""
    ordered = sorted(set(days))
    parts = [ordered[:1]]
    for before, after in pairwise(ordered):
        if after - before > LONGEST_BREAK:
            parts.append([])
        parts[-1].append(after)
    return parts


def _meetings_and_events(programme: Programme) -> Iterator[Entry]:
    for meeting in programme.meetings:
        if programme.takes_place(meeting) or meeting.cancelled:
            name, rows = uid(programme.session, Kind.MEETING, meeting.key), programme.rows(meeting)
            window = sitting(programme, meeting)
            yield Entry(programme, name, Kind.MEETING, window, meeting, rows, cancelled=meeting.cancelled)
    for event in programme.session.events:
        if "feed" in event.shown:
            name = uid(programme.session, Kind.EVENT, event.key)
            yield Entry(programme, name, Kind.EVENT, Window(event.opens, event.closes), event=event)


def _items(programme: Programme, parts: Mapping[tuple[str, str], int]) -> Iterator[Entry]:
    counted: Counter[str] = Counter()
    for row in in_time(programme):
        meeting = programme.meeting(row.meeting)
        counted[row.instalment] += 1
        part = parts.get((row.instalment, row.meeting), counted[row.instalment])
        name = uid(programme.session, Kind.ITEM, row.instalment, str(part))
        window = (row.window if programme.firm(row) else None) or sitting(programme, meeting)
        yield Entry(programme, name, Kind.ITEM, window, meeting, (row,), cancelled=meeting.cancelled)


def in_time(programme: Programme) -> list[Consideration]:
    """Return the rows that feeds show, one for each instalment and meeting, in order of time."""
    shown = {meeting.key: meeting for meeting in programme.meetings if meeting.held or meeting.cancelled}
    first = {(row.instalment, row.meeting): row for row in reversed(programme.considerations) if row.meeting in shown}
    return sorted(first.values(), key=lambda row: (instant(shown[row.meeting].opens), row.meeting, row.instalment))

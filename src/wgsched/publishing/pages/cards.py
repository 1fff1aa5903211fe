"""The programme as cards on a page: days, hours, and what is held then."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from wgsched.feeds.calendar import anchor
from wgsched.feeds.identity import Kind, plain
from wgsched.feeds.views import ITEM, View

if TYPE_CHECKING:
    from pendulum import Date

    from wgsched.feeds.entries import Entry
    from wgsched.model import Consideration
    from wgsched.publishing.edition import Edition


@dataclass(frozen=True)
class Line:
    """A row on a card: its text, and the item that it leads to."""

    text: str
    key: str
    page: str


@dataclass(frozen=True)
class Card:
    """A meeting or an event. ``items`` are the keys of its items and of all above them, for filtering."""

    anchor: str
    title: str
    where: str
    lines: tuple[Line, ...]
    notes: tuple[str, ...]
    changes: tuple[str, ...]
    cancelled: bool
    is_event: bool
    forum: str
    items: tuple[str, ...]
    languages: tuple[str, ...]


@dataclass(frozen=True)
class Hour:
    """What is held at the same hours."""

    text: str
    opens: str
    cards: tuple[Card, ...]


@dataclass(frozen=True)
class Day:
    """A day with its hours in order."""

    date: str
    text: str
    hours: tuple[Hour, ...]


class Dealer:
    """Deals the entries of an edition onto cards, in one language."""

    def __init__(self, edition: Edition, language: str) -> None:
        self._edition = edition
        self._language = language
        self._lexicon = edition.lexicon(language)
        self._writer = edition.writer(language)

    def days(self) -> tuple[Day, ...]:
        """Return the days on which something is or was to be held."""
        held = [entry for entry in self._edition.frame.entries if entry.kind in (Kind.MEETING, Kind.EVENT)]
        return tuple(self._day(day, list(found)) for day, found in groupby(held, key=self._date))

    def _date(self, entry: Entry) -> Date:
        return entry.window.opens.in_timezone(self._edition.programme.session.zone).date()

    def _day(self, day: Date, held: list[Entry]) -> Day:
        hours = tuple(self._hour(list(found)) for _, found in groupby(held, key=lambda entry: entry.window))
        return Day(day.isoformat(), self._lexicon.capital(self._lexicon.date(day)), hours)

    def _hour(self, held: list[Entry]) -> Hour:
        zone, window = self._edition.programme.session.zone, held[0].window
        opens = window.opens.in_timezone(zone)
        cards = tuple(self.card(entry) for entry in held)
        return Hour(self._writer.span(window), opens.format("YYYY-MM-DDTHH:mmZ"), cards)

    def card(self, entry: Entry) -> Card:
        """Return an entry as a card."""
        change = self._edition.memory.traces[entry.uid].change
        return Card(
            anchor=anchor(entry),
            title=self._title(entry),
            where=self._writer.room(entry.room),
            lines=tuple(self._lines(entry)),
            notes=tuple(self._notes(entry)),
            changes=tuple(self._writer.changes(entry, change)),
            cancelled=entry.cancelled,
            is_event=entry.kind is Kind.EVENT,
            forum=plain(entry.forum or ""),
            items=tuple(sorted(plain(key) for key in with_those_above(entry))),
            languages=entry.meeting.languages if entry.meeting else (),
        )

    def _title(self, entry: Entry) -> str:
        if entry.event:
            return self._writer.words(entry).summary
        session = entry.programme.session
        forum = session.forum(entry.forum) if entry.forum and len(session.forums) > 1 else None
        number = self._writer.number(entry.meeting) if entry.meeting else ""
        return self._writer.listed(self._writer.forum_name(forum) if forum else "", number)

    def _lines(self, entry: Entry) -> Iterator[Line]:
        known = self._edition.programme.session.agenda
        for row in entry.rows:
            key = self._first(entry, row)
            page = f"items/{View(ITEM, key).page}.html" if key in known else ""
            yield Line(self._writer.row(entry, row), plain(key), page)

    def _first(self, entry: Entry, row: Consideration) -> str:
        return entry.programme.items(row)[0].key

    def _notes(self, entry: Entry) -> Iterator[str]:
        if entry.meeting and not entry.cancelled:
            yield self._writer.interpretation(entry.meeting)
            yield from self._writer.documents(entry)


def with_those_above(entry: Entry) -> set[str]:
    """Return the keys of the items of an entry and of all above them."""
    agenda = entry.programme.session.agenda
    found: set[str] = set()
    for item in entry.items:
        key: str | None = item.key
        while key:
            found.add(key)
            key = agenda[key].parent
    return found

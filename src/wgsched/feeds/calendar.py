"""Entries as iCalendar events: what is shared by all languages here, the words from `texts`."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING
from urllib.parse import quote

from icalendar import Event

from wgsched.feeds.identity import Kind, plain, uid
from wgsched.feeds.properties import categories, conference, days, geo, number, text, uri, utc

if TYPE_CHECKING:
    from icalendar import vDatetime

    from wgsched.feeds.entries import Entry
    from wgsched.feeds.identity import Mark
    from wgsched.feeds.texts import Words
    from wgsched.model import Language

PRODID = "-//wgsched//Programme of work//EN"
REFRESH = timedelta(hours=1)
COLOR = "steelblue"


@dataclass(frozen=True)
class Site:
    """The public address of the folder in which feeds are published, such as ``https://example.org/wg``."""

    address: str

    def feed(self, language: Language, stem: str) -> str:
        """Return the address of a feed."""
        return f"{self.address.rstrip('/')}/{language}/{quote(stem)}.ics"

    def page(self, language: Language, entry: Entry) -> str:
        """Return where the programme page speaks of an entry."""
        return f"{self.address.rstrip('/')}/{language}/index.html#{anchor(entry)}"


def anchor(entry: Entry) -> str:
    """Return the name of the place on the programme page that speaks of an entry."""
    held = entry.meeting or entry.event
    return f"{'event' if entry.event else 'meeting'}-{plain(held.key)}" if held else "programme"


@dataclass(frozen=True)
class Pen:
    """What all events of one language are written with."""

    language: Language
    times: Callable[[Entry], tuple[vDatetime, vDatetime]]
    site: Site | None = None

    def event(self, entry: Entry, words: Words, mark: Mark) -> Event:
        """Return an entry as an event; its words, its stamps, its times."""
        written = Event()
        written["UID"] = text(entry.uid)
        written["SEQUENCE"] = number(mark.sequence)
        written["DTSTAMP"] = written["LAST-MODIFIED"] = utc(mark.modified)
        written["STATUS"] = text(entry.status)
        written["SUMMARY"] = text(words.summary, language=self.language)
        written["DESCRIPTION"] = text(words.description, language=self.language)
        if words.location:
            written["LOCATION"] = text(words.location, language=self.language)
        if words.categories:
            written["CATEGORIES"] = categories(words.categories, language=self.language)
        if position := entry.programme.session.place.position:
            written["GEO"] = geo(*position)
        if words.channels:
            written["CONFERENCE"] = [conference(at, label=name, language=code) for code, name, at in words.channels]
        if self.site:
            written["URL"] = uri(self.site.page(self.language, entry))
        self._time(written, entry)
        return written

    def _time(self, written: Event, entry: Entry) -> None:
        free = entry.cancelled or entry.kind is Kind.SESSION
        written["TRANSP"] = text("TRANSPARENT" if free else "OPAQUE")
        if entry.kind is Kind.SESSION:
            last = entry.window.closes.date() - timedelta(days=1)
            written["DTSTART"], written["DTEND"] = days(entry.window.opens.date(), last)
        else:
            written["DTSTART"], written["DTEND"] = self.times(entry)
        if entry.kind is Kind.ITEM and entry.meeting:
            written["RELATED-TO"] = text(uid(entry.programme.session, Kind.MEETING, entry.meeting.key))

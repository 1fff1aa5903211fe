"""Entries as iCalendar events: what is shared by all languages here, the words from `texts`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Any
from urllib.parse import quote

from icalendar import Event, vDatetime, vText

from wgsched.feeds.entries import Entry
from wgsched.feeds.history import EntryMark
from wgsched.feeds.identity import Kind, uid
from wgsched.feeds.properties import categories, conference, days, geo, number, text, uri, utc
from wgsched.feeds.texts import Words
from wgsched.model import Language

PRODID = "-//wgsched//Programme of work//EN"
REFRESH = timedelta(hours=1)
COLOR = "steelblue"


@dataclass(frozen=True)
class Site:
    """The public address of the folder in which feeds are published, such as ``https://example.org/wg``."""

    address: str

    def at(self, path: str) -> str:
        """Return the address of a file in the folder."""
        return f"{self.address.rstrip('/')}/{path}"

    def feed(self, language: Language, stem: str) -> str:
        """Return the address of a feed."""
        return self.at(f"{language}/{quote(stem)}.ics")

    def page(self, language: Language, entry: Entry) -> str:
        """Return where the programme page speaks of an entry."""
        return self.at(f"{language}/index.html#{entry.anchor}")


def shared(entry: Entry, times: tuple[vDatetime, vDatetime]) -> dict[str, Any]:
    """Return what the events of an entry share in all languages; those of the session itself take whole days."""
    same: dict[str, Any] = {"UID": vText(entry.uid), "STATUS": vText(entry.status), "TRANSP": vText("OPAQUE")}
    same["DTSTART"], same["DTEND"] = times
    if entry.kind is Kind.SESSION:
        last = entry.window.closes.date() - timedelta(days=1)
        same["DTSTART"], same["DTEND"] = days(entry.window.opens.date(), last)
    if entry.cancelled or entry.kind is Kind.SESSION:
        same["TRANSP"] = vText("TRANSPARENT")
    if position := entry.programme.session.place.position:
        same["GEO"] = geo(*position)
    if entry.kind is Kind.ITEM and entry.meeting:
        same["RELATED-TO"] = vText(uid(entry.programme.session, Kind.MEETING, entry.meeting.key))
    return same


def event(same: Mapping[str, Any], words: Words, mark: EntryMark, language: Language, page: str = "") -> Event:
    """Return an entry as an event in a language: what all languages share, its words, its stamps, its page."""
    written = Event()
    written.update(same)
    written["SEQUENCE"] = number(mark.sequence)
    written["DTSTAMP"] = written["LAST-MODIFIED"] = utc(mark.modified)
    written["SUMMARY"] = text(words.summary, language=language)
    written["DESCRIPTION"] = text(words.description, language=language)
    if words.location:
        written["LOCATION"] = text(words.location, language=language)
    if words.categories:
        written["CATEGORIES"] = categories(words.categories, language=language)
    if words.channels:
        written["CONFERENCE"] = [conference(at, label=name, language=code) for code, name, at in words.channels]
    if page:
        written["URL"] = uri(page)
    return written

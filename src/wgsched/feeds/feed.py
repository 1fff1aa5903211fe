"""Feeds as files: every event of a language is written once, and each view is made of the same octets."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

from icalendar import Calendar, Component
from pendulum import DateTime

from wgsched.feeds.calendar import COLOR, PRODID, REFRESH, Site, event, shared
from wgsched.feeds.entries import Entry, entries
from wgsched.feeds.history import EntryHistory, NoHistory, as_of
from wgsched.feeds.identity import Kind
from wgsched.feeds.properties import new_calendar
from wgsched.feeds.texts import EntryWriter
from wgsched.feeds.timezones import Clocks
from wgsched.feeds.views import View, shown
from wgsched.feeds.writer import write, write_jcal
from wgsched.files.writing import write_whole
from wgsched.languages import lexicon
from wgsched.model import Language, Programme

JCAL_SUFFIXES = (".jcal", ".json")
_END = b"END:VCALENDAR\r\n"


@dataclass(frozen=True)
class Options:
    """How feeds are written. ``only_utc`` writes every time in UTC; ``cancelled`` keeps what was cancelled.

    ``languages`` are those in which the site has the same feeds; each names the others.
    """

    only_utc: bool = False
    cancelled: bool = True
    site: Site | None = None
    languages: tuple[Language, ...] = ()


@dataclass(frozen=True)
class WrittenComponent:
    """A component as octets, written once for all the feeds that it stands in."""

    component: Component = field(repr=False)

    @cached_property
    def lines(self) -> bytes:
        """The component in iCalendar."""
        return write(self.component)

    @cached_property
    def json(self) -> bytes:
        """The component in jCal."""
        return write_jcal(self.component)


@dataclass(frozen=True)
class WrittenEvent(WrittenComponent):
    """An event as octets, with the zones that its times name."""

    entry: Entry
    modified: DateTime

    @cached_property
    def zones(self) -> frozenset[str]:
        """The TZIDs that it needs."""
        return frozenset([self.component[name].params.get("TZID", "") for name in ("DTSTART", "DTEND")]) - {""}


@dataclass(frozen=True)
class Feed:
    """One calendar: ``data`` in iCalendar, ``jcal`` in its JSON form. Both are made of the same events."""

    view: View
    language: Language
    shell: Calendar = field(repr=False)
    zones: tuple[WrittenComponent, ...] = field(repr=False)
    events: tuple[WrittenEvent, ...] = field(repr=False)

    @cached_property
    def data(self) -> bytes:
        """The feed in iCalendar, RFC 5545."""
        return b"".join([self.head, *[event.lines for event in self.events], _END])

    @cached_property
    def head(self) -> bytes:
        """What stands before the events."""
        return b"".join([write(self.shell).removesuffix(_END), *[zone.lines for zone in self.zones]])

    @cached_property
    def jcal(self) -> bytes:
        """The feed in jCal, RFC 7265."""
        head = write_jcal(self.shell).removesuffix(b"]]")
        return b"".join((head, b",".join([part.json for part in (*self.zones, *self.events)]), b"]]"))

    def bytes(self, suffix: str = ".ics") -> bytes:
        """Return the file of this suffix: jCal for ``.jcal`` and ``.json``, else iCalendar."""
        return self.jcal if suffix.lower() in JCAL_SUFFIXES else self.data

    def save(self, path: str | os.PathLike[str]) -> Path:
        """Write the feed whole or not at all: as jCal where the name ends in ``.jcal`` or ``.json``.

        Raises:
            BadInput: it cannot be written; what was there is still there.
        """
        target = Path(path)
        write_whole(target, self.bytes(target.suffix))
        return target


class Frame:
    """What the feeds of all languages share: the entries, their times, and all that no language words."""

    def __init__(self, programme: Programme, history: EntryHistory | None = None, options: Options = Options()) -> None:
        self.programme = programme
        self.history = history or NoHistory(as_of(programme))
        self.options = options
        self._shown: dict[View, tuple[Entry, ...]] = {}

    @cached_property
    def entries(self) -> tuple[Entry, ...]:
        """Everything that is in any feed of the programme, in order of time."""
        every = self.history.completed(entries(self.programme, self.history.parts))
        return tuple(entry for entry in every if self.options.cancelled or not entry.cancelled)

    @cached_property
    def _clocks(self) -> Clocks:
        timed = [entry.window for entry in self.entries if entry.kind is not Kind.SESSION]
        return Clocks.of(timed, only_utc=self.options.only_utc)

    @cached_property
    def shared(self) -> dict[str, dict[str, Any]]:
        """What the events of each entry share in all languages, by identity."""
        return {entry.uid: shared(entry, self._clocks.moments(entry.window)) for entry in self.entries}

    def shown(self, view: View) -> tuple[Entry, ...]:
        """Return the entries of a view."""
        if view not in self._shown:
            self._shown[view] = shown(self.entries, view, self.programme.session)
        return self._shown[view]

    @cached_property
    def zones(self) -> dict[str, WrittenComponent]:
        """The VTIMEZONEs by their TZIDs, in the order in which they are written."""
        return {str(zone["TZID"]): WrittenComponent(zone) for zone in self._clocks.components()}


class Calendars:
    """All feeds of a programme in one language."""

    def __init__(self, frame: Frame, language: Language, writer: EntryWriter | None = None) -> None:
        self._frame = frame
        self._language = language
        self._writer = writer or EntryWriter(frame.programme, lexicon(language, frame.programme.session))
        self._events: dict[str, WrittenEvent] = {}

    def feed(self, view: View, *, source: str | None = None) -> Feed:
        """Return one feed; ``source`` is its address when it is not for everybody, and then it names no other."""
        options = self._frame.options
        addresses: dict[Language, str] = {}
        if options.site and not source:
            addresses = {code: options.site.feed(code, view.stem) for code in (*options.languages, self._language)}
        events = [self._event(entry) for entry in self._frame.shown(view)]
        shell = new_calendar(
            prodid=PRODID,
            name=self._writer.name(*self._writer.view(view)),
            language=self._language,
            modified=max([event.modified for event in events]),
            refresh=REFRESH,
            source=source or addresses.pop(self._language, None),
            color=COLOR,
            translations=addresses,
        )
        named = set().union(*[event.zones for event in events])
        zones = tuple([zone for name, zone in self._frame.zones.items() if name in named])
        return Feed(view, self._language, shell, zones, tuple(events))

    def _event(self, entry: Entry) -> WrittenEvent:
        """Return an entry as an event; it is written when a view first shows it."""
        if entry.uid not in self._events:
            mark, site = self._frame.history.mark(entry.uid, self._language), self._frame.options.site
            words, page = self._writer.dated(entry, mark), site.page(self._language, entry) if site else ""
            component = event(self._frame.shared[entry.uid], words, mark, self._language, page)
            self._events[entry.uid] = WrittenEvent(component, entry, mark.modified)
        return self._events[entry.uid]

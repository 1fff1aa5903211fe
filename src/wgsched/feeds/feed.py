"""Feeds as files: every event of a language is written once, and each view is made of the same octets."""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from wgsched.feeds.calendar import COLOR, PRODID, REFRESH, Pen, Site
from wgsched.feeds.entries import entries
from wgsched.feeds.identity import History, Kind, NoHistory
from wgsched.feeds.jcal import write_jcal
from wgsched.feeds.properties import new_calendar
from wgsched.feeds.texts import Writer
from wgsched.feeds.timezones import Clocks
from wgsched.feeds.views import View, shown
from wgsched.feeds.writer import write
from wgsched.files.writing import write_whole
from wgsched.languages import lexicon

if TYPE_CHECKING:
    from icalendar import Calendar, Component, vDatetime
    from pendulum import DateTime

    from wgsched.feeds.entries import Entry
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
class Part:
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
class Written(Part):
    """An event as octets, with the zones that its times name."""

    entry: Entry
    modified: DateTime

    @cached_property
    def zones(self) -> frozenset[str]:
        """The TZIDs that it needs."""
        return frozenset(self.component[name].params.get("TZID", "") for name in ("DTSTART", "DTEND")) - {""}


@dataclass(frozen=True)
class Feed:
    """One calendar: ``data`` in iCalendar, ``jcal`` in its JSON form. Both are made of the same events."""

    view: View
    language: Language
    shell: Calendar = field(repr=False)
    zones: tuple[Part, ...] = field(repr=False)
    events: tuple[Written, ...] = field(repr=False)

    @cached_property
    def data(self) -> bytes:
        """The feed in iCalendar, RFC 5545."""
        return b"".join((self.head, *(event.lines for event in self.events), _END))

    @property
    def head(self) -> bytes:
        """What stands before the events."""
        return b"".join((write(self.shell).removesuffix(_END), *(zone.lines for zone in self.zones)))

    @cached_property
    def jcal(self) -> bytes:
        """The feed in jCal, RFC 7265."""
        head = write_jcal(self.shell).removesuffix(b"]]")
        return b"".join((head, b",".join(part.json for part in (*self.zones, *self.events)), b"]]"))

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
    """What the feeds of all languages share: the entries and their times."""

    def __init__(self, programme: Programme, history: History | None = None, options: Options = Options()) -> None:
        self.programme = programme
        self.history = history or NoHistory.of(programme)
        self.options = options
        self._times: dict[str, tuple[vDatetime, vDatetime]] = {}

    @cached_property
    def entries(self) -> tuple[Entry, ...]:
        """Everything that is in any feed of the programme, in order of time."""
        found = self.history.completed(entries(self.programme, self.history.parts))
        return tuple(entry for entry in found if self.options.cancelled or not entry.cancelled)

    @cached_property
    def clocks(self) -> Clocks:
        """How they are timed."""
        timed = (entry.window for entry in self.entries if entry.kind is not Kind.SESSION)
        return Clocks.of(timed, only_utc=self.options.only_utc)

    def times(self, entry: Entry) -> tuple[vDatetime, vDatetime]:
        """Return DTSTART and DTEND of an entry."""
        if entry.uid not in self._times:
            self._times[entry.uid] = self.clocks.moments(entry.window)
        return self._times[entry.uid]

    @cached_property
    def _zones(self) -> dict[str, Part]:
        return {str(zone["TZID"]): Part(zone) for zone in self.clocks.components()}

    def zones(self, names: Iterable[str]) -> tuple[Part, ...]:
        """Return the VTIMEZONEs of these names."""
        chosen = set(names)
        return tuple(zone for name, zone in self._zones.items() if name in chosen)


class Calendars:
    """All feeds of a programme in one language."""

    def __init__(self, frame: Frame, language: Language, writer: Writer | None = None) -> None:
        self._frame = frame
        self._language = language
        self._writer = writer or Writer(frame.programme, lexicon(language, frame.programme.session))
        self._pen = Pen(language, frame.times, frame.options.site)
        self._events: dict[str, Written] = {}

    def feed(self, view: View, *, source: str | None = None) -> Feed:
        """Return one feed; ``source`` is its address when it is not for everybody, and then it names no other."""
        addresses = {} if source else self._addresses(view)
        chosen = shown(self._frame.entries, view, self._frame.programme.session)
        events = tuple(self._written(entry) for entry in chosen)
        shell = new_calendar(
            prodid=PRODID,
            name=self._writer.name(*self._writer.view(view)),
            language=self._language,
            modified=max(event.modified for event in events),
            refresh=REFRESH,
            source=source or addresses.pop(self._language, None),
            color=COLOR,
            translations=addresses,
        )
        zones = self._frame.zones(zone for event in events for zone in event.zones)
        return Feed(view, self._language, shell, zones, events)

    def _addresses(self, view: View) -> dict[Language, str]:
        """Return where the site has a feed, in each language; of a site that nobody names, nothing is known."""
        site, languages = self._frame.options.site, self._frame.options.languages
        return {code: site.feed(code, view.stem) for code in (*languages, self._language)} if site else {}

    def _written(self, entry: Entry) -> Written:
        """Return an entry as an event; it is written when a view first shows it."""
        if entry.uid not in self._events:
            mark = self._frame.history.mark(entry.uid, self._language)
            event = self._pen.event(entry, self._writer.dated(entry, mark), mark)
            self._events[entry.uid] = Written(event, entry, mark.modified)
        return self._events[entry.uid]

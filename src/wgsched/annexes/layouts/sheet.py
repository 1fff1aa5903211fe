"""What every layout needs: a programme in one language, in order of time, and the document around its blocks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import pendulum

from wgsched.annexes.document import Document
from wgsched.annexes.issued import date_of, symbol_of
from wgsched.languages import Lexicon, lexicon, version

if TYPE_CHECKING:
    from pendulum import Date

    from wgsched.annexes.document import Block, Record
    from wgsched.model import AgendaItem, Consideration, Event, Forum, Holiday, Language, Meeting, Programme, Text


@dataclass(frozen=True)
class Sheet:
    """A programme as a layout reads it, with the words of one language."""

    programme: Programme
    words: Lexicon

    @classmethod
    def of(cls, programme: Programme, language: Language, fill: Language | None = None) -> Sheet:
        """Return a programme in a language; ``fill`` is the language whose titles stand in for missing ones."""
        return cls(programme, lexicon(language, programme.session, fill=fill))

    # What there is, in order of time

    @cached_property
    def meetings(self) -> tuple[Meeting, ...]:
        """The meetings that sit and in which something is taken up; of those that open together, forum by forum."""
        forums = [forum.key for forum in self.programme.session.forums]
        found = (meeting for meeting in self.programme.meetings if meeting.sits and self.programme.rows(meeting))
        return tuple(sorted(found, key=lambda m: (m.opens, m.closes, forums.index(m.forum), m.key)))

    @cached_property
    def forums(self) -> tuple[Forum, ...]:
        """The forums that meet, in the order of the session."""
        meeting = {each.forum for each in self.meetings}
        return tuple(forum for forum in self.programme.session.forums if forum.key in meeting)

    @cached_property
    def holidays(self) -> dict[Date, Holiday]:
        """The working days of the session's span on which the duty station is closed."""
        session = self.programme.session
        first, last = min(session.days), max(session.days)
        return {
            holiday.date: holiday
            for holiday in session.place.holidays
            if holiday.firm
            and first <= holiday.date <= last
            and (holiday.date.weekday() < 5 or holiday.date in session.days)
        }

    def events(self, place: str) -> tuple[Event, ...]:
        """Return the events shown in a place, such as ``annex`` or ``grid``."""
        found = (event for event in self.programme.session.events if place in event.shown)
        return tuple(sorted(found, key=lambda event: (event.opens, event.closes, event.key)))

    # In words

    def day(self, day: Date, *, year: bool = False) -> str:
        """Return a date as it heads rows."""
        return self.words.capital(self.words.date(day, year=year))

    def text(self, text: Text, otherwise: str = "") -> str:
        """Return a text in the language; visibly in the one that fills gaps, else as far as there is one."""
        fill = self.words.fill
        if self.words.code not in text and fill is not None and fill in text:
            return self.words.phrase("missing", text=text[fill])
        return version(self.words, text, self.programme.session, otherwise)

    def forum(self, key: str) -> str:
        """Return the short name of a forum, else its title, else its kind."""
        forum = self.programme.session.forum(key)
        return self.text(forum.short or forum.title) or self.words.capital(self.words.phrase(forum.kind.value))

    def room(self, key: str | None) -> str:
        """Return the name of a room; nothing when it is not yet known."""
        titles = {room.key: room.title for room in self.programme.session.services.rooms}
        return self.text(titles[key], key) if key in titles and key else key or ""

    def label(self, row: Consideration) -> str:
        """Return the numbers of the items of a row; of an entry, that of the item to which it belongs."""
        return self.words.labels(dict.fromkeys(self._numbered(item) for item in self.programme.items(row)))

    def _numbered(self, item: AgendaItem) -> AgendaItem:
        agenda = self.programme.session.agenda
        return item if item.number or item.parent not in agenda else agenda[item.parent or ""]

    def title(self, row: Consideration) -> str:
        """Return the titles of the items of a row, with the mark when they go on, and the hours that are promised."""
        titles = "\n".join([self.words.annex_title(item) for item in self.programme.items(row)])
        mark = self.words.phrase("continued") if self.programme.continued(row) else ""
        promised = self.words.hours(row.window) if row.window and self._promised(row) else ""
        hours = self.words.phrase("parenthesis", text=promised) if promised else ""
        return " ".join([part for part in (titles, mark) if part]) + hours

    def _promised(self, row: Consideration) -> bool:
        """Return whether a row has hours of its own to print: a promise, and not the meeting's own hours."""
        return self.programme.firm(row) and row.window != self.programme.meeting(row.meeting).window

    # For programs

    def record(self, row: Consideration) -> Record:
        """Return a row in plain values; hours inside a meeting only where they are a promise."""
        meeting, items = self.programme.meeting(row.meeting), self.programme.items(row)
        firm = self.programme.firm(row)
        return {
            "date": meeting.date.isoformat(),
            "opens": iso(meeting.opens),
            "closes": iso(meeting.closes),
            "kind": "item" if any(item.number for item in items) else "entry",
            "item": "; ".join([str(item.number or "") for item in items]),
            "title": "; ".join([self.words.annex_title(item) for item in items]),
            "continued": self.programme.continued(row),
            "forum": meeting.forum,
            "room": meeting.room or "",
            "meeting": meeting.key,
            "instalment": row.instalment,
            "from": iso(row.opens) if firm and row.opens else "",
            "to": iso(row.closes) if firm and row.closes else "",
        }

    def event_record(self, event: Event) -> Record:
        """Return an event in plain values."""
        return {
            "date": event.opens.date().isoformat(),
            "opens": iso(event.opens),
            "closes": iso(event.closes),
            "kind": "event",
            "title": self.text(event.title, event.key),
            "forum": event.forum or "",
            "room": event.room or "",
        }

    def document(self, title: str, blocks: Iterable[Block], *, landscape: bool = False) -> Document:
        """Return the pages, with the symbol in the footer and the date of issue as their own."""
        session = self.programme.session
        symbol, issued = symbol_of(session, self.words.code), date_of(session, self.words.code)
        return Document(
            title=title,
            language=self.words.code,
            blocks=tuple(blocks),
            author=version(self.words, session.body.title, session),
            subject=version(self.words, session.body.short or session.body.title, session),
            symbol=symbol,
            moment=pendulum.datetime(issued.year, issued.month, issued.day) if issued else None,
            footer=symbol,
            landscape=landscape,
        )


def lacks(text: Text, language: Language, fill: Language | None = None) -> bool:
    """Return whether a text is there neither in a language nor in the one that fills its gaps."""
    return language not in text and (fill is None or fill not in text)


def iso(moment: pendulum.DateTime) -> str:
    """Return a moment in ISO 8601 to the minute, with its offset from UTC."""
    return moment.isoformat(timespec="minutes")


def by_date(*things: Iterable[Meeting | Event]) -> Iterator[tuple[Date, list[Meeting | Event]]]:
    """Yield each date with what happens on it, in order of time."""
    found: dict[Date, list[Meeting | Event]] = {}
    for each in sorted((each for some in things for each in some), key=lambda each: (each.opens, each.closes)):
        found.setdefault(each.opens.date(), []).append(each)
    yield from found.items()

"""What every layout needs: a programme in one language, in order of time, and the document around its blocks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import chain, groupby
from operator import attrgetter

import pendulum
from pendulum import Date

from wgsched.annexes.layouts.not_kept import what_is_not_kept
from wgsched.annexes.pages import Block, Cell, Heading, Pages, Record, Row, Table
from wgsched.languages import Lexicon, lexicon
from wgsched.model import (
    Consideration,
    Event,
    Forum,
    Issue,
    IssueKind,
    Language,
    Meeting,
    Programme,
    Text,
)
from wgsched.model.reading import left_out, sitting


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
        """The meetings that take place; of those that open together, forum by forum."""
        return self.ordered(filter(self.programme.takes_place, self.programme.meetings))

    def ordered(self, meetings: Iterable[Meeting]) -> tuple[Meeting, ...]:
        """Return meetings in order of time; of those that open together, forum by forum.

        One without an hour of its own stands at the hours at which it is estimated to sit.
        """
        forums = [forum.key for forum in self.programme.session.forums]
        every = (self._as_estimated(each) if each.opening else each for each in meetings)
        return tuple(sorted(every, key=lambda m: (m.opens, m.closes, forums.index(m.forum), m.key)))

    def _as_estimated(self, meeting: Meeting) -> Meeting:
        window = sitting(self.programme, meeting)
        return replace(meeting, opens=window.opens, closes=window.closes, reserve=0)

    @cached_property
    def forums(self) -> tuple[Forum, ...]:
        """The forums that meet, in the order of the session."""
        meeting = {each.forum for each in self.meetings}
        return tuple(forum for forum in self.programme.session.forums if forum.key in meeting)

    @property
    def several(self) -> bool:
        """Whether more forums than one meet."""
        return len(self.forums) > 1

    @cached_property
    def holidays(self) -> frozenset[Date]:
        """The working days of the session's span on which the duty station is closed."""
        session = self.programme.session
        closed = {holiday.date for holiday in session.place.holidays if holiday.firm}
        span = (day for day in closed if min(session.days) <= day <= max(session.days))
        return frozenset(day for day in span if day.weekday() < 5 or day in session.days)

    def events(self, place: str) -> tuple[Event, ...]:
        """Return the events shown in a place, such as ``annex`` or ``grid``."""
        shown = (event for event in self.programme.session.events if place in event.shown)
        return tuple(sorted(shown, key=lambda event: (event.opens, event.closes, event.key)))

    @property
    def issue(self) -> Issue | None:
        """As what the session's document was issued last in the language; None when it is still the first."""
        issues = reversed(self.programme.session.issues)
        return next((each for each in issues if self.words.code in each.languages), None)

    @property
    def symbol(self) -> str:
        """The symbol that the document bears in the language, with ``/Rev.1`` or ``/Corr.1``."""
        return self.issue.symbol if self.issue else self.programme.session.symbol

    @property
    def issued(self) -> Date | None:
        """The day of that issue; a document that is issued again as it was meant keeps its own."""
        issue = self.issue
        return issue.date if issue and issue.kind is not IssueKind.REISSUE else self.programme.session.issued

    # In words

    def day(self, day: Date) -> str:
        """Return a date as it heads rows."""
        return self.words.capital(self.words.date(day))

    def hours(self, thing: Meeting | Event) -> str:
        """Return the hours of a meeting or an event; in words where a meeting has no hour of its own."""
        opening = self.words.opening(thing) if isinstance(thing, Meeting) else ""
        return self.words.capital(opening) or self.words.hours(thing.opens, thing.closes)

    def forum(self, key: str) -> str:
        """Return the name of a forum as it begins a cell."""
        forum = self.programme.session.forum(key)
        name = self.words.forum_name(forum)
        return name if forum.short or forum.title else self.words.capital(name)

    def track(self, key: str) -> str:
        """Return the name of a forum as it heads what it takes up, with the printed names of those who chair it."""
        return self.forum(key) + self.chair(key)

    def chair(self, key: str) -> str:
        """Return the printed names of those who chair a forum, in a bracket that follows its name."""
        chair = self.words.chair(self.programme, key)
        return self.words.phrase("parenthesis", text=chair) if chair else ""

    def room(self, key: str | None) -> str:
        """Return the name of a room; nothing when it is not yet known."""
        return self.words.room_title(key) or key or ""

    def label(self, row: Consideration) -> str:
        """Return the numbers of the items of a row; of an entry, that of the item to which it belongs."""
        agenda, items = self.programme.session.agenda, self.programme.items(row)
        numbered = [item if item.number or item.parent not in agenda else agenda[item.parent or ""] for item in items]
        return self.words.labels({item.key: item for item in numbered}.values())

    def title(self, row: Consideration) -> str:
        """Return the titles of the items of a row, with the mark when they go on, and the hours that are promised.

        Hours that are the meeting's own are not printed again.
        """
        titles = "\n".join([self.words.annex_title(item) for item in self.programme.items(row)])
        mark = self.words.phrase("continued") if self.programme.continued(row) else ""
        promised = self.programme.firm(row) and row.window != self.programme.meeting(row.meeting).window
        hours = self.words.hours(row.window) if row.window and promised else ""
        title = marked(titles, mark) + (self.words.phrase("parenthesis", text=hours) if hours else "")
        return "\n".join((title, *self.words.people(self.programme, row)))

    # For programs

    def record_hours(self, thing: Meeting | Event) -> Record:
        """Return when something opens and closes, or in words when a meeting does that has no hour of its own."""
        if isinstance(thing, Meeting) and thing.opening:
            return {"opens": "", "closes": "", "hours": self.hours(thing)}
        return {"opens": iso(thing.opens), "closes": iso(thing.closes)}

    def record(self, row: Consideration) -> Record:
        """Return a row in plain values; hours inside a meeting only where they are a promise."""
        meeting, items = self.programme.meeting(row.meeting), self.programme.items(row)
        firm = self.programme.firm(row)
        return {
            "date": meeting.date.isoformat(),
            **self.record_hours(meeting),
            "kind": "item" if any(map(attrgetter("number"), items)) else "entry",
            "item": "; ".join([str(item.number or "") for item in items]),
            "title": "; ".join([self.words.annex_title(item) for item in items]),
            "continued": self.programme.continued(row),
            "forum": meeting.forum,
            "room": meeting.room or "",
            "meeting": meeting.key,
            "instalment": row.instalment,
            "from": iso(row.opens) if firm and row.opens else "",
            "to": iso(row.closes) if firm and row.closes else "",
            **({"people": "; ".join(people)} if (people := tuple(self.words.people(self.programme, row))) else {}),
        }

    def meeting_record(self, meeting: Meeting, title: str) -> Record:
        """Return a meeting without rows in plain values."""
        return {
            "date": meeting.date.isoformat(),
            **self.record_hours(meeting),
            "kind": "meeting",
            "title": title,
            "forum": meeting.forum,
            "room": meeting.room or "",
            "meeting": meeting.key,
        }

    def event_record(self, event: Event) -> Record:
        """Return an event in plain values."""
        return {
            "date": event.opens.date().isoformat(),
            "opens": iso(event.opens),
            "closes": iso(event.closes),
            "kind": "event",
            "title": self.words.text(event.title, event.key),
            "forum": event.forum or "",
            "room": event.room or "",
        }

    # Pages

    def left_out(self) -> tuple[Block, ...]:
        """Return the items that are left out, under a heading, each with the reason; nothing where there are none."""
        rows = tuple(self._left_out())
        if not rows:
            return ()
        header = self.header(("column-item", "column-title"))
        return Heading(self.words.phrase("not-included"), 3), Table(header=header, rows=rows, widths=(18, 92))

    def _left_out(self) -> Iterator[Row]:
        for item, sentence in left_out(self.programme):
            title, reason = self.words.annex_title(item), self.words.say(sentence, self.programme.session)
            record = {"kind": "left-out", "item": str(item.number or ""), "key": item.key, "title": title}
            cells = Cell(self.words.label(item)), Cell("\n".join((title, reason)))
            yield Row(cells, record={**record, "reason": reason})

    def header(self, columns: Iterable[str]) -> tuple[Row]:
        """Return the header of a table, whose columns are named by phrases."""
        return (Row(tuple(Cell(self.words.phrase(column)) for column in columns)),)

    def one_table(self, name: str, table: Table, *after: Block, landscape: bool = False) -> Pages:
        """Return pages with one table, the phrase that heads them, and what stands after the table."""
        title = self.words.phrase(name)
        return self.pages(title, (Heading(title), table, *after), landscape=landscape)

    def pages(self, title: str, blocks: Iterable[Block], *, landscape: bool = False) -> Pages:
        """Return the pages, with the symbol at the head of each and the date of issue as their own.

        Those of a nearest programme begin with what it does not keep.
        """
        body, issued = self.programme.session.body, self.issued
        return Pages(
            title=title,
            language=self.words.code,
            blocks=(*what_is_not_kept(self.programme, self.words), *blocks),
            author=self.words.version(body.title),
            subject=self.words.version(body.short or body.title),
            symbol=self.symbol,
            moment=pendulum.datetime(issued.year, issued.month, issued.day) if issued else None,
            header=self.symbol,
            landscape=landscape,
            style=self.programme.session.style,
        )


def marked(words: str, mark: str) -> str:
    """Return words with a mark behind them; a full-width bracket brings its own space."""
    return f"{words}{mark}" if mark.startswith("（") else " ".join(filter(None, (words, mark)))


def lacks(text: Text, language: Language, fill: Language | None = None) -> bool:
    """Return whether a text is there neither in a language nor in the one that fills its gaps."""
    return language not in text and (fill is None or fill not in text)


def iso(moment: pendulum.DateTime) -> str:
    """Return a moment in ISO 8601 to the minute, with its offset from UTC."""
    return moment.isoformat(timespec="minutes")


def opening_iso(thing: Meeting | Event) -> str:
    """Return when something opens in ISO 8601; only the day of a meeting without an hour of its own."""
    return thing.date.isoformat() if isinstance(thing, Meeting) and thing.opening else iso(thing.opens)


def by_date(*things: Iterable[Meeting | Event]) -> dict[Date, list[Meeting | Event]]:
    """Return what happens on each date, in order of time."""
    dates: dict[Date, list[Meeting | Event]] = {}
    for each in sorted(chain(*things), key=lambda each: (each.opens, each.closes)):
        dates.setdefault(each.opens.date(), []).append(each)
    return dates


def by_hours(things: Iterable[Meeting | Event]) -> Iterator[list[Meeting | Event]]:
    """Yield what opens and closes together, or upon the same."""
    yield from (list(together) for _, together in groupby(things, key=_opening))


def _opening(thing: Meeting | Event) -> object:
    if isinstance(thing, Meeting) and thing.opening:
        return thing.opening
    return thing.opens, thing.closes

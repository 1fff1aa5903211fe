"""What an entry says in a language: its summary, where it is, its description."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, replace

from pendulum import DateTime

from wgsched.feeds.entries import Entry, Subject
from wgsched.feeds.history import EntryMark
from wgsched.feeds.identity import Kind
from wgsched.feeds.views import FORUM, ITEM, ROOM, TEAM, View
from wgsched.feeds.wording import Wording
from wgsched.languages import Lexicon
from wgsched.model import Programme, ServiceBasis


@dataclass(frozen=True)
class Words:
    """The texts of an entry in one language. ``lines`` are its description.

    ``brief`` is what a timetable has room for: the labels of what a meeting takes up, or the title of an event.
    ``rows`` are what is taken up, and ``notes`` on what footing and under which documents; both are among the lines.
    ``channels`` are the languages in which it is heard: their codes, their names, their addresses.
    """

    summary: str
    brief: str
    room: str
    location: str
    rows: tuple[str, ...]
    notes: tuple[str, ...]
    lines: tuple[str, ...]
    categories: tuple[str, ...] = ()
    channels: tuple[tuple[str, str, str], ...] = ()

    @property
    def description(self) -> str:
        """The lines as one text."""
        return "\n".join(self.lines)

    def digest(self, *shared: object) -> str:
        """Return a short fingerprint of the texts and of what else an entry shows."""
        written = repr((self.summary, self.location, self.lines, self.categories, *self.channels, *shared))
        return hashlib.sha256(written.encode()).hexdigest()[:16]


class EntryWriter(Wording):
    """Writes the texts of a programme's entries in one language."""

    def __init__(self, programme: Programme, lexicon: Lexicon) -> None:
        super().__init__(programme, lexicon)
        self._words: dict[str, Words] = {}

    def words(self, entry: Entry) -> Words:
        """Return the texts of an entry as they are by themselves, without what changed and when."""
        if entry.uid not in self._words:
            self._words[entry.uid] = self._write(entry)
        return self._words[entry.uid]

    def _write(self, entry: Entry) -> Words:
        brief, room = self._brief(entry), self.room(entry.room)
        summary = self._opened(entry, self._summary(entry, brief))
        rows = tuple([self._row(entry, subject) for subject in entry.subjects])
        notes = self._notes(entry)
        return Words(
            summary=self.lexicon.phrase("feed-cancelled", summary=summary) if entry.cancelled else summary,
            brief=brief,
            room=room,
            location=self.place if entry.kind is Kind.SESSION else self.listed(room, self.place),
            rows=rows,
            notes=notes,
            lines=(*self._about(entry, rows, notes), self.standing),
            categories=self._categories(entry),
            channels=tuple(self._channels(entry)),
        )

    def _opened(self, entry: Entry, summary: str) -> str:
        """Return a summary that begins with the words that stand for its hour, where it has none."""
        if not entry.estimated:
            return summary
        return self.lexicon.phrase("feed-opens", opening=self.lexicon.capital(self.when(entry)), summary=summary)

    def _summary(self, entry: Entry, brief: str) -> str:
        """Return what an entry is about, whether it is cancelled or not."""
        if entry.event:
            return brief
        session = entry.programme.session
        named = len(session.forums) > 1 and entry.forum and entry.forum != session.forums[0].key
        body = self.name(self.lexicon.forum_name(session.forum(entry.forum))) if named and entry.forum else self.body
        if entry.kind is Kind.SESSION or not entry.rows:
            return body
        return self.lexicon.phrase("feed-summary", body=body, items=brief)

    def _brief(self, entry: Entry) -> str:
        if entry.event:
            return self.lexicon.text(entry.event.title, entry.event.key)
        return self.series([self._label(entry, subject) for subject in entry.subjects])

    def _label(self, entry: Entry, subject: Subject) -> str:
        """Return the label of a row, or its title where it has no number."""
        session, label = entry.programme.session, self.lexicon.label
        titles = [label(item) or self.lexicon.annex_title(item, session) for item in subject.items]
        return self._marked(subject, self.lexicon.enumerate(titles))

    def _row(self, entry: Entry, subject: Subject) -> str:
        """Return what is taken up in a row: its items, whether they are continued, and hours that are a promise."""
        return self._once(("row", id(entry.programme), subject.row), lambda: self._worded(entry, subject))

    def _worded(self, entry: Entry, subject: Subject) -> str:
        titles = [self.titled(item, entry.programme.session) for item in subject.items]
        items = self._marked(subject, self.lexicon.enumerate(titles))
        if subject.promised:
            items = self.lexicon.phrase("feed-firm", hours=self.span(subject.promised), item=items)
        if not entry.programme.session.participants:
            return items
        people = self.lexicon.people(entry.programme, subject.row)
        return "".join((items, *[self.lexicon.phrase("parenthesis", text=each) for each in people]))

    def chair(self, entry: Entry) -> str:
        """Return the printed names of those who chair all that the forum of a meeting takes up."""
        return self.lexicon.chair(entry.programme, entry.meeting.forum) if entry.meeting else ""

    def _marked(self, subject: Subject, items: str) -> str:
        return self.lexicon.phrase("feed-continued", item=items) if subject.continued else items

    def _notes(self, entry: Entry) -> tuple[str, ...]:
        if entry.meeting is None or entry.cancelled:
            return ()
        documents = self.series(entry.documents)
        return (
            self.interpretation(entry.meeting),
            *([self.lexicon.phrase("feed-documents", documents=documents)] if documents else []),
        )

    def _about(self, entry: Entry, rows: tuple[str, ...], notes: tuple[str, ...]) -> tuple[str, ...]:
        if entry.meeting:
            chair = self.chair(entry)
            return (self.sitting(entry.meeting), *([chair] if chair else []), *rows, *self._reminder(entry), *notes)
        return (self.hours(entry.window) if entry.event else self.lexicon.text(self.programme.session.body.title),)

    def _reminder(self, entry: Entry) -> tuple[str, ...]:
        """Return that items may be taken up at another time, unless all their hours are a promise."""
        if entry.cancelled or (entry.rows and all(subject.promised for subject in entry.subjects)):
            return ()
        return (self.lexicon.phrase("feed-earlier-or-later" if entry.rows else "feed-no-items"),)

    def _categories(self, entry: Entry) -> tuple[str, ...]:
        if entry.event:
            return ()
        session = entry.programme.session
        body = self._once(("body", id(session)), lambda: self.lexicon.text(session.body.short or session.body.title))
        if entry.forum and len(session.forums) > 1:
            return (body, self.lexicon.forum_name(session.forum(entry.forum)))
        return (body,)

    def _channels(self, entry: Entry) -> Iterator[tuple[str, str, str]]:
        """Yield where each language of a meeting is heard; a cancelled one is heard nowhere."""
        if entry.meeting and not entry.cancelled and entry.meeting.basis is not ServiceBasis.WITHOUT:
            for language, address in entry.programme.session.forum(entry.meeting.forum).channels:
                if language in entry.meeting.languages:
                    yield language, self.lexicon.language_name(language), address

    def dated(self, entry: Entry, mark: EntryMark) -> Words:
        """Return the texts of an entry; before them what a publication changed, and at their end when that was."""
        words = self.words(entry)
        last = self._once(("standing", mark.modified, mark.new), lambda: self._standing(mark.modified, new=mark.new))
        return replace(words, lines=(*mark.changes, *words.lines[:-1], last))

    def _standing(self, modified: DateTime, *, new: bool) -> str:
        """Return how far the programme has come, when an entry last changed, and whether it never did."""
        day = modified.in_timezone(self.programme.session.zone).date()
        updated = self.lexicon.phrase("feed-updated", date=self.lexicon.date(day, weekday=False, year=True))
        tail = [self.standing, updated, *([self.lexicon.phrase("feed-no-changes")] if new else [])]
        return self.lexicon.phrase("feed-sentences").join(tail)

    def view(self, view: View) -> tuple[str, ...]:
        """Return what the name of a view's calendar says beyond the body's name."""
        session = self.programme.session
        if view.kind == FORUM:
            return (
                next((self.lexicon.forum_name(forum) for forum in session.forums if forum.key == view.key), view.key),
            )
        if view.kind == ROOM:
            return (self.room(view.key),)
        if view.kind == TEAM:
            return (self.lexicon.phrase("feed-team", team=view.key),)
        if view.kind == ITEM and view.key in session.agenda:
            return (self.titled(session.agenda[view.key], session),)
        return ()

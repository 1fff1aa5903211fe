"""What an entry says in a language: its summary, where it is, its description."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from wgsched.feeds.identity import Kind
from wgsched.feeds.views import FORUM, ITEM, ROOM, TEAM
from wgsched.feeds.wording import Wording, running
from wgsched.languages import standing
from wgsched.model import ServiceBasis

if TYPE_CHECKING:
    from wgsched.feeds.entries import Entry
    from wgsched.feeds.identity import Change, Mark
    from wgsched.feeds.views import View
    from wgsched.languages import Lexicon
    from wgsched.model import Agenda, AgendaItem, Consideration, Programme


_MEANT = {Kind.MEETING: "meeting", Kind.ITEM: "item"}
"""How phrases on what became of an entry are named; all else is called an event."""


@dataclass(frozen=True)
class Words:
    """The texts of an entry in one language. ``description`` is in lines.

    ``channels`` are the languages in which it is heard: their codes, their names, their addresses.
    """

    summary: str
    location: str
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


class Writer(Wording):
    """Writes the texts of a programme's entries in one language."""

    def __init__(self, programme: Programme, lexicon: Lexicon) -> None:
        super().__init__(programme, lexicon)
        self._words: dict[str, Words] = {}
        self._continued: dict[tuple[int, Consideration], bool] = {}

    def words(self, entry: Entry) -> Words:
        """Return the texts of an entry as they are by themselves, without what changed and when."""
        if entry.uid not in self._words:
            self._words[entry.uid] = self._written(entry)
        return self._words[entry.uid]

    def _written(self, entry: Entry) -> Words:
        summary = self.summary(entry)
        if entry.cancelled:
            summary = self._lexicon.phrase("feed-cancelled", summary=summary)
        lines = (*self._about(entry), self.standing())
        return Words(summary, self.location(entry), lines, self._categories(entry), tuple(self._channels(entry)))

    def dated(self, entry: Entry, mark: Mark) -> Words:
        """Return the texts of an entry; before them what a publication changed, and at their end when that was."""
        words = self.words(entry)
        moment = mark.modified.in_timezone(self._programme.session.zone)
        updated = self._lexicon.phrase("feed-updated", date=self._lexicon.date(moment.date(), weekday=False, year=True))
        tail = [words.lines[-1], updated, *([self._lexicon.phrase("feed-no-changes")] if mark.new else [])]
        last = self._lexicon.phrase("feed-sentences").join(tail)
        return replace(words, lines=(*self.changes(entry, mark.change), *words.lines[:-1], last))

    def changes(self, entry: Entry, change: Change) -> Iterator[str]:
        """Yield what a publication changed about an entry, a sentence each."""
        say = self._lexicon.phrase
        meant = _MEANT.get(entry.kind, "event")
        if change.cancelled:
            yield say("feed-meeting-cancelled" if meant == "item" else f"feed-{meant}-cancelled")
        if change.left_out:
            yield say("feed-item-left-out")
        if change.restored:
            yield say(f"feed-{meant}-restored")
        if change.moved_from:
            yield _stopped(say("feed-moved", moment=self._moment(change.moved_from)))
        if change.room_changed:
            yield say("feed-room-changed", room=self.room(change.room_from))
        if change.items:
            yield say("feed-items-changed")

    def summary(self, entry: Entry) -> str:
        """Return what an entry is about, whether it is cancelled or not."""
        say = self._lexicon.phrase
        if entry.event:
            return self.text(entry.event.title) or entry.event.key
        body = self.name(*self._forum(entry))
        if entry.kind is Kind.SESSION or not entry.rows:
            return body
        labels = [self._marked(entry, row, self._short(entry, row)) for row in entry.rows]
        return say("feed-summary", body=body, items=self._series(labels))

    def _forum(self, entry: Entry) -> list[str]:
        session = entry.programme.session
        if len(session.forums) < 2 or entry.forum is None or entry.forum == session.forums[0].key:
            return []
        forum = session.forum(entry.forum)
        return [self.forum_name(forum)]

    def _short(self, entry: Entry, row: Consideration) -> str:
        """Return the label of a row, or its title where it has no number."""
        items = entry.programme.items(row)
        session = entry.programme.session
        titles = [self._lexicon.label(item) or self._lexicon.annex_title(item, session) for item in items]
        return self._lexicon.enumerate(titles)

    def _marked(self, entry: Entry, row: Consideration, written: str) -> str:
        key = (id(entry.programme), row)
        if key not in self._continued:
            self._continued[key] = entry.programme.continued(row)
        return self._lexicon.phrase("feed-continued", item=written) if self._continued[key] else written

    def location(self, entry: Entry) -> str:
        """Return where an entry is: its room, or that it is not announced yet, and the place."""
        if entry.kind is Kind.SESSION:
            return self.text(self._programme.session.place.title)
        return self.listed(self.room(entry.room), self.text(self._programme.session.place.title))

    def _about(self, entry: Entry) -> Iterator[str]:
        if entry.meeting:
            yield self.listed(self.number(entry.meeting), self.hours(entry.meeting.window))
            yield from (self.row(entry, row) for row in entry.rows)
            if not entry.cancelled:
                yield self._lexicon.phrase("feed-earlier-or-later" if entry.rows else "feed-no-items")
                yield self.interpretation(entry.meeting)
                yield from self.documents(entry)
        elif entry.event:
            yield self.hours(entry.window)
        else:
            yield self.text(self._programme.session.body.title)

    def row(self, entry: Entry, row: Consideration) -> str:
        """Return what is taken up in a row: its items, whether they are continued, and hours that are a promise."""
        return self._once(("row", id(entry.programme), row), lambda: self._row(entry, row))

    def _row(self, entry: Entry, row: Consideration) -> str:
        session = entry.programme.session
        items = [self.titled(item, session) for item in entry.programme.items(row)]
        written = self._marked(entry, row, self._lexicon.enumerate(items))
        if entry.programme.firm(row) and row.window:
            return self._lexicon.phrase("feed-firm", hours=self.span(row.window), item=written)
        return written

    def documents(self, entry: Entry) -> Iterator[str]:
        """Yield one line of the documents under the items of an entry and those above them, if there are any."""
        agenda = entry.programme.session.agenda
        above = {key for item in entry.items for key in _lineage(agenda, item)}
        symbols = [each.symbol for each in entry.programme.session.documents if above & set(each.items)]
        if symbols:
            yield self._lexicon.phrase("feed-documents", documents=self._series(symbols))

    def standing(self) -> str:
        """Return how far the programme has come on its way to adoption."""
        return running(standing(self._lexicon, self._programme))

    def _categories(self, entry: Entry) -> tuple[str, ...]:
        if entry.event:
            return ()
        session = entry.programme.session
        forum = session.forum(entry.forum) if entry.forum and len(session.forums) > 1 else None
        body = self.text(session.body.short or session.body.title)
        return (body, *([self.forum_name(forum)] if forum else []))

    def _channels(self, entry: Entry) -> Iterator[tuple[str, str, str]]:
        """Yield where each language of a meeting is heard; a cancelled one is heard nowhere."""
        if entry.meeting and not entry.cancelled and entry.meeting.basis is not ServiceBasis.WITHOUT:
            for language, address in entry.programme.session.forum(entry.meeting.forum).channels:
                if language in entry.meeting.languages:
                    yield language, self._lexicon.language_name(language), address

    def view(self, view: View) -> tuple[str, ...]:
        """Return what the name of a view's calendar says beyond the body's name."""
        session = self._programme.session
        if view.kind == FORUM:
            found = [forum for forum in session.forums if forum.key == view.key]
            return (self.forum_name(found[0]) if found else view.key,)
        if view.kind == ROOM:
            return (self.room(view.key),)
        if view.kind == TEAM:
            return (self._lexicon.phrase("feed-team", team=view.key),)
        if view.kind == ITEM and view.key in session.agenda:
            return (self.titled(session.agenda[view.key], session),)
        return ()


def _stopped(sentence: str) -> str:
    """Return a sentence with one full stop, also where its last word ends with one (10 a.m.)."""
    return sentence[:-1] if sentence.endswith("..") else sentence


def _lineage(agenda: Agenda, item: AgendaItem) -> Iterator[str]:
    """Yield the keys of an item and of all above it."""
    above: AgendaItem | None = item
    while above is not None:
        yield above.key
        above = agenda[above.parent] if above.parent else None

"""The programme as cards on a page: days, hours, and what is held then."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from wgsched.feeds.entries import Entry
from wgsched.feeds.identity import Kind, plain
from wgsched.feeds.views import FORUM, View
from wgsched.model.reading import speakers
from wgsched.publishing.edition import Version

MOMENT = "YYYY-MM-DDTHH:mmZ"


@dataclass(frozen=True)
class CardRow:
    """A row on a card: its text, and the item that it leads to."""

    text: str
    key: str
    page: str


@dataclass(frozen=True)
class Card:
    """A meeting or an event. ``items`` are the keys of its items and of all above them, ``people`` those of who is
    named on it, for filtering.

    ``brief`` is what a timetable has room for: the numbers of its items, else its title. ``known_room`` says whether
    ``where`` names a room. ``chair`` says who
    chairs its forum. ``choice`` is the forum that a reader can choose where nothing is known of the items.
    """

    anchor: str
    title: str
    brief: str
    where: str
    known_room: bool
    lines: tuple[CardRow, ...]
    chair: str
    notes: tuple[str, ...]
    changes: tuple[str, ...]
    cancelled: bool
    is_event: bool
    forum: str
    items: tuple[str, ...]
    languages: tuple[str, ...]
    people: tuple[str, ...]
    choice: CardRow | None = None


@dataclass(frozen=True)
class HourOfCards:
    """What is held at the same hours. ``opens`` is as it is told; ``begins`` and ``ends`` are moments for scripts."""

    text: str
    opens: str
    begins: str
    ends: str
    estimated: bool
    cards: tuple[Card, ...]


@dataclass(frozen=True)
class DayOfCards:
    """A day with its hours in order."""

    date: str
    text: str
    hours: tuple[HourOfCards, ...]


def days(version: Version) -> list[DayOfCards]:
    """Return the days on which something is or was to be held."""
    zone, words = version.edition.programme.session.zone, version.lexicon
    dated = groupby(version.edition.held, key=lambda entry: entry.window.opens.in_timezone(zone).date())
    return [
        DayOfCards(
            date.isoformat(),
            words.capital(words.date(date)),
            tuple([_hour(version, list(entries)) for _, entries in groupby(of_day, key=_opening)]),
        )
        for date, of_day in dated
    ]


def _opening(entry: Entry) -> object:
    """Return what those entries share that stand under one hour."""
    return entry.meeting.opening if entry.meeting and entry.estimated else entry.place[:2]


def changed_cards(version: Version) -> Iterator[str]:
    """Yield when each meeting or event is that this publication changes, what it is, and what changes about it."""
    for entry in version.edition.held:
        for sentence in version.said_about.get(entry.uid, ()):
            shown = card(version, entry)
            opens = entry.window.opens.in_timezone(version.edition.programme.session.zone)
            when = version.writer.listed(version.lexicon.date(opens.date()), version.writer.when(entry))
            yield f"{when}: {version.writer.listed(shown.title, shown.where)}. {sentence}"


def _hour(version: Version, held: list[Entry]) -> HourOfCards:
    first, zone = held[0], version.edition.programme.session.zone
    opens, closes = (each.in_timezone(zone) for each in (first.window.opens, first.window.closes))
    text, moment = version.writer.when(first), opens.format(MOMENT)
    return HourOfCards(
        text=version.lexicon.capital(text) if first.estimated else text,
        opens=opens.to_date_string() if first.estimated else moment,
        begins=moment,
        ends=closes.format(MOMENT),
        estimated=first.estimated,
        cards=tuple([card(version, entry) for entry in held]),
    )


def card(version: Version, entry: Entry) -> Card:
    """Return an entry as a card."""
    words, title, feeds = version.writer.words(entry), _title(version, entry), forum_to_choose(entry)
    return Card(
        anchor=entry.anchor,
        title=words.summary if entry.event else title,
        brief=words.brief or title,
        where=words.room,
        known_room=entry.room is not None,
        lines=tuple(_rows(version, entry, words.rows)),
        chair=version.writer.chair(entry),
        notes=_notes(version, entry, words.notes),
        changes=version.changes(entry),
        cancelled=entry.cancelled,
        is_event=entry.kind is Kind.EVENT,
        forum=plain(entry.forum or ""),
        items=(*entry.names_above, *feeds),
        languages=entry.meeting.languages if entry.meeting else (),
        people=_people(entry),
        choice=_choice(version, entry, feeds),
    )


def forum_to_choose(entry: Entry) -> tuple[str, ...]:
    """Return the name of the feed of a forum whose meeting takes up nothing that is known, as what can be chosen."""
    if entry.kind is not Kind.MEETING or entry.rows or not entry.forum or len(entry.programme.session.forums) < 2:
        return ()
    return (View(FORUM, entry.forum).stem,)


def _people(entry: Entry) -> tuple[str, ...]:
    """Return who is named on a card, each once."""
    if not entry.programme.session.participants:
        return ()
    return tuple(dict.fromkeys(plain(who.key) for row in entry.rows for who in speakers(entry.programme, row)))


def _notes(version: Version, entry: Entry, notes: tuple[str, ...]) -> tuple[str, ...]:
    """Return what stands below a card; nothing on interpretation, where no meeting has it."""
    if not entry.meeting or version.edition.interpreted:
        return notes
    without = version.writer.interpretation(entry.meeting)
    return tuple(note for note in notes if note != without)


def _choice(version: Version, entry: Entry, feeds: tuple[str, ...]) -> CardRow | None:
    for key in feeds:
        return CardRow(version.lexicon.forum_name(entry.programme.session.forum(entry.forum or "")), key, "")
    return None


def _title(version: Version, entry: Entry) -> str:
    """Return the forum of a meeting, where there are several, and its number."""
    session, writer = entry.programme.session, version.writer
    named = entry.forum and len(session.forums) > 1
    forum = version.lexicon.forum_name(session.forum(entry.forum)) if named and entry.forum else ""
    return writer.listed(forum, writer.number(entry.meeting) if entry.meeting else "")


def _rows(version: Version, entry: Entry, texts: tuple[str, ...]) -> list[CardRow]:
    views = version.edition.items
    keys = [subject.items[0].key for subject in entry.subjects]
    pages = [f"items/{views[key].page}.html" if key in views else "" for key in keys]
    return [CardRow(text, plain(key), page) for text, key, page in zip(texts, keys, pages, strict=True)]

"""Other titles, names, documents and dates, as far as delegates see them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from wgsched.checking.comparison import Change, ChangeKind, SubjectKey
from wgsched.model import SIX, Agenda, AgendaItem, Language, Programme, Sentence, Session, Text


def texts_changed(before: Programme, after: Programme) -> Iterator[Change]:
    """Yield the titles, the documents, the names and the dates that changed."""
    same = dict(_same_items(before.session.agenda, after.session.agenda))
    for item in after.session.agenda:
        if old := same.get(item.key):
            yield from _item(after, old, item)
            yield from _documents(before, after, old, item)
    yield from _renumbered(after, same)
    yield from _names(before.session, after.session)
    yield from _rooms(before.session, after)
    if before.session.span != after.session.span:
        yield Change(ChangeKind.MOVED, ("session", ""), Sentence("session-dates", days=after.session.span))


def _same_items(before: Agenda, after: Agenda) -> Iterator[tuple[str, AgendaItem]]:
    """Yield the key of each item with the item that it was: the one that had its parts, else the one with its key."""
    had = {part.key: part.items[0] for part in before.instalments}
    known = {part.items[0]: had[part.key] for part in reversed(after.instalments) if part.key in had}
    old = {item.key: item for item in before}
    for item in after:
        was = known.get(item.key) or (item.key if item.key not in known.values() else None)
        if was in old:
            yield item.key, old[was]


def _renumbered(after: Programme, same: Mapping[str, AgendaItem]) -> Iterator[Change]:
    """Yield one line for all items that have other numbers."""
    agenda = after.session.agenda
    pairs = [(old, agenda[key]) for key, old in same.items() if str(old.number) != str(agenda[key].number)]
    if pairs:
        was, now = (tuple(items) for items in zip(*pairs, strict=True))
        touched = frozenset().union(*(_readers(after, item) for item in now))
        sentence = Sentence("items-renumbered", was=was, now=now)
        yield Change(ChangeKind.RENUMBERED, ("session", "items"), sentence, touched)


def _item(after: Programme, old: AgendaItem, item: AgendaItem) -> Iterator[Change]:
    seen = _seen(old.title, item.title, after.session) if old.role is item.role else None
    if seen is None or seen:
        about = ("item", item.key)
        if item.number:
            sentence = Sentence("item-renamed", item=item, title=item)
        else:
            sentence = Sentence("renamed", was=old.title, now=item.title)
        yield Change(ChangeKind.RENAMED, about, sentence, _readers(after, item), seen)


def _documents(before: Programme, after: Programme, was: AgendaItem, item: AgendaItem) -> Iterator[Change]:
    old = [each.symbol for each in before.session.documents if was.key in each.items]
    new = [each.symbol for each in after.session.documents if item.key in each.items]
    added, removed = tuple(each for each in new if each not in old), tuple(each for each in old if each not in new)
    for code, symbols in (("documents-added", added), ("documents-removed", removed)):
        if symbols:
            sentence = Sentence(code, item=item, documents=symbols)
            yield Change(ChangeKind.DOCUMENTS, ("item", item.key), sentence, _readers(after, item))


def _readers(programme: Programme, item: AgendaItem) -> frozenset[SubjectKey]:
    """Return the meetings that take up an item or what is below it, and those instalments."""
    rows = programme.of(item)
    return frozenset((*(("meeting", row.meeting) for row in rows), *(("item", row.instalment) for row in rows)))


def _names(before: Session, after: Session) -> Iterator[Change]:
    old, new = before.body.short or before.body.title, after.body.short or after.body.title
    yield from _renamed(("session", ""), old, new, after)
    forums = {forum.key: forum for forum in before.forums}
    for forum in after.forums:
        if forum.key in forums:
            was, now = (each.short or each.title for each in (forums[forum.key], forum))
            yield from _renamed(("forum", forum.key), was, now, after)
    events = {event.key: event for event in before.events if event.shown}
    for event in after.events:
        if event.key in events and event.shown:
            yield from _renamed(("event", event.key), events[event.key].title, event.title, after)


def _rooms(before: Session, after: Programme) -> Iterator[Change]:
    rooms = {room.key: room for room in before.services.rooms}
    for room in after.session.services.rooms:
        if room.key in rooms:
            here = [("meeting", meeting.key) for meeting in after.meetings if meeting.room == room.key]
            yield from _renamed(("room", room.key), rooms[room.key].title, room.title, after.session, here)


def _renamed(
    about: SubjectKey, was: Text, now: Text, session: Session, touched: Iterable[SubjectKey] = ()
) -> Iterator[Change]:
    if was and now and (seen := _seen(was, now, session)):
        yield Change(ChangeKind.RENAMED, about, Sentence("renamed", was=was, now=now), frozenset(touched), seen)


def _seen(was: Text, now: Text, session: Session) -> frozenset[Language]:
    """Return the languages in which a text is another than it was."""
    languages = dict.fromkeys((*SIX, *session.languages))
    return frozenset(
        code for code in languages if was.best(code, session.original, "en") != now.best(code, session.original, "en")
    )

"""Documents, what annotations cite, events, participants."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pendulum import Date

from wgsched.files.building.context import Context, is_item
from wgsched.files.building.services import tell_strange_features
from wgsched.files.grammar.words import checked_zone
from wgsched.files.nodes import Path
from wgsched.files.shape import SessionShape
from wgsched.files.shape.base import languages as languages_of
from wgsched.files.shape.papers import DocumentShape
from wgsched.model import Agenda, Document, Event, Forum, Language, Participant, Text, Window


def documents_of(
    shape: SessionShape, agenda: Agenda, languages: tuple[Language, ...], context: Context
) -> tuple[Document, ...]:
    """Return the documents, in the order of the file."""
    return tuple(_document(symbol, given, agenda, languages, context) for symbol, given in shape.documents.items())


def _document(
    symbol: str, given: DocumentShape, agenda: Agenda, languages: tuple[Language, ...], context: Context
) -> Document:
    path: Path = ("documents", symbol)
    items = (context.item((*path, "item"), name, agenda) for name in given.item)
    return Document(
        symbol,
        given.title,
        tuple(key for key in items if key),
        _issued(path, given, languages, context),
        context.date((*path, "submitted"), given.submitted),
        given.planned,
        given.in_session,
    )


def _issued(
    path: Path, given: DocumentShape, languages: tuple[Language, ...], context: Context
) -> tuple[tuple[Language, Date], ...]:
    days: dict[Language, Date] = {}
    for key, written in given.issued.items():
        day = context.date((*path, "issued", key) if key else (*path, "issued"), written)
        names = (
            languages
            if key == ""
            else languages_of((part.strip() for part in key.split(",")), (*path, "issued", key), context.faults)
        )
        days.update({language: day for language in names if day})
    order = {language: place for place, language in enumerate(languages)}
    return tuple(sorted(days.items(), key=lambda pair: (order.get(pair[0], len(order)), pair[0])))


def cited(shape: SessionShape, context: Context) -> None:
    """Tell which annotations cite a mandate or a recommendation that is not there."""
    for block, _, given in shape.blocks():
        for place, each in enumerate(given.annotations):
            path: Path = (*block, "annotations", place)
            for what, name, known in (
                ("mandate", each.mandate, shape.mandates),
                ("recommendation", each.recommendation, shape.recommendations),
            ):
                context.faults.strangers((*path, what), what, () if name is None else (name,), known)


def events_of(shape: SessionShape, forums: tuple[Forum, ...], context: Context) -> tuple[Event, ...]:
    """Return the events, in order of time."""
    events = []
    known = [forum.key for forum in forums]
    for key, given in shape.events.items():
        path: Path = ("events", key)
        context.faults.strangers((*path, "forum"), "forum", () if given.forum is None else (given.forum,), known)
        if not given.at:
            context.faults.at(path, "the key 'at' is missing", "Expected for example at: 14 May 13:15-14:45.", key=True)
            continue
        stretch = context.stretch((*path, "at"), given.at)
        if stretch is None:
            continue
        if stretch.exact:
            context.faults.at((*path, "at"), f"{given.at!r} has no end", "Expected for example 14 May 13:15-14:45.")
            continue
        shown = frozenset(given.in_)
        events.append(Event(key, given.title, stretch.opens, stretch.closes, given.room, given.forum, shown))
    return tuple(sorted(events, key=lambda event: (event.opens, event.key)))


def participants_of(shape: SessionShape, agenda: Agenda, context: Context) -> tuple[Participant, ...]:
    """Return those without whom some items are not taken up."""
    participants = []
    for key, given in shape.participants.items():
        path: Path = ("participants", key)
        chaired, tracks = _chaired((*path, "chairs"), given.chairs, shape, agenda, context)
        items, chairs, attends = (
            tuple(filter(None, (context.item((*path, key), name, agenda) for name in names)))
            for key, names in (("items", given.items), ("chairs", chaired), ("attends", given.attends))
        )
        tell_strange_features(shape, (*path, "features"), given.features, context)
        zone = context.attempt((*path, "zone"), checked_zone, given.zone, default=None) if given.zone else None
        windows = (_can_come((*path, "can come"), text, zone, context) for text in given.can_come)
        participants.append(
            Participant(
                key,
                given.name or Text({shape.original: key}),
                items,
                tuple(window for window in windows if window),
                zone,
                replace(given.office_hours, key="office") if given.office_hours else None,
                chairs,
                attends,
                given.pause or 0,
                given.few_days,
                given.not_first_hour,
                given.strength,
                given.weight,
                given.printed,
                given.seats or 0,
                given.features,
                tracks,
            )
        )
    return tuple(participants)


def _chaired(
    path: Path, names: Sequence[str], shape: SessionShape, agenda: Agenda, context: Context
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the items and the forums among these names; a name that both have is that of the item."""
    items = tuple(name for name in names if is_item(name, agenda))
    others = tuple(name for name in names if name not in items)
    known = [*(str(item.number or item.key) for item in agenda), *shape.forums]
    context.faults.strangers(path, "agenda item or forum", (name for name in others if name not in shape.forums), known)
    return items, tuple(dict.fromkeys(name for name in others if name in shape.forums))


def _can_come(path: Path, text: str, zone: str | None, context: Context) -> Window | None:
    """Return hours in which somebody can come: days and periods are the session's, clock hours are on their own."""
    calendar = replace(context.calendar, clock=zone)
    stretch = context.quietly(text)
    if stretch is None or (zone and not (stretch.period or stretch.whole_day)):  # hours of another clock
        stretch = context.attempt(path, calendar.read, text, default=None) if calendar.days else None
    if stretch and stretch.exact:
        context.faults.at(path, f"{text!r} has no end", "Expected for example Thu am or 14 May 10-12.")
        return None
    return stretch.window if stretch else None

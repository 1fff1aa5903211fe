"""A page for each item of the agenda: when it is taken up, its documents, its feed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from wgsched.feeds.calendar import anchor
from wgsched.feeds.identity import Kind, plain
from wgsched.feeds.views import ITEM, View
from wgsched.publishing.pages.subscriptions import subscription

if TYPE_CHECKING:
    from wgsched.feeds.entries import Entry
    from wgsched.model import AgendaItem, Language
    from wgsched.publishing.edition import Edition


def item_pages(edition: Edition, language: Language) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield the name of each item's page and what stands on it."""
    agenda = edition.programme.session.agenda
    for item in agenda:
        yield plain(item.key), _page(edition, language, item)


def _page(edition: Edition, language: Language, item: AgendaItem) -> dict[str, Any]:
    session, writer = edition.programme.session, edition.writer(language)
    below = {each.key for each in session.agenda.subtree(item)}
    taken_up = [
        entry for entry in edition.frame.entries if entry.kind is Kind.MEETING and not below.isdisjoint(entry.item_keys)
    ]
    name = writer.titled(item, session)
    return {
        "item": item,
        "heading": name,
        "title": edition.lexicon(language).title(item),
        "above": session.agenda[item.parent] if item.parent else None,
        "below": session.agenda.children(item),
        "documents": list(session.documents_of(item)),
        "document_title": lambda document: writer.text(document.title),
        "sittings": [_sitting(edition, language, entry, below) for entry in taken_up],
        "feed": subscription(name, View(ITEM, item.key), language, edition.draft.settings["site"], up="../"),
    }


def _sitting(edition: Edition, language: Language, entry: Entry, below: set[str]) -> dict[str, Any]:
    writer, words = edition.writer(language), edition.lexicon(language)
    opens = entry.window.opens.in_timezone(edition.programme.session.zone)
    rows = [row for row in entry.rows if not below.isdisjoint(_keys(entry, row.instalment))]
    return {
        "anchor": anchor(entry),
        "when": f"{words.capital(words.date(opens.date()))}",
        "hours": writer.hours(entry.window),
        "where": writer.room(entry.room),
        "rows": [writer.row(entry, row) for row in rows],
        "cancelled": entry.cancelled,
        "changes": list(writer.changes(entry, edition.memory.traces[entry.uid].change)),
    }


def _keys(entry: Entry, instalment: str) -> tuple[str, ...]:
    return entry.programme.session.agenda.instalment(instalment).items

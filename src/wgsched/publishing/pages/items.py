"""A page for each item of the agenda: when it is taken up, its documents, its feed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from wgsched.feeds.calendar import anchor
from wgsched.feeds.identity import Kind
from wgsched.feeds.views import ITEM, View
from wgsched.publishing.pages.subscriptions import subscription

if TYPE_CHECKING:
    from wgsched.feeds.entries import Entry
    from wgsched.model import AgendaItem, Consideration, Language
    from wgsched.publishing.edition import Edition


def item_pages(edition: Edition, language: Language) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield the name of each item's page and what stands on it."""
    held = [(entry, _held(edition, language, entry)) for entry in edition.frame.entries if entry.kind is Kind.MEETING]
    for item in edition.programme.session.agenda:
        yield View(ITEM, item.key).page, _page(edition, language, item, held)


def _page(
    edition: Edition, language: Language, item: AgendaItem, held: list[tuple[Entry, dict[str, Any]]]
) -> dict[str, Any]:
    session, writer = edition.programme.session, edition.writer(language)
    below = {each.key for each in session.agenda.subtree(item)}
    name = writer.titled(item, session)
    return {
        "item": item,
        "heading": name,
        "title": edition.lexicon(language).title(item),
        "above": session.agenda[item.parent] if item.parent else None,
        "below": session.agenda.children(item),
        "documents": list(session.documents_of(item)),
        "document_title": lambda document: writer.text(document.title),
        "sittings": [
            {**facts, "rows": [writer.row(entry, row) for row in entry.rows if not below.isdisjoint(_keys(entry, row))]}
            for entry, facts in held
            if not below.isdisjoint(entry.item_keys)
        ],
        "feed": subscription(name, View(ITEM, item.key), language, edition.draft.settings["site"], up="../"),
    }


def _held(edition: Edition, language: Language, entry: Entry) -> dict[str, Any]:
    """Return what the pages of all its items say of a meeting."""
    writer, words = edition.writer(language), edition.lexicon(language)
    opens = entry.window.opens.in_timezone(edition.programme.session.zone)
    return {
        "anchor": anchor(entry),
        "when": f"{words.capital(words.date(opens.date()))}",
        "hours": writer.hours(entry.window),
        "where": writer.room(entry.room),
        "cancelled": entry.cancelled,
        "changes": list(writer.changes(entry, edition.memory.traces[entry.uid].change)),
    }


def _keys(entry: Entry, row: Consideration) -> tuple[str, ...]:
    return entry.programme.session.agenda.instalment(row.instalment).items

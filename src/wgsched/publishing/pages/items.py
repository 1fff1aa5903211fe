"""A page for each item of the agenda: when it is taken up, its documents, its feed."""

from __future__ import annotations

from collections.abc import Iterator
from operator import attrgetter
from typing import Any

from wgsched.feeds.entries import Entry
from wgsched.feeds.identity import Kind
from wgsched.publishing.edition import Version
from wgsched.publishing.pages.subscriptions import Subscription


def item_pages(version: Version) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield the name of each item's page and what stands on it."""
    session, writer = version.edition.programme.session, version.writer
    meetings = [(entry, _meeting(version, entry)) for entry in version.edition.held if entry.kind is Kind.MEETING]
    for item in session.agenda:
        view, heading = version.edition.items[item.key], writer.titled(item, session)
        below = {each.key for each in session.agenda.subtree(item)}
        held = [(entry, facts) for entry, facts in meetings if not below.isdisjoint(entry.item_keys)]
        documents = [(each.symbol, version.lexicon.text(each.title)) for each in session.documents_of(item)]
        yield (
            view.page,
            {
                "heading": heading,
                "above": session.agenda[item.parent] if item.parent else None,
                "below": session.agenda.children(item),
                "documents": documents,
                "sittings": [{**facts, "rows": _rows(version, entry, below)} for entry, facts in held],
                "feed": Subscription.to(version, view, heading, up="../"),
            },
        )


def _rows(version: Version, entry: Entry, keys: set[str]) -> list[str]:
    """Return the rows of a meeting that are about one of these items."""
    texts = zip(entry.subjects, version.writer.words(entry).rows, strict=True)
    return [text for subject, text in texts if not keys.isdisjoint(map(attrgetter("key"), subject.items))]


def _meeting(version: Version, entry: Entry) -> dict[str, Any]:
    """Return what the pages of all its items say of a meeting."""
    words, writer = version.lexicon, version.writer
    opens = entry.window.opens.in_timezone(version.edition.programme.session.zone)
    return {
        "anchor": entry.anchor,
        "when": words.capital(words.date(opens.date())),
        "hours": words.capital(writer.when(entry)) if entry.estimated else writer.hours(entry.window),
        "where": writer.words(entry).room,
        "cancelled": entry.cancelled,
        "changes": version.changes(entry),
    }

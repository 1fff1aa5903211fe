"""Entries whose hour is promised, such as a panel: what their item is taken up around."""

from __future__ import annotations

from collections.abc import Iterator

from wgsched.model import AgendaItem, Instalment, Session
from wgsched.rules.opens_at import OpensAt


def promised(session: Session, instalment: Instalment) -> tuple[Instalment, ...]:
    """Return what an instalment is taken up around: the entries of its items that open at an hour of their own.

    They are taken up in the same forum, in one instalment whose minutes are fixed.
    """
    forums = session.forums_of(instalment)
    entries = (entry for item in session.agenda.items_of(instalment) for entry in _entries(session, item))
    parts = (part for entry in entries for part in session.agenda.instalments_of(entry)[:1])
    return tuple(
        part for part in parts if session.forums_of(part) == forums[:1] and len(set(session.range_of(part))) == 1
    )


def _entries(session: Session, item: AgendaItem) -> Iterator[AgendaItem]:
    hours = {session.agenda[rule.item].key for rule in session.rules if isinstance(rule, OpensAt)}
    for entry in session.agenda.children(item):
        if entry.number is None and entry.key in hours and len(session.agenda.instalments_of(entry)) == 1:
            yield entry

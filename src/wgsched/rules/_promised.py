"""Entries whose hour is promised, such as a panel: what their item is taken up around."""

from __future__ import annotations

from collections.abc import Iterator

from wgsched.model import AgendaItem, Instalment, Session, Window
from wgsched.rules.opens_at import OpensAt
from wgsched.rules.within_windows import WithinWindows


def promised(session: Session, instalment: Instalment) -> tuple[Instalment, ...]:
    """Return what an instalment is taken up around: the entries of its items that have an hour of their own.

    They are taken up in the one forum of the item, at an hour of which no rule leaves a choice, for a time that is
    fixed; and no meeting of the forum is optional, for then no hour is fixed.
    """
    forums = session.forums_of(instalment)
    if len(forums) > 1 or any(meeting.optional for meeting in session.meetings_of(forums[0])):
        return ()
    entries = (entry for item in session.agenda.items_of(instalment) for entry in session.agenda.children(item))
    every = (session.agenda.instalments_of(entry) for entry in entries if entry.number is None)
    return tuple(parts[0] for parts in every if len(parts) == 1 and _has_hour(session, parts[0], forums))


def _has_hour(session: Session, entry: Instalment, forums: tuple[str, ...]) -> bool:
    least, most = session.range_of(entry)
    if session.forums_of(entry) != forums or least != most:
        return False
    items = session.agenda.items_of(entry)
    return any(window is None or window.minutes == least for window in _hours(session, items))


def _hours(session: Session, items: tuple[AgendaItem, ...]) -> Iterator[Window | None]:
    """Yield the one window in which these items must lie, for each rule that has one; None where one gives the hour."""
    for rule in session.rules:
        if isinstance(rule, OpensAt) and session.agenda[rule.item] in items:
            yield None
        elif isinstance(rule, WithinWindows) and len(rule.windows) == 1:
            item, windows = next(rule.cases(session))
            if item in items:
                yield windows[0]

"""Entries whose hour is promised, such as a panel: what their item is taken up around."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TypeAlias

from wgsched.model import Instalment, Session, Window
from wgsched.rules.opens_at import OpensAt
from wgsched.rules.within_windows import WithinWindows

PromisedHours: TypeAlias = Mapping[Instalment, Window]
"""Entries, and from when to when each is taken up."""


def promised(session: Session, instalment: Instalment) -> PromisedHours:
    """Return what an instalment is taken up around: the entries of its items that have an hour of their own.

    They are taken up in the one forum of the item, for a time that is fixed, at an hour that lies within a meeting and
    of which a rule leaves no choice. No meeting of the forum may fall: where some are held or not, time is not fixed.
    """
    forums = session.forums_of(instalment)
    entries = [entry for item in session.agenda.items_of(instalment) for entry in session.agenda.entries_of(item)]
    if len(forums) != 1 or not entries or _may_fall(session, forums[0]):
        return {}
    every = (session.agenda.instalments_of(entry) for entry in entries)
    single = [parts[0] for parts in every if len(parts) == 1 and session.forums_of(parts[0]) == forums]
    hours = {each: window for each in single for window in _hours(session, each)}
    usable = [meeting.usable for meeting in session.meetings_of(forums[0])]
    return {each: window for each, window in hours.items() if any(one.holds(window) for one in usable)}


def _may_fall(session: Session, forum: str) -> bool:
    """Return whether meetings of a forum need not be held, or give way to joint meetings."""
    return any(forum in each.joins for each in session.forums) or any(m.optional for m in session.meetings_of(forum))


def _hours(session: Session, entry: Instalment) -> Iterator[Window]:
    """Yield the hours that a rule leaves to an entry, for each rule that leaves no others."""
    items, (least, most) = session.agenda.items_of(entry), session.range_of(entry)
    for rule in session.rules if least == most else ():
        if isinstance(rule, OpensAt) and session.agenda[rule.item] in items:
            moment = session.moment(rule.moment)
            yield Window(moment, moment.add(minutes=least))
        elif isinstance(rule, WithinWindows) and session.agenda[rule.item] in items:
            _, windows = next(rule.cases(session))
            yield from (window for window in windows if len(windows) == 1 and window.minutes == least)

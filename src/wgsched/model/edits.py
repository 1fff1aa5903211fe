"""A session with one thing changed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from pendulum import Date

from wgsched.model.agenda import Agenda
from wgsched.model.conference import Meeting
from wgsched.model.items import AgendaItem, Instalment
from wgsched.model.rule import Rule
from wgsched.model.session import Session
from wgsched.model.time import Duration, Takes


def with_minutes(session: Session, minutes: Mapping[str, int]) -> Session:
    """Return the session with other expected minutes for some instalments, by key."""
    changed = session
    for each in session.agenda.instalments:
        if each.key in minutes:
            changed = _with_takes(changed, each, each.takes.expecting(Duration(minutes[each.key])))
    return changed


def _with_takes(session: Session, part: Instalment, takes: Takes) -> Session:
    item = session.agenda[part.items[0]]
    if item.parts:
        parts = tuple(takes if place == part.part else old for place, old in enumerate(item.parts, start=1))
        return _with_item(session, replace(item, parts=parts))
    return _with_item(session, replace(item, takes=takes))


def in_parts(session: Session, item: AgendaItem, minutes: Sequence[int]) -> Session:
    """Return the session with an item taken up in several instalments."""
    return _with_item(session, replace(item, parts=tuple(Takes(Duration(each)) for each in minutes)))


def _with_item(session: Session, changed: AgendaItem) -> Session:
    items = tuple(changed if item.key == changed.key else item for item in session.agenda)
    return replace(session, agenda=Agenda(items))


def with_meetings(session: Session, more: Iterable[Meeting]) -> Session:
    """Return the session with more meetings, and with their days."""
    added = tuple(more)
    meetings = sorted((*session.meetings, *added), key=lambda meeting: (meeting.opens, meeting.key))
    days = tuple(sorted({*session.days, *(meeting.date for meeting in added)}))
    return replace(session, meetings=tuple(meetings), days=days)


def with_meeting(session: Session, changed: Meeting) -> Session:
    """Return the session with one meeting, by its key, as it is here."""
    return replace(session, meetings=tuple(changed if changed.key == each.key else each for each in session.meetings))


def in_forum(session: Session, item: AgendaItem, forum: str) -> Session:
    """Return the session with an item taken up in this forum alone."""
    return _with_item(session, replace(item, forums=(forum,)))


def with_rule(session: Session, old: Rule, new: Rule) -> Session:
    """Return the session with one rule replaced by another, be it its own rule or a standing one."""
    if any(rule is old for rule in session.rules):
        return replace(session, rules=tuple(new if rule is old else rule for rule in session.rules))
    return replace(session, waives=session.waives | {old.code}, rules=(*session.rules, new))


def with_document_out(session: Session, symbol: str, day: Date) -> Session:
    """Return the session with a document out no later than a day, in every language that has a date."""
    documents = tuple(
        replace(each, issued=tuple((language, min(date, day)) for language, date in each.issued))
        if each.symbol == symbol
        else each
        for each in session.documents
    )
    return replace(session, documents=documents)


def without_spare_items(session: Session) -> Session:
    """Return a session in which nothing is planned that may be left out, but for what is typed by hand."""
    typed = {name for rows in session.organization for name in rows.pinned}
    keys = {item.key for item in session.agenda if item.priority and not _names(session, item) & typed}
    if not keys:
        return session
    items = (replace(each, takes=None, parts=()) if each.key in keys else each for each in session.agenda)
    return replace(session, agenda=Agenda(tuple(items)))


def _names(session: Session, item: AgendaItem) -> set[str]:
    """Return the names under which an item can stand in a row: its own key, and those of its instalments."""
    return {item.key, *(part.key for part in session.agenda.instalments if item.key in part.items)}

"""Programmes and sessions as tables in a notebook, with titles in the original language."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from wgsched.model.agenda import AgendaItem, Instalment
    from wgsched.model.conference import Meeting
    from wgsched.model.programme import Consideration, Programme
    from wgsched.model.session import Session


def programme_table(programme: Programme) -> str:
    """Return the rows of a programme as an HTML table: its meetings in order, and what each takes up."""
    session = programme.session
    rows = []
    for meeting in programme.meetings:
        if meeting.held or programme.rows(meeting):
            state = "cancelled" if meeting.cancelled else ""
            rows.append((_day(meeting), _hours(meeting), meeting.forum, meeting.room or "", "", state))
        rows += [("", _hours(row), "", "", *_items(session, row.instalment)) for row in programme.rows(meeting)]
    return _table(_title(session), ("Day", "Hours", "Forum", "Room", "Item", "Title"), rows)


def session_table(session: Session) -> str:
    """Return the agenda of a session as an HTML table, under its body, its place and its days."""
    days = f"{session.days[0].isoformat()} to {session.days[-1].isoformat()}, {len(session.meetings)} meetings"
    caption = ", ".join(text for text in (_title(session), session.place.title.best(session.original), days) if text)
    rows = [
        (_number(item), _said(session, item), sum(session.minutes_of(part) for part in _own(session, item)) or "")
        for item in session.agenda
    ]
    return _table(caption, ("Item", "Title", "Minutes"), rows)


def _own(session: Session, item: AgendaItem) -> list[Instalment]:
    return [part for part in session.agenda.instalments_of(item) if part.items[0] == item.key]


def _title(session: Session) -> str:
    return session.body.title.best(session.original) or session.key


def _day(meeting: Meeting) -> str:
    return meeting.date.isoformat()


def _hours(stretch: Meeting | Consideration) -> str:
    if stretch.opens is None or stretch.closes is None:
        return ""
    return f"{stretch.opens:%H:%M}–{stretch.closes:%H:%M}"


def _items(session: Session, key: str) -> tuple[str, str]:
    """Return the numbers and titles of the items of a row; for what is not on the agenda, its key."""
    known = {part.key: part for part in session.agenda.instalments}
    if key not in known:
        return "", key
    items = session.agenda.items_of(known[key])
    return ", ".join(map(_number, items)), "; ".join(_said(session, item) for item in items)


def _number(item: AgendaItem) -> str:
    return str(item.number) if item.number else ""


def _said(session: Session, item: AgendaItem) -> str:
    return item.title.best(session.original) or item.annex.best(session.original) or str(item.role or item.key)


def _table(caption: str, head: Iterable[str], rows: Iterable[Iterable[object]]) -> str:
    lines = [f"<tr>{_cells('th', head)}</tr>", *(f"<tr>{_cells('td', row)}</tr>" for row in rows)]
    return f"<table><caption>{escape(caption)}</caption>{''.join(lines)}</table>"


def _cells(name: str, values: Iterable[object]) -> str:
    return "".join(f"<{name}>{escape(str(value))}</{name}>" for value in values)

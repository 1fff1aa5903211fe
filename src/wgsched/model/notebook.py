"""Programmes and sessions as tables in a notebook, with titles in the original language."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from html import escape
from typing import Protocol

from pendulum import DateTime

from wgsched.model.agenda import Agenda
from wgsched.model.conference import Meeting
from wgsched.model.items import AgendaItem
from wgsched.model.text import Language


class _Stretch(Protocol):
    """A meeting, or a row of one."""

    @property
    def opens(self) -> DateTime | None: ...

    @property
    def closes(self) -> DateTime | None: ...


class _Row(_Stretch, Protocol):
    """A consideration."""

    @property
    def instalment(self) -> str: ...


def programme_table(
    caption: str, agenda: Agenda, original: Language, meetings: Iterable[tuple[Meeting, Iterable[_Row]]]
) -> str:
    """Return an HTML table of meetings in order, and what each takes up."""
    lines = []
    for meeting, rows in meetings:
        taken_up = [("", _hours(row), "", "", *_items(agenda, row.instalment, original)) for row in rows]
        if meeting.held or taken_up:
            state = "cancelled" if meeting.cancelled else ""
            lines.append((meeting.date.isoformat(), _hours(meeting), meeting.forum, meeting.room or "", "", state))
        lines += taken_up
    return _table(caption, ("Day", "Hours", "Forum", "Room", "Item", "Title"), lines)


def agenda_table(caption: str, agenda: Agenda, original: Language, minutes: Mapping[str, int]) -> str:
    """Return an HTML table of the items of an agenda, with the minutes of each by its key."""
    rows = [(_number(item), _said(item, original), minutes[item.key] or "") for item in agenda]
    return _table(caption, ("Item", "Title", "Minutes"), rows)


def _hours(stretch: _Stretch) -> str:
    if stretch.opens is None or stretch.closes is None:
        return ""
    return f"{stretch.opens:%H:%M}–{stretch.closes:%H:%M}"


def _items(agenda: Agenda, key: str, original: Language) -> tuple[str, str]:
    """Return the numbers and titles of the items of a row; for what is not on the agenda, its key."""
    known = {part.key: part for part in agenda.instalments}
    if key not in known:
        return "", key
    items = agenda.items_of(known[key])
    return ", ".join(map(_number, items)), "; ".join(_said(item, original) for item in items)


def _number(item: AgendaItem) -> str:
    return str(item.number) if item.number else ""


def _said(item: AgendaItem, original: Language) -> str:
    return item.title.best(original) or item.annex.best(original) or str(item.role or item.key)


def _table(caption: str, head: Iterable[str], rows: Iterable[Iterable[object]]) -> str:
    lines = [f"<tr>{_cells('th', head)}</tr>", *(f"<tr>{_cells('td', row)}</tr>" for row in rows)]
    return f"<table><caption>{escape(caption)}</caption>{''.join(lines)}</table>"


def _cells(name: str, values: Iterable[object]) -> str:
    return "".join(f"<{name}>{escape(str(value))}</{name}>" for value in values)

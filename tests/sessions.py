"""A small session in plain constructors, for the tests of everything."""

from __future__ import annotations

from dataclasses import replace

import pendulum

from wgsched.model import (
    Agenda,
    AgendaItem,
    Body,
    Duration,
    ItemNumber,
    Meeting,
    Place,
    Role,
    Session,
    SessionKind,
    Takes,
    Text,
)

ZONE = "Europe/Vienna"


def at(day: int, hour: int, minute: int = 0) -> pendulum.DateTime:
    """Return a moment of May 2009 in Vienna."""
    return pendulum.datetime(2009, 5, day, hour, minute, tz=ZONE)


def minutes(number: int) -> Takes:
    """Return an estimated duration."""
    return Takes(Duration(number), estimate=True)


def meeting(key: str, day: int, hour: int, length: int = 180, forum: str = "plenary", **more: object) -> Meeting:
    """Return a meeting of three hours."""
    return Meeting(key, forum, at(day, hour), at(day, hour).add(minutes=length), **more)  # type: ignore[arg-type]


def item(number: str, takes: int | None = None, **more: object) -> AgendaItem:
    """Return an item whose key is its number without spaces and brackets."""
    parsed = ItemNumber.parse(number)
    parent = "".join(parsed.parent.levels) if parsed.parent else None
    title = more.pop("title", None) or Text(en=f"Subject {number}")
    return AgendaItem(
        "".join(parsed.levels),
        parsed,
        title,  # type: ignore[arg-type]
        parent=parent,
        takes=minutes(takes) if takes else None,
        **more,  # type: ignore[arg-type]
    )


def session(*items: AgendaItem, meetings: tuple[Meeting, ...] | None = None, **more: object) -> Session:
    """Return a session of two days in Vienna with these items; one whose parent is not among them has none."""
    known = {each.key for each in items}
    agenda = Agenda(tuple(each if each.parent in known else replace(each, parent=None) for each in items))
    days = (pendulum.date(2009, 5, 14), pendulum.date(2009, 5, 15))
    four = tuple(meeting(f"{day}-{period}", day, hour) for day in (14, 15) for period, hour in (("am", 10), ("pm", 15)))
    return Session(
        "test",
        Body(Text(en="Working Group on Tests"), Text(en="Tests WG")),
        Place("vienna", Text(en="Vienna"), ZONE),
        days,
        four if meetings is None else meetings,
        agenda,
        kind=SessionKind.MEETING,
        **more,  # type: ignore[arg-type]
    )


def founding() -> Session:
    """Return the founding document's session, thin: its items, roles and minutes."""
    return session(
        item("1", role=Role.ORGANIZATIONAL_MATTERS),
        item("1 (a)", 15, role=Role.OPENING),
        item("1 (b)", 15, role=Role.AGENDA),
        item("2"),
        item("2 (a)", 180),
        item("2 (b)", 330),
        item("2 (c)", 120),
        item("3", 60, role=Role.REPORT),
    )

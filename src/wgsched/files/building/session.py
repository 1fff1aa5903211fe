"""Puts a session together from its shape."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import partial
from typing import Any

from pendulum import Date

from wgsched.errors import BadInput
from wgsched.files.building.agency import house_of
from wgsched.files.building.agenda import agenda_of, sequence_of
from wgsched.files.building.context import Context
from wgsched.files.building.forums import forum_schedules
from wgsched.files.building.meetings import meetings_of
from wgsched.files.building.openings import opened
from wgsched.files.building.papers import (
    cited,
    documents_of,
    events_of,
    participants_of,
)
from wgsched.files.building.phases import with_phases
from wgsched.files.building.place import place_of
from wgsched.files.building.rows import rows_of
from wgsched.files.building.rules import RuleReader, tell_broken
from wgsched.files.building.services import services_of
from wgsched.files.faults import Faults
from wgsched.files.grammar import Calendar, read_days
from wgsched.files.grammar.parts import SessionCalled
from wgsched.files.meetingnames import MeetingNames
from wgsched.files.nodes import Path
from wgsched.files.shape import SessionShape
from wgsched.files.shape.base import languages as languages_of
from wgsched.files.shape.conference import ServicesShape
from wgsched.files.shape.session import BodyShape
from wgsched.model import (
    SIX,
    Agenda,
    Body,
    Distribution,
    EarlyEnd,
    Forum,
    ForumKind,
    Mandate,
    Meeting,
    Recommendation,
    Session,
    SessionKind,
    SessionType,
    TableStyle,
)


def built(shape: SessionShape, faults: Faults, name: str) -> Session:
    """Return the session of a shape.

    Raises:
        BadInput: anything in it is wrong; all of it is told.
    """
    try:
        return _built(shape, faults, name)
    except BadInput as refused:
        faults.done()  # what a noun refuses because of what was told before is not told
        raise BadInput(*(replace(fault, file=faults.file) for fault in refused.faults)) from None


def _built(shape: SessionShape, faults: Faults, name: str) -> Session:
    context = Context(faults)
    days = _days(shape, context)
    context.calendar = Calendar("UTC", days)
    place = place_of(shape, days, context)
    context.calendar = Calendar(place.zone, days, lambda _: place.periods)
    forums = _forums(shape, context)
    services = services_of(shape.services or ServicesShape(), context)
    schedules = forum_schedules(shape, forums, place, services, context)
    first = schedules[0]
    context.calendar = Calendar(place.zone, days, lambda day: first.periods(day) or place.periods)
    closed = {holiday.date for holiday in place.holidays if holiday.firm}
    calendars = {each.forum.key: each.calendar for each in schedules}
    meetings = MeetingNames(forums, meetings_of(shape, schedules, closed, context), calendars)
    context.names = meetings
    agenda, keys = agenda_of(shape, forums, context)
    agenda = with_phases(shape, agenda, keys, meetings, context)
    meetings = MeetingNames(forums, opened(shape, meetings, agenda, context), calendars)
    context.names = meetings
    reader = RuleReader(shape, agenda, keys, meetings, context)
    rules, wishes = reader.rules(), reader.wishes()
    languages = SIX if shape.languages is None else shape.languages
    values: dict[str, Any] = {
        **_header(shape, context),
        "languages": languages,
        "forums": forums,
        "services": services,
        "documents": documents_of(shape, agenda, languages, context),
        "mandates": tuple(Mandate(key, each.title, each.functions) for key, each in shape.mandates.items()),
        "recommendations": tuple(
            Recommendation(key, each.meeting, each.points) for key, each in shape.recommendations.items()
        ),
        "events": events_of(shape, forums, context),
        "participants": participants_of(shape, agenda, context),
        "organization": rows_of(shape, agenda, meetings, context),
        "rules": rules,
        "waives": reader.waives(rules),
        "wishes": wishes,
        "weights": reader.weights(),
        "sequence": sequence_of(shape, agenda, context),
        **house_of(shape, context),
    }
    cited(shape, context)
    _anything(shape, agenda, meetings.meetings, context)
    held = meetings.meetings if agenda.instalments else tuple(replace(each, kept=True) for each in meetings.meetings)
    session = Session(_key(shape, name), _bodies(shape), place, days, held, agenda, **values)
    if days and agenda.items:
        tell_broken(reader.placed, session, faults)
    faults.done()
    return session


def _days(shape: SessionShape, context: Context) -> tuple[Date, ...]:
    """Return the days; when days are given in several parts, each after the other, in order."""
    if not shape.days:
        context.faults.at(
            ("days",), "the key 'days' is missing", "Expected for example days: Thu 14 - Fri 15 May 2009."
        )
        return ()
    days: list[Date] = []
    year: int | None = None
    for place, line in reversed(list(enumerate(shape.days))):
        path: Path = ("days", place) if len(shape.days) > 1 else ("days",)
        read = context.attempt(path, partial(read_days, year=year), line, default=())
        if read and days and read[-1] >= days[0]:
            context.faults.at(path, f"{line!r} does not come before the days after it")
        days = [*read, *days]
        year = read[0].year if read else year
    return tuple(dict.fromkeys(days))


def _forums(shape: SessionShape, context: Context) -> tuple[Forum, ...]:
    forums = []
    for key, given in shape.forums.items():
        path: Path = ("forums", key)
        context.faults.strangers((*path, "joins"), "forum", given.joins, shape.forums)
        spoken = languages_of(given.channels, (*path, "channels"), context.faults)
        channels = tuple((code, given.channels[code]) for code in spoken if code in given.channels)
        # The kind is that which its name begins with, as "contact-1" does; else it is a committee, beside a plenary.
        named = (kind for kind in ForumKind if key.lower().startswith(kind.value.partition("-")[0]))
        usual = next(named, ForumKind.COMMITTEE)
        kind = given.kind or usual
        forums.append(
            Forum(
                key,
                given.title,
                kind,
                given.short,
                given.joins,
                given.seats or 0,
                channels,
                given.features,
                given.audience or 0,
            )
        )
    return tuple(forums) or (Forum(),)


def _header(shape: SessionShape, context: Context) -> dict[str, Any]:
    called = shape.kind or SessionCalled(SessionKind.SESSION)
    return {
        "symbol": shape.symbol,
        "kind": called.kind,
        "type": shape.type or called.type or SessionType.REGULAR,
        "part": shape.part or called.part,
        "style": shape.style or TableStyle.RULED,
        "ordinal": shape.ordinal,
        "distribution": shape.distribution or Distribution.GENERAL,
        "issued": context.date(("issued",), shape.issued),
        "early_end": shape.early_end or EarlyEnd.NEXT_ITEM,
        "original": shape.original,
    }


def _bodies(shape: SessionShape) -> Body:
    body = _body(shape.body or BodyShape())
    short = shape.short or body.short
    parent = _body(shape.parent) if shape.parent else body.parent
    return Body(body.title or short, short, parent, body.masthead)


def _body(given: BodyShape) -> Body:
    return Body(given.title, given.short, _body(given.parent) if given.parent else None, given.masthead)


def _anything(shape: SessionShape, agenda: Agenda, meetings: tuple[Meeting, ...], context: Context) -> None:
    if not shape.body and not shape.short:
        context.faults.at(
            (), "the key 'body' is missing", "Expected for example body: Working Group on Asset Recovery."
        )
    if not agenda.instalments and (shape.meetings or any(each.rooms for each in meetings)):
        return  # the meetings are known before their items are, or are all that there is to plan
    if not agenda.items:
        given = shape.agenda is not None
        context.faults.at(
            ("agenda",) if given else (),
            "nothing is on the agenda" if given else "the key 'agenda' is missing",
            "Expected for example agenda: {1: Opening of the session}, or meetings: where only these are known.",
            key=given,
        )
    elif not agenda.instalments:
        context.faults.at(("agenda",), "nothing on the agenda takes any time")


def _key(shape: SessionShape, name: str) -> str:
    """Return the identity: given, or the symbol, or the name of the file."""
    symbol, file = ("-".join(re.findall("[A-Za-z0-9]+", text)).lower() for text in (shape.symbol, name))
    return shape.key or symbol or file or "session"

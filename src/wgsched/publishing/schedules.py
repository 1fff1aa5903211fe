"""The programme in the two schedule files that conference apps on phones read: ``schedule.json``, ``schedule.xml``.

Both are of the family that began with Pentabarf and frab. Each meeting and event is one of their events; a meeting of
which all rows are talks, with a promised hour or with speakers whom papers name, is told talk by talk.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, replace
from datetime import timedelta
from itertools import groupby
from typing import Any
from uuid import NAMESPACE_URL, UUID, uuid5
from xml.etree.ElementTree import Element, SubElement

from pendulum import DateTime

from wgsched.feeds.entries import Entry, in_time
from wgsched.feeds.folding import clean
from wgsched.feeds.identity import Kind, plain, uid
from wgsched.model import Consideration, Session
from wgsched.model.gate import instant
from wgsched.model.reading import speakers
from wgsched.publishing.edition import Version
from wgsched.publishing.notices import xml

STEP = "00:15"
LARGEST_NUMBER = 2**31 - 2
_UNFIT = re.compile(r"[^a-z0-9_]+")
_IN_XML = (
    "room", "title", "subtitle", "type", "date", "start", "duration", "abstract", "description", "slug", "track",
    "language",
)  # fmt: skip
"""What an event says in XML in elements of its own, in the order of the schema."""


@dataclass(frozen=True)
class ScheduleEvent:
    """An entry as these files have it: when it opens and closes, and all that the JSON says of it."""

    opens: DateTime
    closes: DateTime
    facts: dict[str, Any]


@dataclass(frozen=True)
class ScheduleDay:
    """A day with its events by room."""

    date: str
    opens: str
    closes: str
    rooms: dict[str, list[dict[str, Any]]]


def schedules(version: Version) -> dict[str, bytes]:
    """Return both files of a language by name; what was cancelled is not in them."""
    held = [entry for entry in version.edition.held if not entry.cancelled]
    events = sorted((each for entry in held for each in _events(version, entry)), key=lambda each: instant(each.opens))
    days = [_day(list(of_day)) for _, of_day in groupby(events, key=lambda event: event.opens.date())]
    session = version.edition.programme.session
    conference = {
        "acronym": _acronym(session),
        "title": clean(version.writer.body),
        "start": min(session.days).isoformat(),
        "end": max(session.days).isoformat(),
        "daysCount": len(days),
        "timeslot_duration": STEP,
        "time_zone_name": session.zone,
    }
    number = str(version.edition.draft.number)
    return {"schedule.json": _json(number, conference, days), "schedule.xml": _xml(number, conference, days)}


def _events(version: Version, entry: Entry) -> list[ScheduleEvent]:
    """Return a meeting or an event as one, or the talks of a meeting, each at its hours."""
    rows = [row for row in entry.rows if row.window and (entry.programme.firm(row) or speakers(entry.programme, row))]
    if not rows or len(rows) < len(entry.rows):
        return [_event(version, entry)]
    return [_talk(version, entry, row) for row in rows]


def _talk(version: Version, entry: Entry, row: Consideration) -> ScheduleEvent:
    """Return a talk; it keeps its identity when it moves to another meeting."""
    session, words = entry.programme.session, version.writer
    before = [each for each in in_time(entry.programme) if each.instalment == row.instalment]
    number = before.index(row) + 1 if row in before else 1
    name = uid(session, Kind.ITEM, row.instalment, str(number))
    talk = _event(version, replace(entry, uid=name, window=row.window or entry.window, rows=(row,)))
    titles = [words.lexicon.annex_title(item, session) for item in entry.programme.items(row)]
    persons = [_person(session, words.lexicon.text(each.name, each.key)) for each in speakers(entry.programme, row)]
    facts = {"title": clean("; ".join(titles)), "type": "talk", "persons": persons, "description": ""}
    # the first part of an item keeps its name when another follows
    key = plain(row.instalment.replace(".", "_")) + (f"_{number}" if number > 1 else "")
    slug = f"{_acronym(session)}-{_slug(f'item-{key}')}"
    return replace(talk, facts={**talk.facts, **facts, "slug": slug})


def _person(session: Session, name: str) -> dict[str, Any]:
    return {"id": _number(uuid5(NAMESPACE_URL, f"{uid(session, Kind.SESSION)}/{name}")), "public_name": clean(name)}


def _number(identity: UUID) -> int:
    return identity.int % LARGEST_NUMBER + 1


def _acronym(session: Session) -> str:
    return _slug(session.key).ljust(4, "_")


def _room(version: Version, entry: Entry, named: str) -> str:
    """Return the room; while it is to be announced, the name of the forum, so that two at once stay apart."""
    session = version.edition.programme.session
    return version.lexicon.forum_name(session.forum(entry.forum)) if entry.forum and not entry.room else named


def _event(version: Version, entry: Entry) -> ScheduleEvent:
    identity, words = uuid5(NAMESPACE_URL, entry.uid), version.writer.words(entry)
    session, site = version.edition.programme.session, version.edition.site
    opens, minutes = entry.window.opens.in_timezone(session.zone), entry.window.minutes
    page = f"{version.language}/index.html#{entry.anchor}"
    facts = {
        "id": _number(identity),
        "guid": str(identity),
        "date": opens.to_iso8601_string(),
        "start": opens.format("HH:mm"),
        "duration": f"{minutes // 60:02}:{minutes % 60:02}",
        "room": _room(version, entry, words.room),
        "slug": f"{_acronym(session)}-{_slug(entry.anchor)}",
        "url": site.at(page) if site else page,
        "title": clean(words.summary),
        "subtitle": "",
        "track": version.lexicon.forum_name(session.forum(entry.forum)) if entry.forum else "",
        "type": "other" if entry.event else "meeting",
        "language": version.language,
        "abstract": "",
        "description": clean(words.description),
        "persons": [],
        "links": [],
    }
    return ScheduleEvent(opens, opens + timedelta(minutes=minutes), facts)


def _slug(key: str) -> str:
    return _UNFIT.sub("_", key.lower()).strip("_") or "x"


def _day(events: list[ScheduleEvent]) -> ScheduleDay:
    ordered = sorted(events, key=lambda event: (event.facts["room"], instant(event.opens), event.facts["id"]))
    rooms: dict[str, list[dict[str, Any]]] = {}
    for event in ordered:
        rooms.setdefault(event.facts["room"], []).append(event.facts)
    return ScheduleDay(
        date=events[0].opens.date().isoformat(),
        opens=min([event.opens for event in events], key=instant).to_iso8601_string(),
        closes=max([event.closes for event in events], key=instant).to_iso8601_string(),
        rooms=rooms,
    )


def _json(number: str, conference: dict[str, Any], days: list[ScheduleDay]) -> bytes:
    written = [
        {"index": place, "date": day.date, "day_start": day.opens, "day_end": day.closes, "rooms": day.rooms}
        for place, day in enumerate(days, 1)
    ]
    schedule = {"schedule": {"version": number, "conference": {**conference, "days": written}}}
    return f"{json.dumps(schedule, ensure_ascii=False, indent=1)}\n".encode()


def _xml(number: str, conference: dict[str, Any], days: list[ScheduleDay]) -> bytes:
    root = Element("schedule")
    SubElement(root, "version").text = number
    about = SubElement(root, "conference")
    for name, value in conference.items():
        if name != "time_zone_name":
            SubElement(about, "days" if name == "daysCount" else name).text = str(value)
    for place, day in enumerate(days, 1):
        attributes = {"index": str(place), "date": day.date, "start": day.opens, "end": day.closes}
        written = SubElement(root, "day", attributes)
        for room, events in day.rooms.items():
            SubElement(written, "room", {"name": room}).extend([_element(facts) for facts in events])
    return xml(root)


def _element(facts: dict[str, Any]) -> Element:
    element = Element("event", {"id": str(facts["id"]), "guid": facts["guid"]})
    for name in _IN_XML:
        SubElement(element, name).text = facts[name]
    if facts["persons"]:
        persons = SubElement(element, "persons")
        for person in facts["persons"]:
            SubElement(persons, "person", {"id": str(person["id"])}).text = person["public_name"]
    SubElement(SubElement(element, "links"), "link", {"href": facts["url"]}).text = facts["title"]
    return element

"""The programme in the two schedule files that conference apps on phones read: ``schedule.json``, ``schedule.xml``.

Both are of the family that began with Pentabarf and frab; each meeting and event is one of their events.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from itertools import groupby
from typing import TYPE_CHECKING, Any
from uuid import NAMESPACE_URL, uuid5
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from wgsched.feeds.calendar import anchor
from wgsched.feeds.folding import clean
from wgsched.feeds.identity import Kind
from wgsched.files.pretty import indented

if TYPE_CHECKING:
    from pendulum import Date, DateTime

    from wgsched.feeds.entries import Entry
    from wgsched.model import Language
    from wgsched.publishing.edition import Edition

STEP = "00:15"
LARGEST_NUMBER = 2**31 - 2
_UNFIT = re.compile(r"[^a-z0-9_]+")


@dataclass(frozen=True)
class Slot:
    """An entry as these files have it."""

    entry: Entry
    number: int
    guid: str
    slug: str
    opens: DateTime
    minutes: int
    room: str
    title: str
    track: str
    description: str
    url: str

    @property
    def duration(self) -> str:
        """Hours and minutes."""
        return f"{self.minutes // 60:02}:{self.minutes % 60:02}"

    @property
    def kind(self) -> str:
        """A meeting, or other."""
        return "other" if self.entry.event else "meeting"


def schedules(edition: Edition, language: Language) -> dict[str, bytes]:
    """Return both files of a language by name; what was cancelled is not in them."""
    made = _Scheduler(edition, language)
    return {"schedule.json": made.json(), "schedule.xml": made.xml()}


class _Scheduler:
    def __init__(self, edition: Edition, language: Language) -> None:
        self._edition, self._language = edition, language
        self._session = edition.programme.session
        self._writer = edition.writer(language)
        self._slots = list(self._made())

    def _made(self) -> Iterator[Slot]:
        held = [entry for entry in self._edition.frame.entries if entry.kind in (Kind.MEETING, Kind.EVENT)]
        for entry in held:
            if not entry.cancelled:
                yield self._slot(entry)

    def _slot(self, entry: Entry) -> Slot:
        identity = uuid5(NAMESPACE_URL, entry.uid)
        words = self._writer.words(entry)
        site = self._edition.draft.settings["site"]
        page = f"{self._language}/index.html#{anchor(entry)}"
        return Slot(
            entry=entry,
            number=identity.int % LARGEST_NUMBER + 1,
            guid=str(identity),
            slug=f"{_slug(self._session.key)}-{_slug(anchor(entry))}",
            opens=entry.window.opens.in_timezone(self._session.zone),
            minutes=entry.window.minutes,
            room=self._writer.room(entry.room),
            title=clean(words.summary),
            track=self._writer.forum_name(self._session.forum(entry.forum)) if entry.forum else "",
            description=clean(words.description),
            url=f"{site.rstrip('/')}/{page}" if site else page,
        )

    def _days(self) -> list[tuple[Date, list[tuple[str, list[Slot]]]]]:
        found = []
        for day, slots in groupby(self._slots, key=lambda slot: slot.opens.date()):
            of_day = sorted(slots, key=lambda slot: (slot.room, slot.opens, slot.number))
            found.append((day, [(room, list(each)) for room, each in groupby(of_day, key=lambda slot: slot.room)]))
        return found

    @property
    def _conference(self) -> dict[str, Any]:
        days = self._session.days
        return {
            "acronym": _slug(self._session.key).ljust(4, "_"),
            "title": clean(self._writer.name()),
            "start": min(days).isoformat(),
            "end": max(days).isoformat(),
            "daysCount": len(self._days()),
            "timeslot_duration": STEP,
            "time_zone_name": self._session.zone,
        }

    def json(self) -> bytes:
        days = [
            {
                "index": place,
                "date": day.isoformat(),
                "day_start": _day(rooms)[0],
                "day_end": _day(rooms)[1],
                "rooms": {room: [self._event(slot) for slot in slots] for room, slots in rooms},
            }
            for place, (day, rooms) in enumerate(self._days(), 1)
        ]
        version = str(self._edition.draft.number)
        found = {"schedule": {"version": version, "conference": {**self._conference, "days": days}}}
        return f"{indented(found)}\n".encode()

    def _event(self, slot: Slot) -> dict[str, Any]:
        return {
            "id": slot.number,
            "guid": slot.guid,
            "date": slot.opens.to_iso8601_string(),
            "start": slot.opens.format("HH:mm"),
            "duration": slot.duration,
            "room": slot.room,
            "slug": slot.slug,
            "url": slot.url,
            "title": slot.title,
            "subtitle": "",
            "track": slot.track,
            "type": slot.kind,
            "language": self._language,
            "abstract": "",
            "description": slot.description,
            "persons": [],
            "links": [],
        }

    def xml(self) -> bytes:
        root = Element("schedule")
        SubElement(root, "version").text = str(self._edition.draft.number)
        conference = SubElement(root, "conference")
        for name, value in self._conference.items():
            if name != "time_zone_name":
                SubElement(conference, "days" if name == "daysCount" else name).text = str(value)
        for place, (day, rooms) in enumerate(self._days(), 1):
            start, end = _day(rooms)
            attributes = {"index": str(place), "date": day.isoformat(), "start": start, "end": end}
            found = SubElement(root, "day", attributes)
            for room, slots in rooms:
                held = SubElement(found, "room", {"name": room})
                held.extend(self._element(slot) for slot in slots)
        indent(root)
        return b'<?xml version="1.0" encoding="utf-8"?>\n' + tostring(root, encoding="unicode").encode() + b"\n"

    def _element(self, slot: Slot) -> Element:
        element = Element("event", {"id": str(slot.number), "guid": slot.guid})
        facts = {
            "room": slot.room,
            "title": slot.title,
            "subtitle": "",
            "type": slot.kind,
            "date": slot.opens.to_iso8601_string(),
            "start": slot.opens.format("HH:mm"),
            "duration": slot.duration,
            "abstract": "",
            "description": slot.description,
            "slug": slot.slug,
            "track": slot.track,
            "language": self._language,
        }
        for name, value in facts.items():
            SubElement(element, name).text = value
        SubElement(SubElement(element, "links"), "link", {"href": slot.url}).text = slot.title
        return element


def _day(rooms: list[tuple[str, list[Slot]]]) -> tuple[str, str]:
    slots = [slot for _, of_room in rooms for slot in of_room]
    first = min(slot.opens for slot in slots)
    last = max(slot.opens + timedelta(minutes=slot.minutes) for slot in slots)
    return first.to_iso8601_string(), last.to_iso8601_string()


def _slug(key: str) -> str:
    return _UNFIT.sub("_", key.lower()).strip("_") or "x"

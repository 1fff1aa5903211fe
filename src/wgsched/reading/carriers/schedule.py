"""Exports of other systems: ``schedule.json`` and ``schedule.xml`` of frab and pretalx, the hub's, and Sessionize."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from lxml import etree

from wgsched.errors import BadInput, Fault
from wgsched.files.nodes import plain
from wgsched.files.programmes import programme_from_json
from wgsched.files.source import read_nodes
from wgsched.reading.blocks import Paper, ParagraphBlock, TableBlock
from wgsched.reading.carriers.programme import paper_of
from wgsched.reading.carriers.slots import Slot, slots_table, unread
from wgsched.reading.carriers.xml import child, children, name, parsed

_KNOWN = "Read are programme files, schedule.json and schedule.xml of frab and pretalx, and Sessionize's all.json."
LONGEST = datetime.timedelta(hours=24)
SERVICE = "isServiceSession"
TAKEN = frozenset(
    {"title", "name", "date", "start", "end", "duration", "room", "rooms", "roomId", "room_id", "startsAt", "endsAt",
     "id", "guid", "slug", "code", "url", SERVICE}
)  # fmt: skip
"""Fields that are read, or that say nothing of a programme."""

EMPTY: tuple[Any, ...] = (None, "", "false", "False", [], {})
_LENGTH = re.compile(r"\d{1,4}")


def read_json(content: bytes, file: str) -> Paper:
    """Return the entries of an export in JSON, or what a programme file of wgsched says.

    Raises:
        BadInput: it is no JSON, or none of the exports that are read.
    """
    data = plain(read_nodes(content, file))
    if "wgsched" in _mapping(data):
        return paper_of(programme_from_json(content, file), file)
    schedule = _mapping(_mapping(data).get("schedule"))
    conference = _mapping(schedule.get("conference"))
    if conference:
        entries = [*_by_day(conference), *_flat(_list(schedule.get("events")))]
    else:
        rooms = [_mapping(room) for room in _list(_mapping(data).get("rooms"))]
        entries = [*_sessionize(data, {_text(room.get("id")): _text(room.get("name")) for room in rooms})]
    if not conference and not entries:
        raise BadInput(Fault("is no export of a programme", file, hint=_KNOWN))
    return _paper(file, entries, _text(conference.get("title")), _text(conference.get("time_zone_name")))


def read_xml(content: bytes, file: str) -> Paper:
    """Return the entries of an export in XML.

    Raises:
        BadInput: it is no XML, or not the export that is read.
    """
    root = parsed(content, file)
    conference = child(root, "conference")
    entries = [*_xml_entries(root)]
    if conference is None and not entries:
        raise BadInput(Fault("is no export of a programme", file, hint=_KNOWN))
    said = {name(each): (each.text or "").strip() for each in reversed(conference if conference is not None else ())}
    return _paper(file, entries, said.get("title", ""), said.get("time_zone_name", ""))


@dataclass(frozen=True)
class _Entry:
    """One entry of an export: its fields, and when and where it is, as far as the export says."""

    fields: Mapping[str, Any]
    opens: datetime.datetime | None
    closes: datetime.datetime | None
    room: str
    kind: str = "entry"

    @property
    def slot(self) -> Slot | None:
        """What it is if it has both of its moments, in the same zone or in none."""
        opens, closes = self.opens, self.closes
        if not opens or not closes or opens.utcoffset() != closes.utcoffset():
            return None
        place = f"{opens:%Y-%m-%d %H:%M}, {self.room}" if self.room else f"{opens:%Y-%m-%d %H:%M}"
        slot = Slot(place, self.title, opens, closes, self.room, self.kind)
        return slot if datetime.timedelta() < closes - opens <= LONGEST else None

    @property
    def title(self) -> str:
        """Its title; in some exports that of each language."""
        return _text(self.fields.get("title")) or _text(self.fields.get("name"))

    def unread(self) -> Iterator[str]:
        """Yield the names of fields that say something and are not taken."""
        yield from (name for name, value in self.fields.items() if name not in TAKEN and value not in EMPTY)


def _paper(file: str, entries: Sequence[_Entry], title: str, zone: str) -> Paper:
    slots = [entry.slot for entry in entries if entry.slot]
    if not slots:
        raise BadInput(Fault("has no entry with a beginning and a length", file, hint=_KNOWN))
    others = ((number, entry.title or "?") for number, entry in enumerate(entries, start=1) if not entry.slot)
    blocks: list[ParagraphBlock | TableBlock] = [slots_table(slots, file)]
    blocks += [ParagraphBlock(title, f"entry {number}") for number, title in others]
    offsets = {slot.opens.utcoffset() for slot in slots if slot.opens.tzinfo}
    if zone == "UTC" and offsets and offsets != {datetime.timedelta()}:
        offset = f"the zone is UTC, but the hours have the offset {slots[0].opens:%z}"
        blocks.append(ParagraphBlock(f"{offset}; they are read as those of the place", "time_zone_name"))
        zone = ""
    blocks += unread(name for entry in entries for name in entry.unread())
    properties = {name: text for name, text in (("body", title), ("zone", zone)) if text}
    return Paper(file, "schedule", tuple(blocks), properties)


def _by_day(conference: Mapping[str, Any]) -> Iterator[_Entry]:
    for day in _list(conference.get("days")):
        for room, events in _mapping(_mapping(day).get("rooms")).items():
            for each in _list(events):
                yield _entry(_mapping(each), _text(_mapping(day).get("date")), room)


def _flat(events: Sequence[Any]) -> Iterator[_Entry]:
    for each in events:
        event = _mapping(each)
        room = event.get("room")
        opens, closes = (_moment(_text(event.get(name))) for name in ("start", "end"))
        yield _Entry(event, opens, closes, _text(_mapping(room).get("name") or room))


def _sessionize(data: Any, rooms: Mapping[str, str]) -> Iterator[_Entry]:
    """Yield the sessions in any of its views: all, by group, or the grid by day and room."""
    for part in data if isinstance(data, list) else _mapping(data).values():
        yield from _sessionize(part, rooms) if isinstance(part, list | dict) else ()
    session = _mapping(data)
    if "startsAt" in session:
        opens, closes = (_moment(_text(session.get(name))) for name in ("startsAt", "endsAt"))
        room = rooms.get(_text(session.get("roomId")), "") or _text(session.get("room"))
        yield _Entry(
            session, opens, closes, room, "event" if _text(session.get(SERVICE)).lower() == "true" else "entry"
        )


def _xml_entries(root: etree._Element) -> Iterator[_Entry]:
    for day in children(root, "day"):
        date = day.get("date", "")
        for room in children(day, "room"):
            for each in children(room, "event"):
                yield _entry(_fields(each), date, room.get("name", ""))
        for each in children(day, "entry"):  # the older form of EuroPython: minutes, and hours without a colon
            fields = _fields(each)
            start, minutes = fields.get("start", ""), fields.get("duration", "")
            opens = _moment(f"{date}T{start[:2]}:{start[2:]}")
            length = datetime.timedelta(minutes=int(minutes) if _LENGTH.fullmatch(minutes) else 0)
            yield _Entry(fields, opens, opens + length if opens else None, fields.get("room", ""))


def _fields(element: etree._Element) -> dict[str, str]:
    return {name(each): " ".join("".join(map(str, each.itertext())).split()) for each in element}


def _entry(event: Mapping[str, Any], day: str, room: str) -> _Entry:
    """Return an entry: its whole moment where it has one, else the day and the hour."""
    opens = _moment(_text(event.get("date"))) or _moment(f"{day}T{_text(event.get('start')).rjust(5, '0')}")
    length = _length(_text(event.get("duration")))
    return _Entry(event, opens, opens + length if opens and length else None, room)


def _moment(text: str) -> datetime.datetime | None:
    try:
        return datetime.datetime.fromisoformat(text) if len(text) > 10 else None
    except ValueError:
        return None


def _length(text: str) -> datetime.timedelta | None:
    parts = text.split(":")
    if not 2 <= len(parts) <= 3 or not all(part.isascii() and part.isdecimal() and len(part) < 4 for part in parts):
        return None
    return datetime.timedelta(hours=int(parts[0]), minutes=int(parts[1]))


def _mapping(value: Any) -> Mapping[str, Any]:
    return value if isinstance(value, dict) else {}


def _list(value: Any) -> Sequence[Any]:
    return value if isinstance(value, list) else []


def _text(value: Any) -> str:
    return "" if value is None or isinstance(value, dict | list) else str(value)

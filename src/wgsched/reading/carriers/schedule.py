"""Exports of other systems: ``schedule.json`` and ``schedule.xml`` of frab and pretalx, the hub's, and Sessionize."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from lxml import etree

from wgsched.errors import BadInput, Fault
from wgsched.files.nodes import plain
from wgsched.files.programmes import programme_from_json
from wgsched.files.source import read_nodes
from wgsched.reading.blocks import Paper, ParagraphBlock, TableBlock
from wgsched.reading.carriers.programme import paper_of
from wgsched.reading.carriers.slots import Slot, table_of
from wgsched.reading.carriers.xml import child, children, parsed

_KNOWN = "Read are programme files, schedule.json and schedule.xml of frab and pretalx, and Sessionize's all.json."
LONGEST = datetime.timedelta(hours=24)


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
        slots = [*_by_day(conference), *_flat(_list(schedule.get("events")))]
    elif _list(_mapping(data).get("sessions")):
        slots = [*_sessionize(_mapping(data))]
    else:
        raise BadInput(Fault("is no export of a programme", file, hint=_KNOWN))
    return _paper(file, slots, _text(conference.get("title")), _text(conference.get("time_zone_name")))


def read_xml(content: bytes, file: str) -> Paper:
    """Return the entries of an export in XML.

    Raises:
        BadInput: it is no XML, or not the export that is read.
    """
    root = parsed(content, file)
    conference = child(root, "conference")
    if conference is None:
        raise BadInput(Fault("is no export of a programme", file, hint=_KNOWN))
    slots = [*_xml_slots(root)]
    return _paper(file, slots, _inner(conference, "title"), _inner(conference, "time_zone_name"))


def _paper(file: str, slots: Sequence[Slot], title: str, zone: str) -> Paper:
    if not slots:
        raise BadInput(Fault("has no entry with a beginning and a length", file, hint=_KNOWN))
    blocks: list[ParagraphBlock | TableBlock] = [table_of(slots, file)]
    offsets = {slot.opens.utcoffset() for slot in slots if slot.opens.tzinfo}
    if zone == "UTC" and offsets and offsets != {datetime.timedelta()}:
        said = (
            f"the zone is UTC, but the hours have the offset {slots[0].opens:%z}; they are read as those of the place"
        )
        blocks.append(ParagraphBlock(said, "time_zone_name"))
        zone = ""
    return Paper(file, "schedule", tuple(blocks), {name: text for name, text in
                 (("body", title), ("zone", zone)) if text})  # fmt: skip


def _by_day(conference: Mapping[str, Any]) -> Iterator[Slot]:
    for day in _list(conference.get("days")):
        for room, events in _mapping(_mapping(day).get("rooms")).items():
            for each in _list(events):
                event = _mapping(each)
                yield from _slot(event, _text(_mapping(day).get("date")), room)


def _flat(events: Sequence[Any]) -> Iterator[Slot]:
    for each in events:
        event = _mapping(each)
        room = event.get("room")
        opens, closes = (_moment(_text(event.get(name))) for name in ("start", "end"))
        yield from _whole(opens, closes, event, _text(_mapping(room).get("name") or room))


def _sessionize(data: Mapping[str, Any]) -> Iterator[Slot]:
    rooms = {_text(_mapping(room).get("id")): _text(_mapping(room).get("name")) for room in _list(data.get("rooms"))}
    for each in _list(data.get("sessions")):
        session = _mapping(each)
        opens, closes = (_moment(_text(session.get(name))) for name in ("startsAt", "endsAt"))
        room = rooms.get(_text(session.get("roomId")), "")
        yield from _whole(opens, closes, session, room)


def _whole(
    opens: datetime.datetime | None, closes: datetime.datetime | None, event: Mapping[str, Any], room: str
) -> Iterator[Slot]:
    """Yield an entry that has both of its moments, in the same zone or in none."""
    known = opens and closes and opens.utcoffset() == closes.utcoffset()
    if opens and closes and known and datetime.timedelta() < closes - opens <= LONGEST:
        yield Slot(f"{opens:%Y-%m-%d %H:%M}, {room}", _text(event.get("title")), opens, closes, room)


def _xml_slots(root: etree._Element) -> Iterator[Slot]:
    for day in children(root, "day"):
        for room in children(day, "room"):
            for each in children(room, "event"):
                event = {name: _inner(each, name) for name in ("date", "start", "duration", "title")}
                yield from _slot(event, day.get("date", ""), room.get("name", ""))


def _slot(event: Mapping[str, Any], day: str, room: str) -> Iterator[Slot]:
    """Yield an entry: its whole moment where it has one, else the day and the hour; none without a length."""
    opens = _moment(_text(event.get("date"))) or _moment(f"{day}T{_text(event.get('start')).rjust(5, '0')}")
    length = _length(_text(event.get("duration")))
    if opens and length:
        place = f"{opens:%Y-%m-%d %H:%M}, {room}" if room else f"{opens:%Y-%m-%d %H:%M}"
        yield Slot(place, _text(event.get("title")), opens, opens + length, room)


def _moment(text: str) -> datetime.datetime | None:
    try:
        return datetime.datetime.fromisoformat(text) if len(text) > 10 else None
    except ValueError:
        return None


def _length(text: str) -> datetime.timedelta | None:
    parts = text.split(":")
    if not 2 <= len(parts) <= 3 or not all(part.isascii() and part.isdecimal() and len(part) < 4 for part in parts):
        return None
    length = datetime.timedelta(hours=int(parts[0]), minutes=int(parts[1]))
    return length if datetime.timedelta() < length <= LONGEST else None


def _inner(element: etree._Element, name: str) -> str:
    inner = child(element, name)
    return (inner.text or "").strip() if inner is not None else ""


def _mapping(value: Any) -> Mapping[str, Any]:
    return value if isinstance(value, dict) else {}


def _list(value: Any) -> Sequence[Any]:
    return value if isinstance(value, list) else []


def _text(value: Any) -> str:
    return "" if value is None or isinstance(value, dict | list) else str(value)

"""iCalendar: every VEVENT, whatever is wrong around it; a broken VTIMEZONE loses none, and no UID is trusted."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator

from icalendar.parser import Contentline

from wgsched.errors import BadInput, Fault
from wgsched.files.octets import text_of
from wgsched.model.gate import is_zone
from wgsched.reading.blocks import Paper, ParagraphBlock, TableBlock
from wgsched.reading.carriers.slots import Slot, table_of

_DATE = re.compile(r"(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)\d\d(Z)?)?")
_LENGTH = re.compile(r"P(?:(\d{1,2})D)?(?:T(?:(\d{1,3})H)?(?:(\d{1,4})M)?(?:\d+S)?)?")
_ESCAPED = re.compile(r"\\([\\;,nN])")
Values = dict[str, tuple[str, str]]
"""The value and the zone of each property of an event."""


def read_calendar(content: bytes, file: str) -> Paper:
    """Return the events of a calendar; those of a whole day are shown and never planned.

    Raises:
        BadInput: it is no calendar, or has no event.
    """
    text = text_of(content, file)
    if "BEGIN:VCALENDAR" not in text[:1000].upper():
        raise BadInput(Fault("is not a calendar: it does not begin with BEGIN:VCALENDAR", file))
    events, head = _events(text)
    blocks: list[ParagraphBlock | TableBlock] = []
    slots = []
    for number, event in enumerate(events, start=1):
        slot = _slot(event, f"event {number}")
        if slot is None:
            blocks.append(ParagraphBlock(_said(event, "SUMMARY") or "?", f"event {number}"))
        else:
            slots.append(slot)
            if "RRULE" in event:
                blocks.append(ParagraphBlock(f"RRULE:{_said(event, 'RRULE')}", f"event {number}"))
    if not slots:
        raise BadInput(Fault("has no event with a beginning", file))
    zone = next((zone for event in events for _, zone in (event.get("DTSTART", ("", "")),) if is_zone(zone)), "")
    zone = zone or (head.get("X-WR-TIMEZONE", "") if is_zone(head.get("X-WR-TIMEZONE", "")) else "")
    properties = {"body": head.get("X-WR-CALNAME", ""), "zone": zone}
    return Paper(file, "ics", (table_of(slots, file), *blocks), {key: each for key, each in properties.items() if each})


def _events(text: str) -> tuple[list[Values], dict[str, str]]:
    """Return the properties of each event, and those of the calendar itself."""
    events: list[Values] = []
    head: dict[str, str] = {}
    depth: list[str] = []
    for name, zone, value in _lines(text):
        if name == "BEGIN":
            depth.append(value.upper())
            if value.upper() == "VEVENT":
                events.append({})
        elif name == "END" and value.upper() in depth:
            while depth.pop() != value.upper():
                pass
        elif depth[-1:] == ["VEVENT"]:
            events[-1].setdefault(name, (value, zone))
        elif depth == ["VCALENDAR"]:
            head.setdefault(name, value)
    return events, head


def _lines(text: str) -> Iterator[tuple[str, str, str]]:
    """Yield the name, the zone and the value of each line that has them."""
    for line in re.sub(r"\n[ \t]", "", text).split("\n"):
        try:
            content = Contentline(line, strict=False)  # type: ignore[no-untyped-call]
            name, parameters, value = content.parts() if line.strip() else ("", {}, "")
        except ValueError:
            continue  # a damaged line loses itself alone
        if name:
            yield name.upper(), str(parameters.get("TZID", "")), str(value)


def _slot(event: Values, place: str) -> Slot | None:
    opens = _moment(*event.get("DTSTART", ("", "")))
    closes = _moment(*event.get("DTEND", ("", "")))
    if opens is None:
        return None
    whole = "T" not in event["DTSTART"][0]
    if closes is None:
        closes = opens + (_length(_said(event, "DURATION")) or datetime.timedelta(days=1 if whole else 0))
    if closes <= opens or (closes - opens > datetime.timedelta(days=1) and not whole):
        return None
    title, room = (_ESCAPED.sub(_sign, _said(event, name)) for name in ("SUMMARY", "LOCATION"))
    if whole:
        closes = opens + datetime.timedelta(days=1)
    return Slot(place, title or "?", opens, closes, room.split("\n")[0], "event" if whole else "entry")


def _said(event: Values, name: str) -> str:
    return event.get(name, ("", ""))[0].strip()


def _sign(match: re.Match[str]) -> str:
    return "\n" if match[1] in "nN" else match[1]


def _moment(value: str, _zone: str) -> datetime.datetime | None:
    match = _DATE.fullmatch(value.strip())
    if not match:
        return None
    year, month, day, hour, minute = (int(part or 0) for part in match.groups()[:5])
    try:
        return datetime.datetime(year, month, day, hour, minute)  # noqa: DTZ001 - the clock of the place
    except ValueError:
        return None


def _length(text: str) -> datetime.timedelta | None:
    match = _LENGTH.fullmatch(text)
    if not match:
        return None
    days, hours, minutes = (int(part or 0) for part in match.groups())
    return datetime.timedelta(days=days, hours=hours, minutes=minutes)

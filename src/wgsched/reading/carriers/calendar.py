"""iCalendar: every VEVENT, whatever is wrong around it; a broken VTIMEZONE loses none, and no UID is trusted."""

from __future__ import annotations

import datetime
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import suppress
from zoneinfo import ZoneInfo

from icalendar.parser import Contentline

from wgsched.errors import BadInput, Fault
from wgsched.files.octets import text_of
from wgsched.model.gate import is_zone
from wgsched.reading.blocks import Paper, ParagraphBlock, TableBlock
from wgsched.reading.carriers.slots import Slot, slots_table, unread

_DATE = re.compile(r"(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)\d\d(Z)?)?")
_LENGTH = re.compile(r"P(?:(\d)W)?(?:(\d{1,2})D)?(?:T(?:(\d{1,3})H)?(?:(\d{1,4})M)?(?:\d+S)?)?")
_ESCAPED = re.compile(r"\\([\\;,nN])")
DAY = datetime.timedelta(days=1)
MOST_DAYS = 31
"""An event of more whole days than these is none of a session."""

REPEATING = ("RRULE", "RDATE", "EXDATE")
TAKEN = frozenset(
    {"DTSTART", "DTEND", "DURATION", "SUMMARY", "LOCATION", "STATUS", "UID", "DTSTAMP", "CREATED", "LAST-MODIFIED",
     "SEQUENCE", "TRANSP", "CLASS", "PRIORITY", *REPEATING}
)  # fmt: skip
"""Properties that are read, or that say nothing of a programme."""

Values = dict[str, tuple[str, str]]
"""The value and the zone of each property of an event."""


def read_calendar(content: bytes, file: str) -> Paper:
    """Return the events of a calendar on the clock of its zone; those of a whole day are shown and never planned.

    Raises:
        BadInput: it is no calendar, or has no event.
    """
    text = text_of(content, file)
    if "BEGIN:VCALENDAR" not in text[:1000].upper():
        raise BadInput(Fault("is not a calendar: it does not begin with BEGIN:VCALENDAR", file))
    events, head = _events(text)
    zone = _zone(events, head)
    blocks: list[ParagraphBlock | TableBlock] = []
    slots = []
    for number, event in enumerate(events, start=1):
        place = f"event {number}"
        own = [] if _said(event, "STATUS").upper() == "CANCELLED" else [*_slots(event, place, zone)]
        slots += own
        blocks += [ParagraphBlock(said, place) for said in _untaken(event, taken=bool(own))]
    if not slots:
        raise BadInput(Fault("has no event with a beginning", file))
    named = {"body": head.get("X-WR-CALNAME", ""), "zone": zone}
    properties = {key: each for key, each in named.items() if each}
    blocks += unread(name for event in events for name in event if name not in TAKEN)
    return Paper(file, "ics", (slots_table(slots, file), *blocks), properties)


def _zone(events: Sequence[Values], head: dict[str, str]) -> str:
    """Return the zone on whose clock the events are read: the calendar's own, else that of most events, else UTC."""
    own = head.get("X-WR-TIMEZONE", "")
    beginnings = [event.get("DTSTART", ("", "")) for event in events]
    zones = Counter(zone for _, zone in beginnings if is_zone(zone))
    common = zones.most_common(1)[0][0] if zones else "UTC" if any(value[-1:] == "Z" for value, _ in beginnings) else ""
    return own if is_zone(own) else common


def _untaken(event: Values, *, taken: bool) -> Iterator[str]:
    """Yield what is not taken of an event: all of one without hours or cancelled, its repetition, its other days."""
    title = _plain(_said(event, "SUMMARY")) or "?"
    if _said(event, "STATUS").upper() == "CANCELLED":
        yield f"{title} (STATUS:CANCELLED)"
    elif not taken:
        yield title
    for name in REPEATING if taken else ():
        if name in event:
            yield f"{name}:{_said(event, name)}"


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


def _slots(event: Values, place: str, zone: str) -> Iterator[Slot]:
    """Yield what an event is: its hours, or each of its whole days."""
    opens, closes = _moment(*event.get("DTSTART", ("", "")), zone), _moment(*event.get("DTEND", ("", "")), zone)
    if opens is None:
        return
    whole = "T" not in event["DTSTART"][0]
    if closes is None:
        closes = opens + (_length(_said(event, "DURATION")) or DAY * whole)
    length = closes - opens
    if not datetime.timedelta() < length <= (MOST_DAYS * DAY if whole else DAY):
        return
    title, room = (_plain(_said(event, name)) for name in ("SUMMARY", "LOCATION"))
    kind = "event" if whole else "entry"
    for begins in (opens + n * DAY for n in range(length.days if whole else 1)):
        yield Slot(place, title or "?", begins, begins + (DAY if whole else length), room.split("\n")[0], kind)


def _said(event: Values, name: str) -> str:
    return event.get(name, ("", ""))[0].strip()


def _plain(text: str) -> str:
    return _ESCAPED.sub(lambda match: "\n" if match[1] in "nN" else match[1], text)


def _moment(value: str, own: str, zone: str) -> datetime.datetime | None:
    """Return a moment on the clock of a zone; one without a zone of its own is of the place."""
    match = _DATE.fullmatch(value.strip())
    if not match:
        return None
    year, month, day, hour, minute = (int(part or 0) for part in match.groups()[:5])
    with suppress(ValueError, OverflowError):
        moment = datetime.datetime(year, month, day, hour, minute)  # noqa: DTZ001 - the clock of the place
        named = "UTC" if match[6] else own
        if match[4] and zone and named != zone and is_zone(named):
            moment = moment.replace(tzinfo=ZoneInfo(named)).astimezone(ZoneInfo(zone)).replace(tzinfo=None)
        return moment
    return None


def _length(text: str) -> datetime.timedelta | None:
    match = _LENGTH.fullmatch(text)
    if not match:
        return None
    weeks, days, hours, minutes = (int(part or 0) for part in match.groups())
    return datetime.timedelta(weeks=weeks, days=days, hours=hours, minutes=minutes)

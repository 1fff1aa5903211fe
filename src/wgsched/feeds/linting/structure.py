"""Components and properties: which must be there, which may be there once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from wgsched.feeds.linting.kind import Kind, Remark, at, kind
from wgsched.feeds.linting.source import Component, Source

_DATED = ("VEVENT", "VTODO", "VJOURNAL", "VFREEBUSY")
_ONCE = {
    "VCALENDAR": (
        "PRODID", "VERSION", "CALSCALE", "METHOD", "UID", "LAST-MODIFIED", "URL", "REFRESH-INTERVAL", "SOURCE", "COLOR",
        "NAME", "X-WR-CALNAME", "X-PUBLISHED-TTL",
    ),
    "VEVENT": (
        "UID", "DTSTAMP", "DTSTART", "DTEND", "DURATION", "CLASS", "CREATED", "DESCRIPTION", "GEO", "LAST-MODIFIED",
        "LOCATION", "ORGANIZER", "PRIORITY", "SEQUENCE", "STATUS", "SUMMARY", "TRANSP", "URL", "RECURRENCE-ID", "RRULE",
        "COLOR",
    ),
    "VTIMEZONE": ("TZID", "LAST-MODIFIED", "TZURL"),
    "STANDARD": ("DTSTART", "TZOFFSETFROM", "TZOFFSETTO", "RRULE"),
    "DAYLIGHT": ("DTSTART", "TZOFFSETFROM", "TZOFFSETTO", "RRULE"),
}  # fmt: skip
"""NAME may be repeated by the RFC; a feed has one language, and readers show one name."""


@kind("unbalanced", "5545 3.6")
def unbalanced(source: Source) -> Iterator[Remark]:
    """Components open and close in turn."""
    yield from source.unbalanced


@kind("not-a-calendar", "5545 3.4")
def not_a_calendar(source: Source) -> Iterator[Remark]:
    """A file is one VCALENDAR."""
    if not source.calendars:
        yield Remark(1, "", "there is no calendar in this file")
    for component in source.calendars:
        if component.name != "VCALENDAR":
            yield at(component, f"{component.name or 'a component without a name'} stands outside a VCALENDAR")
    for second in [component for component in source.calendars if component.name == "VCALENDAR"][1:]:
        yield at(second, "this is a second VCALENDAR; a feed is one")


@kind("no-component", "5545 3.6")
def no_component(source: Source) -> Iterator[Remark]:
    """A calendar contains something."""
    for calendar in _calendars(source):
        if not calendar.parts:
            yield at(calendar, "this calendar contains no component")


def _calendars(source: Source) -> list[Component]:
    return [component for component in source.calendars if component.name == "VCALENDAR"]


def _missing(components: list[Component], name: str, what: str) -> Iterator[Remark]:
    for component in components:
        if not component.value(name).strip():
            yield Remark(component.number, name, f"this {component.name} has no {name}: {what}")


@kind("missing-prodid", "5545 3.7.3")
def missing_prodid(source: Source) -> Iterator[Remark]:
    """A calendar says what wrote it."""
    yield from _missing(_calendars(source), "PRODID", "what wrote the file")


@kind("missing-version", "5545 3.7.4")
def missing_version(source: Source) -> Iterator[Remark]:
    """A calendar says its version."""
    yield from _missing(_calendars(source), "VERSION", "it is 2.0")


@kind("wrong-version", "5545 3.7.4")
def wrong_version(source: Source) -> Iterator[Remark]:
    """The version is 2.0."""
    for calendar in _calendars(source):
        line = calendar.one("VERSION")
        if line and line.value.strip() and line.value != "2.0":
            yield at(line, "VERSION must be 2.0")


@kind("wrong-calscale", "5545 3.7.1")
def wrong_calscale(source: Source) -> Iterator[Remark]:
    """The calendar is Gregorian."""
    for calendar in _calendars(source):
        line = calendar.one("CALSCALE")
        if line and line.value.upper() != "GREGORIAN":
            yield at(line, "CALSCALE must be GREGORIAN")


@kind("uid-on-calendar", "7986 5.3")
def uid_on_calendar(source: Source) -> Iterator[Remark]:
    """A feed has no UID of its own."""
    for calendar in _calendars(source):
        for line in calendar.all("UID"):
            yield at(line, "the calendar itself has a UID; sync programs then keep one event of all")


@kind("missing-uid", "5545 3.8.4.7")
def missing_uid(source: Source) -> Iterator[Remark]:
    """An event has an identity."""
    yield from _missing(list(source.components(*_DATED)), "UID", "its identity")


@kind("missing-dtstamp", "5545 3.8.7.2")
def missing_dtstamp(source: Source) -> Iterator[Remark]:
    """An event says when it was written."""
    yield from _missing(list(source.components(*_DATED)), "DTSTAMP", "when it was written")


@kind("missing-dtstart", "5545 3.8.2.4")
def missing_dtstart(source: Source) -> Iterator[Remark]:
    """An event begins."""
    yield from _missing(source.events, "DTSTART", "when it begins")


@kind("missing-summary", "5545 3.8.1.12")
def missing_summary(source: Source) -> Iterator[Remark]:
    """An event says what it is."""
    yield from _missing(source.events, "SUMMARY", "what a reader sees")


@kind("missing-last-modified", "5545 3.8.7.3")
def missing_last_modified(source: Source) -> Iterator[Remark]:
    """An event says when it changed."""
    yield from _missing(source.events, "LAST-MODIFIED", "without it, programs may keep what they have")


@kind("duplicate-uid", "5545 3.8.4.7")
def duplicate_uid(source: Source) -> Iterator[Remark]:
    """Two events are two identities."""
    seen: dict[tuple[str, str], int] = {}
    for component in source.components(*_DATED):
        line = component.one("UID")
        if line is None:
            continue
        first = seen.setdefault((line.value, component.value("RECURRENCE-ID")), line.number)
        if first != line.number:
            yield at(line, f"this UID was given in line {first} already")


@kind("repeated-property", "5545 3.6")
def repeated_property(source: Source) -> Iterator[Remark]:
    """What may stand once stands once."""
    for component in source.components():
        once = _ONCE.get(component.name, ())
        count: Counter[str] = Counter()
        for line in component.lines:
            count[line.name] += 1
            if line.name in once and count[line.name] == 2:
                yield at(line, f"{line.name} stands more than once in this {component.name}")


@kind("method-without-organizer", "5546 3.2.1")
def method_without_organizer(source: Source) -> Iterator[Remark]:
    """A published event has an organizer."""
    for calendar in _calendars(source):
        line = calendar.one("METHOD")
        if line and any(event.one("ORGANIZER") is None for event in calendar.named("VEVENT")):
            yield at(line, "METHOD asks for an ORGANIZER in every event; leave METHOD out, or name one")


@kind("wrong-method", "5546 1.4")
def wrong_method(source: Source) -> Iterator[Remark]:
    """A feed is published, not requested."""
    for calendar in _calendars(source):
        line = calendar.one("METHOD")
        if line and line.value.upper() != "PUBLISH":
            yield at(line, "the METHOD of a feed is PUBLISH")


KINDS: tuple[Kind, ...] = (
    unbalanced,
    not_a_calendar,
    no_component,
    missing_prodid,
    missing_version,
    wrong_version,
    wrong_calscale,
    uid_on_calendar,
    missing_uid,
    missing_dtstamp,
    missing_dtstart,
    missing_summary,
    missing_last_modified,
    duplicate_uid,
    repeated_property,
    method_without_organizer,
    wrong_method,
)

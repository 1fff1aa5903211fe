"""Components and properties: which must be there, which may be there once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from wgsched.feeds.linting.kind import DefectKind, at, each_line, kind
from wgsched.feeds.linting.source import ContentLine, Remark, Source

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
def _unbalanced(source: Source) -> Iterator[Remark]:
    yield from source.unbalanced


@kind("not-a-calendar", "5545 3.4")
def _not_a_calendar(source: Source) -> Iterator[Remark]:
    if not source.calendars:
        yield Remark(1, "", "there is no calendar in this file")
    for component in source.calendars:
        if component.name != "VCALENDAR":
            yield at(component, f"{component.name or 'a component without a name'} stands outside a VCALENDAR")
    for second in [component for component in source.calendars if component.name == "VCALENDAR"][1:]:
        yield at(second, "this is a second VCALENDAR; a feed is one")


@kind("no-component", "5545 3.6")
def _no_component(source: Source) -> Iterator[Remark]:
    for calendar in source.components("VCALENDAR"):
        if not calendar.parts:
            yield at(calendar, "this calendar contains no component")


def _missing(code: str, rfc: str, components: tuple[str, ...], name: str, what: str) -> DefectKind:
    def check(source: Source) -> Iterator[Remark]:
        for component in source.components(*components):
            if not component.value(name).strip():
                yield Remark(component.number, name, f"this {component.name} has no {name}: {what}")

    return kind(code, rfc)(check)


_missing("missing-prodid", "5545 3.7.3", ("VCALENDAR",), "PRODID", "what wrote the file")
_missing("missing-version", "5545 3.7.4", ("VCALENDAR",), "VERSION", "it is 2.0")
_missing("missing-uid", "5545 3.8.4.7", _DATED, "UID", "its identity")
_missing("missing-dtstamp", "5545 3.8.7.2", _DATED, "DTSTAMP", "when it was written")
_missing("missing-dtstart", "5545 3.8.2.4", ("VEVENT",), "DTSTART", "when it begins")
_missing("missing-summary", "5545 3.8.1.12", ("VEVENT",), "SUMMARY", "what a reader sees")
_missing(
    "missing-last-modified",
    "5545 3.8.7.3",
    ("VEVENT",),
    "LAST-MODIFIED",
    "without it, programs may keep what they have",
)


@each_line("wrong-version", "5545 3.7.4", "VERSION", "VERSION must be 2.0", inside="VCALENDAR")
def _wrong_version(line: ContentLine) -> bool:
    return line.value != "2.0" and bool(line.value.strip())


@each_line("wrong-calscale", "5545 3.7.1", "CALSCALE", "CALSCALE must be GREGORIAN", inside="VCALENDAR")
def _wrong_calscale(line: ContentLine) -> bool:
    return line.value.upper() != "GREGORIAN"


@each_line(
    "uid-on-calendar",
    "7986 5.3",
    "UID",
    "the calendar itself has a UID; sync programs then keep one event of all",
    inside="VCALENDAR",
)
def _uid_on_calendar(_: ContentLine) -> bool:
    return True


@each_line("wrong-method", "5546 1.4", "METHOD", "the METHOD of a feed is PUBLISH", inside="VCALENDAR")
def _wrong_method(line: ContentLine) -> bool:
    return line.value.upper() != "PUBLISH"


@kind("duplicate-uid", "5545 3.8.4.7")
def _duplicate_uid(source: Source) -> Iterator[Remark]:
    seen: dict[tuple[str, str], int] = {}
    for component in source.components(*_DATED):
        line = component.one("UID")
        if line is None:
            continue
        first = seen.setdefault((line.value, component.value("RECURRENCE-ID")), line.number)
        if first != line.number:
            yield at(line, f"this UID was given in line {first} already")


@kind("repeated-property", "5545 3.6")
def _repeated_property(source: Source) -> Iterator[Remark]:
    for component in source.components():
        once = _ONCE.get(component.name, ())
        count: Counter[str] = Counter()
        for line in component.lines:
            count[line.name] += 1
            if line.name in once and count[line.name] == 2:
                yield at(line, f"{line.name} stands more than once in this {component.name}")


@kind("method-without-organizer", "5546 3.2.1")
def _method_without_organizer(source: Source) -> Iterator[Remark]:
    for calendar in source.components("VCALENDAR"):
        line = calendar.one("METHOD")
        if line and any(event.one("ORGANIZER") is None for event in calendar.named("VEVENT")):
            yield at(line, "METHOD asks for an ORGANIZER in every event; leave METHOD out, or name one")

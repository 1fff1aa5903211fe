"""The values of single properties: which are lawful, which say nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator

from wgsched.feeds.linting.kind import Kind, Remark, at, kind
from wgsched.feeds.linting.moments import Form, duration_of, moment_of
from wgsched.feeds.linting.source import Line, Source

_STATUS = ("TENTATIVE", "CONFIRMED", "CANCELLED")
_NOTHING = ("None", "none", "null", "NULL", "undefined", "nan", "NaN", "NaT", "[object Object]")
_TEXTS = ("SUMMARY", "DESCRIPTION", "LOCATION", "COMMENT", "CONTACT", "NAME", "X-WR-CALNAME", "CATEGORIES", "RESOURCES")
_LISTS = ("CATEGORIES", "RESOURCES")
_LAWFUL_ESCAPE = re.compile(r"\\[\\;,nN]")
_URI = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:[^\s]+")
_GEO = re.compile(r"([+-]?[0-9]{1,3}(?:\.[0-9]+)?);([+-]?[0-9]{1,3}(?:\.[0-9]+)?)")


def _events(source: Source, *names: str) -> Iterator[Line]:
    for event in source.events:
        yield from event.all(*names)


@kind("invalid-status", "5545 3.8.1.11")
def invalid_status(source: Source) -> Iterator[Remark]:
    """An event is tentative, confirmed or cancelled."""
    for line in _events(source, "STATUS"):
        if line.value.upper() not in _STATUS:
            yield at(line, f"STATUS of an event is one of {', '.join(_STATUS)}")


@kind("invalid-sequence", "5545 3.8.7.4")
def invalid_sequence(source: Source) -> Iterator[Remark]:
    """A sequence is a whole number."""
    for line in _events(source, "SEQUENCE"):
        if not re.fullmatch("[0-9]{1,9}", line.value):
            yield at(line, "SEQUENCE must be a whole number from 0 up")


@kind("invalid-transp", "5545 3.8.2.7")
def invalid_transp(source: Source) -> Iterator[Remark]:
    """An event is opaque or transparent."""
    for line in _events(source, "TRANSP"):
        if line.value.upper() not in ("OPAQUE", "TRANSPARENT"):
            yield at(line, "TRANSP is OPAQUE or TRANSPARENT")


@kind("invalid-geo", "5545 3.8.1.6")
def invalid_geo(source: Source) -> Iterator[Remark]:
    """A place is two numbers."""
    for line in _events(source, "GEO"):
        found = _GEO.fullmatch(line.value)
        if not found or abs(float(found[1])) > 90 or abs(float(found[2])) > 180:
            yield at(line, "GEO is a latitude and a longitude in degrees, with a semicolon between")


@kind("cancelled-but-busy", "5545 3.8.2.7")
def cancelled_but_busy(source: Source) -> Iterator[Remark]:
    """A cancelled event takes no time."""
    for event in source.events:
        line = event.one("STATUS")
        if line and line.value.upper() == "CANCELLED" and event.value("TRANSP").upper() != "TRANSPARENT":
            yield at(line, "this event is cancelled and still shows as busy; it should be TRANSP:TRANSPARENT")


@kind("says-nothing", "5545 3.1")
def says_nothing(source: Source) -> Iterator[Remark]:
    """No program's word for nothing stands as a value."""
    for line in source.lines():
        values = [line.value, *(value for values in line.parameters.values() for value in values)]
        if any(value in _NOTHING for value in values):
            yield at(line, f"{line.name} says literally that there is nothing; leave the property out")


@kind("not-in-utc", "5545 3.8.7.2")
def not_in_utc(source: Source) -> Iterator[Remark]:
    """Stamps are in UTC."""
    for line in source.lines():
        if line.name in ("DTSTAMP", "LAST-MODIFIED", "CREATED"):
            found = moment_of(line)
            if (found is None or found.form is not Form.UTC) and line.value.strip():
                yield at(line, f"{line.name} must be a date and time in UTC, such as 20090320T120000Z")


@kind("wrong-escape", "5545 3.3.11")
def wrong_escape(source: Source) -> Iterator[Remark]:
    """Only a backslash, a comma, a semicolon and a line break are escaped."""
    for line in source.lines():
        if line.name in _TEXTS and "\\" in _LAWFUL_ESCAPE.sub("", line.value):
            yield at(line, f"{line.name} has a backslash that escapes nothing")


@kind("missing-escape", "5545 3.3.11")
def missing_escape(source: Source) -> Iterator[Remark]:
    """A comma or semicolon inside a text is escaped."""
    for line in source.lines():
        plain = _LAWFUL_ESCAPE.sub("", line.value)
        if line.name in _TEXTS and (";" in plain or ("," in plain and line.name not in _LISTS)):
            yield at(line, f"{line.name} has a comma or a semicolon without a backslash before it")


@kind("comma-in-category", "5545 3.8.1.2")
def comma_in_category(source: Source) -> Iterator[Remark]:
    """A category has no comma."""
    for line in _events(source, "CATEGORIES"):
        if "\\," in line.value:
            yield at(line, "a category has an escaped comma; common programs make two of it")


@kind("mixed-languages", "5545 3.2.10")
def mixed_languages(source: Source) -> Iterator[Remark]:
    """A feed has one language, and says so everywhere or nowhere."""
    lines = [line for line in source.lines() if line.name in ("SUMMARY", "DESCRIPTION", "LOCATION")]
    if not lines:
        return
    first = lines[0].parameter("LANGUAGE")
    for line in lines:
        found = line.parameter("LANGUAGE")
        if found.lower() != first.lower():
            yield at(line, f"{line.name} is in {found or 'no language'}, while the file began in {first or 'none'}")


@kind("invalid-uri", "5545 3.3.13")
def invalid_uri(source: Source) -> Iterator[Remark]:
    """An address has a scheme."""
    for line in source.lines():
        if line.name in ("URL", "SOURCE", "CONFERENCE", "TZURL") and not _URI.fullmatch(line.value):
            yield at(line, f"{line.name} must be a whole address, such as https://example.org/")


@kind("invalid-duration", "5545 3.3.6")
def invalid_duration(source: Source) -> Iterator[Remark]:
    """A duration is written as such, and is not negative."""
    for line in source.lines():
        if line.name in ("DURATION", "REFRESH-INTERVAL", "X-PUBLISHED-TTL"):
            found = duration_of(line.value)
            if found is None or found.total_seconds() < 0:
                yield at(line, f"{line.name} must be a duration from nothing up, such as PT1H")


KINDS: tuple[Kind, ...] = (
    invalid_status,
    invalid_sequence,
    invalid_transp,
    invalid_geo,
    cancelled_but_busy,
    says_nothing,
    not_in_utc,
    wrong_escape,
    missing_escape,
    comma_in_category,
    mixed_languages,
    invalid_uri,
    invalid_duration,
)

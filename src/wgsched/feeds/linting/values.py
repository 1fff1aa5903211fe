"""The values of single properties: which are lawful, which say nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator

from wgsched.feeds.linting.kind import at, each_line, kind
from wgsched.feeds.linting.moments import Form, duration_of, moment_of
from wgsched.feeds.linting.source import ContentLine, Remark, Source

_STATUS = ("TENTATIVE", "CONFIRMED", "CANCELLED")
_NOTHING = ("None", "none", "null", "NULL", "undefined", "nan", "NaN", "NaT", "[object Object]")
_TEXTS = ("SUMMARY", "DESCRIPTION", "LOCATION", "COMMENT", "CONTACT", "NAME", "X-WR-CALNAME")
_LISTS = ("CATEGORIES", "RESOURCES")
_LAWFUL_ESCAPE = re.compile(r"\\[\\;,nN]")
_URI = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:[^\s]+")
_GEO = re.compile(r"([+-]?[0-9]{1,3}(?:\.[0-9]+)?);([+-]?[0-9]{1,3}(?:\.[0-9]+)?)")


def _unescaped(line: ContentLine) -> str:
    return _LAWFUL_ESCAPE.sub("", line.value)


@each_line(
    "invalid-status", "5545 3.8.1.11", "STATUS", f"STATUS of an event is one of {', '.join(_STATUS)}", inside="VEVENT"
)
def _invalid_status(line: ContentLine) -> bool:
    return line.value.upper() not in _STATUS


@each_line("invalid-sequence", "5545 3.8.7.4", "SEQUENCE", "SEQUENCE must be a whole number from 0 up", inside="VEVENT")
def _invalid_sequence(line: ContentLine) -> bool:
    return re.fullmatch("[0-9]{1,9}", line.value) is None


@each_line("invalid-transp", "5545 3.8.2.7", "TRANSP", "TRANSP is OPAQUE or TRANSPARENT", inside="VEVENT")
def _invalid_transp(line: ContentLine) -> bool:
    return line.value.upper() not in ("OPAQUE", "TRANSPARENT")


@each_line(
    "invalid-geo",
    "5545 3.8.1.6",
    "GEO",
    "GEO is a latitude and a longitude in degrees, with a semicolon between",
    inside="VEVENT",
)
def _invalid_geo(line: ContentLine) -> bool:
    place = _GEO.fullmatch(line.value)
    return place is None or abs(float(place[1])) > 90 or abs(float(place[2])) > 180


@each_line(
    "comma-in-category",
    "5545 3.8.1.2",
    "CATEGORIES",
    "a category has an escaped comma; common programs make two of it",
    inside="VEVENT",
)
def _comma_in_category(line: ContentLine) -> bool:
    return "\\," in line.value


@each_line(
    "not-in-utc",
    "5545 3.8.7.2",
    "DTSTAMP LAST-MODIFIED CREATED",
    "{name} must be a date and time in UTC, such as 20090320T120000Z",
)
def _not_in_utc(line: ContentLine) -> bool:
    moment = moment_of(line)
    return bool(line.value.strip()) and (moment is None or moment.form is not Form.UTC)


@each_line("wrong-escape", "5545 3.3.11", " ".join(_TEXTS + _LISTS), "{name} has a backslash that escapes nothing")
def _wrong_escape(line: ContentLine) -> bool:
    return "\\" in _unescaped(line)


@each_line(
    "missing-escape",
    "5545 3.3.11",
    " ".join(_TEXTS + _LISTS),
    "{name} has a comma or a semicolon without a backslash before it",
)
def _missing_escape(line: ContentLine) -> bool:
    return ";" in _unescaped(line) or ("," in _unescaped(line) and line.name not in _LISTS)


@each_line(
    "invalid-uri",
    "5545 3.3.13",
    "URL SOURCE CONFERENCE TZURL",
    "{name} must be a whole address, such as https://example.org/",
)
def _invalid_uri(line: ContentLine) -> bool:
    return _URI.fullmatch(line.value) is None


@each_line(
    "invalid-duration",
    "5545 3.3.6",
    "DURATION REFRESH-INTERVAL X-PUBLISHED-TTL",
    "{name} must be a duration from nothing up, such as PT1H",
)
def _invalid_duration(line: ContentLine) -> bool:
    length = duration_of(line.value)
    return length is None or length.total_seconds() < 0


@kind("cancelled-but-busy", "5545 3.8.2.7")
def _cancelled_but_busy(source: Source) -> Iterator[Remark]:
    for event in source.events:
        line = event.one("STATUS")
        if line and line.value.upper() == "CANCELLED" and event.value("TRANSP").upper() != "TRANSPARENT":
            yield at(line, "this event is cancelled and still shows as busy; it should be TRANSP:TRANSPARENT")


@kind("says-nothing", "5545 3.1")
def _says_nothing(source: Source) -> Iterator[Remark]:
    for line in source.lines():
        values = [line.value, *(value for values in line.parameters.values() for value in values)]
        if any(value in _NOTHING for value in values):
            yield at(line, f"{line.name} says literally that there is nothing; leave the property out")


@kind("mixed-languages", "5545 3.2.10")
def _mixed_languages(source: Source) -> Iterator[Remark]:
    lines = [line for line in source.lines() if line.name in ("SUMMARY", "DESCRIPTION", "LOCATION")]
    if not lines:
        return
    first = lines[0].parameter("LANGUAGE")
    for line in lines:
        language = line.parameter("LANGUAGE")
        if language.lower() != first.lower():
            yield at(line, f"{line.name} is in {language or 'no language'}, while the file began in {first or 'none'}")

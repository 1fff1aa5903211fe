"""What a subscription says of itself; RFC 7986."""

from __future__ import annotations

import re
from collections.abc import Iterator

from wgsched.feeds.linting.kind import Kind, Remark, at, kind
from wgsched.feeds.linting.moments import duration_of
from wgsched.feeds.linting.source import Source


def _undeclared(source: Source, name: str, value: str) -> Iterator[Remark]:
    for line in source.lines():
        if line.name == name and line.parameter("VALUE").upper() != value:
            yield at(line, f"{name} must declare its kind of value: {name};VALUE={value}")


@kind("undeclared-duration", "7986 5.7")
def undeclared_duration(source: Source) -> Iterator[Remark]:
    """REFRESH-INTERVAL declares that it is a duration."""
    yield from _undeclared(source, "REFRESH-INTERVAL", "DURATION")


@kind("undeclared-source", "7986 5.8")
def undeclared_source(source: Source) -> Iterator[Remark]:
    """SOURCE declares that it is an address."""
    yield from _undeclared(source, "SOURCE", "URI")


@kind("undeclared-conference", "7986 5.11")
def undeclared_conference(source: Source) -> Iterator[Remark]:
    """CONFERENCE declares that it is an address."""
    yield from _undeclared(source, "CONFERENCE", "URI")


@kind("two-refresh-intervals", "7986 5.7")
def two_refresh_intervals(source: Source) -> Iterator[Remark]:
    """Both ways to say how often to come say the same."""
    for calendar in source.components("VCALENDAR"):
        one, other = calendar.one("REFRESH-INTERVAL"), calendar.one("X-PUBLISHED-TTL")
        if one and other and duration_of(one.value) != duration_of(other.value):
            yield at(other, f"X-PUBLISHED-TTL differs from REFRESH-INTERVAL in line {one.number}")


@kind("two-names", "7986 5.1")
def two_names(source: Source) -> Iterator[Remark]:
    """Both ways to name a calendar give the same name."""
    for calendar in source.components("VCALENDAR"):
        one, other = calendar.one("NAME"), calendar.one("X-WR-CALNAME")
        if one and other and one.value != other.value:
            yield at(other, f"X-WR-CALNAME differs from NAME in line {one.number}")


@kind("color-without-name", "7986 5.9")
def color_without_name(source: Source) -> Iterator[Remark]:
    """A colour is given by its CSS name."""
    for line in source.lines():
        if line.name == "COLOR" and not re.fullmatch("[A-Za-z]+", line.value):
            yield at(line, "COLOR must be the CSS name of a colour, such as teal")


KINDS: tuple[Kind, ...] = (
    undeclared_duration,
    undeclared_source,
    undeclared_conference,
    two_refresh_intervals,
    two_names,
    color_without_name,
)

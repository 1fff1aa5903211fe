"""What a subscription says of itself; RFC 7986."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from wgsched.feeds.linting.kind import DefectKind, at, each_line, kind
from wgsched.feeds.linting.moments import duration_of
from wgsched.feeds.linting.source import ContentLine, Remark, Source


def _twice(code: str, rfc: str, one: str, other: str, read: Callable[[str], object]) -> DefectKind:
    """Make a kind of defect of two lines of a calendar that must say the same."""

    def check(source: Source) -> Iterator[Remark]:
        for calendar in source.components("VCALENDAR"):
            first, second = calendar.one(one), calendar.one(other)
            if first and second and read(first.value) != read(second.value):
                yield at(second, f"{other} differs from {one} in line {first.number}")

    return kind(code, rfc)(check)


_UNDECLARED = "{name} must declare its kind of value: {name};VALUE="


@each_line("undeclared-duration", "7986 5.7", "REFRESH-INTERVAL", f"{_UNDECLARED}DURATION")
def _undeclared_duration(line: ContentLine) -> bool:
    return line.parameter("VALUE").upper() != "DURATION"


@each_line("undeclared-source", "7986 5.8", "SOURCE", f"{_UNDECLARED}URI")
def _undeclared_source(line: ContentLine) -> bool:
    return line.parameter("VALUE").upper() != "URI"


@each_line("undeclared-conference", "7986 5.11", "CONFERENCE", f"{_UNDECLARED}URI")
def _undeclared_conference(line: ContentLine) -> bool:
    return line.parameter("VALUE").upper() != "URI"


@each_line("color-without-name", "7986 5.9", "COLOR", "COLOR must be the CSS name of a colour, such as teal")
def _color_without_name(line: ContentLine) -> bool:
    return re.fullmatch("[A-Za-z]+", line.value) is None


_twice("two-refresh-intervals", "7986 5.7", "REFRESH-INTERVAL", "X-PUBLISHED-TTL", duration_of)
_twice("two-names", "7986 5.1", "NAME", "X-WR-CALNAME", str)

"""Components to octets: every property in a fixed place, lines escaped and folded as RFC 5545 asks.

The components are icalendar's; the lines are ours, because its own lines are cut inside escapes and lose a
backslash before an N.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from icalendar import vCategory, vText

from wgsched.feeds.folding import clean, escape, fold, parameter

if TYPE_CHECKING:
    from collections.abc import Iterator

    from icalendar import Component

_FIRST = ("VERSION", "PRODID", "CALSCALE", "METHOD", "UID", "TZID", "DTSTAMP", "SEQUENCE", "STATUS", "DTSTART", "DTEND")


def write(component: Component) -> bytes:
    """Return a component, with all that it contains, as iCalendar octets; the same component, the same octets."""
    lines: list[bytes] = []
    _lines(component, lines)
    lines.append(b"")
    return b"\r\n".join(lines)


def _lines(component: Component, lines: list[bytes]) -> None:
    name = str(component.name)
    lines.append(f"BEGIN:{name}".encode())
    for key, value in properties(component):
        lines.append(fold(f"{key}{_parameters(value)}:{_written(value)}"))
    for inner in component.subcomponents:
        _lines(inner, lines)
    lines.append(f"END:{name}".encode())


def properties(component: Component) -> Iterator[tuple[str, Any]]:
    """Yield a component's own properties in the order in which they are written."""
    for key, value in sorted(component.items(), key=_by_place):
        if isinstance(value, list):
            for one in value:
                yield key, one
        else:
            yield key, value


def _by_place(own: tuple[str, Any]) -> tuple[int, str]:
    return _place(own[0])


@cache
def _place(key: str) -> tuple[int, str]:
    return (_FIRST.index(key) if key in _FIRST else len(_FIRST), key)


def _parameters(value: Any) -> str:
    params = getattr(value, "params", None)
    if not params:
        return ""
    return "".join(f";{key}={_joined(params[key])}" for key in sorted(params))


def _joined(value: object) -> str:
    if isinstance(value, list | tuple):
        return ",".join(parameter(str(one)) for one in value)
    return parameter(str(value))


def _written(value: Any) -> str:
    if isinstance(value, vText):
        return escape(value)
    if isinstance(value, vCategory):
        return ",".join(escape(str(name)) for name in value.cats)
    octets = value.to_ical()
    return clean(octets if isinstance(octets, str) else octets.decode()).replace("\n", "")

"""Components to octets: every property in a fixed place, lines escaped and folded as RFC 5545 asks.

The components are icalendar's; the lines are ours, because its own lines are cut inside escapes and lose a
backslash before an N.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from icalendar import vCategory, vText

from wgsched.feeds.folding import clean, escape, fold, parameter

if TYPE_CHECKING:
    from icalendar import Component

_FIRST = ("VERSION", "PRODID", "CALSCALE", "METHOD", "UID", "TZID", "DTSTAMP", "SEQUENCE", "STATUS", "DTSTART", "DTEND")


def write(component: Component) -> bytes:
    """Return a component, with all that it contains, as iCalendar octets; the same component, the same octets."""
    lines = [f"BEGIN:{component.name}\r\n"]
    for name, value in properties(component):
        parameters = _parameters(value.params) if value.params else ""
        text = escape(value) if isinstance(value, vText) else _written(value)
        lines.append(f"{name}{parameters}:{text}\r\n")
    inner = [write(each) for each in component.subcomponents]
    return b"".join([fold("".join(lines)), *inner, f"END:{component.name}\r\n".encode()])


def properties(component: Component) -> list[tuple[str, Any]]:
    """Return a component's own properties in the order in which they are written; each value of a list by itself."""
    own = dict(component.items())
    names = [name for name in _FIRST if name in own] + sorted(own.keys() - set(_FIRST))
    return [(name, each) for name in names for each in (own[name] if isinstance(own[name], list) else [own[name]])]


def _parameters(params: Any) -> str:
    written = ""
    for name in sorted(params):
        given = params[name]
        several = isinstance(given, list | tuple)
        written += f";{name}={','.join(map(parameter, map(str, given))) if several else parameter(str(given))}"
    return written


def _written(value: Any) -> str:
    if isinstance(value, vCategory):
        return ",".join([escape(str(name)) for name in value.cats])
    octets = value.to_ical()
    text = octets if isinstance(octets, str) else octets.decode()
    return text if text.isprintable() else clean(text).replace("\n", "")

"""Components to octets: every property in a fixed place, lines escaped and folded as RFC 5545 asks.

The components are icalendar's; the lines are ours, because its own lines are cut inside escapes and lose a
backslash before an N.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from icalendar import vCategory, vText
from icalendar.parser_tools import to_unicode

from wgsched.feeds.folding import UNFIT, escape, fold, parameter

if TYPE_CHECKING:
    from icalendar import Component

_FIRST = ("VERSION", "PRODID", "CALSCALE", "METHOD", "UID", "TZID", "DTSTAMP", "SEQUENCE", "STATUS", "DTSTART", "DTEND")


def write(component: Component) -> bytes:
    """Return a component, with all that it contains, as iCalendar octets; the same component, the same octets."""
    lines = [f"BEGIN:{component.name}\r\n"]
    for name, value in properties(component):
        line = name
        for key in sorted(value.params):
            given = value.params[key]
            values = given if isinstance(given, list | tuple) else [given]
            line += f";{key}={','.join(map(parameter, map(str, values)))}"
        if isinstance(value, vText):
            line += f":{escape(value)}"
        elif isinstance(value, vCategory):
            line += f":{','.join(map(escape, value.cats))}"
        else:
            line += f":{UNFIT.sub('', to_unicode(value.to_ical()))}"
        lines.append(f"{line}\r\n")
    inner = [write(each) for each in component.subcomponents]
    return b"".join([fold("".join(lines)), *inner, f"END:{component.name}\r\n".encode()])


def properties(component: Component) -> list[tuple[str, Any]]:
    """Return a component's own properties in the order in which they are written; each value of a list by itself."""
    own = dict(component.items())
    names = [*filter(own.__contains__, _FIRST), *sorted(own.keys() - set(_FIRST))]
    return [(name, each) for name in names for each in (own[name] if isinstance(own[name], list) else [own[name]])]

"""Components to octets: iCalendar, with each property in a fixed place, and jCal, its JSON form (RFC 7265).

The components are icalendar's; the lines are ours, because its own lines are cut inside escapes and lose a
backslash before an N.
"""

from __future__ import annotations

import json
from typing import Any

from icalendar import Component, vCategory, vText
from icalendar.parser_tools import to_unicode

from wgsched.feeds.folding import UNFIT, escape, fold, parameter

_FIRST = ("VERSION", "PRODID", "CALSCALE", "METHOD", "UID", "TZID", "DTSTAMP", "SEQUENCE", "STATUS", "DTSTART", "DTEND")
_UNTYPED = ("COLOR", "NAME")
"""RFC 7986 names without a VALUE, which readers of RFC 5545 alone must keep as they stand; RFC 7265, section 5."""


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
    return b"".join([fold("".join(lines)), *map(write, component.subcomponents), f"END:{component.name}\r\n".encode()])


def properties(component: Component) -> list[tuple[str, Any]]:
    """Return a component's own properties in the order in which they are written; each value of a list by itself."""
    own = dict(component.items())
    names = [*filter(own.__contains__, _FIRST), *sorted(own.keys() - set(_FIRST))]
    return [(name, each) for name in names for each in (own[name] if isinstance(own[name], list) else [own[name]])]


def write_jcal(component: Component) -> bytes:
    """Return a component, with all that it contains, as jCal in UTF-8; the same component, the same octets."""
    return json.dumps(_node(component), ensure_ascii=False, separators=(",", ":")).encode()


def _node(component: Component) -> list[Any]:
    own = []
    for name, value in properties(component):
        written = list(value.to_jcal(name.lower()))
        if isinstance(value, vText) and (name.startswith("X-") or name in _UNTYPED) and "VALUE" not in value.params:
            written[2:] = ["unknown", escape(value)]
        elif written[2] == "recur":
            written[3] = {
                part: each[0] if isinstance(each, list) and len(each) == 1 else each
                for part, each in written[3].items()
            }
        own.append(written)
    return [str(component.name).lower(), own, [*map(_node, component.subcomponents)]]

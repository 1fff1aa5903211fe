"""Components as jCal, the JSON form of iCalendar; RFC 7265."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from icalendar import vText

from wgsched.feeds.folding import escape
from wgsched.feeds.writer import properties

if TYPE_CHECKING:
    from icalendar import Component

_UNTYPED = ("COLOR", "NAME")
"""RFC 7986 names without a VALUE, which readers of RFC 5545 alone must keep as they stand; RFC 7265, section 5."""


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
    return [str(component.name).lower(), own, [_node(inner) for inner in component.subcomponents]]

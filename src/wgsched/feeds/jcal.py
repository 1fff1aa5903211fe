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
    own = [_property(key, value) for key, value in properties(component)]
    return [str(component.name).lower(), own, [_node(inner) for inner in component.subcomponents]]


def _property(key: str, value: Any) -> list[Any]:
    written = list(value.to_jcal(key.lower()))
    if isinstance(value, vText) and (key.startswith("X-") or key in _UNTYPED) and "VALUE" not in value.params:
        written[2:] = ["unknown", escape(value)]
    elif written[2] == "recur":
        written[3] = {part: _single(found) for part, found in written[3].items()}
    return written


def _single(found: Any) -> Any:
    return found[0] if isinstance(found, list) and len(found) == 1 else found

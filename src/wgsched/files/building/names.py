"""Finds items by what an officer calls them: a number, however it is spaced, or a key."""

from __future__ import annotations

from wgsched.errors import BadInput
from wgsched.files.building.context import Context
from wgsched.files.faults import suggestion
from wgsched.files.nodes import Path
from wgsched.model import Agenda, ItemNumber


def named_item(path: Path, name: str, agenda: Agenda, context: Context) -> str | None:
    """Return the key of the item of this number or key, or tell that there is none."""
    key = item_key(name, agenda)
    if key is None:
        known = [str(item.number or item.key) for item in agenda]
        context.faults.at(path, f"there is no agenda item {name!r}", suggestion(_normal(name), known))
    return key


def item_key(name: str, agenda: Agenda) -> str | None:
    """Return the key of the item of this number or key; ``2(a)`` and ``2 (a)`` are alike."""
    for word in (name.strip(), _normal(name)):
        if word in agenda:
            return agenda[word].key
    return None


def _normal(name: str) -> str:
    try:
        return str(ItemNumber.parse(name))
    except BadInput:
        return name.strip()

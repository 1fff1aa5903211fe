"""The fields of the form, by sheet. Their keys stand hidden in the workbook, so that any language is read alike."""

from __future__ import annotations

from wgsched.files.building.place import stations
from wgsched.model import SIX, Role, SessionKind

MARK = "wgsched form 1"
"""What stands in the last hidden cell of the first row of each sheet."""

DATES = frozenset({"first", "last", "issued", "day"})

ROWS = 200
"""Rows of the sheets of agenda and programme that have lists."""

SESSION = (
    "symbol", *(f"body.{code}" for code in SIX), "kind", "place", "first", "last", "hours", "issued", "original",
    "languages", "interpretation",
)  # fmt: skip
AGENDA = ("number", "role", *(f"title.{code}" for code in SIX), "takes")
PROGRAMME = ("day", "period", "item")

LISTS: dict[str, tuple[str, ...]] = {
    "kind": tuple(kind.value for kind in SessionKind),
    "place": tuple(name for name in stations() if name != "every station"),
    "original": tuple(SIX),
    "interpretation": ("six", "none"),
    "role": tuple(role.value for role in Role),
    "period": ("am", "pm", "night"),
}
"""What may be chosen in a field; other words may be typed too."""

DEFAULTS = {"kind": "session", "original": "en", "languages": "six", "interpretation": "six"}

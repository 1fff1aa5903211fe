"""JSON as people like to edit it: what fits stands on one line, and the order is that of the nouns."""

from __future__ import annotations

import json
import re
from typing import Any

from wgsched.errors import BadInput

WIDTH = 116
_flat = json.JSONEncoder(ensure_ascii=False).encode
_HALF = re.compile("[\ud800-\udfff]")
_UNSAFE = re.compile("[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")


def pretty(value: Any) -> bytes:
    """Return a value as JSON in UTF-8, with a line end at its end; the same value, the same bytes.

    Raises:
        BadInput: a text holds half of a character.
    """
    text = _laid(value, 0, len("\n")) + "\n"
    if half := _HALF.search(text):
        near = text[max(0, half.start() - 30) : half.start()].rpartition("\n")[2]
        raise BadInput(f"a text holds half of a character, after {near!r}; it cannot be written")
    return _UNSAFE.sub(lambda sign: f"\\u{ord(sign.group()):04x}", text).encode("utf-8")


def _laid(value: Any, indent: int, taken: int) -> str:
    flat = _flat(value)
    if not isinstance(value, dict | list) or not value:
        return flat
    if taken + len(flat) <= WIDTH and not _open(value, indent):
        return flat
    inner = " " * (indent + 2)
    if isinstance(value, dict):
        heads = [(f"{inner}{_flat(key)}: ", each) for key, each in value.items()]
        ends = "{}"
    else:
        heads = [(inner, each) for each in value]
        ends = "[]"
    lines = ",\n".join(
        [
            head + (_laid(each, indent + 2, len(head) + 1) if isinstance(each, dict | list) else _flat(each))
            for head, each in heads
        ]
    )
    return f"{ends[0]}\n{lines}\n{' ' * indent}{ends[1]}"


def _open(value: Any, indent: int) -> bool:
    """Return whether a value is better laid out over lines even where it would fit: the top, and what has rows."""
    return (
        indent == 0
        or (isinstance(value, list) and any(isinstance(each, dict | list) for each in value))
        or (isinstance(value, dict) and "rows" in value and bool(value["rows"]))
    )

"""Slips of typing that break a YAML file, told as what was seen and what to type."""

from __future__ import annotations

import re

from wgsched.errors import Fault

NO_BREAK = ("\u00a0", "\u202f")
CURLY = "Curly quotes, as Word writes them, are part of the text: put straight ones around all of it. "

_FULL_WIDTH = re.compile("(?P<key>\\s*(?:- )?[^:\\uff1a\"'{}\\[\\]#]+)\uff1a")
_NO_COLON = re.compile(r"\s*(?:- )?(?P<key>[^:\"'{}\[\]#]*[^:\"'{}\[\]#\s-])\s+[{\[]")
_ALONE = re.compile(r"\s*(?P<key>[A-Za-z][A-Za-z ]*?) [^:\"'{}\[\]#]+")


def slip_in(lines: list[str], line: int, begun: int) -> Fault | None:
    """Return what was mistyped in the line of an error, or in that where the broken part begins; lines from 1."""
    for place in dict.fromkeys((line, begun, line - 1)):
        text = lines[place - 1] if 0 < place <= len(lines) else ""
        if wide := _FULL_WIDTH.match(text):
            hint = f"Write {wide['key'].strip()}: with a space after it."
            return Fault("holds a full-width colon after a key", line=place, column=wide.end(), hint=hint)
        if missing := _NO_COLON.match(text):
            return _without_colon(missing["key"], place, missing.end("key"))
    text = lines[begun - 1] if 0 < begun < line and begun <= len(lines) else ""
    alone = _ALONE.fullmatch(text)
    return (
        _without_colon(alone["key"].split()[0], begun, alone.start("key") + len(alone["key"].split()[0]))
        if alone
        else None
    )


def _without_colon(key: str, line: int, end: int) -> Fault:
    hint = f"Write {key.strip()}: with a space after it."
    return Fault(f"a colon is missing after {key.strip()!r}", line=line, column=end + 1, hint=hint)

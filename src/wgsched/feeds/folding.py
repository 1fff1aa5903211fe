"""Content lines: what may stand in one, how text is escaped, where a line may be cut.

RFC 5545, sections 3.1 (content lines, folding) and 3.3.11 (text), and RFC 6868 (parameter values).
"""

from __future__ import annotations

import re
from functools import lru_cache

LIMIT = 75
"""Octets in one line, its line break not counted."""

_BREAKS = re.compile("\r\n|[\n\r\v\f\x85\u2028\u2029]")
_UNWRITABLE = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff]")
_UNCLEAN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")
"""All that the two above change: nearly every text has none of it, and one look tells."""

UNFIT = re.compile(f"{_UNCLEAN.pattern}|\n")
"""What has no place inside a content line."""

_QUOTED = re.compile("[,;:]")
_ESCAPES = {"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n"}  # the backslash first: the others bring some
_CARETS = {ord("^"): "^^", ord('"'): "^'", ord("\n"): "^n"}
_LONG = re.compile(rb"[^\r\n]{%d,}" % (LIMIT + 1))
_HALF_AN_ESCAPE = re.compile(rb"(?<!\\)(?:\\\\)*\\\Z|(?<!\^)(?:\^\^)*\^\Z")
"""A mark at the end of a piece that belongs to what follows; two of one kind belong together."""


def clean(text: str) -> str:
    """Return the text without control characters and lone surrogates, with one kind of line break.

    A line separator of Unicode is a break too: many parsers split lines there.
    """
    return _UNWRITABLE.sub("", _BREAKS.sub("\n", text)) if _UNCLEAN.search(text) else text


@lru_cache(maxsize=1024)
def escape(text: str) -> str:
    """Return the text as a TEXT value; RFC 5545, section 3.3.11. Many entries have the same places and categories."""
    written = clean(text) if _UNCLEAN.search(text) else text
    for sign, escaped in _ESCAPES.items():
        written = written.replace(sign, escaped)  # for a few signs several times as fast as one translation
    return written


@lru_cache(maxsize=1024)
def parameter(text: str) -> str:
    """Return the text as a parameter value, quoted where it must be; RFC 6868."""
    value = clean(text).translate(_CARETS)
    return f'"{value}"' if _QUOTED.search(value) else value


def fold(lines: str) -> bytes:
    """Return content lines as octets, folded where they are long; RFC 5545, section 3.1.

    No piece is longer than ``LIMIT`` octets, and no cut falls inside a code point or an escape, so that every piece
    is valid UTF-8 and also survives a parser that unescapes before it unfolds.
    """
    return _LONG.sub(_cut, lines.encode())


def _cut(line: re.Match[bytes]) -> bytes:
    octets, pieces, start, room = line[0], [], 0, LIMIT
    while len(octets) - start > room:
        cut = start + room
        while cut > start + 1 and (octets[cut] & 0xC0 == 0x80 or _HALF_AN_ESCAPE.search(octets[start:cut])):
            cut -= 1
        pieces.append(octets[start:cut])
        start, room = cut, LIMIT - 1
    return b"\r\n ".join([*pieces, octets[start:]])

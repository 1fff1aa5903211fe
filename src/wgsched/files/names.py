"""Names of files that every disk can hold: of bounded length, and still readable."""

from __future__ import annotations

import hashlib
import unicodedata

LONGEST = 255
"""Bytes of a name on the disks of Linux; on those of Windows and macOS so many characters."""

READABLE = 80
"""Bytes of what is kept of a key in a name that is made for it."""

MARK = "~"
"""Stands before the digits that tell shortened names apart; a name that was not shortened never has it."""

_DIGITS = 12


def shortened(key: str) -> str:
    """Return the beginning of a key, its words joined by hyphens, and digits that are those of this key alone.

    Letters of every script stay, so that people can read it; what any system refuses in a name goes.
    """
    kept = (sign if sign.isalnum() or _is_accent(sign) else " " for sign in unicodedata.normalize("NFC", key))
    words = "-".join("".join(kept).split())
    digits = hashlib.sha256(key.encode()).hexdigest()[:_DIGITS]
    return f"{_beginning(words, READABLE).rstrip('-')}{MARK}{digits}"


def _beginning(text: str, longest: int) -> str:
    """Return the beginning of a text in at most so many bytes, without a part of a character or of its accents."""
    end = len(text.encode()[:longest].decode(errors="ignore"))
    while 0 < end < len(text) and _is_accent(text[end]):
        end -= 1
    return text[:end]


def _is_accent(sign: str) -> bool:
    """Return whether a sign belongs to the letter before it, as accents and many vowels do."""
    return unicodedata.category(sign).startswith("M")

"""One word of several, and whole numbers."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeVar

from wgsched.files.faults import suggestion
from wgsched.files.grammar.wrong import Wrong

T = TypeVar("T")


def one_of(known: Mapping[str, T], word: str) -> T:
    """Return what one of several words stands for; spaces and hyphens are alike.

    Raises:
        Wrong: it is none of them.
    """
    wanted = word.strip().lower().replace(" ", "-")
    for name, value in known.items():
        if name.lower().replace(" ", "-") == wanted:
            return value
    raise Wrong(f"unknown word {word!r}", suggestion(wanted, known))


def whole_number(text: str) -> int:
    """Read a whole number, perhaps with a sign.

    Raises:
        Wrong: it is not one.
    """
    digits = text.strip().removeprefix("-")
    if not (digits.isascii() and digits.isdecimal() and len(digits) <= 18):
        raise Wrong(f"{text!r}: expected a whole number")
    return int(text)

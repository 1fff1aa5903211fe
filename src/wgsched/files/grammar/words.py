"""One word of several, the name of a time zone, and whole numbers."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeVar
from zoneinfo import available_timezones

from wgsched.files.faults import suggestion
from wgsched.files.grammar.wrong import Wrong
from wgsched.model.gate import is_zone

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


def checked_zone(name: str) -> str:
    """Return the name of a time zone.

    Raises:
        Wrong: there is none of that name.
    """
    if is_zone(name):
        return name
    last = name.rsplit("/", 1)[-1].lower().replace(" ", "_")
    same = sorted(each for each in available_timezones() if each.rsplit("/", 1)[-1].lower() == last)
    hint = f"Did you mean {same[0]!r}?" if same else "Expected for example Europe/Vienna."
    raise Wrong(f"{name!r} is not the name of a time zone", hint)


def whole_number(text: str) -> int:
    """Read a whole number, perhaps with a sign.

    Raises:
        Wrong: it is not one.
    """
    digits = text.strip().removeprefix("-")
    if not (digits.isascii() and digits.isdecimal() and len(digits) <= 18):
        raise Wrong(f"{text!r}: expected a whole number", "Write it in digits, such as 17.")
    return int(text)

"""One word of several, the name of a time zone, and whole numbers; and the error of all grammars."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeVar
from zoneinfo import available_timezones

from wgsched.files.faults import suggestion
from wgsched.model.gate import is_zone

T = TypeVar("T")


class Wrong(ValueError):
    """A text is not what it should be: a message, and a hint that shows what would be."""

    def __init__(self, message: str, hint: str = "") -> None:
        self.message, self.hint = message, hint
        super().__init__(message)


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

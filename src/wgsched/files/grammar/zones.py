"""The names of time zones."""

from __future__ import annotations

from zoneinfo import available_timezones

from wgsched.files.grammar.wrong import Wrong
from wgsched.model.gate import is_zone


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

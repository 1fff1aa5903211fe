"""From nouns to plain data: only what differs from the defaults, in the order of the fields."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import MISSING, is_dataclass
from enum import Enum
from typing import Any, get_args

from wgsched.files.coding.decoding import TEXT
from wgsched.files.coding.fields import default_of, fields_of
from wgsched.files.coding.leaves import LEAVES, read, said
from wgsched.model import SIX, Preference, Rule, Text


def encoded(value: Any, zone: str) -> Any:
    """Return a noun, or any value in one, as texts, numbers, lists and dictionaries."""
    if value is None or isinstance(value, bool):
        return value
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, int | str):
        return value
    if isinstance(value, Text):
        return text_said(value)
    if isinstance(value, LEAVES):
        return said(value, zone)
    return _compound(value, zone)


def _compound(value: Any, zone: str) -> Any:
    if isinstance(value, Mapping):
        return {key: encoded(value[key], zone) for key in sorted(value)}
    if isinstance(value, frozenset | set):
        return sorted(encoded(each, zone) for each in value)
    if isinstance(value, tuple | list):
        return [encoded(each, zone) for each in value]
    if isinstance(value, Rule | Preference):
        return {value.code: _fields(value, zone)}
    if is_dataclass(value):
        return _fields(value, zone)
    raise TypeError(f"cannot be written to a file: {value!r}")


def _fields(noun: Any, zone: str) -> dict[str, Any]:
    found = {}
    for name, (field, hint) in fields_of(type(noun)).items():
        value, default = getattr(noun, field.name), default_of(field)
        if default is MISSING or value != default or type(value) is not type(default):
            found[name] = {TEXT: value} if _ambiguous(value, hint, zone) else encoded(value, zone)
    return found


def _ambiguous(value: Any, hint: Any, zone: str) -> bool:
    """Return whether a text stands where it would be read back as a moment or a day."""
    if not isinstance(value, str) or isinstance(value, Enum) or str not in get_args(hint):
        return False
    for kind in get_args(hint):
        if kind in LEAVES:
            try:
                read(kind, value, zone)
            except ValueError:
                continue
            return True
    return False


def text_said(text: Text) -> dict[str, str]:
    """Return a text with ``~`` at the languages that are to be reviewed, the official ones first."""
    order = {language: place for place, language in enumerate(SIX)}
    languages = sorted(text, key=lambda language: (order.get(language, len(SIX)), language))
    return {f"{language}~" if language in text.to_review else language: text[language] for language in languages}

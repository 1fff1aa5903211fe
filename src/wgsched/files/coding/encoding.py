"""From nouns to plain data: only what differs from the defaults, in the order of the fields."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import MISSING, is_dataclass
from enum import Enum
from typing import Any, get_args, get_origin

from wgsched.files.coding.fields import default_of, fields_of, marks_of
from wgsched.files.coding.readers import TEXT
from wgsched.files.coding.records import RULE
from wgsched.files.grammar.written import LEAVES, read, said
from wgsched.model import SIX, Preference, Rule, Strength, Text, Wish
from wgsched.preferences import KINDS as PREFERENCES


def encoded(value: Any, zone: str, hint: Any = None) -> Any:
    """Return a noun, or any value in one, as texts, numbers, lists and dictionaries."""
    if value is None or isinstance(value, bool):
        return value
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, str):
        return {TEXT: value} if _ambiguous(value, marks_of(hint)[0], zone) else value
    if isinstance(value, int):
        return value
    if isinstance(value, Text):
        return text_said(value)
    if isinstance(value, LEAVES):
        return said(value, zone)
    return _compound(value, zone, marks_of(hint)[0])


def _compound(value: Any, zone: str, hint: Any) -> Any:
    if isinstance(value, Mapping):
        return {key: encoded(value[key], zone) for key in sorted(value)}
    if isinstance(value, frozenset | set):
        return sorted(encoded(each, zone) for each in value)
    if isinstance(value, tuple | list):
        return [encoded(each, zone, its) for each, its in zip(value, _hints(hint, len(value)), strict=True)]
    if isinstance(value, Wish):
        own = {"strength": value.strength.value} if value.strength else {}
        name = f"{value.code}{RULE}" if isinstance(value.asked, Rule) and value.code in PREFERENCES else value.code
        return {name: {**_fields(value.asked, zone), **own, "weight": value.weight}}
    if isinstance(value, Rule) and value.weight != 1:
        return {value.code: {**_fields(value, zone), "strength": Strength.MUST.value, "weight": value.weight}}
    if isinstance(value, Rule | Preference):
        return {value.code: _fields(value, zone)}
    if is_dataclass(value):
        return _fields(value, zone)
    raise TypeError(f"cannot be written to a file: {value!r}")


def _fields(noun: Any, zone: str) -> dict[str, Any]:
    values = {}
    for name, (field, hint) in fields_of(type(noun)).items():
        value, default = getattr(noun, field.name), field.default
        if default is MISSING:
            default = default_of(field)
        usual = default is not MISSING and value == default and type(value) is type(default)
        if not usual or field.metadata.get("always written"):
            values[name] = encoded(value, zone, hint)
    return values


def _hints(hint: Any, count: int) -> tuple[Any, ...]:
    """Return the type of each value of a tuple."""
    options = [hint, *get_args(hint)]
    inner = next((get_args(each) for each in options if get_origin(each) is tuple), ())
    if len(inner) == count and Ellipsis not in inner:
        return tuple(inner)
    return (inner[0] if inner else None,) * count


def _ambiguous(value: str, hint: Any, zone: str) -> bool:
    """Return whether a text stands where it would be read back as a moment or a day."""
    if str not in get_args(hint):
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
    versions = dict(text.items())
    languages = [*filter(versions.__contains__, SIX), *sorted(versions.keys() - set(SIX))]
    return {f"{language}~" if language in text.to_review else language: versions[language] for language in languages}

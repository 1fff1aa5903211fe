"""What other packages bring: rules and preferences, found by their entry points."""

from __future__ import annotations

import importlib.metadata
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from importlib.metadata import EntryPoint
from typing import Any, TypeVar

from wgsched.errors import UnknownName
from wgsched.model.rule import Preference, Rule

T = TypeVar("T", Rule, Preference)


def entry_points(*, group: str) -> tuple[EntryPoint, ...]:
    """Return the entry points of a group; those of all groups are read at once, for that takes milliseconds."""
    return tuple(_installed().select(group=group))


@cache
def brought(group: str) -> tuple[object, ...]:
    """Return what the entry points of a group name, in the order of their own names."""
    return tuple(point.load() for point in sorted(entry_points(group=group), key=lambda point: point.name))


def kinds_brought(group: str) -> Iterator[type[Any]]:
    """Yield the classes that the entry points of a group name, and those of the objects that they name."""
    return (found if isinstance(found, type) else type(found) for found in brought(group))


def of_code(noun: str, code: str, ours: Mapping[str, type[T]], others: Iterable[type[T]]) -> type[T]:
    """Return the class of this code; one that another package brings does not take the place of ours.

    Raises:
        UnknownName: there is none.
    """
    known = {**{each.code: each for each in others}, **ours}
    try:
        return known[code]
    except KeyError:
        raise UnknownName(noun, code, known) from None


@cache
def _installed() -> Any:
    return importlib.metadata.entry_points()

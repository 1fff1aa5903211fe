"""Finds things by their keys."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TypeVar

from wgsched.errors import UnknownName

K = TypeVar("K")
V = TypeVar("V")


def grouped(pairs: Iterable[tuple[K, V]]) -> dict[K, tuple[V, ...]]:
    """Return the second of all pairs by the first, each in the order of the pairs."""
    groups: dict[K, list[V]] = {}
    for key, value in pairs:
        groups.setdefault(key, []).append(value)
    return {key: tuple(values) for key, values in groups.items()}


def look_up(what: str, key: str, known: Mapping[str, V]) -> V:
    """Return what has this key.

    Raises:
        UnknownName: nothing has it.
    """
    try:
        return known[key]
    except KeyError:
        raise UnknownName(what, key, known) from None

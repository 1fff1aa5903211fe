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


class Known(dict[str, V]):
    """Things by their keys; of a key that is not there, the error says what there is."""

    def __init__(self, what: str, things: Mapping[str, V]) -> None:
        super().__init__(things)
        self.what = what

    def __missing__(self, key: str) -> V:
        raise UnknownName(self.what, key, self)

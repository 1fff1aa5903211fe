"""Rules and preferences of other packages, found by their entry points."""

from __future__ import annotations

import importlib.metadata
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.metadata import EntryPoint
from types import MappingProxyType
from typing import Any, Generic, TypeVar

from wgsched.errors import UnknownName
from wgsched.model.rule import Preference, Rule

T = TypeVar("T", bound=Rule | Preference)


class Book(Generic[T]):
    """All rules or all preferences: wgsched's own, and those of other packages.

    ``group`` names the entry points, ``noun`` is the word in errors. ``kinds`` are wgsched's own, by code; another
    package cannot replace them.
    """

    def __init__(
        self, noun: str, base: type[T], group: str, standing: tuple[T, ...], on_demand: tuple[type[T], ...]
    ) -> None:
        self.noun, self.group = noun, group
        self._base: type[T] = base
        self._standing: tuple[T, ...] = standing
        kinds: tuple[type[T], ...] = (*(type(each) for each in standing), *on_demand)
        self.kinds: Mapping[str, type[T]] = MappingProxyType(_by_code(kinds))

    def standing(self) -> tuple[T, ...]:
        """Return those that hold in every session: wgsched's first."""
        return (*self._standing, *(each for each in brought(self.group) if isinstance(each, self._base)))

    def every(self) -> Mapping[str, type[T]]:
        """Return every class by its code: wgsched's first."""
        found = (each if isinstance(each, type) else type(each) for each in brought(self.group))
        others = _by_code(each for each in found if issubclass(each, self._base))
        return {**self.kinds, **{code: each for code, each in others.items() if code not in self.kinds}}

    def kind(self, code: str) -> type[T]:
        """Return the class of this code.

        Raises:
            UnknownName: there is none.
        """
        known = self.every()
        try:
            return known[code]
        except KeyError:
            raise UnknownName(self.noun, code, known) from None


def entry_points(*, group: str) -> tuple[EntryPoint, ...]:
    """Return the entry points of a group. All groups are read at once, because each reading takes milliseconds."""
    return tuple(_installed().select(group=group))


@cache
def brought(group: str) -> tuple[object, ...]:
    """Return what the entry points of a group load, in the order of their names."""
    return tuple(point.load() for point in sorted(entry_points(group=group), key=lambda point: point.name))


def _by_code(kinds: Iterable[Any]) -> dict[str, Any]:
    return {kind.code: kind for kind in kinds}


@cache
def _installed() -> Any:
    return importlib.metadata.entry_points()

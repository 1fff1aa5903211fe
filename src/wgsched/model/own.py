"""What a session knows of its own rules and preferences, whose base classes are defined above it."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Any, ClassVar, Protocol, runtime_checkable


@runtime_checkable
class Asking(Protocol):
    """What rules and preferences have in common: they speak about a session, case by case."""

    def cases(self, session: Any) -> Iterator[tuple[Any, ...]]:
        """Yield what it is about in a session, case by case."""


class OwnRule(Asking, Protocol):
    """A `Rule`, as the session that asks for it sees it."""

    code: ClassVar[str]

    def settled(self, session: Any, begun: Collection[str]) -> bool:
        """Return whether the rule has nothing left to demand once these instalments, by key, have been opened."""


class OwnPreference(Asking, Protocol):
    """A `Preference`, as the session that asks for it sees it."""

    code: ClassVar[str]

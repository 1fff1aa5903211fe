"""Rules and preferences that are asked for at an item of the agenda, each under the key that it names itself."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import MISSING, dataclass
from functools import cache, cached_property
from itertools import groupby
from typing import Any, Generic, TypeVar

from wgsched.files.coding.fields import default_of, fields_of
from wgsched.model import Preference, Rule
from wgsched.preferences import BOOK as WISHES
from wgsched.rules import BOOK as RULES

REASON = "why"

K = TypeVar("K", Rule, Preference)


@dataclass(frozen=True)
class Shorthand(Generic[K]):
    """A key of an item, and the rule or the preference that it asks for.

    ``item`` is the field of the rule that is the item; ``value`` the one that is what stands behind the key, of the
    type ``hint``, and None where that is only yes.
    """

    key: str
    kind: type[K]
    item: str
    value: str | None = None
    hint: Any = bool

    @property
    def ours(self) -> bool:
        """Whether it is that of a rule or a preference of wgsched."""
        return self.kind.code in (RULES if issubclass(self.kind, Rule) else WISHES).kinds

    @cached_property
    def standing(self) -> bool:
        """Whether the rule stands for all items where a session does not waive it."""
        return any(type(rule) is self.kind for rule in RULES.standing())

    def rule(self, item: str, value: object, why: object) -> K:
        """Return the rule or the preference for an item, by key, with a value; with a reason where it takes one."""
        fields: dict[str, Any] = {self.item: item}
        if self.value:
            fields[self.value] = value
        if REASON in fields_of(self.kind):
            fields[REASON] = why
        return self.kind(**fields)


def shorthands() -> tuple[Shorthand[Rule], ...]:
    """Return every shorthand of a rule; those for standing rules after the others, and meetings last."""
    return _of_all(tuple(RULES.every().values()))


def wishes() -> tuple[tuple[Shorthand[Preference], ...], ...]:
    """Return every shorthand of a preference, those that share a key together."""
    shorts = sorted(_of_all(tuple(WISHES.every().values())), key=lambda short: short.key)
    return tuple(tuple(sharing) for _, sharing in groupby(shorts, key=lambda short: short.key))


@cache
def _of_all(kinds: tuple[type[K], ...]) -> tuple[Shorthand[K], ...]:
    every = (short for kind in kinds for short in _of(kind))
    return tuple(sorted(every, key=lambda short: (short.value == "meetings", short.standing)))


def brought_keys() -> frozenset[str]:
    """Return the keys of items that rules and preferences of other packages bring."""
    asked = (short.key for short in shorthands() if not short.ours)
    return frozenset((*asked, *(short.key for sharing in wishes() for short in sharing if not short.ours)))


def _of(kind: type[K]) -> Iterator[Shorthand[K]]:
    fields = [(each.name, hint, default_of(each) is MISSING) for each, hint in fields_of(kind).values()]
    if converse := getattr(kind, "converse", ""):
        (value, hint, _), (item, _, _) = fields[:2]
        yield Shorthand(converse, kind, item, value, hint)
    if kind.shorthand:
        (item, _, _), *others = fields
        needed = next(((name, hint) for name, hint, must in others if must), None)
        yield Shorthand(kind.shorthand, kind, item, *needed) if needed else Shorthand(kind.shorthand, kind, item)

"""Rules that are asked for at an item of the agenda, each under the key that the rule itself names."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import MISSING, dataclass
from functools import cache, cached_property
from typing import Any

from wgsched.files.coding.fields import default_of, fields_of
from wgsched.model import Rule
from wgsched.rules import BOOK

REASON = "why"


@dataclass(frozen=True)
class Shorthand:
    """A key of an item, and the rule that it asks for.

    ``item`` is the field of the rule that is the item; ``value`` the one that is what stands behind the key, of the
    type ``hint``, and None where that is only yes.
    """

    key: str
    kind: type[Rule]
    item: str
    value: str | None = None
    hint: Any = bool

    @property
    def ours(self) -> bool:
        """Whether it is that of a rule of wgsched."""
        return self.kind.code in BOOK.kinds

    @cached_property
    def standing(self) -> bool:
        """Whether the rule stands for all items where a session does not waive it."""
        return any(type(rule) is self.kind for rule in BOOK.standing())

    def rule(self, item: str, value: object, why: object) -> Rule:
        """Return the rule for an item, by key, with a value; and with a reason where the rule takes one."""
        fields = {self.item: item, **({self.value: value} if self.value else {})}
        return self.kind(**fields, **({REASON: why} if REASON in fields_of(self.kind) else {}))


def shorthands() -> tuple[Shorthand, ...]:
    """Return every shorthand of a rule; those for standing rules after the others, and meetings last."""
    return _of_all(tuple(BOOK.every().values()))


@cache
def _of_all(kinds: tuple[type[Rule], ...]) -> tuple[Shorthand, ...]:
    shorts = (short for kind in kinds for short in _of(kind))
    return tuple(sorted(shorts, key=lambda short: (short.value == "meetings", short.standing)))


def brought_keys() -> frozenset[str]:
    """Return the keys of items that rules of other packages bring."""
    return frozenset(short.key for short in shorthands() if not short.ours)


def _of(kind: type[Rule]) -> Iterator[Shorthand]:
    fields = [(each.name, hint, default_of(each) is MISSING) for each, hint in fields_of(kind).values()]
    if kind.converse:
        (value, hint, _), (item, _, _) = fields[:2]
        yield Shorthand(kind.converse, kind, item, value, hint)
    if kind.shorthand:
        (item, _, _), *others = fields
        needed = next(((name, hint) for name, hint, must in others if must), None)
        yield Shorthand(kind.shorthand, kind, item, *needed) if needed else Shorthand(kind.shorthand, kind, item)

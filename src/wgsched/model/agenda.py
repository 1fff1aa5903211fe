"""The agenda: a tree of numbered items, and entries without a number."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from wgsched.errors import Fault, UnknownName
from wgsched.model.gate import doubled, put, refuse, strangers, unknown
from wgsched.model.items import AgendaItem, Instalment, Role, Unit
from wgsched.model.lookup import Known, grouped
from wgsched.model.time import Duration


@dataclass(frozen=True)
class Agenda:
    """The items in agenda order, parents before their sub-items; ``agenda["2 (a)"]`` finds by number or key.

    Raises:
        BadInput: two items have the same key or number, or an item names a parent or neighbour that does not exist.
    """

    items: tuple[AgendaItem, ...] = ()

    def __post_init__(self) -> None:
        put(self, items=tuple(self.items))
        refuse(strangers("agenda item", self.items, AgendaItem, "items"))
        refuse(_faults(self.items))

    def __iter__(self) -> Iterator[AgendaItem]:
        return iter(self.items)

    def __len__(self) -> int:
        return len(self.items)

    def __contains__(self, name: object) -> bool:
        return name in self._by_name

    def __getitem__(self, name: str) -> AgendaItem:
        """Return the item of this key or number.

        Raises:
            UnknownName: there is none.
        """
        try:
            return self._by_name[name]
        except KeyError:
            raise UnknownName("agenda item", name, (str(i.number or i.key) for i in self.items)) from None

    @cached_property
    def _by_name(self) -> dict[str, AgendaItem]:
        numbers = {str(item.number): item for item in self.items if item.number}
        return {**numbers, **{item.key: item for item in self.items}}

    def children(self, item: AgendaItem) -> tuple[AgendaItem, ...]:
        """Return the items directly below this one, in order."""
        return self._children.get(item.key, ())

    @cached_property
    def _children(self) -> dict[str | None, tuple[AgendaItem, ...]]:
        return grouped((item.parent, item) for item in self.items)

    def entries_of(self, item: AgendaItem) -> tuple[AgendaItem, ...]:
        """Return the entries that belong to this item, such as its panel and its groups, in order."""
        return tuple(other for other in self.children(item) if other.number is None)

    def subtree(self, item: AgendaItem) -> tuple[AgendaItem, ...]:
        """Return this item and all below it, in order."""
        return (item, *[below for child in self.children(item) for below in self.subtree(child)])

    def having(self, *roles: Role) -> tuple[AgendaItem, ...]:
        """Return the items that have one of these roles, in agenda order."""
        return tuple(item for item in self.items if item.role in roles)

    @cached_property
    def instalments(self) -> tuple[Instalment, ...]:
        """All instalments, in agenda order."""
        return tuple(_instalments(self.items))

    @cached_property
    def _instalments_of(self) -> dict[str, tuple[Instalment, ...]]:
        return grouped((key, instalment) for instalment in self.instalments for key in instalment.items)

    @cached_property
    def _below(self) -> dict[str, tuple[Instalment, ...]]:
        return {}

    @cached_property
    def _instalments_by_key(self) -> Known[Instalment]:
        return Known("instalment", {each.key: each for each in self.instalments})

    @cached_property
    def _places(self) -> dict[str, int]:
        return {each.key: place for place, each in enumerate(self.instalments)}

    def place(self, instalment: Instalment) -> int:
        """Return the place of an instalment in agenda order; the first has 0."""
        return self._places[instalment.key]

    def instalment(self, key: str) -> Instalment:
        """Return the instalment of this key.

        Raises:
            UnknownName: there is none.
        """
        return self._instalments_by_key[key]

    def instalments_of(self, unit: Unit) -> tuple[Instalment, ...]:
        """Return the instalments of an item and of all below it, in order; of an instalment, itself."""
        if isinstance(unit, Instalment):
            return (unit,)
        if unit.key not in self._below:
            below = (part for item in self.subtree(unit) for part in self._instalments_of.get(item.key, ()))
            self._below[unit.key] = tuple(dict.fromkeys(below))
        return self._below[unit.key]

    def parts_of(self, fact: object) -> tuple[Instalment, ...]:
        """Return the instalments that a fact of a case speaks of: of an item, of an instalment, or of several.

        Where instalments stand beside their items, the instalments alone.
        """
        facts = fact if isinstance(fact, tuple) else (fact,)
        parts = tuple(each for each in facts if isinstance(each, Instalment))
        items = (each for each in facts if isinstance(each, AgendaItem) and each in self._known)
        return parts or tuple(part for item in items for part in self.instalments_of(item))

    @cached_property
    def _known(self) -> frozenset[AgendaItem]:
        return frozenset(self.items)

    def items_of(self, instalment: Instalment) -> tuple[AgendaItem, ...]:
        """Return the items of an instalment: one, or several considered jointly."""
        return tuple([self[key] for key in instalment.items])

    def items_in(self, key: str) -> tuple[AgendaItem, ...]:
        """Return the items of the instalment of this key.

        Raises:
            UnknownName: there is no such instalment.
        """
        if key not in self._items_in:
            self._items_in[key] = self.items_of(self.instalment(key))
        return self._items_in[key]

    @cached_property
    def _items_in(self) -> dict[str, tuple[AgendaItem, ...]]:
        return {}


def _faults(items: tuple[AgendaItem, ...]) -> Iterator[Fault]:
    yield from doubled("item", items, "items")
    keys = {item.key for item in items}
    above: set[str] = set()
    numbers: dict[str, str] = {}
    for place, item in enumerate(items):
        path = f"items.{place}"
        if item.parent is not None and item.parent not in above:
            yield from _not_above(item, keys, above, f"{path}.parent")
        if item.jointly is not None:
            yield from unknown("agenda item", item.jointly, keys, f"{path}.jointly")
        if item.number and numbers.setdefault(str(item.number), item.key) != item.key:
            yield Fault(f"item {item.number} is here a second time", path=f"{path}.number")
        above.add(item.key)
    for place, item in enumerate(items):
        if numbers.get(item.key, item.key) != item.key:
            yield Fault(f"the key {item.key!r} is the number of another item", path=f"items.{place}.key")


def _not_above(item: AgendaItem, keys: set[str], above: set[str], path: str) -> Iterator[Fault]:
    """Yield what is wrong with a parent that does not stand before its item."""
    if item.parent in keys:
        message = f"item {item.parent!r} does not stand above {item.key!r}"
        yield Fault(message, path=path, hint="A parent stands before its sub-items, and never below itself.")
    else:
        yield from unknown("agenda item above it", str(item.parent), above, path)


def _instalments(items: tuple[AgendaItem, ...]) -> Iterator[Instalment]:
    together = grouped((item.jointly or item.key, item.key) for item in items)
    for item in items:
        keys = together.get(item.key, ())
        takes = item.parts or ((item.takes,) if item.takes else ())
        if not keys or item.jointly not in (None, item.key):
            continue
        for part, each in enumerate(takes, start=1):
            if each.expected == Duration():
                continue
            usual = item.key if len(takes) == 1 else f"{item.key}.{part}"
            key = item.part_keys[part - 1] if part <= len(item.part_keys) else usual
            yield Instalment(key, keys, each, part)

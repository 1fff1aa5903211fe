"""The agenda: the numbers give the nesting; entries without a number stand after the item they belong to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import replace

from wgsched.errors import BadInput
from wgsched.files.building.context import Context, item_named
from wgsched.files.building.services import tell_strange_features
from wgsched.files.grammar import Wrong
from wgsched.files.nodes import Path
from wgsched.files.shape import SessionShape
from wgsched.files.shape.agenda import EntryShape, ItemShape
from wgsched.model import HALF_HOUR, Agenda, AgendaItem, Annotation, Duration, Forum, ItemNumber, Role, Takes
from wgsched.model.items import NEVER_LEFT_OUT
from wgsched.model.lookup import grouped

MOST_TIMES = 99
"""How often one item can be held."""

_LAST = (Role.REPORT, Role.CLOSURE)


def agenda_of(shape: SessionShape, forums: tuple[Forum, ...], context: Context) -> tuple[Agenda, Mapping[Path, str]]:
    """Return the agenda with its entries, parents before their sub-items; and the key of each by its place."""
    builder = _AgendaBuilder(shape, forums, context)
    return builder.agenda(), builder.keys


def sequence_of(shape: SessionShape, agenda: Agenda, context: Context) -> tuple[str, ...]:
    """Return the keys of the items that are in another order than the agenda's, each once."""
    keys: dict[str, None] = {}
    for place, name in enumerate(shape.sequence):
        path: Path = ("sequence", place)
        key = context.item(path, name, agenda)
        if key in keys:
            context.faults.at(path, f"{name!r} is here a second time")
        elif key:
            keys[key] = None
    return tuple(keys)


class _AgendaBuilder:
    """Builds the items of one agenda, and then the entries among them."""

    def __init__(self, shape: SessionShape, forums: tuple[Forum, ...], context: Context) -> None:
        self.shape, self.context = shape, context
        self.forums = [forum.key for forum in forums]
        self.numbers = self._numbers()
        self.keys = self._keys()
        self.items: list[AgendaItem] = []
        self.followed: dict[str, str] = {}

    def agenda(self) -> Agenda:
        self.items = _in_order(self._numbered())
        for written, given in self.shape.entries.items():
            self._add_entry(("entries", written), given)
        return self._joined(Agenda(tuple(self.items)))

    def _numbers(self) -> dict[str, ItemNumber]:
        """Return the numbers of the items by how they are written."""
        written_as: dict[ItemNumber, str] = {}
        for written in self.shape.items:
            try:
                number = ItemNumber.parse(written.rstrip("."))
            except BadInput as error:
                self.context.faults.at(("agenda", written), error.faults[0].message, key=True)
                continue
            if written_as.setdefault(number, written) != written:
                self.context.faults.at(("agenda", written), f"item {number} is here a second time", key=True)
        return {written: number for number, written in written_as.items()}

    def _keys(self) -> dict[Path, str]:
        """Return the key of every item and entry; by default the number without brackets, and the name of an entry."""
        keys: dict[Path, str] = {}
        seen: set[str] = set()
        by_number = {str(number): ("agenda", written) for written, number in self.numbers.items()}
        for path, written, given in self.shape.blocks():
            number = self.numbers.get(written) if path[0] == "agenda" else None
            if path[0] == "agenda" and number is None:
                continue
            key = given.key or (("." if number.dotted else "").join(number.levels) if number else written)
            where: Path = (*path, "key") if given.key else path
            if key in seen:
                hint = "Give one of them a key of its own."
                self.context.faults.at(where, f"another item has the key {key!r}", hint, key=True)
            if by_number.get(key, path) != path:
                self.context.faults.at(where, f"the key {key!r} is the number of another item", key=True)
            taken = key in seen or by_number.get(key, path) != path
            keys[path] = f"{key} ({' '.join(map(str, path))})" if taken else key
            seen.add(key)
        return keys

    def _numbered(self) -> Iterator[AgendaItem]:
        written_as = {number: written for written, number in self.numbers.items()}
        headings = {number.parent for number in self.numbers.values()}
        for written, number in self.numbers.items():
            path: Path = ("agenda", written)
            if number.parent and number.parent not in written_as:
                hint = f"Write {number.parent} into the agenda, above it."
                self.context.faults.at(path, f"there is no item {number.parent} above {number}", hint, key=True)
            parent = self.keys["agenda", written_as[number.parent]] if number.parent in written_as else None
            yield self._item(path, self.shape.items[written], number, parent, heading=number in headings)

    def _item(
        self, path: Path, given: ItemShape, number: ItemNumber | None, parent: str | None, *, heading: bool = False
    ) -> AgendaItem:
        takes = given.takes
        if given.left_out:
            takes = ()
        elif takes is None:
            takes = () if heading else (self._hours(given) or HALF_HOUR,)
        takes = self._times(path, given, takes)
        self.context.faults.strangers((*path, "forum"), "forum", given.forum, self.forums)
        tell_strange_features(self.shape, (*path, "features"), given.features, self.context)
        return AgendaItem(
            key=self.keys[path],
            number=number,
            title=given.title,
            annex=given.annex,
            heading=given.heading,
            role=given.is_ or (Role.REPORT if given.report else None),
            parent=parent,
            takes=takes[0] if len(takes) == 1 else None,
            parts=takes if len(takes) > 1 else (),
            forums=tuple(name for name in given.forum if name in self.forums),
            languages=given.languages,
            decision=given.decision,
            firm=given.firm,
            seats=given.seats or 0,
            features=given.features,
            priority=self._own_priority(path, given),
            left_out=given.left_out,
            repeats=given.times is not None and len(takes) > 1,
            annotations=tuple(
                Annotation(each.text, each.points, each.mandate, each.recommendation) for each in given.annotations
            ),
        )

    def _own_priority(self, path: Path, given: ItemShape) -> int | None:
        """Return the priority that an item is given; what is never left out has none."""
        if given.priority and given.is_ in NEVER_LEFT_OUT:
            self.context.faults.at((*path, "priority"), f"the {given.is_} is never left out: it has no priority")
            return None
        return given.priority

    def _times(self, path: Path, given: ItemShape, takes: tuple[Takes, ...]) -> tuple[Takes, ...]:
        """Return how long an item takes each time it is held."""
        if given.times is None:
            return takes
        if not 1 <= given.times <= MOST_TIMES:
            self.context.faults.at((*path, "times"), f"an item is held from 1 to {MOST_TIMES} times")
            return takes
        if len(takes) > 1:
            message, hint = "an item that is held several times has no parts", "Write how long it takes each time."
            self.context.faults.at((*path, "times"), message, hint)
        return takes * given.times if len(takes) == 1 else takes

    def _hours(self, given: ItemShape) -> Takes | None:
        """Return how long an item takes whose hours are fixed: as long as they last."""
        stretch = self.context.quietly(given.at[0]) if len(given.at) == 1 else None
        if stretch is None or stretch.exact or stretch.period or stretch.whole_day:
            return None
        return Takes(Duration(stretch.window.minutes))

    def _add_entry(self, path: Path, given: EntryShape) -> None:
        """Put an entry after all of the item it belongs to or follows, or before those it is to be taken up before.

        Any other stands before the report and the closure.
        """
        parent = self._named((*path, "item"), given.item) if given.item else None
        entry = self._item(path, given, None, parent)
        if given.follows and given.item:
            message, hint = "an entry that belongs to an item stands after it", "Leave one of the two out."
            self.context.faults.at((*path, "follows"), message, hint)
        elif given.follows:
            self.followed[entry.key] = self._named((*path, "follows"), given.follows) or ""
        if after := parent or self.followed.get(entry.key):
            place = self._last_below(after) + 1
        elif ahead := self._ahead_of(given):
            place = min(n for n, item in enumerate(self.items) if item.key in ahead)
        elif entry.role in _LAST and not given.report:
            place = len(self.items)
        else:
            tops = [n for n, item in enumerate(self.items) if item.parent is None and item.role in _LAST]
            place = min(tops, default=len(self.items))
        self.items.insert(place, entry)

    def _ahead_of(self, given: EntryShape) -> set[str]:
        """Return the keys of the items, of those that are there yet, before which an entry is taken up."""
        agenda = Agenda(tuple(self.items))
        keys: set[str] = set()
        for name in given.before:
            with suppress(Wrong):  # told where the rule is read
                keys.add(item_named(name, agenda))
        return keys

    def _last_below(self, key: str) -> int:
        """Return the place of the last of the items below an item and of the entries that follow them."""
        agenda = Agenda(tuple(self.items))
        below = {item.key for item in agenda.subtree(agenda[key])}
        for item in self.items:
            if item.parent in below or self.followed.get(item.key) in below:
                below.add(item.key)
        return max(n for n, item in enumerate(self.items) if item.key in below)

    def _named(self, path: Path, name: str) -> str | None:
        return self.context.item(path, name, Agenda(tuple(self.items)))

    def _joined(self, agenda: Agenda) -> Agenda:
        """Let the items that are considered jointly know whom they are considered with."""
        leads: dict[str, str] = {}
        for path, _, given in self.shape.blocks():
            if given.jointly_with and path in self.keys:
                lead = self.context.item((*path, "jointly with"), given.jointly_with, agenda)
                if lead == self.keys[path] or lead in leads:
                    message = "name the first of the items considered jointly"
                    self.context.faults.at((*path, "jointly with"), message)
                elif lead:
                    leads[self.keys[path]] = lead
        for key in set(leads) & set(leads.values()):
            del leads[key]
        return Agenda(
            tuple(replace(item, jointly=leads.get(item.key), priority=_priority(agenda, item)) for item in agenda)
        )


def _priority(agenda: Agenda, item: AgendaItem) -> int | None:
    """Return the priority of an item: its own, or that of the nearest item above it; none of what is never left out."""
    above: AgendaItem | None = item
    while above and above.priority is None:
        above = agenda[above.parent] if above.parent else None
    return None if above is None or (item.role in NEVER_LEFT_OUT and above is not item) else above.priority


def _in_order(items: Iterable[AgendaItem]) -> list[AgendaItem]:
    """Return items, each followed by those below it."""
    below = grouped((item.parent, item) for item in items)

    def walk(key: str | None) -> Iterator[AgendaItem]:
        for item in below.get(key, ()):
            yield item
            yield from walk(item.key)

    return [*walk(None)]

"""The agenda: the numbers give the nesting; entries without a number stand after the item they belong to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from wgsched.errors import BadInput
from wgsched.files.building.context import Context
from wgsched.files.building.names import named_item
from wgsched.files.faults import suggestion
from wgsched.files.grammar import Wrong
from wgsched.files.nodes import Path
from wgsched.files.shape import SessionShape
from wgsched.files.shape.agenda import EntryShape, ItemShape
from wgsched.model import HALF_HOUR, Agenda, AgendaItem, Annotation, Duration, Forum, ItemNumber, Role, Takes

_LAST = (Role.REPORT, Role.CLOSURE)


def agenda_of(shape: SessionShape, forums: tuple[Forum, ...], context: Context) -> Agenda:
    """Return the agenda with its entries, parents before their sub-items."""
    numbers = _numbers(shape, context)
    keys = _keys(shape, numbers, context)
    written_as = {number: written for written, number in numbers.items()}
    headings = {number.parent for number in numbers.values()}
    items = []
    for written, number in numbers.items():
        where: Path = ("agenda", written)
        parent = _parent(where, number, written_as, context)
        parent_key = keys["agenda", parent] if parent else None
        given = shape.items[written]
        items.append(_item(where, keys[where], given, number, parent_key, forums, context, heading=number in headings))
    ordered = _in_order(items)
    followed: dict[str, str] = {}
    for written, more in shape.entries.items():
        entry = _entry(written, more, keys, forums, ordered, context)
        path: Path = ("entries", written, "follows")
        if more.follows and more.item:
            context.faults.at(path, "an entry that belongs to an item stands after it", "Leave one of the two out.")
        elif more.follows:
            followed[entry.key] = named_item(path, more.follows, Agenda(tuple(ordered)), context) or ""
        _place_entry(ordered, entry, followed)
    return _joined(shape, Agenda(tuple(ordered)), keys, context)


def _numbers(shape: SessionShape, context: Context) -> dict[str, ItemNumber]:
    found: dict[str, ItemNumber] = {}
    seen: set[ItemNumber] = set()
    for written in shape.items:
        try:
            number = ItemNumber.parse(written.rstrip("."))
        except BadInput as error:
            context.faults.at(("agenda", written), error.faults[0].message, key=True)
            continue
        if number in seen:
            context.faults.at(("agenda", written), f"item {number} is here a second time", key=True)
        else:
            found[written] = number
            seen.add(number)
    return found


def _keys(shape: SessionShape, numbers: dict[str, ItemNumber], context: Context) -> dict[Path, str]:
    """Return the key of every item and entry; by default the number without brackets, and the name of an entry."""
    keys: dict[Path, str] = {}
    seen: set[str] = set()
    said = {str(number): ("agenda", written) for written, number in numbers.items()}
    for path, written, given in shape.blocks():
        number = numbers.get(written) if path[0] == "agenda" else None
        if path[0] == "agenda" and number is None:
            continue
        key = given.key or (_default_key(number) if number else written)
        where: Path = (*path, "key") if given.key else path
        free = key
        if key in seen:
            context.faults.at(
                where, f"another item has the key {key!r}", "Give one of them a key of its own.", key=True
            )
            free = f"{key} ({' '.join(map(str, path))})"
        if said.get(key, path) != path:
            context.faults.at(where, f"the key {key!r} is the number of another item", key=True)
            free = f"{key} ({' '.join(map(str, path))})"
        keys[path] = free
        seen.add(key)
    return keys


def _default_key(number: ItemNumber) -> str:
    return ".".join(number.levels) if number.dotted else "".join(number.levels)


def _parent(path: Path, number: ItemNumber, written_as: Mapping[ItemNumber, str], context: Context) -> str | None:
    """Return how the number of the item above is written, where one is."""
    if number.parent is not None and number.parent not in written_as:
        hint = f"Write {number.parent} into the agenda, above it."
        context.faults.at(path, f"there is no item {number.parent} above {number}", hint, key=True)
    return written_as.get(number.parent) if number.parent else None


def _in_order(items: Iterable[AgendaItem]) -> list[AgendaItem]:
    """Return items, each followed by those below it."""
    below: dict[str | None, list[AgendaItem]] = {}
    for item in items:
        below.setdefault(item.parent, []).append(item)

    def walk(key: str | None) -> Iterator[AgendaItem]:
        for item in below.get(key, ()):
            yield item
            yield from walk(item.key)

    return [*walk(None)]


def _item(
    path: Path,
    key: str,
    given: ItemShape,
    number: ItemNumber | None,
    parent: str | None,
    forums: tuple[Forum, ...],
    context: Context,
    *,
    heading: bool = False,
) -> AgendaItem:
    takes = given.takes
    if takes is None:
        takes = () if heading else (_hours(given, context) or HALF_HOUR,)
    return AgendaItem(
        key=key,
        number=number,
        title=given.title,
        annex=given.annex,
        heading=given.heading,
        role=given.is_,
        parent=parent,
        takes=takes[0] if len(takes) == 1 else None,
        parts=takes if len(takes) > 1 else (),
        forums=_forums((*path, "forum"), given.forum, forums, context),
        languages=given.languages,
        decision=given.decision,
        firm=given.firm,
        annotations=tuple(
            Annotation(each.text, each.points, each.mandate, each.recommendation) for each in given.annotations
        ),
    )


def _hours(given: ItemShape, context: Context) -> Takes | None:
    """Return how long an item takes whose hours are fixed: as long as they last."""
    if len(given.at) != 1 or not context.calendar.days:
        return None
    try:
        stretch = context.calendar.read(given.at[0])
    except Wrong:
        return None  # told where the meeting is looked for
    if stretch.exact or stretch.period or stretch.whole_day:
        return None
    return Takes(Duration(stretch.window.minutes))


def _forums(path: Path, named: Sequence[str], forums: tuple[Forum, ...], context: Context) -> tuple[str, ...]:
    known = [forum.key for forum in forums]
    for name in named:
        if name not in known:
            context.faults.at(path, f"unknown forum {name!r}", suggestion(name, known))
    return tuple(name for name in named if name in known)


def _entry(
    written: str,
    given: EntryShape,
    keys: dict[Path, str],
    forums: tuple[Forum, ...],
    items: Sequence[AgendaItem],
    context: Context,
) -> AgendaItem:
    path: Path = ("entries", written)
    parent = None
    if given.item:
        parent = named_item((*path, "item"), given.item, Agenda(tuple(items)), context)
    return _item(path, keys[path], given, None, parent, forums, context)


def _place_entry(items: list[AgendaItem], entry: AgendaItem, followed: Mapping[str, str]) -> None:
    """Put an entry after all of the item it belongs to or follows; else before the report and the closure."""
    if after := entry.parent or followed.get(entry.key):
        agenda = Agenda(tuple(items))
        below = {item.key for item in agenda.subtree(agenda[after])}
        for item in items:
            if item.parent in below or followed.get(item.key) in below:
                below.add(item.key)
        place = max(n for n, item in enumerate(items) if item.key in below) + 1
    elif entry.role in _LAST:
        place = len(items)
    else:
        tops = [n for n, item in enumerate(items) if item.parent is None and item.role in _LAST]
        place = min(tops, default=len(items))
    items.insert(place, entry)


def _joined(shape: SessionShape, agenda: Agenda, keys: dict[Path, str], context: Context) -> Agenda:
    """Let the items that are considered jointly know whom they are considered with."""
    leads: dict[str, str] = {}
    for path, _, given in shape.blocks():
        if given.jointly_with and path in keys:
            lead = named_item((*path, "jointly with"), given.jointly_with, agenda, context)
            if lead == keys[path] or lead in leads:
                context.faults.at((*path, "jointly with"), "name the first of the items considered jointly")
            elif lead:
                leads[keys[path]] = lead
    for key in set(leads) & set(leads.values()):
        del leads[key]
    return Agenda(tuple(replace(item, jointly=leads.get(item.key)) for item in agenda))

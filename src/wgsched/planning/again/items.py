"""Which items and parts of an edited session are those that were published: their parts keep their keys.

The key of an item is its number where none is typed, so that an item before which another was put has another key. In
feeds an event is known by the key of its part, which the item therefore keeps.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from wgsched.model import Agenda, AgendaItem, Rows, Session


def same_items_of(now: Agenda, before: Agenda, given: Mapping[str, str]) -> dict[str, str]:
    """Return the published key of each item that was published, by its key now.

    First those that are ``given``, have a published part already or a typed key; then those whose title or role only
    one item had and only one has; then those with the same number.
    """
    known = {each.key: each.items[0] for each in before.instalments}
    kept = {item.key: known[item.part_keys[0]] for item in now if item.part_keys and item.part_keys[0] in known}
    published = {item.key for item in before}
    typed = {item.key: item.key for item in now if _is_typed(item) and item.key in published}
    pairs = {**typed, **kept, **given}
    for item in now:
        alike, others = ([each for each in agenda if _alike(each, item)] for agenda in (before, now))
        if item.key not in pairs and len(alike) == len(others) == 1 and alike[0].key not in pairs.values():
            pairs[item.key] = alike[0].key
    for item in now:
        if item.key not in pairs and item.key in published and item.key not in pairs.values():
            pairs[item.key] = item.key
    return pairs


def retitled_of(now: Agenda, before: Agenda, same: Mapping[str, str], given: Mapping[str, str]) -> Iterator[AgendaItem]:
    """Yield the items that count as published ones by their number alone: they have another title."""
    for new, old in same.items():
        item, was = now[new], before[old]
        known = new in given or _is_typed(item) or _alike(was, item)
        if not known and item.number == was.number and item.title and was.title:
            yield item


def _is_typed(item: AgendaItem) -> bool:
    """Return whether a person gave the key of an item: it is not made from its number."""
    return item.number is None or item.key.replace(".", "") != "".join(item.number.levels)


def _alike(one: AgendaItem, other: AgendaItem) -> bool:
    if one.role or other.role:
        return one.role is other.role
    return any(one.title.get(language) == title for language, title in other.title.items())


def with_part_keys(session: Session, before: Agenda, same: Mapping[str, str]) -> Session:
    """Return a session in which the parts of an item are those that it had, as far as it had some."""
    published = {each.key for each in before.instalments}
    items = tuple(_with_part_keys(item, before, same.get(item.key), published) for item in session.agenda)
    if items == session.agenda.items:
        return session
    agenda = replace(session.agenda, items=items)
    parts = zip(session.agenda.instalments, agenda.instalments, strict=True)
    keys = {old.key: new.key for old, new in parts}
    return replace(session, agenda=agenda, organization=tuple(_rows(each, keys) for each in session.organization))


def _rows(rows: Rows, keys: Mapping[str, str]) -> Rows:
    """Return typed rows that name their instalments by other keys."""

    def renamed(names: Iterable[str]) -> tuple[str, ...]:
        return tuple(keys.get(name, name) for name in names)

    hours = tuple(replace(each, instalment=keys.get(each.instalment, each.instalment)) for each in rows.hours)
    return replace(rows, instalments=renamed(rows.instalments), placed=renamed(rows.placed), hours=hours)


def _with_part_keys(item: AgendaItem, before: Agenda, was: str | None, published: set[str]) -> AgendaItem:
    known = {each.part: each.key for each in before.instalments if was and each.items[0] == was}
    count = len(item.parts) or bool(item.takes)
    usual = [item.key] if count == 1 else [f"{item.key}.{part}" for part in range(1, count + 1)]
    keys = tuple(known.get(part) or _fresh(key, published) for part, key in enumerate(usual, start=1))
    return replace(item, part_keys=() if list(keys) == usual else keys)


def _fresh(key: str, published: set[str]) -> str:
    """Return a key that no published part has."""
    number, fresh = 1, key
    while fresh in published:
        number += 1
        fresh = f"{key}-{number}"
    return fresh

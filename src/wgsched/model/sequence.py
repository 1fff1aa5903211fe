"""The order of business: the agenda's, or where the officers have agreed on another, theirs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import chain
from typing import Literal, TypeAlias

from wgsched.model.items import Instalment
from wgsched.model.session import Session

Order: TypeAlias = Literal["agenda", "agreed"]
"""What puts one item before another."""


def in_sequence(session: Session) -> tuple[Instalment, ...]:
    """Return all instalments in the agreed order of business.

    That is the order of the agenda; but the items that the sequence of the session names, each with all below it,
    stand in the order of the sequence, in the places that they have together in the agenda. Where it is the custom of
    the agency, entries of some roles stand after the others of their item.
    """
    every = _by_custom(session)
    if not session.sequence:
        return every
    turns = {session.agenda[name].key: turn for turn, name in enumerate(session.sequence)}
    places: list[str | tuple[Instalment, ...]] = []
    blocks: dict[str, list[Instalment]] = {}
    for each in every:
        name = next((key for key in _above(session, each) if key in turns), None)
        if name is None:
            places.append((each,))
        elif name in blocks:
            blocks[name].append(each)
        else:
            blocks[name] = [each]
            places.append(name)
    turn = iter(sorted(blocks, key=lambda key: turns[key]))
    return tuple(chain.from_iterable(blocks[next(turn)] if isinstance(place, str) else place for place in places))


def _by_custom(session: Session) -> tuple[Instalment, ...]:
    """Return all instalments in the order of the agenda, but last in each item the entries that come last by custom."""
    agenda = session.agenda
    last = {item.key for item in agenda if item.number is None and item.parent and item.role in session.last_in_an_item}
    if not last:
        return agenda.instalments
    first: dict[str, int] = {}
    turns: dict[str, tuple[int, bool]] = {}
    for place, each in enumerate(agenda.instalments):
        item = agenda[each.items[0]]
        among = item.parent if item.number is None and item.parent else item.key
        turns[each.key] = (first.setdefault(among, place), item.key in last)
    return tuple(sorted(agenda.instalments, key=lambda each: turns[each.key]))


def positions(session: Session) -> Mapping[str, int]:
    """Return the position of each instalment, by key, in the agreed order of business; the first has 0."""
    return {each.key: place for place, each in enumerate(in_sequence(session))}


def order_of(session: Session, earlier: Instalment, later: Instalment) -> Order:
    """Return whether two instalments stand in this order by the agenda, or only because it was agreed."""
    agenda = session.agenda
    return "agreed" if agenda.place(earlier) > agenda.place(later) else "agenda"


def without_a_place(session: Session) -> frozenset[str]:
    """Return the items, by key, that the session does not itself put into one meeting, and entries at promised hours.

    An item that it puts there, such as one on the day of a minister, is out of the order of the agenda by its own wish:
    what follows it in the agenda need not wait for it. An entry without a number, such as a panel, belongs where the
    file lists it.
    """
    agenda = session.agenda
    put = {key for name in _put_into_one_meeting(session) for key in agenda.instalments_of(agenda[name])[0].items}
    return frozenset(item.key for item in agenda if item.key not in put or (item.firm and item.number is None))


def _put_into_one_meeting(session: Session) -> Iterator[str]:
    """Yield the items, by name, with a meeting or an hour that the session names."""
    for rule in session.rules:
        alone = rule.code == "in-meetings" and len(getattr(rule, "meetings", ())) == 1
        name = getattr(rule, "item", None) if alone or rule.code == "opens-at" else None
        if isinstance(name, str) and name in session.agenda and session.agenda.instalments_of(session.agenda[name]):
            yield name


def _above(session: Session, instalment: Instalment) -> Iterator[str]:
    """Yield the keys of the items of an instalment, and then of those above each."""
    for key in instalment.items:
        item = session.agenda[key]
        yield item.key
        while item.parent is not None:
            item = session.agenda[item.parent]
            yield item.key

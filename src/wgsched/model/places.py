"""Who comes before whom: the places that roles give, and the order of the agenda."""

from __future__ import annotations

from collections.abc import Iterator, Set

from wgsched.model.agenda import AgendaItem, Instalment, Role
from wgsched.model.session import Session

_PLACES: dict[Role, int] = {Role.OPENING: 0, Role.OFFICERS: 1, Role.AGENDA: 1, Role.REPORT: 3, Role.CLOSURE: 4}
_REST = 2


def place_of(session: Session, instalment: Instalment) -> int:
    """Return the place that a role gives: 0 the opening, 1 officers and agenda, 2 the rest, 3 report, 4 closure.

    An item without a role of its own has the place of the item above it.
    """
    item: AgendaItem | None = session.agenda[instalment.items[0]]
    while item is not None:
        if item.role in _PLACES:
            return _PLACES[item.role]
        item = session.agenda[item.parent] if item.parent and item.parent in session.agenda else None
    return _REST


def at_place(
    session: Session, place: int, *, first: bool
) -> Iterator[tuple[Instalment, tuple[AgendaItem, ...], tuple[Instalment, ...]]]:
    """Yield each instalment of this place, its items, and what must come after it (or before it) in its forum."""
    places = {each: place_of(session, each) for each in session.agenda.instalments}
    for instalment in (each for each, its in places.items() if its == place):
        forums = set(session.forums_of(instalment))
        others = tuple(
            other
            for other, its in places.items()
            if (its > place if first else its < place) and forums & set(session.forums_of(other))
        )
        if others:
            yield instalment, session.agenda.items_of(instalment), others


def neighbours(session: Session, chosen: Set[str] | None = None) -> Iterator[tuple[Instalment, Instalment]]:
    """Yield each two items that follow each other in the agenda, in one forum, and to which roles give the same place.

    Of an item with several instalments, the first. ``chosen`` leaves only the items of these keys.
    """
    last: dict[tuple[str, int], Instalment] = {}
    found: dict[tuple[Instalment, Instalment], None] = {}
    for instalment in session.agenda.instalments:
        if instalment.part > 1 or (chosen is not None and not chosen & set(instalment.items)):
            continue
        for forum in session.forums_of(instalment):
            key = (forum, place_of(session, instalment))
            if key in last:
                found[last[key], instalment] = None
            last[key] = instalment
    yield from found

"""The order of items: the ranks that roles give, and the order of the agenda."""

from __future__ import annotations

from collections.abc import Iterator, Set
from enum import IntEnum

from wgsched.model.agenda import AgendaItem, Instalment, Role
from wgsched.model.session import Session


class Rank(IntEnum):
    """The rank that a role gives an item in its forum; a lower rank comes first."""

    OPENING = 0
    BUSINESS = 1
    REST = 2
    REPORT = 3
    CLOSURE = 4


_RANKS: dict[Role, Rank] = {
    Role.OPENING: Rank.OPENING,
    Role.OFFICERS: Rank.BUSINESS,
    Role.AGENDA: Rank.BUSINESS,
    Role.REPORT: Rank.REPORT,
    Role.CLOSURE: Rank.CLOSURE,
}


def rank_of(session: Session, instalment: Instalment) -> Rank:
    """Return the rank that a role gives: opening, officers and agenda, the rest, report, closure.

    An item without a role has the rank of the item above it.
    """
    item: AgendaItem | None = session.agenda[instalment.items[0]]
    while item is not None:
        if item.role in _RANKS:
            return _RANKS[item.role]
        item = session.agenda[item.parent] if item.parent and item.parent in session.agenda else None
    return Rank.REST


def of_rank(
    session: Session, rank: Rank, *, first: bool
) -> Iterator[tuple[Instalment, tuple[AgendaItem, ...], tuple[Instalment, ...]]]:
    """Yield each instalment of this rank, its items, and what must come after it (or before it) in its forum."""
    ranks = {each: rank_of(session, each) for each in session.agenda.instalments}
    for instalment in (each for each, its in ranks.items() if its == rank):
        forums = set(session.forums_of(instalment))
        others = tuple(
            other
            for other, its in ranks.items()
            if (its > rank if first else its < rank) and forums & set(session.forums_of(other))
        )
        if others:
            yield instalment, session.agenda.items_of(instalment), others


def neighbours(session: Session, chosen: Set[str] | None = None) -> Iterator[tuple[Instalment, Instalment]]:
    """Yield each two items of one forum and one rank that follow each other in the agenda.

    If an item has several instalments, yield the first. ``chosen`` keeps only the items of these keys.
    """
    last: dict[tuple[str, Rank], Instalment] = {}
    found: dict[tuple[Instalment, Instalment], None] = {}
    for instalment in session.agenda.instalments:
        if instalment.part > 1 or (chosen is not None and not chosen & set(instalment.items)):
            continue
        for forum in session.forums_of(instalment):
            key = (forum, rank_of(session, instalment))
            if key in last:
                found[last[key], instalment] = None
            last[key] = instalment
    yield from found

"""Changing a published programme as little as possible."""

from __future__ import annotations

from collections.abc import Iterator

from wgsched.model import Instalment, Programme
from wgsched.planning.desk import Desk
from wgsched.planning.places import Expression, Literal, Place, negated

MOVED = 100
"""What an instalment costs that is taken up in other meetings than was published."""

RETIMED = 8
"""What one costs that is opened at another minute of the same meeting."""


def changes(desk: Desk, published: Programme) -> Expression:
    """Return how far a programme is from the published one, and tell the solver to look there first."""
    return sum(_cost(desk, published, each) for each in desk.session.agenda.instalments)


def _cost(desk: Desk, published: Programme, instalment: Instalment) -> Expression:
    rows = published.of(instalment) if instalment in published.session.agenda.instalments else ()
    if not rows:
        return 0
    keys = tuple(dict.fromkeys(row.meeting for row in rows))
    same = [literal for place in desk.places[instalment.key] for literal in _same(place, keys)]
    cost = MOVED - MOVED * sum(same)
    if rows[0].opens is None:
        return cost
    for place in desk.places[instalment.key]:
        for sitting in place.axis.sittings:
            if sitting.meeting.key == keys[0]:
                at = desk.clock.at(rows[0].opens) - sitting.offset
                cost = cost + RETIMED * negated(place.at(at))
                desk.model.add_hint(place.start, at)
    return cost


def _same(place: Place, keys: tuple[str, ...]) -> Iterator[Literal]:
    for meetings, literal in place.telling("keys", place.meetings).items():
        if meetings == keys:
            yield literal

"""Changing a published programme as little as possible."""

from __future__ import annotations

from wgsched.model import Instalment, Programme
from wgsched.planning.desk import Desk
from wgsched.planning.places import Expression, Literal, either, negated

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
    same = [_all(desk, place.same_meetings(keys)) for place in desk.places[instalment.key]]
    cost = MOVED - MOVED * sum(same)
    if rows[0].opens is None:
        return cost
    for place in desk.places[instalment.key]:
        for sitting in place.axis.sittings:
            if sitting.meeting.key == keys[0]:
                tick = desk.clock.at(rows[0].opens) - sitting.opens
                cost = cost + RETIMED * negated(place.starts_at(sitting, tick))
                desk.model.add_hint(place.start, sitting.at + tick)
    return cost


def _all(desk: Desk, literals: list[Literal]) -> Literal:
    return negated(either(desk.model, [negated(literal) for literal in literals]))

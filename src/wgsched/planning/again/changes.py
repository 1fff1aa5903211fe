"""Changing a published programme as little as possible: as few items as can be, and those that matter least."""

from __future__ import annotations

from collections.abc import Container, Mapping
from dataclasses import dataclass
from itertools import pairwise
from types import MappingProxyType

from ortools.sat.python import cp_model
from pendulum import DateTime

from wgsched.model import Consideration, Instalment, Programme, Session
from wgsched.planning.model.axes import Segment
from wgsched.planning.model.desk import SolverDesk
from wgsched.planning.model.literals import Expression, Literal, either, negated
from wgsched.planning.model.placements.placement import Placement

WEIGHTS: Mapping[str, int] = MappingProxyType(
    {
        "moved": 100,  # taken up in other meetings than was published
        "retimed": 8,  # opened at another minute: an estimate, which is not printed
        "reordered": 8,  # two items of a meeting the other way round, where no hours were published
        "room": 20,  # a meeting in another room than was published, where rooms are chosen
        "each": 1,  # an item as such, and for those whom it concerns
        "firm": 3,  # its hour was promised
        "participant": 1,  # each who must be there
        "joint": 1,  # each further forum that its meetings take
    }
)
"""What a change costs. The number of items that change meetings counts before all of these."""

NOTICE: tuple[tuple[int, int], ...] = ((24, 4), (48, 3), (7 * 24, 2))
"""Hours of notice, and how many times dearer a change is that gives less; with more than all, once."""


@dataclass(frozen=True)
class Changes:
    """How far a programme is from the published one: items that change meetings, and what all changes weigh."""

    moved: Expression
    weight: Expression

    @property
    def both(self) -> tuple[Expression, int]:
        """One quantity in which the number of items comes first; and what one item more counts in it.

        No weight can reach a move: the factor is more than all of them together can weigh.
        """
        factor = _largest(self.weight) + 1
        return self.moved * factor + self.weight, factor


def _largest(quantity: Expression) -> int:
    """Return what a quantity can be at most, as far as its parts tell."""
    if isinstance(quantity, int):
        return quantity
    flat = cp_model.FlatIntExpr(quantity)
    parts = ((factor, each.domain) for factor, each in zip(flat.coeffs, flat.vars, strict=True))
    return int(flat.offset + sum(factor * (its.max() if factor > 0 else its.min()) for factor, its in parts))


@dataclass(frozen=True)
class Before:
    """How an instalment was published: its meetings, by key, when it opens, how many times dearer its changes are."""

    meetings: tuple[str, ...]
    opens: DateTime | None
    concern: int


def as_published(session: Session, published: Programme, now: DateTime | None = None) -> dict[str, Before]:
    """Return how each instalment was published that was, by key."""
    rows = {each.key: (each, published.of(each)) for each in session.agenda.instalments}
    return {
        key: Before(tuple(dict.fromkeys(row.meeting for row in some)), some[0].opens, concern(session, each, some, now))
        for key, (each, some) in rows.items()
        if some
    }


def changes(
    desk: SolverDesk,
    before: Mapping[str, Before],
    published: Programme,
    granted: Container[str] = (),
    now: DateTime | None = None,
) -> Changes:
    """Return how far a programme is from the published one, and tell the solver to look there first.

    What is ``granted``, by key, changes nothing if it is taken up earlier, but only in meetings of its own.
    """
    moved: Expression = 0
    weight: Expression = 0
    for key, each in before.items():
        early = key in granted
        leaves = 1 - sum(_stays(desk, placement, each, early=early) for placement in desk.placements[key])
        moved = moved + leaves
        one = WEIGHTS["moved"] * leaves + WEIGHTS["retimed"] * _retimed(desk, key, each, early=early)
        weight = weight + each.concern * one
    weight = (
        weight + WEIGHTS["reordered"] * _reordered(desk, published) + WEIGHTS["room"] * _rooms(desk, published, now)
    )
    return Changes(moved, weight)


def _rooms(desk: SolverDesk, published: Programme, now: DateTime | None) -> Expression:
    """Return how many meetings take place in other rooms than was published; one that gives less notice counts more."""
    counted: Expression = 0
    for meeting in published.meetings:
        there = desk.rooms.get((meeting.key, meeting.room or ""))
        if there is not None and not isinstance(there, bool):
            desk.model.add_hint(there, True)  # the solver's own signature
            elsewhere = desk.takes_place(desk.session.meeting(meeting.key)) - there
            counted = counted + _notice(meeting.opens, now) * elsewhere
    return counted


def concern(session: Session, instalment: Instalment, rows: tuple[Consideration, ...], now: DateTime | None) -> int:
    """Return how many times dearer a change of this instalment is: by notice, and by the people concerned."""
    items = session.agenda.items_of(instalment)
    joined = max(len(session.forum(key).joins) for key in session.forums_of(instalment))
    people = sum(1 for who in session.participants if set(who.items) & set(instalment.items))
    firm = WEIGHTS["firm"] * any(item.firm for item in items)
    weighed = WEIGHTS["each"] + firm + WEIGHTS["participant"] * people + WEIGHTS["joint"] * joined
    opens = rows[0].opens or session.meeting(rows[0].meeting).opens
    return weighed * _notice(opens, now)


def _notice(opens: DateTime, now: DateTime | None) -> int:
    if now is None:
        return 1
    hours = (opens - now).total_seconds() / 3600
    return next((factor for limit, factor in NOTICE if hours < limit), 1)


def published_at(desk: SolverDesk, placement: Placement, before: Before) -> tuple[Segment, int] | None:
    """Return the meeting and the tick of it at which a placement opens as it was published; None where it cannot."""
    tick = desk.clock.exactly(before.opens) if before.opens else None
    for each in placement.axis.segments:
        if tick is not None and each.meeting.key == before.meetings[0] and 0 <= tick - each.opens < each.length:
            return each, tick - each.opens
    return None


def _retimed(desk: SolverDesk, key: str, before: Before, *, early: bool) -> Expression:
    """Return whether it is opened at another minute than was published, or later if it may be ``early``.

    Nothing where that minute is not known.
    """
    if before.opens is None:
        return 0
    same: Expression = 0
    for placement in desk.placements[key]:
        if at := published_at(desk, placement, before):
            segment, tick = at
            if isinstance(placement.start, cp_model.IntVar):  # not of an item that may be left for an entry inside it
                desk.model.add_hint(placement.start, segment.at + tick)  # plain: to have it repaired was slower
            same = same + (placement.opens_by if early else placement.starts_at)(segment, tick)
    return 1 - same


def _reordered(desk: SolverDesk, published: Programme) -> Expression:
    """Return how many neighbours of a meeting, published without hours, are taken up the other way round."""
    inversions: Expression = 0
    parts = {each.key: each for each in desk.session.agenda.instalments}
    for meeting in published.meetings:
        rows = [row for row in published.rows(meeting) if row.opens is None and row.instalment in parts]
        for one, other in pairwise(rows):
            if one.instalment != other.instalment:
                inversions = inversions + desk.inverted_if_taken(parts[one.instalment], parts[other.instalment])
    return inversions


def _stays(desk: SolverDesk, placement: Placement, before: Before, *, early: bool) -> Literal:
    """Return whether it is taken up in the published meetings: one literal, however many other sets there could be.

    If it may be ``early``, some of them are enough.
    """
    if early:
        others = [placement.touches(each) for each in placement.reach if each.meeting.key not in before.meetings]
        return negated(either(desk.model, [negated(placement.present), *others]))
    same = placement.same_meetings(before.meetings)
    return negated(either(desk.model, [negated(literal) for literal in same]))

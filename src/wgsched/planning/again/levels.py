"""What counts before the preferences when a published programme is planned again, level by level."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import pairwise

from wgsched.model import Meeting, Programme, ProofLevel
from wgsched.model.ranks import Rank, ranks
from wgsched.planning.again.changes import Before
from wgsched.planning.again.floors import Advances
from wgsched.planning.model.axes import Segment
from wgsched.planning.model.desk import SolverDesk
from wgsched.planning.model.literals import Expression, Literal, either, negated
from wgsched.planning.model.placements.placement import Placement


def first_levels(
    desk: SolverDesk, before: Mapping[str, Before], published: Programme, advances: Advances | None
) -> Mapping[ProofLevel, Expression]:
    """Return what each level counts before items that move; dead meetings only where something may be advanced."""
    dead = {ProofLevel.DEAD: _dead(desk, advances)} if advances else {}
    return {**dead, ProofLevel.LATER: _later(desk, before), ProofLevel.REVERSED: _reversed(desk, before, published)}


def _later(desk: SolverDesk, before: Mapping[str, Before]) -> Expression:
    """Count the items that are opened in a later meeting than was published."""
    return sum(
        placement.opened_from(desk.clock.at(desk.session.meeting(each.meetings[0]).closes))
        for key, each in before.items()
        for placement in desk.placements[key]
    )


def _reversed(desk: SolverDesk, before: Mapping[str, Before], published: Programme) -> Expression:
    """Count the neighbours that are opened the other way round.

    All pairs were tried: on 120 items they took 12 to 45 seconds instead of 2, and moved four times as many items, only
    to spare one pair.
    """
    parts = {each.key: each for each in desk.session.agenda.instalments}
    return sum(
        desk.inverted_if_taken(parts[one], parts[other])
        for one, other in neighbours(published)
        if {one, other} <= before.keys()
    )


def neighbours(published: Programme) -> Iterator[tuple[str, str]]:
    """Yield what was published one after the other in a forum and has no promised hour, by key."""
    for forum in published.session.forums:
        meetings = (each for each in published.meetings if each.forum == forum.key)
        rows = (row for each in meetings for row in published.rows(each) if not published.firm(row))
        opened = {row.instalment: row.opens for row in reversed(list(rows))}
        for one, other in pairwise(reversed(opened)):
            if opened[one] is None or opened[one] != opened[other]:
                yield one, other


def _dead(desk: SolverDesk, advances: Advances) -> Expression:
    """Count the meetings in which nothing is taken up, though business comes after them."""
    business = {each.key for each, rank in ranks(desk.session).items() if rank <= Rank.REST}
    return sum(_is_dead(desk, desk.session.meeting(key), business) for key in advances.meetings)


def _is_dead(desk: SolverDesk, meeting: Meeting, business: set[str]) -> Literal:
    """Return at least whether a meeting is dead; the solver makes it no more."""
    here = [placement.touches(segment) for placement, segment in desk.at(meeting)]
    axis = desk.axes[meeting.forum]
    after = [
        _touches_after(placement, meeting)
        for placement in desk.on(axis)
        if placement.instalment.key in business and not _firm(desk, placement)
    ]
    later = either(desk.model, after)
    if later is False or any(each is True for each in here):
        return False
    dead = desk.model.new_bool_var("")
    known = [each for each in here if each is not False]
    counts = desk.counts(meeting)
    desk.model.add_bool_or([dead, negated(later), negated(counts), *known])
    return dead


def _touches_after(placement: Placement, meeting: Meeting) -> Literal:
    after: list[Segment] = [each for each in placement.reach if each.meeting.opens > meeting.opens]
    return either(placement.model, [placement.ends_in(each) for each in after])


def _firm(desk: SolverDesk, placement: Placement) -> bool:
    return any(item.firm for item in desk.session.agenda.items_of(placement.instalment))

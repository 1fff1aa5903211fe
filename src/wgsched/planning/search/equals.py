"""What is compared when programmes cost the same, as the solver counts it: the twin of `wgsched.checking.equals`."""

from __future__ import annotations

from collections.abc import Iterator

from wgsched.checking.equals import agenda_weights, meeting_weights, weight_of_name
from wgsched.planning.model.axes import Axis
from wgsched.planning.model.desk import SolverDesk
from wgsched.planning.model.literals import Expression

LARGEST = 2**61
"""What no aim may reach: the solver counts in 64 bits."""


def idle(desk: SolverDesk) -> Expression:
    """Return the free minutes of the meetings that count, those of earlier meetings weighing more."""
    return sum(_idle(desk, forum.key) for forum in desk.session.forums)


def _idle(desk: SolverDesk, forum: str) -> Expression:
    axis, here = desk.axes[forum], desk.on(desk.axes[forum])
    ticks = sum(each.ticks for each in here if each.present is True)
    if not axis.floating and forum in desk.singly and ticks == axis.length:
        return 0  # nothing is free
    by_key = meeting_weights(desk.session, forum)
    weights = tuple(by_key[segment.meeting.key] for segment in axis.segments)
    usable = (
        weight * segment.length * desk.counts(segment.meeting)
        for weight, segment in zip(weights, axis.segments, strict=True)
    )
    return (sum(usable) - sum(each.weighed(weights) for each in here)) * desk.clock.tick


def continuations(desk: SolverDesk) -> Expression:
    """Return in how many further meetings items go on that no meeting could hold."""
    return sum(
        each.continuations() for some in desk.placements.values() for each in some if not desk.fits_one_meeting(each)
    )


def agenda(desk: SolverDesk) -> Expression:
    """Return what is least where what comes early in the agenda is opened early."""
    tick, weights = desk.clock.tick, agenda_weights(desk.session)
    return sum(
        desk.opening_of(key) * (tick * tick * some[0].ticks * weights[key])
        for key, some in desk.placements.items()
        if some
    )


def names(desk: SolverDesk) -> Expression:
    """Return what tells the rest apart."""
    return sum(_openings(desk)) + sum(_forums(desk)) + sum(_teams(desk))


def agenda_and_names(desk: SolverDesk) -> Expression | None:
    """Return what is least where the agenda is, and of those where the names are; None where numbers get too large.

    Only where everything has one place, and no teams or rooms are chosen: openings then tell all programmes apart.
    """
    alone = {key: some[0] for key, some in desk.placements.items() if len(some) == 1 and some[0].present is True}
    if len(alone) < len(desk.placements) or desk.serving or desk.rooms:
        return None
    weights, most = agenda_weights(desk.session), {forum: _latest(axis) for forum, axis in desk.axes.items()}
    base = 1 + sum(most[each.axis.forum] * weight_of_name(key) for key, each in alone.items())
    both = {key: each.ticks * weights[key] * base + weight_of_name(key) for key, each in alone.items()}
    if sum(most[alone[key].axis.forum] * weight for key, weight in both.items()) >= LARGEST:
        return None
    return sum(desk.opening_of(key) * weight for key, weight in both.items())


def _latest(axis: Axis) -> int:
    """Return what no opening exceeds, as the solver bounds it: as if one were opened in all meetings at once."""
    return axis.length + sum(segment.opens for segment in axis.segments)


def _openings(desk: SolverDesk) -> Iterator[Expression]:
    for key in desk.placements:
        yield desk.opening_of(key) * (desk.clock.tick * weight_of_name(key))


def _forums(desk: SolverDesk) -> Iterator[Expression]:
    for placement in (each for some in desk.placements.values() for each in some):
        yield weight_of_name(placement.name) * placement.present


def _teams(desk: SolverDesk) -> Iterator[Expression]:
    yield from (weight_of_name("+".join(key)) * serving for key, serving in desk.serving.items())

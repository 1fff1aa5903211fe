"""What is laid meeting by meeting: each instalment with what its meetings can hold of it, and what it waits for."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from graphlib import CycleError, TopologicalSorter

from wgsched.model import Unit
from wgsched.model.ranks import neighbours
from wgsched.model.sequence import positions, without_a_place
from wgsched.planning.model.axes import Axis, Span
from wgsched.planning.model.desk import SolverDesk
from wgsched.planning.model.fits import MeetingFit, meeting_fits
from wgsched.planning.model.placements.around import AroundPlacement
from wgsched.planning.model.placements.placement import Placement
from wgsched.planning.model.requirements import Requirements
from wgsched.planning.search.first.wishes import wishes


@dataclass(eq=False)
class Job:
    """An instalment in the forum that takes it up; all times are ticks.

    ``after`` are those that it waits for, by key, with a gap; ``follows`` are its neighbours before it in the order of
    business.
    ``wished`` are the hours wished for it, in groups of spans of the clock: one span of a group is enough, else the
    weight of the group counts.
    """

    key: str
    placement: Placement
    place: int
    least: int
    fits: tuple[MeetingFit, ...]
    after: dict[str, int] = field(default_factory=dict)
    apart: set[str] = field(default_factory=set)
    follows: set[str] = field(default_factory=set)
    wished: list[tuple[tuple[Span, ...], int]] = field(default_factory=list)

    @cached_property
    def ticks(self) -> int:
        """Its length."""
        return self.placement.ticks

    @property
    def axis(self) -> Axis:
        """The working time of its forum."""
        return self.placement.axis


def jobs_of(desk: SolverDesk) -> dict[str, Job] | None:
    """Return the jobs of a settled desk, by key; None where one cannot be laid as one run of working time."""
    chosen = _chosen(desk)
    if desk.begun or desk.displaced or not all(_plain(each) for each in chosen.values()):
        return None
    places, fits = positions(desk.session), _fits(desk, chosen)
    jobs = {
        key: Job(
            key,
            placement,
            places[key],
            desk.required[key].shortest_ticks(desk.clock),
            fits[_asked(desk.required[key], placement.axis)],
        )
        for key, placement in chosen.items()
    }
    for earlier, later, gap in desk.orders:
        for one, other in ((one, other) for one in _keys(desk, earlier) for other in _keys(desk, later)):
            jobs[other].after[one] = max(gap, jobs[other].after.get(one, 0))
    for units in desk.separate:
        keys = {key for unit in units for key in _keys(desk, unit)}
        for key in keys:
            jobs[key].apart |= keys - {key}
    for before, behind in neighbours(desk.session, without_a_place(desk.session)):
        jobs[behind.key].follows.add(before.key)
    for key, some in wishes(desk.session).items():
        jobs[key].wished = [(tuple(map(desk.clock.span, windows)), weight) for windows, weight in some]
    return jobs


def _chosen(desk: SolverDesk) -> dict[str, Placement]:
    """Return the placement of each instalment: of several forums, the one whose meetings are least full."""
    load = dict.fromkeys(desk.axes, 0)
    chosen = {}
    for key, some in sorted(desk.placements.items(), key=lambda each: len(each[1])):
        placement = min(some, key=lambda each: (load[each.axis.forum] + each.ticks) / max(1, each.axis.length))
        load[placement.axis.forum] += placement.ticks
        chosen[key] = placement
    return chosen


def _plain(placement: Placement) -> bool:
    return placement.is_one_interval and not isinstance(placement, AroundPlacement)


def _keys(desk: SolverDesk, unit: Unit) -> Iterable[str]:
    return [each.key for each in desk.session.agenda.instalments_of(unit)]


def _fits(desk: SolverDesk, chosen: Mapping[str, Placement]) -> dict[object, tuple[MeetingFit, ...]]:
    """Return what meetings can hold, worked out once for all of which the same is asked."""
    fits: dict[object, tuple[MeetingFit, ...]] = {}
    for key, placement in chosen.items():
        required = desk.required[key]
        asked = _asked(required, placement.axis)
        if asked not in fits:
            fits[asked] = meeting_fits(required, placement.axis, desk.clock)
    return fits


def _asked(required: Requirements, axis: Axis) -> object:
    """Return all that decides what the meetings of an axis can hold of an instalment."""
    hours = tuple(tuple(some) for some in required.windows), tuple(required.openings)
    meetings = frozenset(required.meetings), frozenset(required.avoiding)
    return axis.forum, required.minutes, required.shortest, required.whole, hours, meetings


def due(jobs: Mapping[str, Job], hurry: Mapping[str, int]) -> dict[str, int]:
    """Return where on the axis of its forum each job, by key, must end: so that those that wait for it can follow.

    What is in a ``hurry`` is wanted so much sooner than its own hours ask for.
    """
    latest = {
        key: max((_latest(job, index) for index in range(len(job.fits))), default=0) - hurry.get(key, 0)
        for key, job in jobs.items()
    }
    for later in reversed(_in_order(jobs)):
        opens = latest[later.key] - later.ticks
        for job in (jobs[key] for key in later.after):
            ends = opens if later.axis is job.axis else _place(job.axis, _moment(later.axis, opens))
            latest[job.key] = min(latest[job.key], ends)
    return latest


def _latest(job: Job, index: int) -> int:
    """Return where on the axis it ends at the latest when it ends in this meeting."""
    fit, at = job.fits[index], job.axis.segments[index].at
    whole = [at + high + job.ticks for _, high in fit.whole]
    return max([*whole, *(at + high for _, high in fit.last)], default=0)


def _in_order(jobs: Mapping[str, Job]) -> list[Job]:
    """Return the jobs, each behind those that it waits for; where some wait for each other, as they come."""
    try:
        return [jobs[key] for key in TopologicalSorter({key: job.after for key, job in jobs.items()}).static_order()]
    except CycleError:
        return list(jobs.values())


def _moment(axis: Axis, place: int) -> int:
    """Return the tick of the clock at a place of an axis."""
    for segment in axis.segments:
        if place <= segment.end:
            return segment.opens + max(0, place) - segment.at
    return axis.segments[-1].closes


def _place(axis: Axis, moment: int) -> int:
    """Return how much of an axis lies before a tick of the clock."""
    return sum(min(segment.length, max(0, moment - segment.opens)) for segment in axis.segments)

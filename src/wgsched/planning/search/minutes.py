"""Other minutes than expected, where the expected ones do not fit: fewer, as few as possible taken away."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from ortools.sat.python import cp_model

from wgsched.model import Programme, Session
from wgsched.model.reading import minutes_of
from wgsched.planning.model.capacity import too_full
from wgsched.planning.model.desk import SolverDesk
from wgsched.planning.model.placements.in_parts import PlacementInParts
from wgsched.planning.model.posting import demands, desk_with
from wgsched.planning.search.effort import SOLVED, Effort
from wgsched.planning.search.fallbacks import or_else

MinutesByKey = Mapping[str, int]
"""The minutes of some instalments, by key."""

RangesByKey = Mapping[str, tuple[int, int]]
"""From and to how many minutes some instalments may have, by key."""

WORK = 10.0
"""The solver's deterministic time for taking away as little as possible."""


def minutes_that_fit(session: Session, effort: Effort, published: Programme | None = None) -> MinutesByKey | None:
    """Return minutes with which there is a programme, though with the expected ones there is none; None where none do.

    Those that were published, where they fit. Else together as near to the expected as possible, and of as few items as
    possible: where that was not shown within the work allowed, the best that was found, and the least that the session
    states when nothing was.

    Raises:
        LimitReached: a limit came before it was known whether the least minutes fit.
        KeyboardInterrupt: an interrupt did.
    """
    if too_full(session, least=True):
        return None
    least = least_minutes(session)
    if not least or not _fit(session, effort, exactly(least)):
        return _nearest(session, effort, _ranges(session))
    known = {**least, **_published(session, published)} if published else least
    if known != least and _fit(session, _bounded(effort), exactly(known), sure=False):
        return known
    ranges = {key: (low, _expected(session)[key]) for key, low in least.items()}
    return or_else(None, "sharing out minutes failed; all get their least", _nearest, session, effort, ranges) or least


def least_minutes(session: Session) -> dict[str, int]:
    """Return the least minutes of the instalments that can do with fewer than expected."""
    expected = _expected(session)
    return {key: low for key, (low, _) in _ranges(session).items() if low < expected[key]}


def exactly(minutes: MinutesByKey) -> RangesByKey:
    """Return the same as a desk takes it: from so many minutes to as many."""
    return {key: (each, each) for key, each in minutes.items()}


def _expected(session: Session) -> dict[str, int]:
    return {each.key: session.minutes_of(each) for each in session.agenda.instalments}


def _ranges(session: Session) -> dict[str, tuple[int, int]]:
    ranges = {each.key: session.range_of(each) for each in session.agenda.instalments}
    return {key: (low, high) for key, (low, high) in ranges.items() if low < high}


def _published(session: Session, published: Programme) -> MinutesByKey:
    """Return for how long instalments were published that could do with fewer minutes than expected."""
    expected, least = _expected(session), least_minutes(session)
    given = {key: minutes_of(published.of(session.agenda.instalment(key))) or 0 for key in least}
    return {key: min(minutes, expected[key]) for key, minutes in given.items() if minutes >= least[key]}


def _bounded(effort: Effort) -> Effort:
    return replace(effort, work=min(WORK, effort.work))


def _fit(session: Session, effort: Effort, minutes: RangesByKey, *, sure: bool = True) -> bool:
    """Return whether there is a programme with these minutes; where that stays open, raise or else say no."""
    desk = desk_with(session, demands(session), minutes=minutes)
    status = effort.solver().solve(desk.model) if desk.settle() else cp_model.INFEASIBLE
    if status == cp_model.UNKNOWN and sure:
        raise effort.nothing_found(infeasible=False)
    return status in SOLVED


def _nearest(session: Session, effort: Effort, ranges: RangesByKey) -> MinutesByKey | None:
    """Return the minutes of these ranges that are nearest to the expected; None when none were found."""
    desk = desk_with(session, demands(session), minutes=ranges)
    if not ranges or not desk.settle():
        return None
    given = {
        key: sum(each.given for each in desk.placements[key] if isinstance(each, PlacementInParts)) for key in ranges
    }
    off = {key: desk.model.new_int_var(0, ranges[key][1] // desk.clock.tick, "") for key in ranges}
    changed = {key: desk.model.new_bool_var("") for key in ranges}
    expected = _expected(session)
    for key, (low, high) in ranges.items():
        whole, span = expected[key] // desk.clock.tick, max(expected[key] - low, high - expected[key])
        desk.model.add(off[key] >= given[key] - whole)
        desk.model.add(off[key] >= whole - given[key])
        desk.model.add(off[key] <= span // desk.clock.tick * changed[key])
    _no_more_than_there_is(desk)
    # a tick outweighs the number of items with other minutes, which is at most that of all of them
    desk.model.minimize(sum(off.values()) * (len(ranges) + 1) + sum(changed.values()))
    solver = _bounded(effort).solver()
    solver.parameters.linearization_level = 2  # here a relaxation proves: 9 seconds became 0.04
    if solver.solve(desk.model) not in SOLVED:
        return None
    return {key: solver.value(each) * desk.clock.tick for key, each in given.items()}


def _no_more_than_there_is(desk: SolverDesk) -> None:
    """Say again, in one row for each forum, that what it takes up has no more minutes than its meetings."""
    for axis in (axis for forum, axis in desk.axes.items() if forum in desk.singly):
        needed = [
            each.given if isinstance(each, PlacementInParts) else each.ticks * each.present for each in desk.on(axis)
        ]
        desk.model.add(sum(needed) <= axis.length)

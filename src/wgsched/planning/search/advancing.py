"""What becomes of time that is freed: named with priced choices, or taken up by the next item."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from wgsched.checking import score
from wgsched.checking.gaps import follower, free_minutes, gaps, hindrance
from wgsched.errors import LimitReached
from wgsched.model import Advance, Gap, GapChoice, Hindrance, Instalment, Offer, Price, Programme
from wgsched.model.reading import meetings_of
from wgsched.planning.again.advances import advances, asked
from wgsched.planning.again.task import Task
from wgsched.planning.search.effort import Effort, Infeasible
from wgsched.planning.search.fallbacks import or_else
from wgsched.planning.search.planner import best_programmes

WORK = 60.0
"""The solver's deterministic time for the price of one choice."""


def advanced(n: int, task: Task, advance: Advance, effort: Effort) -> list[Programme]:
    """Return the ``n`` best programmes, as `best_programmes` does.

    With ``next``, items are taken up earlier in time that is freed; what stays free is named with the choices, as all
    is with ``ask``.
    """
    programmes = best_programmes(n, task, effort)
    if task.announced is None or advance is Advance.NO:
        return programmes
    free = _gaps(task, programmes[0])
    if free and advance is Advance.NEXT:
        programmes, task = _taken_up(n, task, programmes, free, effort)
        free = _gaps(task, programmes[0])
    first, *others = programmes
    offered = tuple(replace(gap, offers=tuple(_offers(task, first, gap, effort))) for gap in free)
    return [replace(first, finding=replace(first.finding, gaps=offered)), *others]


def _taken_up(
    n: int, task: Task, programmes: list[Programme], free: Sequence[Gap], effort: Effort
) -> tuple[list[Programme], Task]:
    """Return the programmes in which the next items are taken up in gaps, and how that was asked.

    Those without it are returned if nothing may be taken up, or if a limit came before.
    """
    allowed = advances(task, programmes[0], free)
    if effort.over or not allowed.granted:
        return programmes, task
    advancing = replace(task, advances=allowed)
    try:
        best = best_programmes(n, advancing, effort)
    except (Infeasible, LimitReached):
        return programmes, task
    return [_marked(programmes[0], each) for each in best], advancing


def _marked(before: Programme, after: Programme) -> Programme:
    """Return a programme whose finding says what is taken up earlier than before."""
    return replace(after, finding=replace(after.finding, advanced=_difference(before, after).earlier))


def _gaps(task: Task, programme: Programme) -> tuple[Gap, ...]:
    return gaps(programme, task.announced, task.now) if task.announced else ()


def _offers(task: Task, programme: Programme, gap: Gap, effort: Effort) -> Iterator[Offer]:
    """Yield what may become of a gap: the item after it, if there is one, is taken up; or it is cancelled, or kept."""
    item, why = follower(programme, gap), hindrance(programme, gap, task.now)
    if why is None and task.advances:
        why = Hindrance.GAIN
    free = free_minutes(programme)
    if item:
        price = _price(task, programme, gap, item, effort) if why is None or why.asks else None
        if isinstance(price, Hindrance):
            price, why = None, price
        yield Offer(GapChoice.ADVANCE, price, item.key, why)
    yield Offer(GapChoice.CANCEL, Price(free=max(0, free - gap.minutes)))
    yield Offer(GapChoice.KEEP, Price(free=free))


def _price(task: Task, programme: Programme, gap: Gap, item: Instalment, effort: Effort) -> Price | Hindrance | None:
    """Return what it changes to take up an item in a gap; why it is impossible; or None when a limit came first."""
    bounded = replace(effort, work=min(WORK, effort.work))
    allowed = replace(task, advances=asked(advances(task, programme, (gap,)), item, gap))
    try:
        best = or_else(None, "a choice was not priced", best_programmes, 1, allowed, bounded)
    except Infeasible:
        return Hindrance.RULES
    except (LimitReached, KeyboardInterrupt):
        return None
    return _difference(programme, best[0]) if best else None


def _difference(before: Programme, after: Programme) -> Price:
    """Return what another programme changes."""
    every = before.session.agenda.instalments
    placed = [each for each in every if before.of(each) and after.of(each)]
    return Price(
        moved=_keys(each for each in placed if _meetings(before, each) != _meetings(after, each)),
        earlier=_keys(each for each in placed if after.opened(each).earliest < before.opened(each).earliest),
        later=_keys(each for each in placed if _first(after, each) > _first(before, each)),
        free=free_minutes(after),
        cost=score(after).total - score(before).total,
    )


def _keys(some: Iterator[Instalment] | Sequence[Instalment]) -> tuple[str, ...]:
    return tuple(each.key for each in some)


def _meetings(programme: Programme, instalment: Instalment) -> list[str]:
    return [each.key for each in meetings_of(programme, instalment)]


def _first(programme: Programme, instalment: Instalment) -> float:
    return meetings_of(programme, instalment)[0].opens.timestamp()

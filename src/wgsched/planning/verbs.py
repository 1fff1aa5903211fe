"""The best programmes that differ in rows, the best first."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

from wgsched.errors import LimitReached
from wgsched.model import Programme, Session, Unique
from wgsched.planning.search.effort import Effort, Watcher
from wgsched.planning.search.planner import Infeasible, made, solved
from wgsched.planning.search.stopping import stoppable

if TYPE_CHECKING:
    from pendulum import DateTime

    from wgsched.planning.again.task import Task
    from wgsched.planning.model.solution import Solution


def alternatives(
    session: Session,
    n: int,
    *,
    published: Programme | None = None,
    now: DateTime | str | None = None,
    keep: Iterable[str] = (),
    workers: int = 1,
    seed: int = 0,
    time_limit: float | None = None,
    on_progress: Watcher | None = None,
) -> tuple[Programme, ...]:
    """Return the ``n`` best programmes that differ in rows: what is taken up in which meeting, and in which order.

    The first is what `plan` returns for the same arguments. Fewer than ``n`` are returned when there are no more, or
    when a limit or an interrupt came; the last finding then says so. A ``time_limit`` is for each of them.

    Raises:
        NoProgramme: the rules cannot all hold; it carries the conflict in sentences.
        InternalError: the checker does not agree with the solver: a mistake in wgsched, or in a rule.
        LimitReached: a limit came before the first was found.
    """
    from wgsched.planning.again.task import task

    asked = task(session, published, now, keep)
    try:
        with stoppable() as stop:
            return _compared(_best(n, asked, Effort(workers, seed, time_limit, stop=stop), on_progress))
    except Infeasible:
        from wgsched.planning.search.typed import as_typed_or_no

        return (as_typed_or_no(asked),)


def _best(n: int, asked: Task, effort: Effort, on_progress: Watcher | None) -> list[Programme]:
    seen: list[Solution] = []
    found: list[Programme] = []
    while len(found) < max(1, n):
        try:
            desk, solution, finding = solved(asked, effort, on_progress, seen)
        except (Infeasible, LimitReached, KeyboardInterrupt):
            if not found:
                raise
            break
        seen.append(solution)
        asked = replace(asked, minutes={key: low for key, (low, _) in desk.minutes.items()})
        found.append(made(asked, desk, solution, finding))
    return found


def _compared(found: list[Programme]) -> tuple[Programme, ...]:
    """Return the programmes, those that cost the same marked as not unique.

    Where a programme was published, changes weigh as well, which the cost does not show: then those are marked of
    which the first was found to have an equal.
    """
    alike: dict[tuple[int, int | None], list[Programme]] = {}
    for each in found:
        alike.setdefault((each.finding.objective, each.finding.moved), []).append(each)
    several = {
        how for how, some in alike.items() if len(some) > 1 and (how[1] is None or some[0].finding.unique is Unique.NO)
    }
    return tuple(
        replace(each, finding=replace(each.finding, unique=Unique.NO))
        if (each.finding.objective, each.finding.moved) in several
        else each
        for each in found
    )

"""The verbs of planning. OR-Tools takes half a second to load, so the rooms that know it are imported within them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from pendulum import DateTime

from wgsched.errors import UnknownName
from wgsched.model import Advance, Grades, Programme, Session, Unique
from wgsched.planning.search.progress import Reporter, Stage, Watcher
from wgsched.planning.why.explanation import Explanation, ItemExplanation


def plan(
    session: Session,
    *,
    published: Programme | None = None,
    now: DateTime | str | None = None,
    keep: Iterable[str] = (),
    advance: Advance | str | None = None,
    workers: int = 1,
    seed: int = 0,
    time_limit: float | None = None,
    nearest: bool = False,
    on_progress: Watcher | None = None,
) -> Programme:
    """Return the best programme of a session, with proof unless a limit was reached.

    With ``published``, the one that changes it least: what it records as held stays, as does what is over at ``now``;
    ``keep`` names items (``2 (a)``), meetings (``Thu am``) and days (``2009-05-14``) that stay as they were published.
    Then as few items as can be are put later; as few neighbours are reversed; as few items change meetings, those for
    which there is more notice, and which concern fewer people; then the preferences of the session count.

    ``advance`` says what becomes of time that is freed, by default as the session says: ``ask`` names it in the
    finding's ``gaps``, each with what may be done and what that changes; ``next`` takes up the following item in it,
    where that is the same day and nothing forbids it; ``no`` leaves it free.

    A ``time_limit`` in seconds is a deadline for the whole of it, explanations included. The same input gives the same
    programme, unless that deadline cut the search or a keyboard interrupt ended it: the best programme until then is
    returned, and its finding says so. Rows that are all typed by hand, and in which `check` finds nothing broken, come
    back as they were typed, without hours, where none fit them.

    With ``nearest``, where no programme keeps all, the one that breaks least is returned instead: its verdict is
    `Verdict.NEAREST`, its finding's ``grades`` say how much it breaks, and `check` names each broken demand.

    Raises:
        NoProgramme: the rules cannot all hold; it carries the conflict in sentences (none if the deadline came first).
        InternalError: the checker does not agree with the solver: a mistake in wgsched, or in a rule.
        LimitReached: a limit came before a programme was found.
        KeyboardInterrupt: an interrupt did.
        BadInput: ``now`` is no moment, or ``keep`` names what is not there.
        UnknownName: ``advance`` is none of the three.
    """
    limits = (workers, seed, time_limit)
    given = (session, published, now, keep, _advance(advance, session))
    return _planned(1, *given, limits, on_progress, instead=nearest)[0]


def alternatives(
    session: Session,
    n: int,
    *,
    published: Programme | None = None,
    now: DateTime | str | None = None,
    keep: Iterable[str] = (),
    advance: Advance | str | None = None,
    workers: int = 1,
    seed: int = 0,
    time_limit: float | None = None,
    nearest: bool = False,
    on_progress: Watcher | None = None,
) -> tuple[Programme, ...]:
    """Return the ``n`` best programmes that differ in rows: what is taken up in which meeting, and in which order.

    The first is what `plan` returns for the same arguments. Fewer than ``n`` are returned when there are no more, or
    when a limit or an interrupt came; the last finding then says so. A ``time_limit`` is for all of them together.

    Raises:
        NoProgramme: the rules cannot all hold; it carries the conflict in sentences and, with ``nearest``, the
            programme that breaks least.
        InternalError: the checker does not agree with the solver: a mistake in wgsched, or in a rule.
        LimitReached: a limit came before the first was found.
    """
    limits = (workers, seed, time_limit)
    given = (session, published, now, keep, _advance(advance, session))
    programmes = _planned(n, *given, limits, on_progress, beside=nearest)
    return _compared(programmes)


def _advance(named: Advance | str | None, session: Session) -> Advance:
    """Return what becomes of time that is freed: as is said here, else in the session."""
    try:
        return Advance(session.advance if named is None else named)
    except ValueError:
        raise UnknownName("way to advance", str(named), (each.value for each in Advance)) from None


def _planned(
    n: int,
    session: Session,
    published: Programme | None,
    now: DateTime | str | None,
    keep: Iterable[str],
    advance: Advance,
    limits: tuple[int, int, float | None],
    watcher: Watcher | None,
    *,
    instead: bool = False,
    beside: bool = False,
) -> list[Programme]:
    """Return the best programmes; where the solver shows that there is none, the typed rows, or why there is none.

    The nearest programme is returned ``instead`` of the reason, or is told ``beside`` it.
    """
    from wgsched.planning.again.task import task_of
    from wgsched.planning.search.advancing import advanced
    from wgsched.planning.search.effort import Effort, Infeasible
    from wgsched.planning.search.nearest import nearest_within
    from wgsched.planning.search.stopping import stoppable
    from wgsched.planning.search.typed import as_typed
    from wgsched.planning.why.explain import no_programme

    effort = Effort(*limits, reporter=Reporter(watcher))  # the seconds count from here
    task = task_of(session, published, now, keep)
    try:
        with stoppable() as stop:
            return advanced(n, task, advance, replace(effort, stop=stop))
    except Infeasible:
        rows = as_typed(task)
        if rows is not None:
            return [rows]
        closest, unknown = nearest_within(task, effort) if instead else (None, False)
        if closest is not None:
            return [closest]
        effort.reporter.enter(Stage.EXPLAINING)
        refused = no_programme(task.session, effort.lasting(0.5) if beside else effort)
        if beside:
            closest, unknown = nearest_within(task, effort)
        refused.nearest, refused.nearest_unknown = closest, unknown
        raise refused from None


def _compared(programmes: Sequence[Programme]) -> tuple[Programme, ...]:
    """Return the programmes, those that cost the same marked as not unique.

    Where a programme was published, changes weigh as well, which the cost does not show: then those are marked of
    which the first was found to have an equal.
    """
    alike: dict[tuple[int, int | None, Grades | None], list[Programme]] = {}
    for each in programmes:
        alike.setdefault(_worth(each), []).append(each)
    several = {
        how for how, some in alike.items() if len(some) > 1 and (how[1] is None or some[0].finding.unique is Unique.NO)
    }
    return tuple(
        replace(each, finding=replace(each.finding, unique=Unique.NO)) if _worth(each) in several else each
        for each in programmes
    )


def _worth(programme: Programme) -> tuple[int, int | None, Grades | None]:
    """Return by what programmes are compared."""
    finding = programme.finding
    return finding.objective, finding.moved, finding.grades


def explain(session: Session) -> Explanation:
    """Return why there is no programme and what would help, or which rules prevent a better one.

    Deterministic. If this is not settled within the work allowed, a programme counts as possible.
    """
    from wgsched.planning.why.explain import explained

    return explained(session)


def explain_item(programme: Programme, item: str) -> ItemExplanation:
    """Return why an item, named by number or key, is where it is in a programme, and not in agenda order or earlier.

    The session is planned again with one more demand, from the beginning: what was published or held does not bind.

    Raises:
        UnknownName: there is no such item.
    """
    from wgsched.planning.why.placed import why_placed

    return why_placed(programme, programme.session.agenda[item])

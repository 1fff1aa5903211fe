"""What would help: concrete edits that would make a programme possible, the cheapest first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from operator import attrgetter

from wgsched.model import AgendaItem, Case, Ease, Instalment, Repair, Rule, Session
from wgsched.planning.model.posting import Demand, demands
from wgsched.planning.search.effort import UNHURRIED, Effort
from wgsched.planning.why.conflict import Conflict
from wgsched.planning.why.more_time import least_minutes, more_meetings, shorter, two_instalments
from wgsched.planning.why.other_ways import all_shorter, another_forum, longer_meetings, more_rooms
from wgsched.planning.why.precedence import cycle
from wgsched.planning.why.probing import Trials
from wgsched.planning.why.scopes import scope_of
from wgsched.planning.why.together import Changed, left, together

MOST_SENTENCES = 8
"""So many sentences of a conflict are looked at one by one."""


def repairs(session: Session, reason: Conflict, effort: Effort = UNHURRIED) -> tuple[Repair, ...]:
    """Return what would make a programme possible, each tried by a solve, the cheapest first."""
    every_repair = dict.fromkeys(changed.repair for changed in changes(session, reason, effort))
    return tuple(sorted(every_repair, key=lambda repair: repair.cost))


def changes(session: Session, reason: Conflict, effort: Effort = UNHURRIED) -> list[Changed]:
    """Return the changed sessions that have a programme: with one change, or, where none helps, with several.

    Where there are several conflicts that share nothing, no single change helps.
    """
    trials = Trials(effort)
    start = Changed(session)
    if reason.tells_all:  # it is about rooms alone: no time helps, and no meeting does without a room of its own
        return [start.edited(each) for each in more_rooms(session, trials)]
    eased = [start.edited(each) for each in _eased_together(session, trials, reason.demands)]
    if reason.demands and not trials.fits(session, left(demands(session), reason.demands)):
        more = [start.edited(each) for each in more_meetings(session, trials, _about(session, reason))]
        return [*eased, *together(session, trials, reason, edits), *more]
    named = (start.without(demand) for demand in reason.demands[:MOST_SENTENCES])
    without = [each for each in named if trials.fits(session, each.asked())]
    single = [*eased, *without, *(start.edited(each) for each in edits(session, trials, reason))]
    return single or list(together(session, Trials(effort), reason, edits))


def _about(session: Session, reason: Conflict) -> tuple[Instalment, ...]:
    """Return the instalments to which time could help."""
    return () if _timeless(session, reason) else _parts(session, reason)


def edits(session: Session, trials: Trials, reason: Conflict) -> Iterator[Ease]:
    """Edit the session so that it fits, in one way or another."""
    parts = _about(session, reason)
    yield from least_minutes(session, trials)
    yield from more_meetings(session, trials, parts)
    for demand in reason.demands[:MOST_SENTENCES]:
        yield from _mildest(trials, demand.rule.eases(session, *demand.case))
    helped = False
    for way in (shorter, two_instalments, longer_meetings, another_forum):
        for ease in way(session, trials, parts):
            helped = True
            yield ease
    if not helped:
        yield from all_shorter(session, trials, parts)


def _timeless(session: Session, reason: Conflict) -> bool:
    """Return whether no time could help: items wait for each other in a ring."""
    return reason.note is None and bool(
        cycle(pair for demand in reason.demands for pair in scope_of(session, demand).orders)
    )


def _eased_together(session: Session, trials: Trials, given: Iterable[Demand]) -> Iterator[Ease]:
    """Ask as little less of several demands of one kind at once."""
    cases: dict[type[Rule], list[Case]] = {}
    for demand in given:
        cases.setdefault(type(demand.rule), []).append(demand.case)
    for kind, some in cases.items():
        yield from _mildest(trials, kind.shared_eases(session, some))


def _mildest(trials: Trials, ladders: Iterable[Sequence[Ease]]) -> Iterator[Ease]:
    """Ask as little less as makes a programme possible, of each ladder of eases."""
    for ladder in ladders:
        if (ease := trials.soonest(ladder, attrgetter("session"))) is not None:
            yield ease


def _parts(session: Session, reason: Conflict) -> tuple[Instalment, ...]:
    """Return the instalments that a conflict speaks about, the longest first."""
    facts = [fact for demand in reason.demands for fact in _flat(demand.case)]
    facts += [fact for _, value in (reason.note.facts if reason.note else ()) for fact in _flat(value)]
    if not any(isinstance(fact, AgendaItem | Instalment) for fact in facts):  # it speaks of some as of a group
        facts = [fact for demand in reason.demands for some in demand.case for fact in _flat(some)]
    units = [fact for fact in facts if isinstance(fact, AgendaItem | Instalment)]
    parts = {part.key: part for unit in units for part in session.agenda.instalments_of(unit)}
    return tuple(sorted(parts.values(), key=lambda part: (-session.minutes_of(part), part.key)))


def _flat(fact: object) -> Iterator[object]:
    """Yield a fact, or those of a tuple; what stands in a tuple within a case is only its background."""
    if isinstance(fact, tuple):
        yield from (each for each in fact if isinstance(each, AgendaItem))
    else:
        yield fact

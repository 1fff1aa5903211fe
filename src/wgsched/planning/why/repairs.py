"""What would help: concrete edits that would make a programme possible, the cheapest first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from operator import attrgetter

from wgsched.model import AgendaItem, Case, Ease, Instalment, Repair, Rule, Sentence, Session
from wgsched.planning.model.posting import Demand, demands
from wgsched.planning.search.effort import UNHURRIED, Effort
from wgsched.planning.why.conflict import Conflict, conflict
from wgsched.planning.why.more_time import least_minutes, more_meetings, shorter, two_instalments
from wgsched.planning.why.precedence import cycle
from wgsched.planning.why.probing import Trials
from wgsched.planning.why.scopes import scope_of

WITHOUT_OWN, WITHOUT_STANDING = 300, 600
"""What it costs to give up a demand that the session made itself, and one that every session makes."""

MOST_SENTENCES = 8
"""So many sentences of a conflict are looked at one by one."""

MOST_CONFLICTS = 4
"""So many conflicts that share nothing are given up together."""


def repairs(session: Session, reason: Conflict, effort: Effort = UNHURRIED) -> tuple[Repair, ...]:
    """Return the edits that would make a programme possible, each tried by a solve, the cheapest first.

    Where there are several conflicts that share nothing, no single edit helps: what could be given up together is said.
    """
    trials = Trials(effort)
    given = demands(session)
    together = list(_eased_together(session, trials, reason.demands))
    parts = () if _timeless(session, reason) else _parts(session, reason)
    if reason.demands and not trials.fits(session, _left(given, reason.demands)):
        tried = [*together, *_without_several(session, trials, given, reason), *more_meetings(session, trials, parts)]
        return tuple(sorted(dict.fromkeys(tried), key=lambda repair: repair.cost))
    named = reason.demands[:MOST_SENTENCES]
    tried = [
        *together,
        *least_minutes(session, trials),
        *(repair for demand in named for repair in _without(session, trials, given, demand)),
        *more_meetings(session, trials, parts),
        *(each for demand in named for each in _mildest(trials, demand.rule.eases(session, *demand.case))),
        *shorter(session, trials, parts),
        *two_instalments(session, trials, parts),
    ]
    return tuple(sorted(dict.fromkeys(tried), key=lambda repair: repair.cost))


def _left(given: Iterable[Demand], given_up: Iterable[Demand]) -> list[Demand]:
    """Return the demands that say something else than these, and what remains of these all the same."""
    some = list(given_up)
    said = {demand.sentence for demand in some}
    firm = (demand for demand in given if demand.is_ground and not demand.is_customary)
    kept = {id(demand) for demand in firm}
    left = [demand for demand in given if id(demand) in kept or demand.sentence not in said]
    remainders = ((demand.rule, demand.rule.remainder(*demand.case)) for demand in some)
    return [*left, *(Demand(rule, case) for rule, case in remainders if case is not None)]


def _timeless(session: Session, reason: Conflict) -> bool:
    """Return whether no time could help: items wait for each other in a ring."""
    return reason.note is None and bool(
        cycle(pair for demand in reason.demands for pair in scope_of(session, demand).orders)
    )


def _eased_together(session: Session, trials: Trials, given: Iterable[Demand]) -> Iterator[Repair]:
    """Ask as little less of several demands of one kind at once."""
    cases: dict[type[Rule], list[Case]] = {}
    for demand in given:
        cases.setdefault(type(demand.rule), []).append(demand.case)
    for kind, some in cases.items():
        yield from _mildest(trials, kind.shared_eases(session, some))


def _mildest(trials: Trials, ladders: Iterable[Sequence[Ease]]) -> Iterator[Repair]:
    """Ask as little less as makes a programme possible, of each ladder of eases."""
    for ladder in ladders:
        if (ease := trials.soonest(ladder, attrgetter("session"))) is not None:
            yield Repair(ease.sentence, ease.cost)


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


def _without(session: Session, trials: Trials, given: tuple[Demand, ...], demand: Demand) -> Iterator[Repair]:
    """Give up a demand."""
    if trials.fits(session, _left(given, [demand])):
        yield Repair(Sentence("repair-without", sentence=demand.sentence), price(session, demand))


def price(session: Session, demand: Demand) -> int:
    """Return what it costs to give up a demand."""
    return WITHOUT_OWN if any(rule is demand.rule for rule in session.rules) else WITHOUT_STANDING


def _without_several(session: Session, trials: Trials, given: tuple[Demand, ...], reason: Conflict) -> Iterator[Repair]:
    """Give up the last demand of each conflict, until none is left."""
    given_up: list[Demand] = []
    left = list(given)
    while reason.demands and len(given_up) < MOST_CONFLICTS:
        given_up.append(reason.demands[-1])
        left = _left(left, given_up)
        if trials.fits(session, left):
            sentences = tuple(demand.sentence for demand in given_up)
            cost = sum(price(session, demand) for demand in given_up)
            yield Repair(Sentence("repair-without-several", sentences=sentences), cost)
            return
        reason = conflict(session, left, trials.effort)

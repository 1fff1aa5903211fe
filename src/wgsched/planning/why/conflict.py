"""Why there is no programme: the sentences that cannot all hold, none of which can be spared."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import gcd

from wgsched.errors import NotTakenUp
from wgsched.model import Programme, Sentence, Session
from wgsched.planning.model.posting import Demand, demands, desk_with
from wgsched.planning.search.effort import UNHURRIED, Effort
from wgsched.planning.search.fallbacks import or_else
from wgsched.planning.why.certificates import Certificate, certificate
from wgsched.planning.why.minimal import minimal_subset, without_needless
from wgsched.planning.why.premises import spoken_about, times_of
from wgsched.planning.why.probing import Probe

FEW_MINUTES = 5

REFINING = 1.0
"""The work of one question, in the solver's deterministic time, that only makes an answer plainer."""

FEW_PREMISES = 6
"""So many demands that make a programme one at all are named beside another one."""


@dataclass(frozen=True)
class Conflict:
    """Demands that cannot all hold, whatever becomes of those that are not here.

    ``ground`` are the demands that make a programme one at all; they hold beside and are not said. ``note`` says in
    minutes why the demands cannot hold, where arithmetic tells. ``minimal`` when each was shown to be needed: without
    any one of ``demands``, the others and the ground hold together. ``facts`` of the session are said beside a single
    demand, which is no contradiction in itself. A note that ``tells_all`` is said in place of the demands.
    """

    demands: tuple[Demand, ...]
    ground: tuple[Demand, ...] = ()
    note: Sentence | None = None
    minimal: bool = True
    facts: tuple[Sentence, ...] = ()
    tells_all: bool = False

    @property
    def sentences(self) -> tuple[Sentence, ...]:
        """What it says, each once."""
        said = [] if self.tells_all else [demand.sentence for demand in self.demands]
        return tuple(dict.fromkeys([*said, *self.facts, *([self.note] if self.note else [])]))


def conflict(session: Session, given: Sequence[Demand] | None = None, effort: Effort = UNHURRIED) -> Conflict:
    """Return a smallest set of the given demands (by default, of all) that cannot all hold.

    Ask only if they cannot. Arithmetic comes first: if it can tell, it is quicker than any search, and its answer is
    one that people understand. If the deadline comes before it is known which demands can be left out, the set is
    empty: a list of all demands would help nobody.
    """
    posted = demands(session) if given is None else tuple(given)
    ground = tuple(demand for demand in posted if demand.is_ground)
    proof = _by_arithmetic(session, posted)
    if proof and not proof.demands:
        return Conflict((), ground, proof.note)
    if proof and proof.tells_all:
        return Conflict(proof.demands, ground, proof.note, tells_all=True)
    probe = Probe(session, effort)
    if proof:
        kept = without_needless(proof.demands, lambda some: probe.fits([*ground, *some]))
    else:
        kept = _needed(probe, ground, [demand for demand in posted if not demand.is_ground])
    if not proof and effort.over:
        return Conflict((), ground, minimal=False)
    if not kept:
        return _of_the_ground(session, ground)
    if proof and len(kept) < len(proof.demands):
        proof = _by_arithmetic(session, [*ground, *kept])
    if not proof:
        customs, ground = _customs(session, effort, kept, ground)
        kept = [*customs, *kept]
    note = proof.note if proof else None
    facts = times_of(session, spoken_about(session, kept[0])) if len(kept) == 1 and not note else ()
    if len(kept) == 1 and not note and not facts:
        premises, ground = _premises(session, effort, kept, ground)
        kept = [*premises, *kept]
        # without any premise, it is what the session is made of that stands against it: each forum meets by itself
        facts = () if premises else times_of(session, session.agenda.instalments)
    return Conflict(tuple(kept), ground, note, probe.sure, facts)


def _customs(
    session: Session, effort: Effort, kept: Sequence[Demand], ground: tuple[Demand, ...]
) -> tuple[list[Demand], tuple[Demand, ...]]:
    """Return the customs of the ground without which these demands could hold, and the rest of the ground.

    Demands that contradict each other only because of a custom are no contradiction without its sentence.
    """
    customs = [demand for demand in ground if demand.is_customary]
    rest = tuple(demand for demand in ground if not demand.is_customary)
    probe = Probe(session, effort, work=REFINING)
    if not customs or not probe.fits([*rest, *kept]) or not probe.sure:
        return [], ground
    needed = minimal_subset(customs, lambda some: probe.fits([*rest, *kept, *some]))
    return (needed, rest) if probe.sure else ([], ground)


def _premises(
    session: Session, effort: Effort, kept: Sequence[Demand], ground: tuple[Demand, ...]
) -> tuple[list[Demand], tuple[Demand, ...]]:
    """Return the demands of the ground that one demand contradicts, if they are few; else none, and the ground.

    One sentence that is no contradiction in itself would be no answer.
    """
    probe = Probe(session, effort, work=REFINING)
    needed = minimal_subset(ground, lambda some: probe.fits([*kept, *some]))
    return (needed, ()) if probe.sure and len(needed) <= FEW_PREMISES else ([], ground)


def _by_arithmetic(session: Session, given: Sequence[Demand]) -> Certificate | None:
    """Return what arithmetic can tell of these demands, without a search."""
    return or_else(None, "arithmetic failed; the conflict is searched for", certificate, session, given)


def _of_the_ground(session: Session, ground: Sequence[Demand]) -> Conflict:
    """Return what is needed of the ground alone; an item whose time is not asked for then has a few minutes."""
    probe = Probe(session, tick=gcd(desk_with(session, ground).clock.tick, FEW_MINUTES))
    return Conflict(tuple(_needed(probe, (), ground)), (), None, probe.sure)


def _needed(probe: Probe, ground: Sequence[Demand], given: Sequence[Demand]) -> list[Demand]:
    """Return what is needed for the conflict of these demands beside the ground."""

    def needed(group: Sequence[Demand]) -> Demand | None:
        # the programme that fitted without a group shows which of the group it breaks: if only one, that is needed
        programme = probe.programme()
        broken = [demand for demand in group if programme and _broken(programme, demand)]
        return broken[0] if len(broken) == 1 else None

    kept = {id(demand) for demand in minimal_subset(given, lambda some: probe.fits([*ground, *some]), needed)}
    return [demand for demand in given if id(demand) in kept]


def _broken(programme: Programme, demand: Demand) -> bool:
    try:
        return demand.rule.holds(programme, *demand.case) is not True
    except NotTakenUp:
        return True

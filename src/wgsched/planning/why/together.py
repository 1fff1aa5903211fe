"""Several changes together, where no single one helps: one for each conflict in turn."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from wgsched.model import AgendaItem, Ease, Repair, Sentence, Session
from wgsched.planning.model.capacity import overfull_instalments
from wgsched.planning.model.posting import Demand, demands
from wgsched.planning.why.certificates import certificate
from wgsched.planning.why.conflict import Conflict, conflict
from wgsched.planning.why.more_time import FEW
from wgsched.planning.why.other_ways import all_of
from wgsched.planning.why.probing import Trials

WITHOUT_OWN, WITHOUT_STANDING = 300, 600
"""What it costs to give up a demand that the session made itself, and one that every session makes."""

MOST_CONFLICTS = 4
"""So many conflicts that share nothing are resolved together."""

MOST_LOOKED_AT = 12
"""So many changed sessions are looked at, those with few changes first."""

Ways = Callable[[Session, Trials, Conflict], Iterable[Ease]]
"""Edits that resolve one conflict, each tried with what `Trials` asks for."""


@dataclass(frozen=True)
class Changed:
    """A session after some changes: edits of it, and demands that are given up."""

    session: Session
    sentences: tuple[Sentence, ...] = ()
    given_up: tuple[Demand, ...] = ()
    cost: int = 0

    def asked(self, session: Session | None = None) -> list[Demand]:
        """Return what is still asked of this session, or of an edit of it."""
        return left(demands(session or self.session), self.given_up)

    def edited(self, ease: Ease) -> Changed:
        """Return what this is after one more edit."""
        return replace(
            self, session=ease.session, sentences=(*self.sentences, ease.sentence), cost=self.cost + ease.cost
        )

    def without(self, demand: Demand) -> Changed:
        """Return what this is with one more demand given up."""
        return replace(self, given_up=(*self.given_up, demand), cost=self.cost + price(self.session, demand))

    @property
    def _given_up(self) -> Sentence:
        """The sentence that gives these demands up; for a custom, with what the file says."""
        sentences = tuple(demand.sentence for demand in self.given_up)
        if len(sentences) > 1:
            return Sentence("repair-without-several", sentences=sentences)
        rule = self.given_up[0].rule
        if rule.customary and not any(rule is own for own in self.session.rules):
            return Sentence("repair-waive", sentence=sentences[0], rule=rule.code)
        return Sentence("repair-without", sentence=sentences[0])

    @property
    def number(self) -> int:
        """How many changes there are."""
        return len(self.sentences) + len(self.given_up)

    @property
    def repair(self) -> Repair:
        """All the changes as one repair."""
        if not self.sentences:
            return Repair(self._given_up, self.cost)
        several = [self._given_up] if self.given_up else []
        return Repair(all_of([*self.sentences, *several]), self.cost)


def together(session: Session, trials: Trials, reason: Conflict, ways: Ways) -> Iterator[Changed]:
    """Yield a session on which all conflicts are resolved, one after another: the one with the fewest changes found.

    Of a conflict the last demand is given up; where it has none, the session is edited, one way or another.
    """
    waiting: deque[tuple[Changed, Conflict | None]] = deque([(Changed(session), reason)])
    for _ in range(MOST_LOOKED_AT):
        if not waiting or trials.effort.over:
            return
        changed, known = waiting.popleft()
        conflict_left = known or conflict(changed.session, changed.asked(), trials.effort)
        for step in _given_up(changed, conflict_left) or _edited(changed, conflict_left, ways):
            if trials.fits(step.session, step.asked()):
                yield step
                return
            if step.number < MOST_CONFLICTS:
                waiting.append((step, None))


def _given_up(changed: Changed, reason: Conflict) -> list[Changed]:
    """Give up the last demand of a conflict that may be given up."""
    some = [each for each in reason.demands if not each.is_ground or each.is_customary]
    return [changed.without(demand) for demand in some[-1:]]


def _edited(changed: Changed, reason: Conflict, ways: Ways) -> list[Changed]:
    """Resolve one conflict by an edit, the cheapest first; what else is asked of the session may still not hold."""
    eases = ways(changed.session, _Resolving(changed, _items(reason.note)), reason)
    return [changed.edited(ease) for ease in sorted(eases, key=lambda ease: ease.cost)[:FEW]]


class _Resolving(Trials):
    """Tries edits by arithmetic: one helps if these items are not among those that have too little time."""

    def __init__(self, changed: Changed, items: frozenset[str]) -> None:
        super().__init__(asked=changed.asked)
        self._items = items
        self._grounded = not any(demand.is_ground for demand in changed.given_up)

    def _fits(self, session: Session, given: Sequence[Demand] | None = None) -> bool:
        if given is None and self._grounded and self._too_full(session):  # a sum, before all that is asked is looked at
            return False
        proof = certificate(session, list(self.asked(session) if given is None else given))
        return proof is None or not self._items & _items(proof.note)

    def _too_full(self, session: Session) -> bool:
        return any(not self._items.isdisjoint(each.items) for each in overfull_instalments(session))


def _items(note: Sentence | None) -> frozenset[str]:
    """Return the keys of the items that a sentence names."""
    facts = [value for _, value in note.facts] if note else []
    facts += [each for value in facts if isinstance(value, tuple) for each in value]
    return frozenset(fact.key for fact in facts if isinstance(fact, AgendaItem))


def left(given: Iterable[Demand], given_up: Iterable[Demand]) -> list[Demand]:
    """Return the demands that say something else than these, and what remains of these all the same."""
    some = list(given_up)
    said = {demand.sentence for demand in some}
    firm = (demand for demand in given if demand.is_ground and not demand.is_customary)
    kept = {id(demand) for demand in firm}
    rest = [demand for demand in given if id(demand) in kept or demand.sentence not in said]
    remainders = ((demand.rule, demand.rule.remainder(*demand.case)) for demand in some)
    return [*rest, *(Demand(rule, case) for rule, case in remainders if case is not None)]


def price(session: Session, demand: Demand) -> int:
    """Return what it costs to give up a demand."""
    return WITHOUT_OWN if any(rule is demand.rule for rule in session.rules) else WITHOUT_STANDING

"""A rule or a preference that is asked for with a strength or a weight of its own."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Any

from wgsched.errors import Fault
from wgsched.model.desk import Desk, Quantity
from wgsched.model.gate import at_least, refuse
from wgsched.model.grades import Strength
from wgsched.model.programme import Programme
from wgsched.model.rule import Case, Preference, Rule
from wgsched.model.sentence import Sentence
from wgsched.model.session import Session


@dataclass(frozen=True)
class Wish(Preference):
    """A rule that need not be kept, or a preference with a weight of its own: ``Wish(Precedes("2", "3"), weight=50)``.

    With a strength, ``SHOULD`` or ``NICE``, it comes before everything that only weighs something; among wishes of one
    strength its weight counts. Without a strength, the weight is what one unit costs beside the usual preferences. The
    amount of a rule is the number of its cases that are broken.

    Raises:
        BadInput: the rule makes a programme one at all, or is never a wish; the strength is ``MUST``, which a rule has
            by itself and a preference cannot have.
    """

    asked: Rule | Preference
    strength: Strength | None = None
    weight: int = 1

    def __post_init__(self) -> None:
        object.__setattr__(self, "code", self.asked.code)
        object.__setattr__(self, "unit", getattr(self.asked, "unit", ("", "")))
        object.__setattr__(self, "free_time", getattr(self.asked, "free_time", False))
        refuse([*at_least(1, {"weight": self.weight}), *self._faults()])

    def _faults(self) -> Iterator[Fault]:
        if isinstance(self.asked, Rule) and not self.asked.may_be_a_wish:
            yield Fault(f"{self.code} is never a wish: it must hold in every programme", path="strength")
        elif self.strength is Strength.MUST:
            message = "what must hold is written without a strength"
            hint = "" if isinstance(self.asked, Rule) else "A preference is never a must; ask for a rule."
            yield Fault(message, path="strength", hint=hint)

    def cases(self, session: Session) -> Iterator[Case]:
        """Yield what it is about, case by case."""
        return self.asked.cases(session)

    def amount(self, programme: Programme, *case: Any) -> int | None:
        """Return how far a programme is from it; of a rule, 1 where the case is broken."""
        if isinstance(self.asked, Preference):
            return self.asked.amount(programme, *case)
        kept = self.asked.holds(programme, *case)
        return None if kept is None else int(not kept)

    def least(self, session: Session, *case: Any) -> int:
        """Return an amount under which no programme of the session can be in this case."""
        return self.asked.least(session, *case) if isinstance(self.asked, Preference) else 0

    def express(self, desk: Desk, *case: Any) -> Quantity:
        """Return the same amount as the desk counts it."""
        if isinstance(self.asked, Preference):
            return self.asked.express(desk, *case)
        return desk.broken(self.asked, case)

    def settled(self, session: Session, begun: Collection[str]) -> bool:
        """Return whether it is a rule that has nothing left to ask for once these instalments have been opened."""
        return isinstance(self.asked, Rule) and self.asked.settled(session, begun)

    def words(self, *case: Any) -> Sentence:
        """Return the sentence that says it."""
        return self.asked.words(*case)

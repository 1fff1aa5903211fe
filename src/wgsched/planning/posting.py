"""The demands of a session, case by case, and a desk on which some or all of them are posted."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from wgsched.model import Case, Rule, Sentence, Session
from wgsched.rules import rulebook

if TYPE_CHECKING:
    from wgsched.planning.desk import Desk


@dataclass(frozen=True)
class Demand:
    """One case of one rule."""

    rule: Rule
    case: Case

    @property
    def sentence(self) -> Sentence:
        """What it says."""
        return self.rule.words(*self.case)


def demands(session: Session) -> tuple[Demand, ...]:
    """Return everything that the rules demand of a session."""
    return tuple(Demand(rule, case) for rule in rulebook(session) for case in rule.cases(session))


def desk_with(session: Session, chosen: Iterable[Demand], *, tick: int | None = None) -> Desk:
    """Return a desk on which these demands are posted, not yet settled."""
    from wgsched.planning.desk import Desk

    desk = Desk(session, tick=tick)
    for demand in chosen:
        demand.rule.post(desk, *demand.case)
    return desk

"""The demands of a session, case by case, and a desk on which some or all of them are posted."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from wgsched.model import Case, Rule, Sentence, Session
from wgsched.rules import rulebook

if TYPE_CHECKING:
    from wgsched.planning.model.desk import Desk


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


def desk_with(
    session: Session,
    chosen: Iterable[Demand],
    *,
    tick: int | None = None,
    minutes: Mapping[str, tuple[int, int]] | None = None,
) -> Desk:
    """Return a desk on which these demands are posted, not yet settled; ``minutes`` as `Desk` takes them."""
    from wgsched.planning.model.desk import Desk

    desk = Desk(session, tick=tick, minutes=minutes)
    for demand in chosen:
        demand.rule.post(desk, *demand.case)
    return desk


def sentences(found: Iterable[Demand]) -> tuple[Sentence, ...]:
    """Return what these demands say."""
    return tuple(dict.fromkeys(demand.sentence for demand in found))


def minimal(given: Sequence[Demand], possible: Callable[[Sequence[Demand]], bool]) -> list[Demand]:
    """Return demands that are not possible together, though any are when one of these is left out; halves first."""
    kept: list[Demand] = []
    left = list(given)
    size = max(1, len(left) // 2)
    while left:
        size = min(size, len(left))
        if not possible([*kept, *left[size:]]):
            left = left[size:]
            size *= 2
        elif size == 1:
            kept.append(left.pop(0))
        else:
            size //= 2
    return kept

"""Why there is no programme: the sentences that cannot all hold, none of which can be spared."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from wgsched.errors import NoProgramme
from wgsched.model import Sentence, Session
from wgsched.planning.posting import Demand, demands, desk_with


def no_programme(session: Session) -> NoProgramme:
    """Return the answer that there is no programme, with the conflict in sentences."""
    from wgsched.languages import lexicon

    conflict = tuple(found.sentence for found in minimal(demands(session), lambda some: possible(session, some)))
    english = lexicon("en")
    return NoProgramme(conflict, words=[english.say(sentence, session) for sentence in conflict], minimal=True)


def possible(session: Session, chosen: Iterable[Demand]) -> bool:
    """Return whether a programme keeps these demands, whatever becomes of the others."""
    from ortools.sat.python import cp_model

    from wgsched.planning.effort import Effort

    desk = desk_with(session, chosen)
    return desk.settle() and Effort().solver().solve(desk.model) != cp_model.INFEASIBLE


def minimal(given: Sequence[Demand], holds: Callable[[Sequence[Demand]], bool]) -> list[Demand]:
    """Return demands that cannot all hold although any but one of them can: the rest is left out, halves first."""
    kept: list[Demand] = []
    left = list(given)
    size = max(1, len(left) // 2)
    while left:
        size = min(size, len(left))
        if holds([*kept, *left[size:]]):
            if size == 1:
                kept.append(left.pop(0))
            else:
                size //= 2
        else:
            left = left[size:]
            size = max(1, min(size * 2, len(left)))
    return kept


def sentences(found: Iterable[Demand]) -> tuple[Sentence, ...]:
    """Return what these demands say."""
    return tuple(dict.fromkeys(demand.sentence for demand in found))

"""Leaving out what is not needed for a conflict, until nothing can be spared."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import groupby

from wgsched.planning.model.posting import Demand


def minimal_subset(
    given: Sequence[Demand],
    fits: Callable[[Sequence[Demand]], bool],
    needed: Callable[[Sequence[Demand]], Demand | None] = lambda _: None,
) -> list[Demand]:
    """Return demands that do not fit together although any but one of them do; given that all do not.

    Whole rules are left out first, then halves of them, and halves of halves. What stands later is kept rather than
    what stands earlier, so that what a session itself asks is named before what every session does. ``needed`` may
    say, after some were found to fit without a group, which one demand of that group is needed for sure.
    """
    kept: list[Demand] = []
    left = [list(cases) for _, cases in groupby(given, key=lambda demand: demand.rule.code)]
    while left:
        group, *rest = left
        others = [*kept, *(demand for some in rest for demand in some)]
        if not fits(others):
            left = rest
        elif len(group) == 1:
            kept += group
            left = rest
        elif (sure := needed(group)) is not None:
            kept.append(sure)
            left = [[demand for demand in group if demand is not sure], *rest]
        else:
            half = len(group) // 2
            left = [group[:half], group[half:], *rest]
    return kept


def without_needless(given: Sequence[Demand], fits: Callable[[Sequence[Demand]], bool]) -> list[Demand]:
    """Return the same of a few demands, most of which are needed: one is left out at a time."""
    kept = list(given)
    for demand in given:
        others = [each for each in kept if each is not demand]
        if not fits(others):
            kept = others
    return kept

"""A linear model of whole numbers, written once, so that several solvers are compared on the same."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

Terms = dict[int, int]
"""Factors by variable."""


@dataclass
class Linear:
    """Variables with bounds, rows ``low <= sum <= high``, and what is minimized."""

    bounds: list[tuple[int, int]] = field(default_factory=list)
    rows: list[tuple[Terms, int | None, int | None]] = field(default_factory=list)
    aim: Terms = field(default_factory=dict)

    def variable(self, high: int = 1, low: int = 0) -> int:
        """Return a new variable; with no more said, one that is 0 or 1."""
        self.bounds.append((low, high))
        return len(self.bounds) - 1

    def row(self, *parts: tuple[int, Iterable[int]], low: int | None = None, high: int | None = None) -> None:
        """Add a row: each part is a factor and the variables that have it."""
        terms: Terms = {}
        for factor, variables in parts:
            for variable in variables:
                terms[variable] = terms.get(variable, 0) + factor
        self.rows.append((terms, low, high))

    def costs(self, variable: int, weight: int) -> None:
        """Let a unit of a variable cost so much."""
        self.aim[variable] = self.aim.get(variable, 0) + weight


@dataclass(frozen=True)
class Answer:
    """What a solver says: a status, the values if there are any, and the bound it proved."""

    status: str
    values: list[int] | None = None
    bound: float = 0

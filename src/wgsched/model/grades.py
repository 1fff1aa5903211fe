"""How strongly something is asked for, and what a programme breaks of what may be broken."""

from __future__ import annotations

from dataclasses import dataclass, fields
from enum import StrEnum


class Strength(StrEnum):
    """How strongly something is asked for: it must be, it should be, it would be nice."""

    MUST = "must"
    SHOULD = "should"
    NICE = "nice"


@dataclass(frozen=True, order=True)
class Grades:
    """What a programme does not keep, grade by grade: the first weighs more than any number of those after it.

    ``must``, ``should`` and ``nice`` count broken cases, each times its weight; ``left_out`` adds up the priorities of
    the items that are left out. Only of a nearest programme is a demand that must hold broken.
    """

    must: int = 0
    should: int = 0
    left_out: int = 0
    nice: int = 0

    @property
    def each(self) -> tuple[int, ...]:
        """All of them, the gravest first."""
        return tuple(getattr(self, grade.name) for grade in fields(self))

    def __bool__(self) -> bool:
        return any(self.each)

"""What an engine hands back, and the one judge of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from wgsched.checking import check, score
from wgsched.model import Programme


@dataclass(frozen=True)
class Found:
    """What an engine found, before it is judged.

    ``build_s`` and ``solve_s`` end with the proof, or with the limit. ``more`` is what only some engines tell.
    """

    status: str
    programme: Programme | None = None
    bound: float | None = None
    build_s: float = 0.0
    solve_s: float = 0.0
    remarks: tuple[str, ...] = ()
    more: Mapping[str, float | None] = field(default_factory=dict)


@dataclass(frozen=True)
class Judged:
    """What is left of it: a programme that breaks a rule is none, and its cost is the score of checking."""

    status: str
    objective: int | None
    bound: int | None
    remarks: tuple[str, ...]


def judged(found: Found) -> Judged:
    """Judge what an engine found by wgsched's checker and score alone."""
    bound = None if found.bound is None or abs(found.bound) > 10**9 else int(found.bound + 1 - 1e-6)
    if found.programme is None:
        return Judged(found.status, None, bound, found.remarks)
    report = check(found.programme)
    if report:
        broken = tuple(str(violation) for violation in report)
        return Judged("UNKNOWN", None, bound, (*found.remarks, *broken))
    objective = score(found.programme).total
    remarks = found.remarks
    if found.status == "OPTIMAL" and bound != objective:
        remarks = (*remarks, f"says that {bound} is the best, but the programme costs {objective}")
        return Judged("FEASIBLE", objective, bound, remarks)
    return Judged(found.status, objective, bound, remarks)

"""How a peer that takes a linear model plans a session."""

from __future__ import annotations

import time
from collections.abc import Callable

from tests.benchmarks.found import Found
from tests.benchmarks.laying import laid
from tests.benchmarks.linear import Answer, Linear
from tests.benchmarks.puzzle import puzzle
from wgsched.model import Session


def planned(
    kind: Callable[..., object],
    solve: Callable[[Linear, int, float], Answer],
    session: Session,
    seed: int,
    limit: float,
) -> Found:
    """Build a model, solve it, and lay what it says; what a model that is not exact proves does not count."""
    began = time.perf_counter()
    model = kind(puzzle(session))
    built = time.perf_counter()
    answer = solve(model.model, seed, limit)
    solved = time.perf_counter()
    status, bound, remarks = answer.status, answer.bound, ()
    if not model.exact:
        remarks = (f"{status} of a narrower problem, bound {bound}",)
        status, bound = {"OPTIMAL": "FEASIBLE", "INFEASIBLE": "UNKNOWN"}.get(status, status), 0
    programme = laid(model.puzzle, model.parts(answer.values)) if answer.values else None
    return Found(status, programme, bound, built - began, solved - built, remarks=remarks)

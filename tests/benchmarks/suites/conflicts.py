"""Why not: sessions with a conflict planted among 150 demands of their own.

``build_s`` is the certificate, ``solve_s`` the smallest set of sentences; the status is INFEASIBLE when separate solves
show that the set cannot hold and that all of it is needed, and the objective is the number of its sentences.
"""

from __future__ import annotations

import time
from collections.abc import Iterator

from tests.benchmarks.cpu import cpu_s
from tests.benchmarks.engines import ours
from tests.planning.why.conflicts import crowded, plant
from wgsched.planning.model.posting import demands
from wgsched.planning.why.certificates import certificate
from wgsched.planning.why.conflict import Conflict, conflict
from wgsched.planning.why.probing import Probe

USUAL = 10
CASES = 150


def runs(engines: list[str], seeds: int | None) -> Iterator[tuple[str, str]]:
    """Yield each instance."""
    if not engines or "wgsched" in engines:
        yield from ((f"conflict-{seed}", "wgsched") for seed in range(1, (seeds or USUAL) + 1))


def seconds(name: str, by: str) -> float:
    """Return the seconds that a run has when nobody says."""
    return 30.0


def prepare(name: str) -> None:
    """Import what ours needs."""
    ours.prepare()


def run(name: str, by: str, seed: int, limit: float) -> dict[str, object]:
    """Find the conflict, and verify it."""
    number = int(name.rpartition("-")[2])
    session = plant(crowded(10, 2, 60, number, cases=CASES), number)
    given = demands(session)
    before, began = cpu_s(), time.perf_counter()
    told = certificate(session, given)
    certified, arithmetic = time.perf_counter(), cpu_s() - before
    found = conflict(session)
    ended = time.perf_counter()
    spent = cpu_s() - before
    probe = Probe(session)
    verified = is_smallest(probe, found)
    return {
        "instance": name,
        "engine": by,
        "status": "INFEASIBLE" if verified else "UNKNOWN",
        "objective": len(found.sentences),
        "bound": len(found.sentences) if verified else None,
        "build_s": round(certified - began, 4),
        "solve_s": round(ended - certified, 4),
        "first_s": None,
        "cpu_s": round(spent - arithmetic, 4),
        "certificate_cpu_s": round(arithmetic, 4),
        "remarks": (f"{len(given)} demands", "by arithmetic" if told else "by solves"),
    }


def is_smallest(probe: Probe, found: Conflict) -> bool:
    """Return whether the set cannot hold and any smaller one can, each by a solve of its own."""
    every = found.demands
    fits = (probe.fits([*found.ground, *every[:place], *every[place + 1 :]]) for place in range(len(every)))
    return all(fits) and not probe.fits([*found.ground, *every]) and probe.sure

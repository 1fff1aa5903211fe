"""Planning generated sessions, by every engine."""

from __future__ import annotations

from collections.abc import Iterator

from tests.benchmarks.cpu import cpu_s
from tests.benchmarks.engines import FILES, engine
from tests.benchmarks.found import Found, judged
from tests.benchmarks.instances import SEEDS, SIZES, instance
from tests.benchmarks.puzzle import CannotExpress

USUAL = {"2x8": (10, 10), "5x25": (10, 10), "10x60": (10, 10), "15x120": (10, 3), "2f80": (3, 1), "4f160": (2, 1)}
"""How many seeds ours and the others run when nobody says: some three quarters of an hour on two idle cores.

A peer that heeds no limit has minutes for each of the large ones."""

LIMITS = {"15x120": 60.0, "2f80": 120.0, "4f160": 120.0}
"""Seconds that ours has for the sizes for which the goals give it that long."""

LIMIT = 20.0
"""Seconds for all else."""


def runs(engines: list[str], seeds: int | None) -> Iterator[tuple[str, str]]:
    """Yield each instance and the engine that runs it, the smallest first."""
    for size in SIZES:
        for name in engines or FILES:
            number = seeds or USUAL[size][int(name != "wgsched")]
            yield from ((f"{size}-s{seed}", name) for seed in SEEDS if seed <= number)


def seconds(name: str, by: str) -> float:
    """Return the seconds that a run has when nobody says."""
    return LIMITS.get(name.partition("-")[0], LIMIT) if by == "wgsched" else LIMIT


def prepare(name: str) -> None:
    """Import what an engine needs."""
    engine(name).prepare()


def run(name: str, by: str, seed: int, limit: float) -> dict[str, object]:
    """Let an engine plan a session, and judge what it found."""
    session = instance(name)
    before = cpu_s()
    try:
        found = engine(by).run(session, seed, limit)
    except CannotExpress as error:
        found = Found("UNKNOWN", remarks=(f"cannot express {error}",))
    spent = cpu_s() - before
    return figures(name, by, found, spent)


def figures(name: str, by: str, found: Found, spent: float) -> dict[str, object]:
    """Return the figures of a run."""
    what = judged(found)
    return {
        "instance": name,
        "engine": by,
        "status": what.status,
        "objective": what.objective,
        "bound": what.bound,
        "build_s": round(found.build_s, 4),
        "solve_s": round(found.solve_s, 4),
        "first_s": None,
        "cpu_s": round(spent, 4),
        **{key: None if value is None else round(value, 4) for key, value in found.more.items()},
        "remarks": what.remarks,
    }

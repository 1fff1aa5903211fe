"""Planning generated sessions, by every engine."""

from __future__ import annotations

from collections.abc import Iterator

from tests.benchmarks.cpu import cpu_s
from tests.benchmarks.engines import FILES, engine
from tests.benchmarks.found import Found, judged
from tests.benchmarks.instances import SEEDS, SIZES, instance
from tests.benchmarks.puzzle import CannotExpress

USUAL = 10
"""Seeds of each size when nobody says."""

FEWER = dict.fromkeys(("8f160", "8f96t5", "1f500", "groups", "loose120", "no300"), 3)
"""Seeds of the largest and the oddest: all engines together take some two hours on two idle cores."""

LIMITS = {"15x120": 60.0, "1f500": 60.0, **dict.fromkeys(("2f80", "4f160", "8f160", "8f96t5", "groups"), 120.0)}
"""Seconds that ours has for the sizes for which the goals give it that long."""

LIMIT = 20.0
"""Seconds for all else."""


def runs(engines: list[str], seeds: int | None) -> Iterator[tuple[str, str]]:
    """Yield each instance and the engine that runs it, the smallest first."""
    for size in SIZES:
        for name in engines or FILES:
            yield from ((f"{size}-s{seed}", name) for seed in SEEDS if seed <= (seeds or FEWER.get(size, USUAL)))


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

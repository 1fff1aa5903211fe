"""Planning generated sessions, by every engine."""

from __future__ import annotations

from collections.abc import Iterator

from tests.benchmarks.cpu import cpu_s
from tests.benchmarks.engines import ALONE, FILES, engine
from tests.benchmarks.found import Found, judged
from tests.benchmarks.instances import SEEDS, SIZES, instance
from tests.benchmarks.puzzle import CannotExpress

SEEDED = dict.fromkeys(("2x8", "5x25", "10x60", "15x120", "2f80", "4f160"), 10)
"""Seeds of each size that ours plans when nobody says: all, and of the others fewer."""

LARGE = 2
"""Seeds of the largest and the oddest."""

PEERS, LARGE_PEERS = 3, 1
"""Seeds that peers plan, and those on two threads: all engines together take less than an hour on two idle cores."""

LIMITS = {
    **dict.fromkeys(("15x120", "2f80", "1f500"), 60.0),
    **dict.fromkeys(("4f160", "8f160", "8f96t5", "groups"), 120.0),
}
"""Seconds that ours has for the sizes for which the goals give it that long."""

LIMIT = 15.0
"""Seconds for all else."""

ON_TWO = ("2x8", "5x25", "10x60", "15x120", "2f80")
"""What is planned on two threads as well, and on one beside it: the sizes that are proved."""


def runs(engines: list[str], seeds: int | None) -> Iterator[tuple[str, str]]:
    """Yield each instance and the engine that runs it, the smallest first."""
    for size in SIZES:
        for name in engines or FILES:
            if name not in ALONE or size in ON_TWO:
                yield from ((f"{size}-s{seed}", name) for seed in SEEDS if seed <= (seeds or usual(size, name)))


def usual(size: str, name: str) -> int:
    """Return how many seeds of a size an engine plans when nobody says."""
    if name == "wgsched":
        return SEEDED.get(size, LARGE)
    return PEERS if size in SEEDED and size != "4f160" else LARGE_PEERS


def seconds(name: str, by: str) -> float:
    """Return the seconds that a run has when nobody says."""
    return LIMITS.get(name.partition("-")[0], LIMIT) if by in ("wgsched", *ALONE) else LIMIT


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

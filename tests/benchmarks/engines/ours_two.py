"""wgsched on two threads; its runs have the machine to themselves."""

from __future__ import annotations

from tests.benchmarks.engines import ours
from tests.benchmarks.found import Found
from wgsched.model import Session

prepare = ours.prepare


def run(session: Session, seed: int, limit: float) -> Found:
    """Plan on two threads."""
    return ours.run(session, seed, limit, workers=2)

"""Runs, each in a process of its own, so that memory is that of one run and nothing is warm from another."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, dataclass
from pathlib import Path

from tests.benchmarks.engines import ALONE

ROOT = Path(__file__).resolve().parents[2]
GRACE = 20
"""Seconds beyond the limit for stating the model and for judging; some peers do not heed their limit."""


@dataclass(frozen=True)
class Run:
    """What is run: an instance of a suite, by an engine, with a seed for its search and a limit in seconds."""

    suite: str
    instance: str
    engine: str
    seed: int = 0
    limit: float = 60.0


def measured(run: Run) -> dict[str, object]:
    """Run it and return its figures; one that fails or does not end is UNKNOWN, and says so in its remarks."""
    command = [sys.executable, "-m", "tests.benchmarks.child", json.dumps(asdict(run))]
    done = subprocess.Popen(
        command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True
    )
    try:
        said, failed = done.communicate(timeout=run.limit + GRACE)
    except subprocess.TimeoutExpired:
        os.killpg(done.pid, signal.SIGKILL)  # a solver that runs as a program of its own must end too
        done.communicate()
        return _failed(run, "did not end")
    if done.returncode:
        return _failed(run, (failed.strip().splitlines() or [f"ended with {done.returncode}"])[-1])
    found: dict[str, object] = json.loads(said.splitlines()[-1])
    return found | {"suite": run.suite, "limit": run.limit}


def _failed(run: Run, why: str) -> dict[str, object]:
    nothing = dict.fromkeys(("objective", "bound", "build_s", "solve_s", "first_s", "cpu_s", "peak_mb"))
    named = {"suite": run.suite, "limit": run.limit, "instance": run.instance, "engine": run.engine}
    return {**named, "status": "UNKNOWN", **nothing, "remarks": [why]}


def all_measured(runs: Iterable[Run], jobs: int) -> Iterator[dict[str, object]]:
    """Yield the figures of each run in their order, so many at once; last those that need all cores."""
    every = list(runs)
    with ThreadPoolExecutor(jobs) as pool:
        yield from pool.map(measured, [run for run in every if run.engine not in ALONE])
    yield from map(measured, [run for run in every if run.engine in ALONE])

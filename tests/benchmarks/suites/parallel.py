"""Parallel conferences of a public collection, by ours and by the method of its authors, at equal time on one core.

The instances are files of a folder that the user names, and so is the ``Solver`` folder of CoSPLib.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from time import monotonic

from tests.benchmarks.cpu import cpu_s
from tests.benchmarks.parallel.instance import Instance
from tests.benchmarks.parallel.scoring import Scored

INSTANCES, SOLVER = "WGSCHED_PARALLEL_INSTANCES", "WGSCHED_COSPLIB_SOLVER"
"""The variables of the environment that name the folders."""

MODULES = {"wgsched": "tests.benchmarks.parallel", "cosplib": "tests.benchmarks.parallel.peer"}
"""What plans an instance, by engine."""

SECONDS = 60.0
"""For each run, from its first line to its last."""


def runs(engines: list[str], _: int | None) -> Iterator[tuple[str, str]]:
    """Yield each instance of the folder and the engine that runs it; the peer only where its folder is named."""
    files = sorted(Path(os.environ[INSTANCES]).glob("*.json")) if os.environ.get(INSTANCES) else []
    here = [name for name in MODULES if name == "wgsched" or os.environ.get(SOLVER)]
    for file in (file for file in files if "submissions" in json.loads(file.read_text(encoding="utf-8"))):
        yield from ((file.stem, name) for name in here if name in (engines or here))


def seconds(_: str, __: str) -> float:
    """Return the seconds that a run has when nobody says."""
    return SECONDS


def prepare(_: str) -> None:
    """Nothing: each run is a program of its own, so that all it does counts."""


def run(name: str, by: str, _: int, limit: float) -> dict[str, object]:
    """Let an engine plan an instance, and score what it wrote."""
    file = Path(os.environ[INSTANCES]) / f"{name}.json"
    with tempfile.TemporaryDirectory() as folder:
        output = Path(folder) / "allocation.json"
        command = [sys.executable, "-m", MODULES[by], str(file), "-o", str(output), "--seconds", f"{limit:g}"]
        command += ["--solver", os.environ[SOLVER]] if by == "cosplib" else []
        began, before = monotonic(), cpu_s()
        said, failed, ended = _on_one_core(command, 1.5 * limit + 10)
        took, spent = monotonic() - began, cpu_s() - before
        allocation = json.loads(output.read_text(encoding="utf-8")) if output.exists() else None
    return figures(file, by, allocation, said, failed if ended else "did not end", took, spent)


def figures(
    file: Path, by: str, allocation: dict[str, list[object]] | None, said: str, failed: str, took: float, spent: float
) -> dict[str, object]:
    """Return the figures of a run: an allocation that is not valid is none."""
    instance = Instance.read(file)
    scored = Scored(instance, allocation) if allocation is not None else None
    valid = scored is not None and not scored.faults
    proved = by == "wgsched" and said.startswith("best:")
    faults = scored.faults if scored else failed.strip().splitlines()[-1:]
    return {
        "instance": file.stem,
        "engine": by,
        "status": "UNKNOWN" if not valid else "OPTIMAL" if proved else "FEASIBLE",
        "objective": scored.cost if scored and valid else None,
        "bound": scored.cost if scored and valid and proved else None,
        "build_s": 0.0,
        "solve_s": round(took, 2),
        "first_s": None,
        "cpu_s": round(spent, 2),
        "submissions": len(instance.submissions),
        "remarks": faults[:3],
    }


def _on_one_core(command: list[str], limit: float) -> tuple[str, str, bool]:
    """Return what a program said and what it complained of, and whether it ended in time."""
    core = min(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else None
    done = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    if core is not None:
        os.sched_setaffinity(done.pid, {core})
    try:
        return (*done.communicate(timeout=limit), True)
    except subprocess.TimeoutExpired:
        done.kill()
        return (*done.communicate(), False)

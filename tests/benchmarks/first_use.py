"""What the first use costs: ``wgsched --help``, ``import wgsched``, and planning the founding document's session.

Run it with ``python tests/benchmarks/first_use.py``; every figure is a median over fresh processes.
"""

from __future__ import annotations

import os
import platform
import statistics
import subprocess
import sys
import time
from pathlib import Path

HELP = [str(Path(sys.executable).with_name("wgsched")), "--help"]
IMPORT = [sys.executable, "-c", "import wgsched"]
PLAN = """
import pkgutil, time
from importlib import import_module
import wgsched as wg
session = wg.read_session("examples/asset-recovery-2009.yaml")
import ortools.sat.python.cp_model, wgsched.checking, wgsched.planning
for each in pkgutil.walk_packages(wgsched.planning.__path__, "wgsched.planning."):
    import_module(each.name)
began = time.perf_counter()
programme = wg.plan(session)
print(time.perf_counter() - began, programme.finding.verdict.value, programme.finding.unique.value)
"""


def seconds(command: list[str]) -> float:
    """Return how long a command takes from start to end."""
    began = time.perf_counter()
    subprocess.run(command, check=True, capture_output=True)
    return time.perf_counter() - began


def planned() -> tuple[float, str]:
    """Return the seconds of planning alone, in a fresh process, and what was proved."""
    said = subprocess.run([sys.executable, "-c", PLAN], check=True, capture_output=True, text=True).stdout
    took, proof = said.split(maxsplit=1)
    return float(took), proof.strip()


def main() -> None:
    """Print the figures and the machine."""
    plans = [planned() for _ in range(20)]
    print(
        f"machine: {platform.processor() or platform.machine()}, {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}"
    )
    print(f"wgsched --help: {statistics.median(seconds(HELP) for _ in range(10)):.2f} s (median of 10)")
    print(f"import wgsched: {statistics.median(seconds(IMPORT) for _ in range(10)):.2f} s (median of 10)")
    took = statistics.median(took for took, _ in plans)
    print(f"plan, build and proof: {1000 * took:.1f} ms (median of 20), {', '.join(sorted({p for _, p in plans}))}")


if __name__ == "__main__":
    main()

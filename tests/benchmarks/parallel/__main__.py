"""Plan a parallel conference: ``python -m tests.benchmarks.parallel INSTANCE.json -o ALLOCATION.json --seconds 60``."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from time import monotonic

from tests.benchmarks.parallel import BEGAN
from tests.benchmarks.parallel.dressing import allocation_of, session_of
from tests.benchmarks.parallel.instance import Instance
from wgsched.errors import LimitReached
from wgsched.planning import plan

SPARE = 1.5  # seconds: a search does not end at once, and the allocation is written after it


def main() -> None:
    """Write the allocation; print the verdict, what the programme costs by its wishes, and the seconds."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.parallel")
    parser.add_argument("instance", type=Path)
    parser.add_argument("-o", "--output", type=Path, required=True)
    parser.add_argument("--seconds", type=float, default=60.0)
    asked = parser.parse_args()
    session = session_of(Instance.read(asked.instance))
    try:
        programme = plan(session, time_limit=max(0.1, asked.seconds - SPARE - (monotonic() - BEGAN)))
    except LimitReached:
        sys.exit(f"no programme within {asked.seconds:g} s")
    asked.output.write_text(json.dumps(allocation_of(programme)), encoding="utf-8")
    took, finding = monotonic() - BEGAN, programme.finding
    print(f"{finding.verdict.value}: wishes cost {finding.objective}, bound {finding.bound}, {took:.1f} s")


if __name__ == "__main__":
    main()

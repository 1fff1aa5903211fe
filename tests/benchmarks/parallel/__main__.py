"""Plan a parallel conference: ``python -m tests.benchmarks.parallel INSTANCE.json -o ALLOCATION.json --seconds 60``."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Mapping
from pathlib import Path
from time import monotonic
from typing import Any

from tests.benchmarks.parallel import BEGAN
from tests.benchmarks.parallel.dressing import allocation_of, session_of
from tests.benchmarks.parallel.instance import Instance
from wgsched.errors import LimitReached, NoProgramme
from wgsched.model import Programme
from wgsched.planning import plan

SPARE = 3.0  # seconds: a search does not end at once, the allocation is written after it, and memory is given back


def main() -> None:
    """Write the allocation; print the verdict, what the programme costs by its wishes, and the seconds."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.parallel")
    parser.add_argument("instance", type=Path)
    parser.add_argument("-o", "--output", type=Path, required=True)
    parser.add_argument("--seconds", type=float, default=60.0)
    asked = parser.parse_args()
    given = json.loads(asked.instance.read_text(encoding="utf-8"))
    try:
        programme = planned(given, BEGAN + asked.seconds - SPARE)
    except LimitReached:
        sys.exit(f"no programme within {asked.seconds:g} s")
    asked.output.write_text(json.dumps(allocation_of(programme)), encoding="utf-8")
    took, finding = monotonic() - BEGAN, programme.finding
    cost, bound = (each + Instance(given).unavoidable for each in (finding.objective, finding.bound))
    print(f"{finding.verdict.value}: wishes cost {cost}, bound {bound}, {took:.1f} s")


def planned(given: Mapping[str, Any], deadline: float) -> Programme:
    """Return the best programme until a moment of `time.monotonic`.

    Where there is none, a track may need more rooms at once than if it were alone: then each may have one more.

    Raises:
        NoProgramme: there is none, though each track may have every room.
        LimitReached: none was found in time.
    """
    for more, _ in enumerate(given["rooms"]):
        try:
            return plan(session_of(Instance(given, more)), time_limit=max(0.1, deadline - monotonic()))
        except NoProgramme:
            if more == len(given["rooms"]) - 1:
                raise
    raise LimitReached("without rooms there is no allocation")


if __name__ == "__main__":
    main()

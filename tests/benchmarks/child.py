"""One run in a process of its own: ``python -m tests.benchmarks.child '{"suite": ..., ...}'`` prints a line of JSON."""

from __future__ import annotations

import json
import resource
import sys

from tests.benchmarks.suites import SUITES


def peak_mb() -> float:
    """Return the most memory that this process, or a program that it ran, has held."""
    used = (resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return round(max(used) / 1024, 1)


def main() -> None:
    """Run what the argument says."""
    asked = json.loads(sys.argv[1])
    suite = SUITES[asked["suite"]]
    suite.prepare(asked["engine"])
    found = suite.run(asked["instance"], asked["engine"], asked["seed"], asked["limit"])
    print(json.dumps(found | {"peak_mb": peak_mb()}))


if __name__ == "__main__":
    main()

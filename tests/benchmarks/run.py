"""Benchmarks: ``python tests/benchmarks/run.py [--suite sessions|replan|conflicts|parallel|all] [--engine NAME]``.

With ``--json``, a line for each run on stdout; else, the tables of docs/explanation are written anew. Parallel
conferences are planned where ``--parallel`` names the folder of their files; with ``--peer``, also by CoSPLib.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
from itertools import chain
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests.benchmarks.engines import FILES
from tests.benchmarks.running import Run, all_measured
from tests.benchmarks.suites import SUITES, parallel
from tests.benchmarks.tables import FIGURES, conferences, tables, written

KEYS = ("instance", "engine", "status", "objective", "bound", "build_s", "solve_s", "peak_mb")
"""What a line of ``--json`` has."""


def asked(arguments: list[str] | None = None) -> argparse.Namespace:
    """Return what the command line says."""
    parser = argparse.ArgumentParser(prog="run.py", description="Measures planning beside its peers.")
    parser.add_argument("--suite", choices=[*SUITES, "all"], default="all")
    parser.add_argument(
        "--engine", action="append", choices=[*FILES, *parallel.MODULES], default=[], help="this engine alone"
    )
    parser.add_argument("--instance", nargs="+", default=[], help="these alone, such as 10x60-s3 or conflict-2")
    parser.add_argument("--parallel", type=Path, help="the folder of parallel conferences")
    parser.add_argument("--peer", type=Path, help="the Solver folder of CoSPLib, to plan these with it too")
    parser.add_argument("--seeds", type=int, help="so many seeds of each instance, for every engine")
    parser.add_argument("--limit", type=float, help="seconds for each run; without it, what its suite says")
    parser.add_argument("--jobs", type=int, default=max(1, min(2, os.cpu_count() or 1)), help="runs at once")
    parser.add_argument("--json", action="store_true", help="print a line for each run, write no table")
    parser.add_argument("--keep", type=Path, help="keep all figures of each run in this file")
    parser.add_argument("--tables", type=Path, nargs="+", default=[], help="run nothing: tables of what was kept")
    return parser.parse_args(arguments)


def chosen(said: argparse.Namespace) -> list[Run]:
    """Return the runs that were asked for."""
    found = []
    for suite in SUITES if said.suite == "all" else [said.suite]:
        for instance, engine in SUITES[suite].runs(said.engine, 10 if said.instance else said.seeds):
            if not said.instance or instance in said.instance:
                limit = said.limit or SUITES[suite].seconds(instance, engine)
                found.append(Run(suite, instance, engine, limit=limit))
    return found


def told(results: list[dict[str, object]]) -> str:
    """Write the tables of these results into their pages; return them."""
    sessions = [each for each in results if each["suite"] != "parallel"]
    ours = written(tables(sessions)) if sessions else ""
    return "\n\n".join(filter(None, (ours, written(conferences(results), FIGURES))))


def main() -> None:
    """Measure, and print or write."""
    said = asked()
    for name, folder in ((parallel.INSTANCES, said.parallel), (parallel.SOLVER, said.peer)):
        if folder:
            os.environ[name] = str(folder.resolve())
    if said.tables:
        print(told([json.loads(line) for file in said.tables for line in file.read_text().splitlines()]))
        return
    results = []
    every = chosen(said)
    at_once = [run for run in every if run.suite != "parallel"]
    alone = [run for run in every if run.suite == "parallel"]
    for found in chain(all_measured(at_once, said.jobs), all_measured(alone, 1)):
        results.append(found)
        line = {key: found[key] for key in KEYS}
        print(json.dumps(line if said.json else line | {"remarks": found["remarks"]}), flush=True)
        if said.keep:
            said.keep.write_text("".join(json.dumps(each) + "\n" for each in results))
    if not said.json:
        print(told(results))


if __name__ == "__main__":
    main()

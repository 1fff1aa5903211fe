"""What ``make mutate`` found: how many changes the type checker and the tests notice, and which ones nothing notices.

Run it with ``python -m tests.benchmarks.mutations`` after mutmut. Changes to examples are not counted: an example is a
test itself.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

MUTANTS = Path(__file__).resolve().parents[2] / "mutants"
AREAS = {"rules and preferences": (".rules.", ".preferences."), "feeds": (".feeds.",), "ledger": (".publishing.",)}
BY_TYPES, BY_NOTHING = 37, {None: "not tried", 0: "survived", 33: "no tests"}
"""The codes of mutmut: a change with any other was noticed by the tests."""


def results(folder: Path) -> Iterator[tuple[str, int | None]]:
    """Yield each change by its name, with the code of what became of it."""
    for file in sorted(folder.rglob("*.meta")):
        for name, code in json.loads(file.read_text("utf-8"))["exit_code_by_key"].items():
            if "examples__mutmut" not in name:
                yield name, code


def noticed_by(code: int | None) -> str:
    """Return what noticed a change."""
    return "types" if code == BY_TYPES else "nothing" if code in BY_NOTHING else "tests"


def row(name: str, counted: Counter[str]) -> str:
    """Return the row of an area in the table of the documentation."""
    missed, tried = counted["nothing"], counted["nothing"] + counted["tests"]
    score = f"{100 * counted['tests'] / tried:.1f} %" if tried else "-"
    return f"| {name} | {counted.total():,} | {counted['types']:,} | {counted['tests']:,} | {missed:,} | {score} |"


def main() -> None:
    """Print the table, and below it each change that nothing notices."""
    every = list(results(MUTANTS))
    print("| what is changed | changes | noticed by the type checker | by tests | not noticed | score |")
    print("| --- | --- | --- | --- | --- | --- |")
    for area, parts in AREAS.items():
        print(row(area, Counter(noticed_by(code) for name, code in every if any(part in name for part in parts))))
    for name, code in every:
        if noticed_by(code) == "nothing":
            print(f"{BY_NOTHING[code]}: {name}")


if __name__ == "__main__":
    main()

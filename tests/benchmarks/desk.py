"""The desk by the clock: from a move to its painted verdict, and from the start to the painted page.

``python -m tests.benchmarks.desk`` prints a table. The processor time of a move is that of the server and of the page.
It needs Chromium and what `tests/clients/install.sh` installs.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

DRIVER = Path(__file__).parents[1] / "clients" / "desk.mjs"
FORUMS = {6: ("plenary",), 60: ("plenary", "committee-1"), 120: ("plenary", "committee-1", "committee-2")}
DATES = (3, 4, 5, 6, 7, 10, 11, 12, 13, 14)
MEETING_MINUTES, ITEM_MINUTES = 180, 90
MOVES = 50


def sized(items: int) -> str:
    """Return a session file with this many items, all with rows: 6 in one forum, 60 in two, 120 in three."""
    lines = [*_head(items), "agenda:", *_agenda(items), "organization:", *_organization(items)]
    return "\n".join(lines) + "\n"


def _head(items: int) -> Iterator[str]:
    yield "body: {en: Committee on Measurements, fr: Comité des mesures}"
    yield "place: Vienna"
    yield "days: [Mon 3 - Fri 7 May, Mon 10 - Fri 14 May 2027]"
    yield "languages: [en, fr]"
    yield f"services: {{interpretation: six, teams: {len(FORUMS[items])}, meetings a day: 2}}"
    yield f"forums: {{{', '.join(f'{forum}: {{}}' for forum in FORUMS[items])}}}"


def _agenda(items: int) -> Iterator[str]:
    for number in range(1, items + 1):
        forum = FORUMS[items][number % len(FORUMS[items])]
        title = f"{{en: Report of the Executive Director on matter {number}, fr: Rapport sur la question {number}}}"
        yield f"  {number}: {{title: {title}, forum: {forum}, takes: ~{ITEM_MINUTES} min}}"


def _organization(items: int) -> Iterator[str]:
    """Yield the meetings with their rows: the items of each forum, one after another."""
    a_meeting = MEETING_MINUTES // ITEM_MINUTES
    for place, forum in enumerate(FORUMS[items]):
        numbers = [each for each in range(1, items + 1) if each % len(FORUMS[items]) == place]
        for start in range(0, len(numbers), a_meeting):
            day, half = divmod(start // a_meeting, 2)
            rows = ", ".join(f"~{number} for {ITEM_MINUTES} min" for number in numbers[start : start + a_meeting])
            yield f"  {forum}-2027-05-{DATES[day]:02}-{('am', 'pm')[half]}: [{rows}]"


@contextmanager
def started(path: Path) -> Iterator[tuple[subprocess.Popen[str], str, float]]:
    """Start a desk, and yield its process, its address, and the seconds to the first line that it prints."""
    command = [sys.executable, "-m", "wgsched", "desk", str(path), "--no-browser"]
    began = time.perf_counter()
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as process:
        address = process.stdout.readline().strip() if process.stdout else ""
        try:
            yield process, address, time.perf_counter() - began
        finally:
            process.terminate()


def processor(process: subprocess.Popen[str]) -> float:
    """Return the processor seconds that a process has used, on Linux."""
    fields = Path(f"/proc/{process.pid}/stat").read_text().rpartition(")")[2].split()
    return sum(map(int, fields[11:13])) / os.sysconf("SC_CLK_TCK")


def measured(items: int) -> str:
    """Return a line of the table, for so many items."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "session.yaml"
        path.write_text(sized(items), encoding="utf-8")
        with started(path) as (process, address, seconds):
            before, command = processor(process), ["node", str(DRIVER), address, "timing"]
            found = json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout)["found"]
            server = 1000 * (processor(process) - before) / MOVES
    figures = (f"{seconds:.1f} s", *(f"{found[name]:.0f} ms" for name in ("opened", "median")))
    return f"| {items} | {' | '.join(figures)} | {server:.0f} + {found['processor']:.0f} ms |"


def main() -> None:
    """Print the table of the sizes that were asked for, or of all."""
    print("| items | start to first line | address to painted page | move to painted verdict | processor for a move |")
    print("|---|---|---|---|---|")
    for items in map(int, sys.argv[1:] or FORUMS):
        print(measured(items), flush=True)


if __name__ == "__main__":
    main()

"""Measures papers: ``python -m tests.benchmarks.papers``, warm, the best of five; and equal bytes on repeat."""

from __future__ import annotations

import hashlib
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import replace

import pendulum

from tests.annexes.layouts.papers import founding, timed
from tests.sessions import item, meeting, session
from wgsched import annex
from wgsched.annexes import formats, layouts
from wgsched.model import SIX, Body, Programme, Text

DAYS = (4, 5, 6, 7, 8, 11, 12, 13, 14, 15, 18, 19, 20, 21, 22)


def large(number: int) -> Programme:
    """Return 120 items in 15 days of two meetings; each number has its own words, so that nothing is remembered."""
    titles = Text(dict.fromkeys(SIX, f"Implementation of the recommendations of working group {number}"))
    items = tuple(item(str(place), 45, title=titles) for place in range(1, 121))
    meetings = tuple(meeting(f"{day}-{hour}", day, hour) for day in DAYS for hour in (10, 15))
    rows = {m.key: [(items[4 * place + k].key, 45) for k in range(4)] for place, m in enumerate(meetings)}
    whole = session(*items, meetings=meetings, symbol="A/CONF.1/2009/1", languages=SIX)
    dates = tuple(pendulum.date(2009, 5, day) for day in DAYS)
    return timed(replace(whole, days=dates, body=Body(titles, titles)), rows)


def everything(programme: Programme, layout: str = "organization-of-work") -> list[bytes]:
    """Return a layout in all languages and formats, each a file of its own."""
    more = {"since": programme} if layout == "changes" else {}
    papers = [annex(programme, language=each, layout=layout, fill="en", **more) for each in SIX]
    return [paper.bytes(name) for paper in papers for name in formats.names()]


def digest() -> str:
    """Return one digest over every layout, language and format of the founding session."""
    whole = hashlib.sha256()
    for layout in layouts.names():
        for content in everything(founding(), layout):
            whole.update(content)
    return whole.hexdigest()


def elsewhere(seed: str) -> str:
    """Return the digest as another process finds it."""
    code = "from tests.benchmarks.papers import digest; print(digest())"
    environment = {"PYTHONHASHSEED": seed, "PATH": "", "PYTHONPATH": "."}
    done = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=True)
    return done.stdout.strip()


def taken(act: Callable[[int], object]) -> str:
    """Return the shortest of some runs, by the clock and by the processor, which other programs disturb less."""
    clocks, processors = [], []
    for number in range(5):
        clock, processor = time.perf_counter(), time.process_time()
        act(number)
        clocks.append(time.perf_counter() - clock)
        processors.append(time.process_time() - processor)
    return f"{min(clocks):.3f} s by the clock, {min(processors):.3f} s of processor"


def main() -> None:
    """Print the figures."""
    whole, many = founding(), [large(number) for number in range(5)]
    everything(whole)
    print(f"annex in {len(everything(whole))} documents, goal 1.5 s: {taken(lambda _: everything(whole))}")
    for name, goal in (("pdf", "0.3"), ("docx", "1.0")):
        said = taken(lambda number, name=name: annex(many[number], language="en").bytes(name))  # type: ignore[misc]
        print(f"120 items, 15 days in {name}, goal {goal} s: {said}")
    same = len({digest(), elsewhere("1"), elsewhere("2")}) == 1
    print(f"every layout, language and format, three processes: {'equal bytes' if same else 'DIFFERENT BYTES'}")


if __name__ == "__main__":
    main()

"""The goals, each held against every run.

A goal is for idle cores. On a busy machine a worker waits; its processor time tells what it would have taken alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from statistics import median

from tests.benchmarks.engines import ALONE

Figures = Mapping[str, object]
Row = tuple[str, str, str, str, str]

SETTLED = (("2x8", 0.03), ("5x25", 0.2), ("10x60", 0.5), ("15x120", 3), ("2f80", 60), ("1f500", 60))
"""Seconds within which a size is to be proved, and the choice among equals made."""

ALL_BUT = {"2f80": 0.1}
"""The part of a size that need not be."""

FIRST = (("15x120", 1), ("2f80", 1), ("4f160", 2), ("8f160", 5), ("8f96t5", 5), ("groups", 5))
"""Seconds within which a size is to have a programme."""

GAPS = (("2f80", 0.02), ("4f160", 0.05), ("8f160", 0.2), ("8f96t5", 0.2), ("groups", 0.2))
"""By how much less a size could cost at most when its seconds are over, of what it costs above the unavoidable."""

ALIKE = 0.1
"""Seconds, or the part of them, by which two threads may differ from one where nothing is different."""

LARGE = ("15x120", "2f80")
"""What two threads are to prove sooner."""


def goals(found: Mapping[str, list[Figures]]) -> Iterator[Row]:
    """Yield each goal, what was measured by the wall and by the processor, and whether it is reached."""
    ours = [each for each in found["sessions"] if each["engine"] == "wgsched"]
    whole = [_with_ties(each) for each in ours]
    for size, limit in SETTLED:
        yield from _within(size, f"proved and chosen < {limit:g} s", _of(size, whole), limit, "OPTIMAL")
    for size, limit in FIRST:
        yield from _first(size, limit, _of(size, ours))
    for size, most in GAPS:
        yield from _gap(size, most, _of(size, ours))
    yield from _two_threads(*([each for each in found["sessions"] if each["engine"] == name] for name in ALONE))
    yield from _within("no300", "refused < 0.3 s", _of("no300", whole), 0.3, "INFEASIBLE")
    yield from _replan(found["replan"])
    yield from _why_not(found["conflicts"])
    everything = [*ours, *found["replan"], *found["conflicts"]]
    if everything:
        most = max(each["peak_mb"] or 0 for each in everything)
        yield "any of these", "peak < 500 MB", f"{most:.0f} MB", "-", _verdict(reached=most < 500)


def gap_above(run: Figures) -> float:
    """Return by which part a programme that was found could cost less, of what it costs above the unavoidable."""
    bound, cost = max(0, run["bound"] or 0), run["objective"]
    return 1 - bound / cost if bound < cost else 0.0


def _two_threads(one: list[Figures], two: list[Figures]) -> Iterator[Row]:
    """Yield whether two threads are never slower than one, and sooner where there is much to prove: by the wall."""
    alone = {each["instance"]: each.get("whole_s") for each in one}
    pairs = [
        (str(each["instance"]).partition("-")[0], alone[each["instance"]], each["whole_s"])
        for each in two
        if each.get("whole_s") is not None and alone.get(each["instance"]) is not None
    ]
    if pairs:
        never = all(both <= single + max(ALIKE, ALIKE * single) for _, single, both in pairs)
        said = f"{median(both / single for _, single, both in pairs):.2f} of one"
        yield "two threads", "never slower than one", said, "-", _verdict(reached=never)
    large = [both / single for size, single, both in pairs if size in LARGE]
    if large:
        said = f"{median(large):.2f} of one"
        yield "two threads", "faster where much is to be proved", said, "-", _verdict(reached=median(large) < 1)


def _of(size: str, runs: list[Figures]) -> list[Figures]:
    return [each for each in runs if str(each["instance"]).startswith(f"{size}-")]


def _with_ties(run: Figures) -> Figures:
    """Return a run with the seconds of the whole plan in place of those to the proof."""
    if run.get("whole_s") is None:
        return run
    return {**run, "build_s": 0, "solve_s": run["whole_s"], "cpu_s": run["whole_cpu_s"]}


def _replan(runs: list[Figures]) -> Iterator[Row]:
    fewest = [
        {**each, "status": "OPTIMAL", "build_s": 0, "solve_s": each["fewest_s"], "cpu_s": each["fewest_cpu_s"]}
        if each.get("fewest_s") is not None
        else {**each, "status": "UNKNOWN"}
        for each in runs
    ]
    yield from _within("re-plan of 120 items", "fewest changes proved < 1.5 s", fewest, 1.5, "OPTIMAL")


def _why_not(conflicts: list[Figures]) -> Iterator[Row]:
    name = "why not, 150 demands of its own"
    told = [each for each in conflicts if "by arithmetic" in each["remarks"]]
    certificates = [{**each, "solve_s": 0, "cpu_s": each["certificate_cpu_s"]} for each in told]
    yield from _within(name, "certificate < 50 ms", certificates, 0.05)
    sets = [{**each, "build_s": 0} for each in conflicts]
    yield from _within(name, "smallest set < 2 s, verified", sets, 2, "INFEASIBLE")


def _within(what: str, goal: str, mine: list[Figures], limit: float, status: str | None = None) -> Iterator[Row]:
    if mine:
        done = [each for each in mine if each["cpu_s"] is not None and status in (None, each["status"])]
        wall, cpu = [each["build_s"] + each["solve_s"] for each in done], [each["cpu_s"] for each in done]
        enough = (1 - ALL_BUT.get(what, 0)) * len(mine)
        by_wall, by_cpu = (len([one for one in times if one < limit]) >= enough for times in (wall, cpu))
        yield what, goal, _said(wall, limit, mine), _said(cpu, limit, mine), _verdict(reached=by_wall, alone=by_cpu)


def _first(size: str, limit: float, mine: list[Figures]) -> Iterator[Row]:
    if mine:
        wall, cpu = ([each[key] for each in mine if each[key] is not None] for key in ("first_s", "first_cpu_s"))
        by_wall, by_cpu = (len([one for one in times if one < limit]) == len(mine) for times in (wall, cpu))
        goal = f"a programme < {limit:g} s"
        yield size, goal, _said(wall, limit, mine), _said(cpu, limit, mine), _verdict(reached=by_wall, alone=by_cpu)


def _gap(size: str, most: float, mine: list[Figures]) -> Iterator[Row]:
    if mine:
        gaps = [gap_above(each) for each in mine if each["objective"] is not None]
        seconds = max(each["limit"] for each in mine)
        reached = len(gaps) == len(mine) and max(gaps) < most
        goal = f"gap < {most:.0%} in {seconds:g} s"
        yield size, goal, ", ".join(f"{gap:.0%}" for gap in gaps) or "none", "-", _verdict(reached=reached)


def _said(times: list[float], limit: float, mine: list[Figures]) -> str:
    """Return the middle, the worst, and how many are in time."""
    if not times:
        return f"none of {len(mine)}"
    return f"{median(times):.2g} (worst {max(times):.2g}); {sum(each < limit for each in times)} of {len(mine)} in time"


def _verdict(*, reached: bool, alone: bool = False) -> str:
    if reached:
        return "reached"
    return "reached in processor time" if alone else "**missed**"

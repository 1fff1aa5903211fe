"""Tables in Markdown, written between markers of a page."""

from __future__ import annotations

import os
import platform
from collections.abc import Iterable, Iterator, Mapping
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from statistics import median

from tests.benchmarks.engines import ALONE, FILES
from tests.benchmarks.goals import gap_above, goals
from tests.benchmarks.instances import SIZES

OURS = ("wgsched", *ALONE)
PAGE = Path(__file__).resolve().parents[2] / "docs/explanation/planning-measured.md"
FIGURES = PAGE.with_name("benchmarks.md")
Figures = Mapping[str, object]

BEST = {
    "n2or": 1,
    "gecco20poster": 0,
    "gecco20": 5_781,
    "gecco21": 10_933,
    "gecco22workshop": 1_596,
    "gecco23": 671,
    "gecco20workshop": 59_325,
    "isf22": 122_727,
    "or60": 109,
    "or60f": 22,
    "or60f3": 153,
}
"""What the instances of parallel conferences cost at best, as far as is known."""


def tables(results: list[Figures]) -> dict[str, str]:
    """Return the tables of these results, by the name of their markers."""
    found = {
        suite: [each for each in results if each["suite"] == suite] for suite in ("sessions", "replan", "conflicts")
    }
    made = {
        "sessions": _sessions(found["sessions"]),
        "replan": _replan(found["replan"]),
        "conflicts": _conflicts(found["conflicts"]),
        "goals": _table(("instance", "goal", "seconds by the wall", "by the processor", "verdict"), goals(found)),
    }
    return {"machine": _machine(results)} | {name: text for name, text in made.items() if found.get(name, results)}


def written(made: Mapping[str, str], page: Path = PAGE) -> str:
    """Write tables between their markers; return what was written. A page without the markers stays as it is."""
    text = page.read_text(encoding="utf-8")
    for name, table in made.items():
        head, begin, rest = text.partition(f"<!-- benchmark: {name} -->\n")
        _, end, tail = rest.partition("<!-- end of benchmark -->")
        if begin and end:
            text = f"{head}{begin}\n{table}\n\n{end}{tail}"
    page.write_text(text, encoding="utf-8")
    return "\n\n".join(made.values())


def _table(head: Iterable[str], rows: Iterable[Iterable[object]]) -> str:
    names = tuple(head)
    lines = [names, tuple("---" for _ in names), *rows]
    return "\n".join("| " + " | ".join(str(cell) for cell in line) + " |" for line in lines)


def _sessions(results: list[Figures]) -> str:
    best: dict[object, int] = {}
    for each in results:
        if each["objective"] is not None:
            best[each["instance"]] = min(best.get(each["instance"], each["objective"]), each["objective"])
    ours = {each["instance"]: each for each in results if each["engine"] == "wgsched"}
    rows = []
    for size in SIZES:
        for engine in FILES:
            mine = [each for each in results if each["engine"] == engine and _size(each) == size]
            if mine:
                rows.append((size, engine, *_quality(mine, best), *_effort(mine, ours)))
    head = (
        "size",
        "engine",
        "proved",
        "found",
        "cost / best",
        "gap above the unavoidable",
        "first",
        "proof",
        "proof, cpu",
        "beside ours",
    )
    return _table((*head, "then ties", "MB"), rows)


def _quality(mine: list[Figures], best: Mapping[object, int]) -> Iterator[object]:
    having = [each for each in mine if each["objective"] is not None]
    worse = [max(1, each["objective"]) / max(1, best[each["instance"]]) for each in having]
    gaps = [gap_above(each) for each in having]
    yield f"{sum(each['status'] == 'OPTIMAL' for each in mine)} of {len(mine)}"
    yield f"{len(having)} of {len(mine)}"
    yield f"{median(worse):.2f}" if worse else "-"
    yield f"{median(gaps):.0%}" if gaps else "-"


def _effort(mine: list[Figures], ours: Mapping[object, Figures]) -> Iterator[object]:
    proved = [each for each in mine if each["status"] == "OPTIMAL"]
    yield _range([each["first_s"] for each in mine if each["first_s"] is not None])
    yield _range([_whole(each) for each in proved])
    yield _range([each["cpu_s"] for each in proved]) if proved else _used(mine)
    yield _beside(mine, ours)
    yield _range([each["whole_s"] - _whole(each) for each in proved if "whole_s" in each])
    yield max((round(each["peak_mb"]) for each in mine if each["peak_mb"]), default="-")


def _used(mine: list[Figures]) -> str:
    spent = [each["cpu_s"] for each in mine if each["cpu_s"] is not None]
    return f"none in {median(spent):.2g}" if spent else "-"


def _beside(mine: list[Figures], ours: Mapping[object, Figures]) -> str:
    """Return how many times our processor time to the proof; of what is not proved, how many times at least."""
    pairs = [(each, ours[each["instance"]]) for each in mine if each["instance"] in ours and each["cpu_s"]]
    times = [each["cpu_s"] / our["cpu_s"] for each, our in pairs if our["status"] == "OPTIMAL" and our["cpu_s"]]
    if not times or mine[0]["engine"] in (*OURS, "greedy", "pyjobshop"):
        return "-"
    sign = "" if all(each["status"] == "OPTIMAL" for each in mine) else "> "
    return f"{sign}{median(times):.2g}" if median(times) < 10 else f"{sign}{median(times):.0f}"


def _replan(results: list[Figures]) -> str:
    rows = (
        (
            each["instance"],
            each["status"],
            _shown(each["objective"]),
            _shown(each.get("fewest_s")),
            _shown(each.get("fewest_cpu_s")),
            f"{_whole(each):.2f}",
            each["cpu_s"],
        )
        for each in results
    )
    head = ("instance", "status", "items that change meetings", "fewest changes proved, s", "cpu s", "best proved, s")
    return _table((*head, "cpu s"), rows)


def _conflicts(results: list[Figures]) -> str:
    rows = (
        (
            each["instance"],
            ", ".join(each["remarks"]),
            _shown(each["objective"]),
            "yes" if each["status"] == "INFEASIBLE" else "no",
            f"{1000 * (each['build_s'] or 0):.0f}",
            f"{each['solve_s'] or 0:.2f}",
            _shown(each["cpu_s"]),
        )
        for each in results
    )
    return _table(("instance", "", "sentences", "verified", "certificate ms", "smallest set s", "cpu s"), rows)


def conferences(results: list[Figures]) -> dict[str, str]:
    """Return the table of parallel conferences: what each method found, by the name of its markers."""
    found = {(each["instance"], each["engine"]): each for each in results if each["suite"] == "parallel"}
    rows = []
    for name in dict.fromkeys(name for name, _ in found):
        ours, peer = found.get((name, "wgsched")), found.get((name, "cosplib"))
        some = ours or peer or {}
        cells = (_points(BEST.get(str(name))), _cost(peer), _cost(ours), *_spent(ours))
        rows.append((some["submissions"], (name, _points(some["submissions"]), *cells)))
    head = ("instance", "submissions", "best known", "its authors' method", "ours", "seconds by the wall")
    lines = [row for _, row in sorted(rows, key=lambda each: (str(each[0]).zfill(6), each[1]))]
    return {"parallel": _table((*head, "by the processor", "MB"), lines)} if rows else {}


def _cost(each: Figures | None) -> str:
    if each is None:
        return "-"
    if each["objective"] is None:
        return "none"
    return _points(each["objective"]) + (", proved" if each["status"] == "OPTIMAL" else "")


def _points(count: object) -> str:
    return "-" if count is None else f"{count:,}"


def _spent(each: Figures | None) -> Iterator[object]:
    figures = [each[key] if each else None for key in ("solve_s", "cpu_s", "peak_mb")]
    yield from ("-" if figure is None else f"{figure:.1f}" for figure in figures[:2])
    yield "-" if figures[2] is None else f"{figures[2]:.0f}"


def _machine(results: list[Figures]) -> str:
    names = ("ortools", "highspy", "pulp", "pyjobshop")
    versions = ", ".join(f"{name} {found}" for name in names if (found := _version(name)))
    limits = ", ".join(f"{limit:g}" for limit in sorted({each["limit"] for each in results}))
    load = ", ".join(f"{each:.1f}" for each in os.getloadavg())
    return (
        f"Machine: {_cpu()}, {os.cpu_count()} cores; Python {platform.python_version()}, {versions}. "
        f"Load averages at the end (1, 5, 15 minutes): {load}. Limit for each run: {limits} s of wall-clock time."
    )


def _cpu() -> str:
    info = Path("/proc/cpuinfo")
    lines = info.read_text().splitlines() if info.exists() else []
    return next((line.partition(":")[2].strip() for line in lines if line.startswith("model name")), platform.machine())


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return ""


def _size(each: Figures) -> str:
    return str(each["instance"]).rpartition("-s")[0]


def _whole(each: Figures) -> float:
    return (each["build_s"] or 0) + (each["solve_s"] or 0)


def _range(seconds: list[float]) -> str:
    """Return the middle, and the worst in brackets."""
    if not seconds:
        return "-"
    return f"{median(seconds):.2g} ({max(seconds):.2g})" if len(seconds) > 1 else f"{seconds[0]:.2g}"


def _shown(figure: object) -> object:
    return "-" if figure is None else figure

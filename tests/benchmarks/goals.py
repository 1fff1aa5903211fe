"""The goals, each held against the worst run: reached or missed, by the clock on the wall."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from statistics import median

Figures = Mapping[str, object]
Row = tuple[str, str, str, str]


def goals(found: Mapping[str, list[Figures]]) -> Iterator[Row]:
    """Yield each goal, what was measured, and whether it is reached."""
    ours = [each for each in found["sessions"] if each["engine"] == "wgsched"]
    for size, limit in (("2x8", 0.03), ("5x25", 0.1), ("10x60", 0.5), ("15x120", 5), ("2f80", 20)):
        mine = [each for each in ours if str(each["instance"]).startswith(size)]
        yield from _proved(size, limit, mine)
        if size in ("15x120", "2f80"):
            yield from _first(size, 1, mine)
    large = [each for each in ours if str(each["instance"]).startswith("4f160")]
    yield from _first("4f160", 5, large)
    yield from _gap(large)
    yield from _at_most(
        "re-plan of 120 items", "fewest changes proved < 1.5 s", found["replan"], _whole, 1.5, "OPTIMAL"
    )
    conflicts = found["conflicts"]
    yield from _at_most("why not, 150 demands", "certificate < 50 ms", conflicts, lambda each: each["build_s"], 0.05)
    yield from _at_most(
        "why not, 150 demands", "smallest set < 2 s, verified", conflicts, lambda each: each["solve_s"], 2, "INFEASIBLE"
    )
    everything = [*ours, *found["replan"], *conflicts]
    if everything:
        most = max(each["peak_mb"] or 0 for each in everything)
        yield "any of these", "peak < 500 MB", f"{most:.0f} MB", _said(reached=most < 500)


def _whole(each: Figures) -> float:
    return each["build_s"] + each["solve_s"]


def _said(*, reached: bool) -> str:
    return "reached" if reached else "**missed**"


def _figures(seconds: list[float]) -> str:
    return f"median {median(seconds):.2g} s, worst {max(seconds):.2g} s" if seconds else "none"


def _proved(size: str, limit: float, mine: list[Figures]) -> Iterator[Row]:
    if mine:
        done = [_whole(each) for each in mine if each["status"] == "OPTIMAL"]
        within = sum(each < limit for each in done)
        said = f"{_figures(done)}; proved {len(done)} of {len(mine)}, {within} in time"
        yield size, f"proved < {limit:g} s", said, _said(reached=within == len(mine))


def _first(size: str, limit: float, mine: list[Figures]) -> Iterator[Row]:
    if mine:
        times = [each["first_s"] for each in mine if each["first_s"] is not None]
        reached = len(times) == len(mine) and max(times) < limit
        yield (
            size,
            f"a programme < {limit:g} s",
            f"{_figures(times)}; found {len(times)} of {len(mine)}",
            _said(reached=reached),
        )


def _gap(mine: list[Figures]) -> Iterator[Row]:
    if mine:
        gaps = [1 - max(0, each["bound"]) / each["objective"] for each in mine if each["objective"]]
        worst = max(gaps, default=1.0)
        said = f"worst gap {worst:.0%} in {max(each['limit'] for each in mine):g} s"
        yield "4f160", "gap < 20 % in 120 s", said, _said(reached=len(gaps) == len(mine) and worst < 0.2)


def _at_most(
    what: str,
    goal: str,
    mine: list[Figures],
    figure: Callable[[Figures], float],
    limit: float,
    status: str | None = None,
) -> Iterator[Row]:
    if mine:
        right = [each for each in mine if each["build_s"] is not None and status in (None, each["status"])]
        times = [figure(each) for each in right]
        within = sum(each < limit for each in times)
        said = f"{_figures(times)}; {within} of {len(mine)} in time"
        yield what, goal, said, _said(reached=within == len(mine))

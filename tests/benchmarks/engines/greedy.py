"""A list, as one would fill the timetable by hand: what has the tightest hours first, then agenda order."""

from __future__ import annotations

import time

from tests.benchmarks.found import Found
from tests.benchmarks.laying import laid
from tests.benchmarks.puzzle import Put, Puzzle, puzzle
from wgsched.model import Session


def prepare() -> None:
    """There is nothing to import."""


def run(session: Session, seed: int, limit: float) -> Found:
    """Put each task where it can begin soonest, and never move it; the limit and the seed are not needed."""
    began = time.perf_counter()
    given = puzzle(session)
    puts = {task.key: list(given.puts(task)) for task in given.tasks.values()}
    built = time.perf_counter()
    chosen = _list(given, puts)
    solved = time.perf_counter()
    left = len(puts) - len(chosen)
    times = {"build_s": built - began, "solve_s": solved - built}
    if left:
        return Found("UNKNOWN", **times, remarks=(f"{left} of {len(puts)} items are left over",))
    return Found("FEASIBLE", laid(given, {key: list(put.parts) for key, put in chosen.items()}), 0, **times)


def _list(given: Puzzle, puts: dict[str, list[Put]]) -> dict[str, Put]:
    agenda = {key: place for place, key in enumerate(given.tasks)}
    lasts = _after(given, {later for _, later in given.pairs})
    firsts = {earlier for earlier, _ in given.pairs}
    usual = max(len(some) for some in puts.values())

    def tightness(key: str) -> tuple[int, int, int]:
        followers = sum(earlier == key for earlier, _ in given.pairs)
        place = -1 if key in firsts and followers > len(puts) // 2 // len(given.forums) else int(key in lasts)
        return place, len(puts[key]) if len(puts[key]) < usual // 2 else usual, agenda[key]

    chosen: dict[str, Put] = {}
    taken: set[tuple[str, int]] = set()
    held: dict[int, set[str]] = {}
    for key in sorted(puts, key=tightness):
        forum = given.tasks[key].forum
        for put in puts[key]:
            if _fits(given, chosen, taken, held, key, put):
                chosen[key] = put
                taken |= {(forum, at) for at in range(put.start, put.start + given.tasks[key].ticks)}
                for index, _, _ in put.parts:
                    held.setdefault(given.slots[forum][index].opens, set()).add(forum)
                break
    return chosen


def _after(given: Puzzle, later: set[str]) -> set[str]:
    """Return those that must come after nearly all others of their forum."""
    return {key for key in later if sum(k == key for _, k in given.pairs) > len(given.of(given.tasks[key].forum)) // 2}


def _fits(
    given: Puzzle,
    chosen: dict[str, Put],
    taken: set[tuple[str, int]],
    held: dict[int, set[str]],
    key: str,
    put: Put,
) -> bool:
    task = given.tasks[key]
    if any((task.forum, at) in taken for at in range(put.start, put.start + task.ticks)):
        return False
    slots = [given.slots[task.forum][index] for index, _, _ in put.parts]
    if given.teams and any(len(held.get(slot.opens, set()) | {task.forum}) > given.teams for slot in slots):
        return False
    for earlier, later in given.pairs:
        if earlier == key and later in chosen and put.closes > chosen[later].opens:
            return False
        if later == key and earlier in chosen and chosen[earlier].closes > put.opens:
            return False
    others = [other for clique in given.cliques if key in clique for other in clique if other in chosen]
    return not any(put.opens < chosen[other].closes and chosen[other].opens < put.closes for other in others)

"""Re-planning 120 items when a meeting is lost or a speaker comes later: the fewest changes. Ours alone can be asked.

The objective is the number of items that change their meetings, which counts before all else.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from tests.benchmarks.cpu import cpu_s
from tests.benchmarks.engines import ours
from tests.benchmarks.instances import SEEDS, instance
from tests.benchmarks.suites.sessions import figures
from wgsched.model import Programme, Session
from wgsched.planning import plan
from wgsched.planning.model.posting import demands
from wgsched.planning.why.probing import Probe
from wgsched.rules import NotBefore

SIZE, USUAL = "15x120", 10
KINDS = ("lost", "moved")


def runs(engines: list[str], seeds: int | None) -> Iterator[tuple[str, str]]:
    """Yield each instance: the session, and what became of it."""
    if not engines or "wgsched" in engines:
        for kind in KINDS:
            yield from ((f"{SIZE}-s{seed}-{kind}", "wgsched") for seed in SEEDS if seed <= (seeds or USUAL))


def seconds(name: str, by: str) -> float:
    """Return the seconds that a run has when nobody says."""
    return 30.0


def prepare(name: str) -> None:
    """Import what ours needs."""
    ours.prepare()


def run(name: str, by: str, seed: int, limit: float) -> dict[str, object]:
    """Plan the session as it was, then as it became."""
    before, _, kind = name.rpartition("-")
    published = plan(instance(before))
    changed = _lost(published.session) if kind == "lost" else _moved(published)
    spent = cpu_s()
    found = ours.run(changed, seed, limit, published=published)
    result = figures(name, by, found, cpu_s() - spent)
    if found.programme is None:
        return result
    number = changes(published, found.programme)
    return result | {"objective": number, "bound": number if result["status"] == "OPTIMAL" else 0}


def changes(published: Programme, found: Programme) -> int:
    """Return how many items are in other meetings."""
    return sum(
        [row.meeting for row in published.of(each)] != [row.meeting for row in found.of(each)]
        for each in published.session.agenda.instalments
    )


def _possible(session: Session) -> bool:
    return Probe(session).fits(demands(session))


def _lost(session: Session) -> Session:
    """Return the session without one meeting, the first from the middle on without which it can be planned."""
    middle = len(session.meetings) // 2
    without = (
        replace(session, meetings=session.meetings[:place] + session.meetings[place + 1 :])
        for place in (*range(middle, len(session.meetings)), *range(middle))
    )
    return next(each for each in without if _possible(each))


def _moved(published: Programme) -> Session:
    """Return the session in which the speaker on an item comes two days later: the first such item that can wait."""
    session = published.session
    items = session.agenda.items[len(session.agenda.items) // 3 :]
    later = (
        session.with_rules(NotBefore(item.key, published.of(item)[0].opens.add(days=2).replace(hour=9)))
        for item in items
    )
    return next(each for each in later if _possible(each))

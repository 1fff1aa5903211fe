"""How near planning comes to what was published: the share of items in the published meetings, over all the cases.

Each session is planned three times: packed, as its file says; with 15 per cent of slack; and with its entries, which
have no number and so no place in the agenda, in another order than the published one.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields, replace
from functools import cache
from hashlib import sha256

from tests.cases.examples import SLUGS, as_published, session_of
from wgsched.model import Agenda, AgendaItem, Duration, Session, Takes
from wgsched.model.reading import meetings_of
from wgsched.planning.again.task import task_of
from wgsched.planning.model.literals import negated
from wgsched.planning.model.posting import cost_of, demands, desk_with
from wgsched.planning.search.effort import SOLVED, Effort
from wgsched.planning.search.planner import best_programmes

WITH_ROWS = tuple(slug for slug in SLUGS if slug != "first-committee-2024")
"""The First Committee's source prints windows and a demand in meetings, but no rows."""

SLACK, STEP = 0.85, 5
"""What is left of each duration to make slack, to the nearest step of five minutes."""

WORK = 10.0
"""The solver's deterministic time for each search: one session with slack is not proved within it."""


def packed(session: Session) -> Session:
    """Return the session as its file says: the durations fill its meetings."""
    return session


def slack(session: Session) -> Session:
    """Return the session with 85 per cent of each duration."""
    shorter = (
        replace(
            each,
            takes=each.takes and _shorter(session, each, each.takes),
            parts=tuple(_shorter(session, each, part) for part in each.parts),
        )
        for each in session.agenda
    )
    return replace(session, agenda=Agenda(tuple(shorter)))


def scrambled(session: Session) -> Session:
    """Return the session with its entries in the order of a hash, each among those of the same item."""
    items = list(session.agenda)
    places: dict[str | None, list[int]] = {}
    for place, each in enumerate(items):
        if each.number is None and not any(other.parent == each.key for other in items):
            places.setdefault(each.parent, []).append(place)
    for some in places.values():
        moved = sorted((items[place] for place in some), key=lambda each: sha256(each.key.encode()).hexdigest())
        for place, each in zip(some, moved, strict=True):
            items[place] = each
    return replace(session, agenda=Agenda(tuple(items)))


WAYS: Mapping[str, Callable[[Session], Session]] = {"packed": packed, "slack 0.85": slack, "scrambled": scrambled}


def _shorter(session: Session, item: AgendaItem, takes: Takes) -> Takes:
    minutes = takes.expected.in_minutes(session.meeting_length(session.forums_for(item)[0]))
    left = max(STEP, round(minutes * SLACK / STEP) * STEP) if minutes else 0
    return takes.expecting(Duration(left))


def published_meetings(slug: str) -> dict[str, tuple[str, ...]]:
    """Return the meetings, by key, in which each instalment was published."""
    theirs = as_published(slug)
    instalments = theirs.session.agenda.instalments
    return {each.key: tuple(meeting.key for meeting in meetings_of(theirs, each)) for each in instalments}


@dataclass(frozen=True)
class Share:
    """How many of a session's items are in the published meetings: of what is planned, and of any best programme."""

    planned: int
    least: int
    most: int
    items: int


@cache
def share(slug: str, way: str) -> Share:
    """Return the share of a session that is planned in one of the three ways."""
    session, published = WAYS[way](session_of(slug)), published_meetings(slug)
    found = best_programmes(1, task_of(session, None), Effort(work=WORK))[0]
    same = sum(
        tuple(meeting.key for meeting in meetings_of(found, each)) == published[each.key]
        for each in session.agenda.instalments
    )
    cost = found.finding.objective
    return Share(
        same,
        _extreme(session, published, cost, most=False),
        _extreme(session, published, cost, most=True),
        len(published),
    )


def _extreme(session: Session, published: Mapping[str, tuple[str, ...]], objective: int, *, most: bool) -> int:
    """Return the least or the most items in their published meetings, over all programmes of the best cost."""
    desk = desk_with(session, demands(session))
    assert desk.settle()
    desk.model.add(cost_of(desk) <= objective)
    same = []
    for key, placements in desk.placements.items():
        for placement in placements:
            wanted = [
                each for each in (*placement.same_meetings(published[key]), placement.present) if each is not True
            ]
            if any(each is False for each in wanted):
                continue
            literal = desk.model.new_bool_var("")
            desk.model.add_bool_or([literal, *map(negated, wanted)])
            for each in wanted:
                desk.model.add_implication(literal, each)
            same.append(literal)
    counted = sum(same)
    (desk.model.maximize if most else desk.model.minimize)(counted)
    solver = Effort(work=WORK).solver()
    assert solver.solve(desk.model) in SOLVED
    return round(solver.objective_value)


def totals(way: str) -> Share:
    """Return the share over all sessions whose rows were published."""
    each = [share(slug, way) for slug in WITH_ROWS]
    return Share(*(sum(getattr(one, field.name) for one in each) for field in fields(Share)))

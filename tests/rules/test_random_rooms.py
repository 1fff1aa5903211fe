"""On random small sessions with rooms to choose, solver, checker and brute force agree, also on what is best."""

from __future__ import annotations

from dataclasses import replace
from random import Random

import pendulum
import pytest

from tests.agreement import agree, lawful
from tests.sessions import at, item, meeting, session
from wgsched.checking import check, score
from wgsched.errors import NoProgramme
from wgsched.model import (
    ConferenceServices,
    Event,
    Forum,
    Participant,
    Room,
    ServiceBasis,
    Session,
    Text,
    Verdict,
    Window,
)
from wgsched.planning import plan
from wgsched.preferences import InOneRoom, KeepARoomFree
from wgsched.rules import InABlock, InRooms, OneRoom, SameRoom, rulebook

ROOMS = ("I", "II", "III")


def a_session(luck: Random) -> Session:
    """Return two or three meetings of two forums, in three rooms that differ."""
    hours = luck.choice(((10, 10, 11), (10, 11, 15), (10, 10, 15)))
    forums = luck.choice((("plenary", "committee", "plenary"), ("plenary", "committee", "committee")))
    meetings = tuple(
        meeting(
            f"m{place}", 14, hour, 30, forum=forum, basis=ServiceBasis.WITHOUT, kept=luck.random() < 0.3,
            room="I" if luck.random() < 0.15 else None, rooms=tuple(luck.sample(ROOMS, luck.choice((1, 2, 2, 3)))),
            optional=luck.random() < 0.15,
        )
        for place, (hour, forum) in enumerate(zip(hours, forums, strict=True))
    )  # fmt: skip
    items = tuple(
        replace(
            item(str(number), 30, forums=luck.choice((("plenary",), ("committee",), ("plenary", "committee")))),
            seats=luck.choice((0, 0, 40)), features=("screen",) if luck.random() < 0.2 else (),
        )
        for number in (1, 2)[: luck.choice((1, 2))]
    )  # fmt: skip
    rooms = (
        Room("I", seats=luck.choice((None, 30)), changeover=luck.choice((0, 0, 45))),
        Room("II", seats=50, features=("screen",), available=_hours(luck)),
        Room("III", seats=luck.choice((20, 90))),
    )
    more = {"events": (Event("e", Text(en="E"), at(14, 10), at(14, 11), room="III"),)} if luck.random() < 0.2 else {}
    crowd = (Participant("p", Text(en="P"), ("1",), seats=60),) if luck.random() < 0.15 else ()
    both = (Forum("plenary", audience=60), Forum("committee", seats=luck.choice((0, 25))))
    found = session(
        *items, meetings=meetings, forums=both, services=ConferenceServices(rooms=rooms), participants=crowd,
        weights={"room-fits": 1}, **more,
    )  # fmt: skip
    return _asking(luck, found, len(items))


def _hours(luck: Random) -> tuple[Window, ...]:
    day = pendulum.datetime(2009, 5, 14, tz="Europe/Vienna")
    return (Window(day.add(hours=9), day.add(hours=11)),) if luck.random() < 0.2 else ()


def _asking(luck: Random, found: Session, items: int) -> Session:
    if luck.random() < 0.2:
        found = found.with_rules(InRooms("1", ("I", "II")))
    if items > 1 and luck.random() < 0.3:
        found = found.with_rules(SameRoom("2", "1"))
    forum = luck.choice(("plenary", "committee"))
    if luck.random() < 0.3:
        found = found.with_rules(luck.choice((OneRoom(forum), InABlock(forum))))
    if items > 1 and luck.random() < 0.3:
        found = found.with_wishes(InOneRoom(("1", "2")))
    return found.with_wishes(KeepARoomFree("II")) if luck.random() < 0.3 else found


def agreed(seed: int) -> bool:
    """Assert that all agree on a random session, also on the least cost; return whether it has a programme."""
    found = a_session(Random(seed))
    rules = tuple(rulebook(found))
    number, costs = agree(found, *rules), [score(each).total for each in lawful(found, rules)]
    if not costs:
        with pytest.raises(NoProgramme):
            plan(found)
        return False
    programme = plan(found)
    assert number > 0
    assert (list(check(programme)), programme.finding.verdict) == ([], Verdict.BEST)
    assert (programme.finding.objective, score(programme).total) == (min(costs), min(costs))
    return True


@pytest.mark.parametrize("seed", range(1, 16))
def test_all_agree_on_a_random_session_with_rooms(seed):
    agreed(seed)


@pytest.mark.long
@pytest.mark.parametrize("batch", range(1, 4))
def test_all_agree_on_a_hundred_random_sessions_with_rooms(batch):
    assert sum(agreed(seed) for seed in range(100 * batch, 100 * batch + 100)) >= 20

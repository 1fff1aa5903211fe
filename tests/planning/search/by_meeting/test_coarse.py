"""Counting by meeting: every programme of a session can be counted so, and costs no less than is counted."""

import os
import random
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace

import pytest
from ortools.sat.python import cp_model

from tests.agreement import QUANTUM
from tests.benchmarks.instances import Size, generated
from tests.enumerating import programmes
from tests.sessions import at, item, meeting, minutes, session
from wgsched.checking import check, score
from wgsched.model import (
    AgendaItem,
    ConferenceServices,
    Finding,
    Forum,
    InterpretationTeam,
    Meeting,
    Participant,
    Programme,
    Rule,
    Session,
    Text,
)
from wgsched.planning.model.desk import SolverDesk
from wgsched.planning.model.posting import cost_of, demands, desk_with
from wgsched.planning.model.solution import programme_of
from wgsched.planning.search.by_meeting.coarse import can_be_counted, counted_by_meeting
from wgsched.planning.search.by_meeting.desk import MeetingDesk
from wgsched.planning.search.effort import Effort
from wgsched.preferences import PreferredDay, PreferredMeeting
from wgsched.rules import ConcludedBy, MeetingsAtOnce, NotBefore, Precedes, Undivided

TINY = (9, 10, 13, 14)
GENERATED = [
    Size(2, 12, forums=3, teams=2, delegations=3),
    Size(2, 12, forums=3, rooms=2, delegations=3),
    Size(2, 8, forums=2, teams=2, delegations=4),
]


def tiny(seed: int) -> Session:
    """Return a random session of two forums, so small that all its programmes can be looked at."""
    dice = random.Random(seed)
    items = tuple(_items(dice))
    keys = [each.key for each in items]
    meetings = tuple(_meetings(dice))
    teams = tuple(InterpretationTeam(str(number)) for number in range(1, dice.choice((1, 2)) + 1))
    return session(
        *items,
        meetings=meetings,
        forums=(Forum(), Forum("other")),
        services=ConferenceServices(teams=teams, meetings_a_day=dice.choice((1, 2)), pause=0),
        participants=(Participant("d", Text(en="Delegation"), tuple(dice.sample(keys, 2))),),
        rules=tuple(_rules(dice, keys)),
        wishes=(
            PreferredDay(dice.choice(keys), "2009-05-15"),
            PreferredMeeting(dice.choice(keys), (dice.choice(meetings).key,)),
        ),
    )


def _items(dice: random.Random) -> Iterator[AgendaItem]:
    for number in range(1, 5):
        where = dice.choice((("plenary",), ("plenary",), ("other",), ("plenary", "other")))
        if dice.random() < 0.2:
            yield item(str(number), forums=where, parts=(minutes(30), minutes(30)))
        else:
            yield item(str(number), dice.choice((30, 60, 60, 90)), forums=where)


def _meetings(dice: random.Random) -> Iterator[Meeting]:
    for day in (14, 15):
        for hour in (10, 15):
            for forum in ("plenary", "other"):
                if dice.random() < 0.75:
                    length, optional = dice.choice((60, 60, 90)), dice.random() < 0.5
                    yield meeting(f"{forum}-{day}-{hour}", day, hour, length, forum, optional=optional)


def _rules(dice: random.Random, keys: list[str]) -> Iterator[Rule]:
    first, second = dice.sample(keys, 2)
    yield dice.choice(
        (
            Precedes(first, second),
            Precedes(first, second, gap=120),
            NotBefore(first, at(14, 10, 30)),
            ConcludedBy(first, at(15, 10, 30)),
            Undivided(first),
            MeetingsAtOnce(1),
        )
    )


def settled(asked: Session, tick: int | None = None) -> SolverDesk:
    desk = desk_with(asked, demands(asked), tick=tick)
    assert desk.settle()
    return desk


def counted(desk: SolverDesk, programme: Programme | None = None) -> int | None:
    """Return the least that is counted by meeting, of a programme or of all; None where that one is not among them."""
    coarse = MeetingDesk(desk)
    coarse.model.minimize(coarse.cost())
    for key, some in coarse.parts.items() if programme else ():
        for each in some:
            rows = {row.meeting: row for row in programme.considerations if row.instalment == key}
            for segment in each.axis.segments:
                row = rows.get(segment.meeting.key)
                taken = int((row.closes - row.opens).total_seconds()) // 60 // desk.clock.tick if row else 0
                coarse.model.add(each.taken.get(segment.index, 0) == taken)
                coarse.model.add(each.rows_in(segment.index) == int(row is not None))
    solver = Effort().solver()
    return round(solver.objective_value) if solver.solve(coarse.model) == cp_model.OPTIMAL else None


@pytest.mark.parametrize("seed", TINY)
def test_every_programme_of_a_tiny_session_is_counted_and_costs_no_less(seed):
    every = list(programmes(desk_with(tiny(seed), demands(tiny(seed)), tick=QUANTUM)))
    desk = settled(tiny(seed), tick=QUANTUM)
    assert can_be_counted(desk)
    few = [(score(each).total, counted(desk, each)) for each in random.Random(seed).sample(every, 10)]
    assert [pair for pair in few if pair[1] is None or pair[1] > pair[0]] == []
    least = counted(desk)
    assert least is not None
    assert least <= min(score(each).total for each in every)


def test_what_says_nothing_of_hours_is_counted_exactly():
    asked = session(
        *(item(number, 60) for number in "1234"),
        meetings=(meeting("a", 14, 10, 60), meeting("b", 14, 15, 120), meeting("c", 15, 10, 90)),
        wishes=(PreferredDay("1", "2009-05-15"), PreferredDay("4", "2009-05-14")),
    )
    desk = settled(asked)
    desk.model.minimize(cost_of(desk))
    solver = Effort().solver()
    assert solver.solve(desk.model) == cp_model.OPTIMAL
    assert counted(desk) == round(solver.objective_value)


@pytest.mark.parametrize(("seed", "size"), list(enumerate(GENERATED)))
def test_the_bound_is_never_above_the_least_cost_and_the_programme_keeps_every_rule(seed, size):
    desk = settled(generated(size, "generated", f"coarse-{seed}"))
    cost = cost_of(desk)
    found = counted_by_meeting(desk, cost, Effort())
    desk.model.minimize(cost)
    solver = Effort().solver()
    assert solver.solve(desk.model) == cp_model.OPTIMAL
    assert found.solution is not None
    made = programme_of(desk, found.solution, Finding())
    assert 0 <= found.bound <= round(solver.objective_value) <= score(made).total
    assert list(check(made)) == []


MODEL = """
from tests.benchmarks.instances import Size, generated
from wgsched.planning.model.posting import demands, desk_with
from wgsched.planning.search.by_meeting.desk import MeetingDesk
asked = generated(Size(2, 16, forums=8, teams=5, delegations=3), "order", "order")
desk = desk_with(asked, demands(asked))
assert desk.settle()
counted = MeetingDesk(desk)
counted.model.minimize(counted.cost())
print(counted.model.proto)
"""


def test_the_model_is_the_same_in_every_process():
    """What the solver finds depends on the order of the model; that of a set of names is another in each process."""
    one, other = (
        subprocess.run(
            [sys.executable, "-c", MODEL], env={**os.environ, "PYTHONHASHSEED": seed}, capture_output=True, check=True
        ).stdout
        for seed in "12"
    )
    assert len(one) > 10_000
    assert one == other


def test_what_may_be_interrupted_or_was_begun_is_not_counted():
    interrupted = settled(session(item("1", 60), waives=frozenset({"uninterrupted"})))
    begun = settled(session(item("1", 60)))
    begun.begun["14-am"] = None
    assert [can_be_counted(each) for each in (interrupted, begun)] == [False, False]


def test_a_wish_that_cannot_be_counted_by_meeting_counts_nothing():
    asked = session(item("1", 90), item("2", 90), wishes=(PreferredDay("1", "2009-05-15"),))
    slack = replace(asked, weights={"slack-kept": 1})
    assert counted(settled(slack)) == counted(settled(asked)) == 360


def test_where_a_rule_is_only_a_wish_nothing_is_counted():
    desk = settled(session(item("1", 60)))
    desk.kept["rule", ()] = True
    assert not can_be_counted(desk)

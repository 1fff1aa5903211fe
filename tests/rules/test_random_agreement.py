"""On thousands of random small sessions solver, checker and brute force agree, under the whole rule book."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from random import Random

import pendulum
import pytest

from tests.agreement import QUANTUM, agree, checker_set
from tests.sessions import at, item, meeting, minutes, session
from wgsched.checking import check, score
from wgsched.model import (
    SIX,
    Agenda,
    AgendaItem,
    ConferenceServices,
    Document,
    Duration,
    Forum,
    Holiday,
    InterpretationTeam,
    Meeting,
    Participant,
    Role,
    Room,
    Rows,
    Rule,
    ServiceBasis,
    Session,
    Takes,
    Text,
    Window,
)
from wgsched.planning.effort import Effort
from wgsched.planning.planner import Infeasible, made, solved
from wgsched.planning.replanning import task
from wgsched.rules import (
    AgendaOrder,
    CloseBy,
    ConcludedBy,
    DraftingGap,
    InMeetings,
    KeptFree,
    MeetingsAtOnce,
    MeetingsInAll,
    NotBefore,
    OpensAt,
    Precedes,
    ProposalsTabled,
    Undivided,
    UponConclusion,
    WithinWindows,
    rulebook,
)

HOURS = ((14, 10), (14, 12), (14, 15), (15, 10))
ROLES = (None, None, None, Role.OPENING, Role.AGENDA, Role.REPORT, Role.CLOSURE)


def moment(luck: Random) -> str:
    day, hour = luck.choice(HOURS)
    return f"2009-05-{day} {hour + luck.randint(0, 1)}:{luck.choice(('00', '30'))}"


def a_meeting(luck: Random, index: int, day: int, hour: int) -> Meeting:
    return meeting(
        f"m{index}",
        day,
        hour,
        luck.choice((30, 60, 60)),
        forum="committee" if luck.random() < 0.35 else "plenary",
        optional=luck.random() < 0.2,
        basis=ServiceBasis.WITHOUT if luck.random() < 0.15 else ServiceBasis.WITH,
        languages=luck.choice((SIX, SIX, ("en", "fr"))),
        room=luck.choice((None, None, "I", "II")),
    )


def an_item(luck: Random, number: int) -> AgendaItem:
    forums = luck.choice((("plenary",), ("plenary",), ("committee",), ("plenary", "committee")))
    more = {"role": luck.choice(ROLES), "forums": forums, "decision": luck.random() < 0.2}
    if luck.random() < 0.1:
        more["languages"] = ("ar", "en")
    if luck.random() < 0.15:
        return item(str(number), parts=(minutes(30), minutes(30)), **more)
    if luck.random() < 0.2:
        takes = Takes(Duration(60), least=Duration(30), most=luck.choice((None, Duration(90))))
        return replace(item(str(number), 60, **more), takes=takes)
    return item(str(number), luck.choice((30, 30, 30, 60)), **more)


RULES: tuple[Callable[[Random], Rule], ...] = (
    lambda luck: AgendaOrder(),
    lambda luck: Precedes("2", "1", gap=luck.choice((0, 0, 60, 240))),
    lambda luck: UponConclusion("1", "2"),
    lambda luck: NotBefore("1", moment(luck)),
    lambda luck: ConcludedBy("2", moment(luck)),
    lambda luck: OpensAt("2", moment(luck)),
    lambda luck: WithinWindows(
        "1", (("2009-05-14 10:30", "2009-05-14 13:00"), ("2009-05-14 15:00", "2009-05-15 11:00"))
    ),
    lambda luck: InMeetings("1", ("m0", "m1")),
    lambda luck: Undivided("2"),
    lambda luck: ProposalsTabled("1", "2009-05-13 15:00"),
    lambda luck: DraftingGap(luck.choice((30, 120))),
    lambda luck: KeptFree(("m1",)),
    lambda luck: CloseBy("15:30"),
    lambda luck: MeetingsAtOnce(1),
    lambda luck: MeetingsInAll(luck.choice((1, 2))),
    lambda luck: MeetingsInAll(1, ("plenary",)),
)


def some(luck: Random, share: float, *things: object) -> tuple:
    return tuple(thing for thing in things if luck.random() < share)


def a_session(luck: Random) -> Session:
    """Return a session of two or three meetings and two or three items, with whatever luck adds."""
    hours = sorted(luck.sample(HOURS, luck.choice((2, 3))))
    meetings = tuple(a_meeting(luck, index, *hour) for index, hour in enumerate(hours))
    agenda = Agenda(tuple(an_item(luck, number) for number in range(1, luck.choice((3, 3, 4)))))
    issued = tuple((language, pendulum.date(2009, 5, luck.choice((14, 15)))) for language in SIX)
    second, third = InterpretationTeam("b", luck.choice((SIX, SIX, ("en", "fr")))), InterpretationTeam("c")
    teams = (InterpretationTeam("a"), *some(luck, 0.4, second), *some(luck, 0.15, third))
    services = ConferenceServices(
        teams=teams,
        longest_meeting=luck.choice((60, 180, 180)),
        meetings_a_day=luck.choice((1, 2, 2, 2)),
        pause=luck.choice((0, 30, 90)),
        weekly=luck.choice((None, None, 2)),
        rooms=some(luck, 0.3, Room("I", booths=6), Room("II", booths=2)),
    )
    keys = [instalment.key for instalment in agenda.instalments]
    typed = Rows("m0", tuple(luck.sample(keys, luck.choice((0, 1)))), open_ended=luck.random() < 0.7)
    windows = some(luck, 0.5, Window(at(14, 10), at(14, 13)), Window(at(15, 10), at(15, 11)))
    found = session(
        meetings=meetings,
        services=services,
        forums=(Forum("plenary"), Forum("committee", joins=some(luck, 0.3, "plenary"))),
        documents=some(luck, 0.3, Document("A/1", items=("1",), issued=issued)),
        organization=some(luck, 0.15, typed),
        participants=some(luck, 0.3, Participant("who", Text(en="the Minister"), ("1", "2"), windows)),
        rules=tuple(rule(luck) for rule in luck.sample(RULES, luck.choice((0, 0, 1, 2)))),
    )
    holidays = some(luck, 0.1, Holiday(pendulum.date(2009, 5, 14)))
    waives = frozenset(some(luck, 0.25, "uninterrupted"))
    return replace(found, agenda=agenda, place=replace(found.place, holidays=holidays), waives=waives)


def agreed(seed: int) -> bool:
    """Assert that all agree on a random session; return whether it has a programme.

    Solver and checker on every programme, of any length that items can have; and planning on whether there is one, on
    one that the checker accepts, and on how near its minutes can be to the expected.
    """
    whole = a_session(Random(seed))
    rules = tuple(rulebook(whole))
    lawful = agree(whole, *rules, flexible=True)
    asked = task(whole, None)
    try:
        desk, found, finding = solved(asked, Effort())
    except Infeasible:
        assert lawful == 0
        return False
    planned = made(asked, desk, found, finding)
    assert lawful > 0
    assert list(check(planned)) == []
    if desk.minutes:
        off = [abs(low - whole.minutes_of(whole.agenda.instalment(key))) for key, (low, _) in desk.minutes.items()]
        assert sum(off) == least_off(whole, rules)
    else:
        assert planned.finding.objective <= score(planned).total
    return True


def least_off(whole: Session, rules: tuple[Rule, ...]) -> int:
    """Return by how many minutes, together, a programme that the checker accepts is at least off the expected."""
    parts = whole.agenda.instalments
    return min(
        sum(abs(QUANTUM * sum(key == each.key for _, _, key in found) - whole.minutes_of(each)) for each in parts)
        for found in checker_set(whole, rules)
    )


@pytest.mark.parametrize("seed", [1, 2, 3, 4, 6, 8, 9, 10])
def test_all_agree_on_a_random_session(seed):
    agreed(seed)


@pytest.mark.long
@pytest.mark.parametrize("batch", range(1, 21))
def test_all_agree_on_a_hundred_random_sessions(batch):
    assert sum(agreed(seed) for seed in range(100 * batch, 100 * batch + 100)) >= 5

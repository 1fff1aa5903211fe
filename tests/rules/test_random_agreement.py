"""On thousands of random small sessions solver, checker and brute force agree, under the whole rule book."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from random import Random

import pendulum
import pytest

from tests.agreement import QUANTUM, agree, checker_set
from tests.sessions import item, minutes, session
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
    Opening,
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
from wgsched.planning.again.task import task_of
from wgsched.planning.model.solution import programme_of
from wgsched.planning.search.effort import Effort, Infeasible
from wgsched.planning.search.planner import best_solution
from wgsched.planning.search.verifying import checked_programme
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

ROLES = (None, None, None, Role.OPENING, Role.AGENDA, Role.REPORT, Role.CLOSURE)


@dataclass(frozen=True)
class Setting:
    """Where and when a session meets: two days, and when meetings open in real minutes after midnight."""

    zone: str
    days: tuple[str, str]
    hours: tuple[tuple[int, int], ...]

    def at(self, day: int, minutes: int) -> pendulum.DateTime:
        date = pendulum.Date.fromisoformat(self.days[day])
        return pendulum.datetime(date.year, date.month, date.day, tz=self.zone).add(minutes=minutes)

    def said(self, day: int, minutes: int) -> str:
        return f"{self.at(day, minutes):%Y-%m-%d %H:%M}"

    def window(self, *sides: tuple[int, int]) -> tuple[str, str]:
        opens, closes = (self.said(*side) for side in sides)
        return opens, closes


DAY = ((0, 600), (0, 720), (0, 900), (1, 600))
NIGHT = ((0, 900), (0, 1410), (1, 600), (1, 1410))
EARLY = ((0, 1410), (1, 90), (1, 150), (1, 600))
SETTINGS = (
    Setting("Europe/Vienna", ("2009-05-14", "2009-05-15"), DAY),
    Setting("Europe/Vienna", ("2009-05-14", "2009-05-15"), DAY),
    Setting("Europe/Vienna", ("2009-05-14", "2009-05-15"), NIGHT),
    Setting("Asia/Kathmandu", ("2009-05-14", "2009-05-15"), DAY),
    Setting("America/New_York", ("2009-05-14", "2009-10-05"), NIGHT),
    Setting("Europe/Vienna", ("2009-03-28", "2009-03-29"), EARLY),
    Setting("Europe/Vienna", ("2009-10-24", "2009-10-25"), EARLY),
    Setting("America/New_York", ("2009-10-31", "2009-11-01"), NIGHT),
)
"""By day and over midnight, far from Vienna, in two parts months apart, and over a change of the clock."""


def moment(luck: Random, where: Setting) -> str:
    day, hour = luck.choice(where.hours)
    return where.said(day, hour + luck.choice((0, 30, 60, 90)))


def a_meeting(luck: Random, index: int, where: Setting, day: int, hour: int) -> Meeting:
    opens = where.at(day, hour)
    return Meeting(
        f"m{index}",
        "committee" if luck.random() < 0.35 else "plenary",
        opens,
        opens.add(minutes=luck.choice((30, 60, 60))),
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


RULES: tuple[Callable[[Random, Setting], Rule], ...] = (
    lambda luck, where: AgendaOrder(),
    lambda luck, where: Precedes("2", "1", gap=luck.choice((0, 0, 60, 240))),
    lambda luck, where: UponConclusion("1", "2"),
    lambda luck, where: NotBefore("1", moment(luck, where)),
    lambda luck, where: ConcludedBy("2", moment(luck, where)),
    lambda luck, where: OpensAt("2", moment(luck, where)),
    lambda luck, where: WithinWindows(
        "1", (where.window((0, 630), (0, 780)), where.window((0, 900), luck.choice(((0, 1470), (1, 660)))))
    ),
    lambda luck, where: InMeetings("1", ("m0", "m1")),
    lambda luck, where: Undivided("2"),
    lambda luck, where: ProposalsTabled("1", where.said(0, 900 - 1440)),
    lambda luck, where: DraftingGap(luck.choice((30, 120))),
    lambda luck, where: KeptFree(("m1",)),
    lambda luck, where: CloseBy("15:30"),
    lambda luck, where: MeetingsAtOnce(1),
    lambda luck, where: MeetingsInAll(luck.choice((1, 2))),
    lambda luck, where: MeetingsInAll(1, ("plenary",)),
)


def some(luck: Random, share: float, *things: object) -> tuple:
    return tuple(thing for thing in things if luck.random() < share)


def a_session(luck: Random) -> Session:
    """Return a session of two or three meetings and two or three items, with whatever luck adds."""
    where = luck.choice(SETTINGS)
    hours = sorted(luck.sample(where.hours, luck.choice((2, 3))))
    meetings = tuple(a_meeting(luck, index, where, *hour) for index, hour in enumerate(hours))
    agenda = Agenda(tuple(an_item(luck, number) for number in range(1, luck.choice((3, 3, 4)))))
    days = tuple(map(pendulum.Date.fromisoformat, where.days))
    issued = tuple((language, luck.choice(days)) for language in SIX)
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
    morning, night = Window(where.at(0, 600), where.at(0, 780)), Window(where.at(0, 1380), where.at(1, 660))
    windows = some(luck, 0.5, morning, night)
    found = session(
        meetings=meetings,
        services=services,
        forums=(Forum("plenary"), Forum("committee", joins=some(luck, 0.3, "plenary"))),
        documents=some(luck, 0.3, Document("A/1", items=("1",), issued=issued)),
        organization=some(luck, 0.15, typed),
        participants=some(luck, 0.3, Participant("who", Text(en="the Minister"), ("1", "2"), windows)),
        rules=tuple(rule(luck, where) for rule in luck.sample(RULES, luck.choice((0, 0, 1, 2)))),
    )
    place = replace(found.place, zone=where.zone, holidays=some(luck, 0.1, Holiday(days[0])))
    waives = frozenset(some(luck, 0.25, "uninterrupted"))
    whole = replace(found, agenda=agenda, days=days, place=place, waives=waives)
    return replace(whole, meetings=opened(luck, whole.meetings))


def opened(luck: Random, meetings: tuple[Meeting, ...]) -> tuple[Meeting, ...]:
    """Return meetings of which one perhaps opens upon an item, or after another meeting, perhaps at the same hours."""
    late, early = meetings[-1], meetings[luck.randrange(len(meetings))]
    upon = luck.choice((Opening(item=luck.choice(("1", "2"))), Opening(meeting=early.key), Opening()))
    if late is early or luck.random() < 0.6:
        return meetings
    there = Window(early.opens, early.opens.add(minutes=90))
    beside = all(each.forum != late.forum for each in meetings[:-1] if each.window.meets(there))
    hours = {"opens": there.opens, "closes": there.closes} if beside and luck.random() < 0.7 else {}
    return (*meetings[:-1], replace(late, opening=upon, **hours))


def agreed(seed: int) -> bool:
    """Assert that all agree on a random session; return whether it has a programme."""
    return agreed_on(a_session(Random(seed)))


def agreed_on(whole: Session) -> bool:
    """Assert that all agree on a session; return whether it has a programme.

    Solver and checker on every programme, of any length that items can have; and planning on whether there is one, on
    one that the checker accepts, and on how near its minutes can be to the expected.
    """
    rules = tuple(rulebook(whole))
    lawful = agree(whole, *rules, flexible=True)
    task = task_of(whole, None)
    try:
        desk, found, finding = best_solution(task, Effort())
    except Infeasible:
        assert lawful == 0
        return False
    planned = checked_programme(task, desk, found, finding)
    assert lawful > 0
    assert list(check(planned)) == []
    if desk.minutes:
        off = [abs(low - whole.minutes_of(whole.agenda.instalment(key))) for key, (low, _) in desk.minutes.items()]
        assert sum(off) == least_off(whole, rules)
    else:
        # of the minutes planned: items that are then given free minutes may be longer than a meeting
        assert planned.finding.objective == score(programme_of(desk, found, finding)).total
    return True


def least_off(whole: Session, rules: tuple[Rule, ...]) -> int:
    """Return by how many minutes, together, a programme that the checker accepts is at least off the expected."""
    parts = whole.agenda.instalments
    return min(
        sum(abs(QUANTUM * sum(key == each.key for _, _, key in found) - whole.minutes_of(each)) for each in parts)
        for found in checker_set(whole, rules)
    )


@pytest.mark.parametrize("seed", [1, 2, 3, 4, 6, 8, 9, 10, 64, 99, 306, 398, 745])
def test_all_agree_on_a_random_session(seed):
    agreed(seed)


@pytest.mark.long
@pytest.mark.parametrize("batch", range(1, 21))
def test_all_agree_on_a_hundred_random_sessions(batch):
    assert sum(agreed(seed) for seed in range(100 * batch, 100 * batch + 100)) >= 5

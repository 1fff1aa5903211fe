"""For every preference: what the solver counts is what the score counts, on every programme of a tiny session."""

from __future__ import annotations

from dataclasses import replace

import pendulum
import pytest

from tests.agreement import QUANTUM, demands
from tests.enumerating import counted
from tests.sessions import item, meeting, minutes, session
from wgsched.model import AgendaItem, Forum, Holiday, Opening, Participant, Period, Preference, Role, Session, Text
from wgsched.planning.model.posting import desk_with
from wgsched.preferences import (
    AgendaOrderKept,
    DaysToAvoid,
    DeadTime,
    Divided,
    FewInterpreted,
    HeavyApart,
    OfficeHours,
    PartsNear,
    PreferredDay,
    PreferredMeeting,
    PreferredPeriod,
    SlackKept,
)
from wgsched.rules import FollowingHours, JointMeetings, OpensAt, UponConclusion

MEETINGS = (
    meeting("am", 14, 10, 60, period="am"),
    meeting("pm", 14, 15, 60, period="pm"),
    meeting("next", 15, 10, 60, period="am"),
)
OFFICE = Period("office", pendulum.time(9), pendulum.time(15, 30))


def tiny() -> Session:
    """Return a session of three meetings of an hour, with a day to avoid and a speaker from afar."""
    speaker = Participant("speaker", Text(en="the speaker"), ("1", "2"), office=OFFICE)
    plain = session(item("1", 60), item("2", 30), item("3", 30), meetings=MEETINGS, participants=(speaker,))
    avoided = Holiday(pendulum.date(2009, 5, 15), Text(en="Vesak"), firm=False)
    return replace(plain, place=replace(plain.place, holidays=(avoided,)))


def parallel() -> Session:
    """Return a session of two forums, and an item that either may take."""
    forums = (Forum("plenary"), Forum("committee"))
    meetings = (*MEETINGS[:2], meeting("c", 14, 10, 60, forum="committee", period="am"))
    items = (item("1", 60), item("2", 30, forums=("plenary", "committee")), item("3", 30, forums=("committee",)))
    return session(*items, meetings=meetings, forums=forums)


def resumed() -> Session:
    """Return a session with an item that is resumed."""
    halves = (minutes(30), minutes(30))
    return session(item("1", parts=halves), item("2", parts=halves), item("3", 30), meetings=MEETINGS)


def optional() -> Session:
    """Return the first session with an afternoon that need not be held."""
    return replace(tiny(), meetings=(MEETINGS[0], replace(MEETINGS[1], optional=True), MEETINGS[2]))


def late() -> Session:
    """Return the first session with a meeting that runs past the midnight between its days."""
    return replace(tiny(), meetings=(MEETINGS[0], meeting("pm", 14, 23, 120, period="night"), MEETINGS[2]))


def joint() -> Session:
    """Return a session in which a joint meeting can take the hours of the plenary."""
    forums = (Forum("plenary"), Forum("joint", joins=("plenary",)))
    meetings = (*MEETINGS, meeting("joint", 14, 15, 60, forum="joint", period="pm"))
    items = (item("1", 60), item("2", 30, forums=("plenary", "joint")), item("3", 30, forums=("joint",)))
    return session(*items, meetings=meetings, forums=forums)


def promised() -> Session:
    """Return a session with a panel inside its item, and a report."""
    panel = AgendaItem("panel", parent="1", takes=minutes(60), firm=True)
    items = (item("1", 60), panel, item("2", 30, role=Role.REPORT), item("3", 30))
    meetings = (*MEETINGS, meeting("last", 15, 15, 60))
    return session(*items, meetings=meetings, rules=(OpensAt("panel", "2009-05-14 15:00"),))


def free() -> Session:
    """Return a session whose items may be left and resumed, two of them at once."""
    items = (item("1", 60), item("2", 30, role=Role.REPORT), item("3", 30))
    return session(*items, meetings=MEETINGS[:2], waives=frozenset({"uninterrupted", "one-at-a-time"}))


def following(opening: Opening, **more: object) -> Session:
    """Return a session whose committee opens upon conclusion of an item of the plenary, or after a meeting of it."""
    forums = (Forum("plenary"), Forum("committee"))
    committee = meeting("c", 14, 10, 90, forum="committee", opening=opening, **more)
    items = (item("1", 30), item("2", 30, forums=("committee",)), item("3", 30, forums=("committee",)))
    meetings = (MEETINGS[0], committee, meeting("pm", 14, 15, 60, forum="committee", period="pm"))
    return session(*items, meetings=meetings, forums=forums)


def upon() -> Session:
    """Return a session whose committee takes up an item upon conclusion of another, in the plenary or in itself."""
    forums = (Forum("plenary"), Forum("committee"))
    committee = meeting("c", 14, 10, 90, forum="committee"), meeting("pm", 14, 15, 60, forum="committee")
    items = (
        item("1", 30, forums=("plenary", "committee")),
        item("2", 30, forums=("committee",)),
        item("3", 30, forums=("committee",)),
    )
    meetings = (MEETINGS[0], *committee)
    return session(*items, meetings=meetings, forums=forums, rules=(UponConclusion("2", "1"),))


def compared(planned: Session, preference: Preference) -> list[tuple[list[int | None], list[int]]]:
    """Return, for every programme, the amounts of the score and those of the solver."""
    desk = desk_with(planned, demands(planned, (*planned.rules, JointMeetings(), FollowingHours())), tick=QUANTUM)
    assert desk.settle()
    cases = list(preference.cases(planned))
    counts = counted(desk, preference)
    return [([preference.amount(made, *case) for case in cases], list(amounts)) for made, amounts in counts]


@pytest.mark.parametrize(
    "planned",
    [
        *(tiny(), parallel(), resumed(), optional(), late(), joint(), promised(), free(), upon()),
        *(
            following(Opening(item="1")),
            following(Opening(meeting="am")),
            following(Opening(meeting="am"), optional=True),
        ),
    ],
    ids=[
        *("one forum", "two forums", "resumed", "optional", "past midnight", "joint", "promised", "free", "upon"),
        *("upon conclusion of an item", "after a meeting", "after a meeting, optional"),
    ],
)
@pytest.mark.parametrize(
    "preference",
    [
        AgendaOrderKept(),
        Divided(),
        PartsNear(),
        DeadTime(),
        SlackKept(15),
        SlackKept(90),
        FewInterpreted(),
        PreferredMeeting("1", ("am",)),
        PreferredMeeting("2", ("pm",)),
        PreferredDay("1", "2009-05-14"),
        PreferredPeriod("1", "am"),
        HeavyApart(("1", "2", "3")),
        DaysToAvoid(),
        OfficeHours(),
    ],
    ids=lambda preference: preference.code,
)
def test_the_solver_counts_what_the_score_counts(preference, planned):
    both = compared(planned, preference)
    assert [score for score, _ in both] == [solver for _, solver in both]
    assert len(both) > 10
    least = [preference.least(planned, *case) for case in preference.cases(planned)]
    assert all(low <= amount for score, _ in both for low, amount in zip(least, score, strict=True))

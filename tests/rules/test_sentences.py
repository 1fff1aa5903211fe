"""Every sentence of the rules, the preferences and the checker, whole, in six languages.

The expected sentences stand in ``tests/golden/sentences/<language>.txt``, one line each.
``make generated`` writes them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import cache, partial
from pathlib import Path

import pendulum
import pytest

from tests.examples import every_rule
from tests.sessions import at, item, meeting, minutes, session
from wgsched import preferences, rules
from wgsched.checking import check, compare, graded
from wgsched.editing import Edit, pin, swap, take_out, together, unpin
from wgsched.languages import lexicon
from wgsched.model import (
    SIX,
    Agenda,
    Body,
    ConferenceServices,
    Consideration,
    Document,
    Event,
    Finding,
    Forum,
    ForumKind,
    Holiday,
    ItemNumber,
    Leaving,
    Meeting,
    Opening,
    Participant,
    Period,
    Preference,
    Programme,
    Role,
    Room,
    Rows,
    Rule,
    Sentence,
    ServiceBasis,
    Session,
    Strength,
    Text,
    Window,
)
from wgsched.preferences import (
    AgendaOrderKept,
    FewDays,
    FewRoomChanges,
    FewRooms,
    HeavyApart,
    InOneRoom,
    KeepARoomFree,
    LastMeeting,
    PreferredDay,
    PreferredMeeting,
    PreferredPeriod,
    SameDays,
    SeatsForAll,
)
from wgsched.rules import (
    AgendaOrder,
    Attendance,
    CloseBy,
    ConcludedBy,
    Consecutive,
    DraftingGap,
    FollowingHours,
    GroupsReportBack,
    InABlock,
    InMeetings,
    InRooms,
    KeptFree,
    MeetingsAtOnce,
    MeetingsInAll,
    NotAtOnce,
    NotBefore,
    NotFirstHour,
    OneRoom,
    OpensAt,
    PauseForPeople,
    Precedes,
    ProposalsTabled,
    RoomChosen,
    RoomForItem,
    SameRoom,
    Spread,
    Undivided,
    Uninterrupted,
    UponConclusion,
    WithinWindows,
)

GOLDEN = Path(__file__).parent.parent / "golden" / "sentences"

WHY = Text(
    en="at the request of the officers",
    fr="à la demande du bureau",
    es="a petición de la Mesa",
    ru="по просьбе бюро",
    zh="应主席团的请求",
    ar="بناء على طلب المكتب",
)
MINISTER = Text(en="the Minister", fr="la Ministre", es="la Ministra", ru="министр", zh="部长", ar="الوزيرة")


VESAK = Text(en="Vesak", fr="Vesak", es="Vesak", ru="Весак", zh="卫塞节", ar="فيساك")


@cache
def rich() -> Session:
    """Return a session about which every standing rule and preference has something to say."""
    friday = pendulum.date(2009, 5, 15)
    office = Period("office", pendulum.time(9), pendulum.time(17))
    there = (Window(at(14, 10), at(14, 13)), Window(at(15, 15), at(15, 18)))
    found = session(
        item("1", 15, role=Role.OPENING),
        item("2", 15, role=Role.AGENDA),
        item("3"),
        item("3 (a)", 60, decision=True, languages=("en", "fr", "ar")),
        item("3 (b)", parts=(minutes(30), minutes(90)), decision=True, forums=("plenary", "joint")),
        item("4", 60, role=Role.REPORT),
        item("5", 15, role=Role.CLOSURE),
        meetings=(meeting("14-am", 14, 10, period="am", room="C2"), meeting("15-pm", 15, 15, period="pm")),
        documents=(
            Document("A/1", items=("3a",), issued=tuple((language, friday) for language in SIX)),
            Document("A/2", items=("3b",)),
        ),
        forums=(Forum(), Forum("joint", kind=ForumKind.WORKING_GROUP, joins=("plenary",))),
        services=ConferenceServices(weekly=7, rooms=(Room("C2", seats=100),)),
        organization=(
            Rows("14-am", ("1", "2")),
            Rows("15-pm", ("4",), open_ended=True),
            Rows("15-pm"),
            Rows("15-pm", ("4", "5"), placed=("4",)),
        ),
        participants=(Participant("m", MINISTER, ("3b",), there, office=office),),
        waives=frozenset({"uninterrupted"}),
    )
    holidays = (Holiday(pendulum.date(2009, 5, 14), WHY), Holiday(friday, VESAK, firm=False))
    return replace(found, place=replace(found.place, holidays=holidays))


ASKED: tuple[Rule, ...] = (
    AgendaOrder(("3", "4"), why=WHY),
    Precedes("3 (a)", "3 (b)", why=WHY),
    Precedes("3 (a)", "3 (b)", gap=90),
    UponConclusion("3 (b)", "3 (a)"),
    OpensAt("4", "2009-05-15 15:00", WHY),
    NotBefore("3 (a)", "2009-05-14 12:00", WHY),
    ConcludedBy("3", "2009-05-14 18:00", WHY),
    WithinWindows("4", (("2009-05-14 12:00", "2009-05-14 18:00"), ("2009-05-15 09:30", "2009-05-15 12:00"))),
    InMeetings("4", ("14-am", "15-pm")),
    Undivided("3 (a)"),
    Uninterrupted("3 (a)", WHY),
    ProposalsTabled("3 (a)", "2009-05-13 18:00", why=WHY),
    Consecutive("3 (b)", WHY),
    Spread("3 (b)", WHY),
    DraftingGap(120),
    KeptFree(("15-pm",), WHY),
    CloseBy("18:00"),
    NotAtOnce(("3 (a)", "4"), WHY),
    *(MeetingsAtOnce(limit) for limit in (1, 2)),
    *(MeetingsAtOnce(limit, ("plenary", "joint")) for limit in (1, 3)),
    *(MeetingsInAll(limit) for limit in (1, 2, 3, 5, 11)),
    MeetingsInAll(6, ("plenary",), WHY),
)
WISHED: tuple[Preference, ...] = (
    PreferredMeeting("4", ("15-pm",), WHY),
    PreferredDay("4", "2009-05-15"),
    PreferredPeriod("4", "pm"),
    HeavyApart(("3 (a)", "3 (b)")),
    SameDays(("3 (a)", "3 (b)"), WHY),
)


TOLD_BY_EXAMPLES: tuple[type[Rule | Preference], ...] = (
    GroupsReportBack, LastMeeting, RoomChosen, RoomForItem, InRooms, SameRoom, OneRoom, InABlock,
    FewRooms, FewRoomChanges, SeatsForAll, InOneRoom, KeepARoomFree,
    Attendance, PauseForPeople, NotFirstHour, rules.SuitableHours, FewDays,
)  # fmt: skip
"""Rules and preferences that have nothing to say about the rich session."""


def sentences() -> Iterator[Sentence]:
    """Yield what the rules, the preferences and the checker say, each kind of sentence at least once."""
    for each in (*rules.STANDING, *ASKED, *preferences.STANDING, *WISHED):
        yield from (each.words(*case) for case in each.cases(rich()))
    yield from (
        violation.sentence for violation in check(damaged()) if violation.rule in ("damage", "precedes", "not-before")
    )
    yield from (sentence for programme in deviating() for each in check(programme) for sentence in each.sentences[1:])
    yield from {each.code: each for each in found_in_examples()}.values()
    agreed = replace(rich(), sequence=("3 (b)", "3 (a)"))
    yield from (each.words(*case) for each in (AgendaOrder(why=WHY), AgendaOrderKept()) for case in each.cases(agreed))
    for before, after in changed():
        found = compare(before, after)
        yield from (change.sentence for change in (*found, *found.estimates))
    for example in (example for each in TOLD_BY_EXAMPLES for example in each.examples()):
        yield from (example.shown.words(*case) for case in example.shown.cases(example.session))
    yield from (edit.sentence for edit in edited())
    yield from (Sentence("rest-planned"), Sentence("programme-restored"))
    first, second = rich().meetings
    for opening in (Opening(item="3a"), Opening(meeting="14-am")):
        opened = replace(rich(), meetings=(first, replace(second, opening=opening)))
        yield from (FollowingHours().words(*case) for case in FollowingHours().cases(opened))
    yield from (change.sentence for before, after in announced() for change in compare(before, after))
    late = Precedes("3 (a)", "3 (b)", why=WHY)
    yield from (graded(late.words(*case), each) for each in Strength for case in late.cases(rich()))
    yield from (
        Sentence(f"left-out-{each}", item=rich().agenda["3a"], priority=10, why=WHY) for each in (*Leaving, "said")
    )
    taken_up = {"item": rich().agenda["3a"], "meetings": rich().meetings[:1]}
    yield from (Sentence(code, **taken_up) for code in ("item-left-out", "item-taken-in"))
    forums = rich().forums
    yield Sentence("too-few-rooms", opens=at(14, 10), forums=forums, n=len(forums), rooms=("I",), there=1)
    yield Sentence("repair-room", room="I")
    costs = ("should", "left-out", "nice")
    yield from (Sentence(f"wish-costs-{each}", wish="precedes", was=3, now=1) for each in costs)


def found_in_examples() -> Iterator[Sentence]:
    """Yield what the examples of the rules have instead of what is demanded."""
    for kind in every_rule():
        for example in kind.examples():
            programme = example.programme(example.broken)
            for case in example.shown.cases(example.session):
                if example.shown.holds(programme, *case) is False:
                    found = example.shown.deviation(programme, *case)
                    yield from () if found is None else (found,)


def damaged() -> Programme:
    bad = (
        Consideration("9", "14-am"),
        Consideration("3a", "16-am"),
        Consideration("3a", "14-am", at(14, 12), at(14, 11)),
        Consideration("4", "15-pm", at(15, 16), at(15, 17)),
        Consideration("5", "15-pm", at(15, 15), at(15, 16)),
    )
    plain = rich().with_rules(Precedes("9", "1"), NotBefore("1", "noon"))
    return Programme(plain, plain.meetings, bad)


def deviating() -> Iterator[Programme]:
    """Yield programmes that are too full, have rows at once, too few minutes, the wrong order and the wrong meeting."""
    plain = session(item("1", 120), item("2", 120), rules=(InMeetings("1", ("14-am",)), Precedes("1", "2")))
    at_once = (
        Consideration("1", "14-am", at(14, 10), at(14, 12)),
        Consideration("2", "14-am", at(14, 11), at(14, 12)),
    )
    for rows in (
        (Consideration("1", "14-am"), Consideration("2", "14-am")),
        at_once,
        at_once[:1],
        (Consideration("1", "15-am"), Consideration("2", "14-am")),
    ):
        yield Programme(plain, plain.meetings, rows)


def changed() -> Iterator[tuple[Programme, Programme]]:
    first, second = rich().meetings
    moved = {"opens": at(14, 9), "closes": at(14, 12)}
    one = (Consideration("3a", "14-am", at(14, 10), at(14, 11)), Consideration("4", "14-am", at(14, 11), at(14, 12)))
    two = (Consideration("4", "14-am"), Consideration("3a", "14-am"))
    late = (Consideration("3a", "14-am", at(14, 10, 30), at(14, 11)), replace(one[1], closes=at(14, 12, 30)))
    both = (*one, Consideration("5", "15-pm"))
    twice = (one[0], Consideration("3a", "15-pm", at(15, 15), at(15, 16)))
    yield laid(one), laid((replace(one[0], meeting="15-pm", opens=None, closes=None),))
    yield laid(()), laid(two)
    yield laid(one), laid(late)
    yield laid((Consideration("3a", "14-am"), Consideration("4", "14-am"))), laid(two)
    yield laid(two), laid(two, replace(first, room="C3", **moved), second)
    yield laid(two), laid(two, replace(first, room=None), replace(second, cancelled=True))
    yield laid(two, first, replace(second, cancelled=True)), laid(two)
    yield laid(two, first, replace(second, held=False)), laid(two)
    yield laid(two), laid(two, first, replace(second, held=False))
    yield laid(twice), laid(one[:1])
    yield laid(one[:1]), laid(twice)
    yield laid(twice), laid((one[0], replace(twice[1], opens=at(15, 15, 30))))
    held = (*two, Consideration("5", "15-pm"))
    yield laid(held), laid(held, replace(first, basis=ServiceBasis.WITHOUT), replace(second, closes=at(15, 17)))
    yield laid(held), laid(held, first, replace(second, closes=at(15, 19)))
    yield laid(both), laid(both, replace(first, cancelled=True), second)
    soon = replace(laid(one[:1]), finding=Finding(advanced=("3a",)))
    yield laid((replace(one[0], meeting="15-pm", opens=None, closes=None),)), soon
    yield laid(two), replace(laid(two), session=revised())
    yield replace(laid(two), session=revised()), laid(two)


def revised() -> Session:
    """Return the rich session with other dates, names and documents."""
    (document, *more), (opening, *items) = rich().documents, rich().agenda.items
    side = Event("side", Text(en="Side event"), at(14, 13), at(14, 14))
    renumbered = replace(items[-1], number=ItemNumber(("6",)))
    return replace(
        rich(),
        days=(*rich().days, pendulum.date(2009, 5, 18)),
        body=Body(Text(en="Board")),
        documents=(replace(document, symbol="A/3"), *more),
        agenda=Agenda((replace(opening, title=Text(dict.fromkeys(SIX, "T"))), *items[:-1], renumbered)),
        events=(side,),
    )


def announced() -> Iterator[tuple[Programme, Programme]]:
    """Yield programmes in which a meeting is given hours in words, each way in which they can be said."""
    first, second = rich().meetings
    rows = (Consideration("3a", "14-am"), Consideration("4", "15-pm"))
    for opening in (Opening(item="3a"), Opening(meeting="14-am"), Opening()):
        yield laid(rows), laid(rows, first, replace(second, opening=opening))


def edited() -> Iterator[Edit]:
    programme = laid((Consideration("3a", "14-am"), Consideration("4", "15-pm")))
    yield swap(programme, "3 (a)", "4")
    yield take_out(programme, "4")
    yield pin(programme, "3 (a)")
    yield unpin(pin(programme, "3 (a)").programme, "3 (a)")
    yield together(programme, (partial(take_out, item="4"), partial(pin, item="3 (a)")))


def laid(rows: tuple[Consideration, ...], *meetings: Meeting) -> Programme:
    return Programme(rich(), meetings or rich().meetings, rows)


def said(language: str) -> list[str]:
    """Return the lines of a language: the code of each sentence, and what it says."""
    say = lexicon(language, rich()).say
    return list(dict.fromkeys(f"{sentence.code}: {say(sentence)}" for sentence in sentences()))


@pytest.mark.parametrize("language", SIX)
def test_every_sentence_is_said_whole(language):
    assert said(language) == (GOLDEN / f"{language}.txt").read_text(encoding="utf-8").splitlines()


REASONED = [each for each in (*ASKED, *WISHED) if hasattr(each, "why")]


@pytest.mark.parametrize("asked", REASONED, ids=lambda each: each.code)
def test_a_reason_comes_back_in_the_sentence(asked):
    reasoned = replace(asked, why=MINISTER)
    assert {reasoned.words(*case)["why"] for case in reasoned.cases(rich())} == {MINISTER}

"""Beyond the examples of rules: what the solver finds is what the checker accepts, programme by programme.

The number asserted is that of the lawful programmes, so that neither an empty nor an unbounded answer passes.
"""

from __future__ import annotations

from dataclasses import replace

import pendulum
import pytest

from tests.agreement import agree
from tests.sessions import at, item, meeting, minutes, session
from wgsched.model import (
    ConferenceServices,
    Event,
    Forum,
    Holiday,
    InterpretationTeam,
    Participant,
    Role,
    Room,
    Rows,
    ServiceBasis,
    Session,
    Text,
    Window,
)
from wgsched.rules import (
    AgendaOrder,
    Available,
    ClosureLast,
    ConcludedBy,
    DraftingGap,
    FirstBusiness,
    HolidaysFree,
    InMeetings,
    JointMeetings,
    LanguagesThere,
    MeetingLength,
    MeetingsADay,
    MeetingsAtOnce,
    MeetingsInAll,
    NoShortPart,
    NotBefore,
    OneMeetingARoom,
    OnePlace,
    OpensAt,
    PauseBetween,
    Precedes,
    ReportLast,
    RoomFits,
    Served,
    TypedRows,
    Undivided,
    Uninterrupted,
    UponConclusion,
    WeeklyQuota,
    WithinWindows,
)

A, B = InterpretationTeam("a"), InterpretationTeam("b")
TWO = (meeting("am", 14, 10, 60), meeting("pm", 14, 15, 60))
THREE = (*TWO, meeting("next", 15, 10, 60))
INTERRUPTED = frozenset({"uninterrupted"})
PLENARY, COMMITTEE = Forum("plenary"), Forum("committee")


def tiny(*items, meetings=TWO, **more) -> Session:
    """Return a session of two meetings of an hour."""
    return session(*(items or (item("1", 30), item("2", 30))), meetings=meetings, **more)


def parallel(*, hour: int = 10, **more) -> Session:
    """Return a session of two forums, each with one meeting and one item."""
    meetings = (meeting("p", 14, 10, 60), meeting("c", 14, hour, 60, forum="committee"))
    items = (item("1", 30), item("2", 30, forums=("committee",)))
    return session(*items, **{"meetings": meetings, "forums": (PLENARY, COMMITTEE), **more})


def three_roles(*roles: Role | None) -> Session:
    """Return a session of three items of half an hour with these roles."""
    return tiny(*(item(str(number), 30, role=role) for number, role in enumerate(roles, start=1)))


# The rules that make a programme one


def test_whole_time_hours_one_at_a_time_and_no_interruption():
    assert agree(tiny(item("1", 60), item("2", 30))) == 6


def test_an_item_is_taken_up_in_one_of_its_forums():
    assert agree(parallel()) == 4
    choosing = parallel()
    items = (replace(choosing.agenda["1"], forums=("plenary", "committee")), choosing.agenda["2"])
    assert agree(replace(choosing, agenda=type(choosing.agenda)(items))) == 6


def test_an_optional_meeting_that_is_not_held_lies_not_between():
    meetings = (TWO[0], replace(TWO[1], optional=True), THREE[2])
    assert agree(tiny(item("1", 60), meetings=meetings)) == 6


def test_an_item_is_left_and_resumed_where_that_is_waived():
    waived = tiny(item("1", 60), item("2", 30), waives=INTERRUPTED)
    assert agree(waived) == 12
    assert agree(waived, Undivided("1")) == 4
    assert agree(waived, Uninterrupted("1")) == 6
    assert agree(waived, UponConclusion("2", "1")) == 3
    assert agree(waived, Precedes("2", "1", gap=240)) == 2
    assert agree(waived, OpensAt("1", "2009-05-14 10:30")) == 4
    assert agree(replace(waived, organization=(Rows("am", ("2", "1")),)), TypedRows()) == 2


def test_the_parts_of_an_interrupted_item_are_not_too_short():
    waived = tiny(item("1", 60), item("2", 60), waives=INTERRUPTED)
    assert agree(waived, NoShortPart(30)) == 6
    assert agree(waived, NoShortPart(60)) == 2


def test_an_interrupted_item_goes_on_over_a_meeting_that_is_not_held():
    meetings = (TWO[0], replace(TWO[1], optional=True), THREE[2])
    waived = tiny(item("1", 90), item("2", 30), meetings=meetings, waives=INTERRUPTED)
    assert agree(waived, NoShortPart(30)) == 60
    assert agree(waived, Precedes("1", "2"), MeetingsInAll(2)) == 3


def test_an_interrupted_item_stays_in_one_of_its_forums():
    meetings = (meeting("p", 14, 10, 60), *(meeting(f"c{hour}", 14, hour, 60, forum="committee") for hour in (10, 15)))
    items = (item("1", 60, forums=("plenary", "committee")), item("2", 60, forums=("committee",)))
    waived = session(*items, meetings=meetings, forums=(PLENARY, COMMITTEE), waives=INTERRUPTED)
    assert agree(waived) == 12
    delegation = Participant("delegation", Text(en="the delegation"), ("1", "2"))
    assert agree(replace(waived, participants=(delegation,)), OnePlace(), Precedes("1", "2", gap=30)) == 2


# The places of roles


def test_first_business():
    assert agree(three_roles(Role.AGENDA, Role.OFFICERS, None), FirstBusiness()) == 8


def test_report_and_closure_last():
    last = three_roles(Role.CLOSURE, Role.REPORT, None)
    assert agree(last, ReportLast()) == 12
    assert agree(last, ReportLast(), ClosureLast()) == 4


# Order and time


def test_agenda_order():
    three = tiny(item("1", 30), item("2", 30), item("3", 30))
    assert agree(three, AgendaOrder()) == 4
    assert agree(three, AgendaOrder(("1", "3"))) == 12


def test_precedes_with_and_without_a_gap():
    assert agree(tiny(), Precedes("2", "1")) == 6
    assert agree(tiny(), Precedes("2", "1", gap=240)) == 4
    assert agree(tiny(), Precedes("2", "1", gap=270)) == 3
    assert agree(tiny(item("1"), item("1 (a)", 30), item("1 (b)", 30), item("2", 30)), Precedes("1", "2")) == 8


def test_precedes_across_forums():
    assert agree(parallel(), Precedes("1", "2")) == 1
    assert agree(parallel(hour=11), Precedes("1", "2", gap=30)) == 3


def test_upon_conclusion():
    three = tiny(item("1", 30), item("2", 30), item("3", 30))
    assert agree(three, UponConclusion("2", "1")) == 6
    assert agree(parallel(), UponConclusion("2", "1")) == 1


def test_not_before_and_concluded_by():
    assert agree(tiny(), NotBefore("1", "2009-05-14 10:30")) == 9
    assert agree(tiny(), ConcludedBy("1", "2009-05-14 10:30")) == 3
    assert agree(tiny(item("1", 60), item("2", 30)), ConcludedBy("1", "2009-05-14 15:30")) == 4


def test_opens_at():
    assert agree(tiny(), OpensAt("1", "2009-05-14 15:30")) == 3
    assert agree(tiny(item("1", 60), item("2", 30)), OpensAt("1", "2009-05-14 10:30")) == 2
    assert agree(tiny(), OpensAt("1", "2009-05-14 12:00")) == 0
    assert agree(tiny(item("1", 90), item("2", 30)), OpensAt("1", "2009-05-14 10:30")) == 1
    assert agree(tiny(item("1", 90), item("2", 30)), OpensAt("1", "2009-05-14 10:00")) == 1
    optional = (TWO[0], replace(TWO[1], optional=True), THREE[2])
    assert agree(tiny(item("1", 60), meetings=optional), OpensAt("1", "2009-05-14 10:30")) == 2


def test_within_windows():
    windows = (("2009-05-14 10:30", "2009-05-14 11:00"), ("2009-05-14 15:00", "2009-05-14 15:30"))
    assert agree(tiny(), WithinWindows("1", windows)) == 6
    assert agree(tiny(item("1", 60), item("2", 30)), WithinWindows("1", windows)) == 2


def test_in_meetings_tells_forums_apart():
    choosing = parallel()
    items = (replace(choosing.agenda["1"], forums=("plenary", "committee")), choosing.agenda["2"])
    assert agree(replace(choosing, agenda=type(choosing.agenda)(items)), InMeetings("1", ("c",))) == 2


def test_no_short_part():
    meetings = (meeting("am", 14, 10, 90), meeting("pm", 14, 15, 90))
    assert agree(tiny(item("1", 120), meetings=meetings), NoShortPart(30)) == 3
    assert agree(tiny(item("1", 120), meetings=meetings), NoShortPart(60)) == 1
    assert agree(tiny(item("1", 60), meetings=meetings), NoShortPart(60)) == 4


def test_typed_rows():
    pinned = tiny(organization=(Rows("am", ("2", "1")),))
    assert agree(pinned, TypedRows()) == 1
    assert agree(tiny(organization=(Rows("am", ("2",), open_ended=True),)), TypedRows()) == 5
    assert agree(tiny(organization=(Rows("am"),)), TypedRows()) == 2


def test_typed_rows_of_a_meeting_that_need_not_be_held():
    meetings = (TWO[0], replace(TWO[1], optional=True), THREE[2])
    for typed, programmes in ((Rows("am", ("2",)), 8), (Rows("pm", ("1",)), 8), (Rows("pm"), 12)):
        assert agree(tiny(meetings=meetings, organization=(typed,)), TypedRows()) == programmes


def test_drafting_gap():
    reported = tiny(item("1", 30), item("2", 30, role=Role.REPORT))
    assert agree(reported, DraftingGap(240)) == 4
    assert agree(reported, DraftingGap(241 + 29)) == 3


# Days and papers


def test_a_meeting_on_a_holiday_lies_not_between():
    meetings = (TWO[0], meeting("next", 15, 10, 60), meeting("after", 16, 10, 60))
    plain = tiny(item("1", 60), meetings=meetings)
    closed = replace(plain, place=replace(plain.place, holidays=(Holiday(pendulum.date(2009, 5, 15)),)))
    assert agree(closed, HolidaysFree()) == 3


# Services


def test_languages_there():
    meetings = (TWO[0], replace(TWO[1], languages=("en",)), replace(THREE[2], basis=ServiceBasis.WITHOUT))
    assert agree(tiny(item("1", 30, languages=("en", "fr")), item("2", 30), meetings=meetings), LanguagesThere()) == 10


def test_meeting_length():
    long = tiny(services=ConferenceServices(longest_meeting=45), meetings=(TWO[0], meeting("pm", 14, 15, 30)))
    assert agree(long, MeetingLength()) == 0
    assert agree(replace(long, services=ConferenceServices(longest_meeting=60)), MeetingLength()) == 6


@pytest.mark.parametrize(("pause", "programmes"), [(240, 12), (270, 4)])
def test_one_team_pauses(pause, programmes):
    assert agree(tiny(services=ConferenceServices(pause=pause)), PauseBetween()) == programmes


def test_one_team_and_its_days_and_weeks():
    three = tiny(meetings=THREE, services=ConferenceServices(meetings_a_day=1, weekly=1))
    assert agree(three, MeetingsADay()) == 22
    assert agree(three, WeeklyQuota()) == 6


def test_two_teams_and_their_pauses():
    both = tiny(services=ConferenceServices(teams=(A, B), pause=300))
    assert agree(both, Served(), PauseBetween()) == 4 + 8


def test_two_teams_and_their_days():
    both = tiny(services=ConferenceServices(teams=(A, B), meetings_a_day=1, weekly=1))
    assert agree(both, Served(), MeetingsADay()) == 4 + 8
    assert agree(both, Served(), WeeklyQuota()) == 4 + 8


def test_a_team_that_is_named_is_not_exchanged_for_another():
    named = (replace(TWO[0], team="b"), TWO[1])
    both = tiny(meetings=named, services=ConferenceServices(teams=(A, B), pause=300))
    assert agree(both, Served(), PauseBetween()) == 2 + 4 + 8


def test_a_team_that_lacks_a_language_serves_not():
    bilingual = tiny(services=ConferenceServices(teams=(A, InterpretationTeam("b", ("en", "fr")))))
    assert agree(bilingual, Served()) == 12
    assert agree(replace(bilingual, services=ConferenceServices(teams=())), Served()) == 0


def test_parallel_forums_share_one_team():
    assert agree(parallel(hour=15), PauseBetween()) == 4
    assert agree(parallel(hour=12), PauseBetween()) == 0


# Forums in parallel


def test_joint_meetings():
    forums = (PLENARY, Forum("committee", joins=("plenary",)))
    meetings = (*TWO, meeting("c", 14, 10, 60, forum="committee"))
    assert agree(parallel(forums=forums, meetings=meetings), JointMeetings()) == 4


def test_meetings_at_once_and_in_all():
    meetings = (*TWO, meeting("c", 14, 10, 60, forum="committee"))
    both = parallel(meetings=meetings)
    assert agree(both, MeetingsAtOnce(1)) == 4
    assert agree(both, MeetingsAtOnce(1, ("plenary",))) == 8
    assert agree(tiny(), MeetingsInAll(1)) == 4


def test_rooms():
    rooms = (Room("big", booths=6), Room("small", booths=2))
    meetings = (replace(TWO[0], room="small"), replace(TWO[1], room="big"))
    assert agree(tiny(meetings=meetings, services=ConferenceServices(rooms=rooms)), RoomFits()) == 2
    shared = (meeting("p", 14, 10, 60, room="I"), *parallel().meetings[1:], meeting("p2", 14, 15, 60))
    shared = tuple(replace(each, room="I") if each.key == "c" else each for each in shared)
    assert agree(parallel(meetings=shared), OneMeetingARoom()) == 4
    side = Event("side", Text(en="Side event"), at(14, 10, 30), at(14, 11, 30), room="I")
    taken = tiny(meetings=(replace(TWO[0], room="I"), TWO[1]), events=(side,))
    assert agree(taken, OneMeetingARoom()) == 2


def test_available():
    windows = (Window(at(14, 10, 30), at(14, 11)), Window(at(14, 15), at(14, 16)))
    minister = Participant("minister", Text(en="the Minister"), ("1",), windows)
    assert agree(tiny(participants=(minister,)), Available()) == 9


def test_one_place():
    delegation = Participant("delegation", Text(en="the delegation"), ("1", "2"))
    assert agree(parallel(participants=(delegation,)), OnePlace()) == 2
    assert agree(parallel(hour=15, participants=(delegation,)), OnePlace()) == 4


def test_a_meeting_that_has_exactly_the_languages_is_enough():
    exactly = (replace(TWO[0], languages=("en", "fr")), replace(TWO[1], languages=("en",)))
    assert agree(tiny(item("1", 30, languages=("en", "fr")), meetings=exactly), LanguagesThere()) == 2


def test_the_first_instalments_of_items_that_are_resumed_follow_the_agenda():
    halves = (minutes(30), minutes(30))
    assert agree(tiny(item("1", parts=halves), item("2", parts=halves)), AgendaOrder()) == 12

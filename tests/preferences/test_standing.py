"""The preferences of every session, counted by hand on small programmes."""

from dataclasses import replace

import pendulum
import pytest

from tests.programmes import FOUNDING, amounts, timed, typed
from tests.sessions import at, founding, item, meeting, minutes, session
from wgsched.model import AgendaItem, Forum, ForumKind, Holiday, Participant, Period, Role, Text
from wgsched.preferences import (
    AgendaOrderKept,
    DaysToAvoid,
    DeadTime,
    Divided,
    FewInterpreted,
    LastMeeting,
    OfficeHours,
    PartsNear,
    SlackKept,
)
from wgsched.rules import ConcludedBy, InMeetings, OpensAt


def test_each_inverted_pair_of_neighbours_counts_one():
    assert amounts(AgendaOrderKept(), timed(founding(), FOUNDING)) == [0, 0]
    swapped = {"14-am": ["1a", "1b", "2b", "2a", "2c"], "14-pm": ["3"]}
    assert amounts(AgendaOrderKept(), typed(founding(), swapped)) == [1, 0]


def test_an_item_that_the_session_puts_into_one_meeting_leaves_its_neighbours_in_order():
    items = (item("1", 30), item("2", 30), item("3", 30))
    late = session(*items, rules=(InMeetings("2", ("14-pm",)),))
    assert amounts(AgendaOrderKept(), typed(late, {"14-am": ["1", "3"], "14-pm": ["2"]})) == [0]
    assert amounts(AgendaOrderKept(), typed(late, {"14-am": ["3", "1"], "14-pm": ["2"]})) == [1]
    promised = session(*items, rules=(OpensAt("2", "2009-05-14 15:00"),))
    assert amounts(AgendaOrderKept(), typed(promised, {"14-am": ["1", "3"], "14-pm": ["2"]})) == [0]
    either = session(*items, rules=(InMeetings("2", ("14-am", "14-pm")),))
    assert amounts(AgendaOrderKept(), typed(either, {"14-am": ["1", "3"], "14-pm": ["2"]})) == [0, 1]


def test_a_panel_at_a_promised_hour_has_its_place_where_the_file_lists_it():
    panel = AgendaItem("panel", takes=minutes(30), firm=True)
    listed = session(item("1", 30), panel, item("2", 30), rules=(OpensAt("panel", "2009-05-14 15:00"),))
    assert amounts(AgendaOrderKept(), typed(listed, {"14-am": ["1", "2"], "14-pm": ["panel"]})) == [0, 1]


def test_of_an_item_that_is_resumed_the_opening_of_the_first_instalment_counts():
    resumed = session(item("1", parts=(minutes(30), minutes(30))), item("2", parts=(minutes(30), minutes(30))))
    one, again, two, later = (each.key for each in resumed.agenda.instalments)
    assert amounts(AgendaOrderKept(), typed(resumed, {"14-am": [again, two, one, later]})) == [1]
    assert amounts(AgendaOrderKept(), typed(resumed, {"14-am": [later, one, two, again]})) == [0]


def test_items_taken_up_at_once_in_two_forums_cannot_be_judged_without_hours():
    meetings = (meeting("plenary", 14, 10), meeting("committee", 14, 10, forum="committee"))
    items = (item("1", 30, forums=("plenary", "committee")), item("2", 30, forums=("committee",)))
    two = session(*items, meetings=meetings, forums=(Forum(), Forum("committee")))
    assert amounts(AgendaOrderKept(), typed(two, {"plenary": ["1"], "committee": ["2"]})) == [None]


def test_roles_take_no_part_in_the_order_of_the_agenda():
    odd = session(item("1", 30, role=Role.REPORT), item("2", 30), item("3", 30, role=Role.OPENING))
    assert list(AgendaOrderKept().cases(odd)) == []


def test_each_further_meeting_of_an_item_that_fits_one_counts_one():
    assert amounts(Divided(), timed(founding(), FOUNDING)) == [0, 0, 1, 0, 0, 0]  # 180 minutes fit one, 330 do not
    assert amounts(Divided(), typed(session(item("1", 60)), {"14-am": ["1"], "15-am": ["1"]})) == [1]


def test_a_cancelled_meeting_is_not_one_that_an_item_fits():
    longest = meeting("long", 16, 10, 240)
    one = session(item("1", 200), meetings=(meeting("14-am", 14, 10), meeting("14-pm", 14, 15), longest))
    rows = {"14-am": [("1", 180)], "14-pm": [("1", 20)]}
    assert amounts(Divided(), timed(one, rows)) == [1]
    cancelled = (*one.meetings[:2], replace(longest, cancelled=True))
    assert amounts(Divided(), timed(replace(one, meetings=cancelled), rows)) == [0]


def test_each_meeting_skipped_before_an_item_is_resumed_counts_one():
    resumed = session(item("1", parts=(minutes(30), minutes(30))), item("2", 30))
    one, again, two = (each.key for each in resumed.agenda.instalments)
    for rows, skipped in (
        ({"14-am": [one, again]}, 0),
        ({"14-am": [one], "14-pm": [again]}, 0),
        ({"14-am": [one], "15-pm": [two, again]}, 2),
        ({"14-am": [again], "15-pm": [one]}, 0),
    ):
        assert amounts(PartsNear(), typed(resumed, rows)) == [0, 0, skipped, 0]


def test_an_item_that_is_left_counts_the_meetings_between_its_rows():
    left = session(item("1", 60))
    assert amounts(PartsNear(), typed(left, {"14-am": ["1"], "15-pm": ["1"]})) == [2]


def test_an_optional_meeting_without_rows_is_not_skipped():
    resumed = session(item("1", parts=(minutes(30), minutes(30))))
    one, again = (each.key for each in resumed.agenda.instalments)
    meetings = tuple(replace(each, optional=each.key == "14-pm") for each in resumed.meetings)
    found = typed(replace(resumed, meetings=meetings), {"14-am": [one], "15-pm": [again]})
    assert amounts(PartsNear(), found) == [0, 0, 1]


@pytest.mark.parametrize(
    ("rows", "minutes"),
    [({"14-am": [("1", 60)]}, 0), ({"14-pm": [("", 30), ("1", 60)]}, 210), ({"15-am": [("1", 60)]}, 360), ({}, 0)],
)
def test_each_free_minute_before_the_last_business_counts_one(rows, minutes):
    assert amounts(DeadTime(), timed(session(item("1", 60)), rows)) == [minutes]


@pytest.mark.parametrize(("role", "minutes"), [(Role.REPORT, 0), (Role.CLOSURE, 0), (None, 360 - 30)])
def test_free_time_before_the_report_and_the_closure_counts_nothing(role, minutes):
    two = session(item("1", 30), item("2", 60, role=role))
    assert amounts(DeadTime(), timed(two, {"14-am": [("1", 30)], "15-am": [("2", 60)]})) == [minutes]


def test_free_time_of_a_group_counts_nothing_nor_does_that_before_groups_report_back():
    parts = (minutes(30), minutes(30))
    group = AgendaItem("group", parent="1", takes=minutes(30), forums=("contact",))
    forums = (Forum(), Forum("contact", kind=ForumKind.CONTACT_GROUP))
    meetings = (meeting("am", 14, 10), meeting("noon", 14, 13, 60, forum="contact"), meeting("pm", 14, 15))
    one = session(item("1", parts=parts, forums=("plenary",)), group, forums=forums, meetings=meetings)
    found = timed(one, {"am": [("1.1", 30)], "noon": [("", 30), ("group", 30)], "pm": [("", 90), ("1.2", 30)]})
    assert (amounts(DeadTime(), found), amounts(PartsNear(), found)) == ([0], [0, 0, 0])


@pytest.mark.parametrize(
    ("closing", "rows", "amount"),
    [
        (30, {"14-am": ["1"], "15-pm": ["2", "3"]}, [0, 0]),
        (30, {"14-am": ["1", "2"], "15-pm": ["3"]}, [0, 1]),
        (30, {"14-am": ["1", "2", "3"]}, [1, 1]),
        (180, {"14-am": ["1"], "15-am": ["2"], "15-pm": ["3"]}, [0, 0]),
        (180, {"14-am": ["1", "2"], "15-pm": ["3"]}, [0, 1]),
    ],
)
def test_the_report_and_the_closure_before_the_last_meetings_that_hold_them_count_one(closing, rows, amount):
    report, closure = item("2", 60, role=Role.REPORT), item("3", closing, role=Role.CLOSURE)
    assert amounts(LastMeeting(), typed(session(item("1", 30), report, closure), rows)) == amount


@pytest.mark.parametrize(
    ("minutes", "first"), [(180, "15-pm"), (181, "15-am"), (360, "15-am"), (361, "14-pm"), (721, "14-am")]
)
def test_a_report_needs_as_many_of_the_last_meetings_as_hold_it(minutes, first):
    long = session(item("1", 30), item("2", minutes, role=Role.REPORT))
    ((_, _, last),) = LastMeeting().cases(long)
    assert last == long.meetings[[each.key for each in long.meetings].index(first) :]


def test_neither_an_optional_meeting_nor_a_cancelled_one_is_the_last():
    plain = session(item("1", 30), item("2", 60, role=Role.REPORT))
    for change in ({"optional": True}, {"cancelled": True}):
        meetings = (*plain.meetings[:-1], replace(plain.meetings[-1], **change))
        ((_, _, last),) = LastMeeting().cases(replace(plain, meetings=meetings))
        assert last == (meetings[-2],)


def test_a_report_is_at_least_outside_meetings_that_are_all_too_short_for_it():
    for needed, outside in ((720, 0), (721, 1)):
        long = session(item("1", 30), item("2", needed, role=Role.REPORT))
        for whole, least in ((long, outside), (replace(long, waives=frozenset({"whole-time"})), 0)):
            assert [LastMeeting().least(whole, *case) for case in LastMeeting().cases(whole)] == [least]


def test_a_report_whose_time_is_said_need_not_be_in_the_last_meeting():
    said = session(item("1", 30), item("2", 60, role=Role.REPORT), rules=(ConcludedBy("2", "2009-05-14 18:00"),))
    assert list(LastMeeting().cases(said)) == []


def test_free_time_before_a_promised_hour_counts_nothing_and_its_own_minutes_are_not_free():
    firm = session(item("1", 30), item("2", 60, firm=True))
    assert amounts(DeadTime(), timed(firm, {"14-am": [("1", 30), ("", 30), ("2", 60)]})) == [0]
    assert amounts(DeadTime(), timed(firm, {"14-am": [("", 60), ("2", 60), ("1", 30)]})) == [60]


def test_free_time_cannot_be_judged_without_hours():
    assert amounts(DeadTime(), typed(founding(), {"14-am": ["1a"]})) == [None]


def test_each_minute_that_a_meeting_lacks_of_its_slack_counts_one():
    found = timed(session(item("1", 170), item("2", 60)), {"14-am": [("1", 170)], "14-pm": [("2", 60)]})
    assert amounts(SlackKept(15), found) == [5, 0, 0, 0]
    assert amounts(SlackKept(15), typed(session(item("1", 60)), {"14-am": ["1"]})) == [None, 0, 0, 0]


def test_each_meeting_with_interpretation_counts_one():
    assert amounts(FewInterpreted(), typed(session(item("1", 60)), {"14-am": ["1"]})) == [1, 0, 0, 0]


def test_each_meeting_on_a_day_to_avoid_counts_one():
    plain = session(item("1", 60))
    day = Holiday(pendulum.date(2009, 5, 15), Text(en="Vesak"), firm=False)
    avoided = replace(plain, place=replace(plain.place, holidays=(day, replace(day, firm=True))))
    assert amounts(DaysToAvoid(), typed(avoided, {"15-am": ["1"]})) == [1, 0]
    assert amounts(DaysToAvoid(), typed(avoided, {"14-am": ["1"]})) == [0, 0]


@pytest.mark.parametrize(("sitting", "amount"), [("14-am", 1), ("14-pm", 0)])
def test_an_item_outside_the_office_hours_of_a_remote_speaker_counts_one(sitting, amount):
    """At 3 p.m. in Vienna it is 9 a.m. in New York; at 10 a.m. it is 4."""
    office = Period("office", pendulum.time(9), pendulum.time(17))
    speaker = Participant("speaker", Text(en="the speaker"), ("1",), zone="America/New_York", office=office)
    found = timed(session(item("1", 60), participants=(speaker,)), {sitting: [("1", 60)]})
    assert amounts(OfficeHours(), found) == [amount]


def test_office_hours_are_read_to_the_minute_and_on_each_day_from_the_one_before():
    office = Period("office", pendulum.time(9, 30), pendulum.time(17, 45))
    speaker = Participant("speaker", Text(en="the speaker"), ("1",), office=office)
    ((_, _, windows),) = OfficeHours().cases(session(item("1", 60), participants=(speaker,)))
    assert [(each.opens, each.closes) for each in windows] == [
        (at(day, 9, 30), at(day, 17, 45)) for day in (13, 14, 15, 16)
    ]


def test_office_hours_past_midnight_end_on_the_next_day():
    night = Period("office", pendulum.time(22), pendulum.time(11))
    speaker = Participant("speaker", Text(en="the speaker"), ("1",), office=night)
    one = session(item("1", 60), participants=(speaker,))
    assert amounts(OfficeHours(), timed(one, {"14-am": [("1", 60)]})) == [0]
    assert amounts(OfficeHours(), timed(one, {"14-am": [("", 30), ("1", 60)]})) == [1]

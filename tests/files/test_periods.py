"""The period of a meeting that a file adds, in any forum, is known wherever one can be named."""

import pytest

from wgsched.files import session_from
from wgsched.preferences import PreferredMeeting, PreferredPeriod
from wgsched.rules import ConcludedBy, InMeetings, KeptFree, NotBefore, WithinWindows

SESSION = """
body: {{en: Group}}
place: Vienna
days: Mon 10 - Tue 11 May 2027
forums: {{plenary: {{title: {{en: Plenary}}}}, informals: {{title: {{en: Informals}}}}}}
meetings:
  Tue night: {{hours: 19-1}}
  informals Mon lunch: {{hours: "13:15-14:45"}}
agenda:
  1: {{takes: 30 min}}
  2: {{takes: 1 h, {item}}}
{more}
"""
NIGHT, LUNCH = "plenary-2027-05-11-night", "informals-2027-05-10-lunch"


def read(item="", more=""):
    return session_from(SESSION.format(item=f"forum: [plenary, informals], {item}".rstrip(", "), more=more))


def spans(*windows):
    return [f"{each.opens:%a %H:%M}-{each.closes:%a %H:%M}" for each in windows]


@pytest.mark.parametrize(("text", "key"), [("Tue night", NIGHT), ("informals Mon lunch", LUNCH), ("Mon lunch", LUNCH)])
def test_an_item_is_put_there_kept_there_or_wished_there(text, key):
    session = read(f"at: {text}")
    meeting = session.meeting(key)
    assert session.rules == (InMeetings("2", (key,)),)
    assert read(f"within: {text}").rules == (WithinWindows("2", ((meeting.opens, meeting.closes),)),)
    assert read(f"not before: {text}").rules == (NotBefore("2", meeting.opens),)
    assert read(f"concluded by: {text}").rules == (ConcludedBy("2", meeting.closes),)
    assert read(f"prefers: {text}").wishes == (PreferredMeeting("2", (key,)),)


@pytest.mark.parametrize("period", ["night", "lunch"])
def test_a_period_is_wished_for_by_its_own_word(period):
    asked = (PreferredPeriod("2", period),)
    assert read(f"prefers: {period}").wishes == asked
    assert read(more=f"wishes: [preferred period: {{item: 2, period: {period}}}]").wishes == asked


@pytest.mark.parametrize(
    ("text", "key", "hours"),
    [
        ("Tue night", NIGHT, "Tue 19:00-Wed 01:00"),
        ("informals Mon lunch", LUNCH, "Mon 13:15-Mon 14:45"),
        ("Mon lunch", LUNCH, "Mon 13:15-Mon 14:45"),
    ],
)
def test_people_events_rules_and_rows_know_it(text, key, hours):
    people = read(more=f"participants: {{m: {{name: Minister, items: [2], can come: [{text}]}}}}").participants
    assert spans(*people[0].windows) == [hours]
    events = read(more=f"events: {{e: {{title: {{en: Event}}, at: {text}}}}}").events
    assert spans(*events) == [hours]
    assert read(more=f"rules: [kept free: {{meetings: [{text}]}}]").rules == (KeptFree((key,)),)
    assert [rows.meeting for rows in read(more=f"organization: {{{text}: [2]}}").organization] == [key]


def test_hours_of_the_clock_stay_those_of_the_participant():
    who = "participants: {m: {name: M, items: [2], can come: [Tue 9-12, Tue night], zone: America/New_York}}"
    assert spans(*read(more=who).participants[0].windows) == ["Tue 15:00-Tue 18:00", "Tue 19:00-Wed 01:00"]


def test_a_meeting_past_midnight_belongs_to_the_day_on_which_it_opens():
    session = read("at: Tue")
    on_tuesday = {each.key for each in session.meetings if each.date.day == 11}
    assert set(session.rules[0].meetings) == on_tuesday
    assert NIGHT in on_tuesday


@pytest.mark.parametrize(
    ("text", "hours"),
    [
        ("Mon", "Mon 00:00-Tue 00:00"),
        ("Tue", "Tue 00:00-Wed 01:00"),
        ("Mon - Tue", "Mon 00:00-Wed 01:00"),
        ("Tue 0-24", "Tue 00:00-Wed 01:00"),
        ("Tue 18-24", "Tue 18:00-Wed 00:00"),
    ],
)
def test_a_day_is_not_over_before_its_last_meeting(text, hours):
    who = f"participants: {{m: {{name: M, items: [2], can come: ['{text}']}}}}"
    assert spans(*read(more=who).participants[0].windows) == [hours]
    (asked,) = read(f"within: {text}").rules
    assert [f"{opens:%a %H:%M}-{closes:%a %H:%M}" for opens, closes in asked.windows] == [hours]


def test_the_next_day_begins_after_the_last_meeting_of_the_day_before():
    night = "meetings:\n  Mon night: {{hours: 22-1}}"
    session = session_from(SESSION.replace("meetings:", night, 1).format(item="not before: Tue", more=""))
    assert session.rules == (NotBefore("2", session.moment("2027-05-11 01:00")),)

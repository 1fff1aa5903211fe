"""The four rules on interpretation teams, on one day of three meetings."""

from dataclasses import replace

import pytest

from tests.programmes import judged, typed
from tests.sessions import item, meeting, session
from wgsched.model import ConferenceServices, InterpretationTeam, Programme, ServiceBasis, Session
from wgsched.rules.meetings_a_day import MeetingsADay
from wgsched.rules.pause_between import PauseBetween
from wgsched.rules.served import Served
from wgsched.rules.weekly_quota import WeeklyQuota

A, B = InterpretationTeam("a"), InterpretationTeam("b")


def long_day(*teams: InterpretationTeam, **services: int) -> Session:
    meetings = (meeting("9", 14, 9), meeting("12", 14, 12), meeting("15", 14, 15), meeting("next", 15, 9))
    granted = ConferenceServices(teams=teams or (A,), **services)
    return session(item("1", 30), item("2", 30), item("3", 30), meetings=meetings, services=granted)


def serving(found: Programme, **teams: str) -> Programme:
    return replace(
        found, meetings=tuple(replace(each, team=teams.get(f"m{each.key}", each.team)) for each in found.meetings)
    )


def test_one_team_serves_without_being_named():
    assert judged(Served(), typed(long_day(), {"9": ["1"]})) == [True] * 4


def test_of_two_teams_one_must_be_named():
    found = typed(long_day(A, B), {"9": ["1"]})
    assert judged(Served(), found) == [None, True, True, True]
    assert judged(Served(), serving(found, m9="b")) == [True] * 4


def test_a_team_that_lacks_a_language_or_is_unknown_does_not_serve():
    bilingual = InterpretationTeam("a", ("en", "fr"))
    assert judged(Served(), typed(long_day(bilingual), {"9": ["1"]})) == [False, True, True, True]
    assert judged(Served(), serving(typed(long_day(), {"9": ["1"]}), m9="z")) == [False, True, True, True]


def test_a_meeting_without_interpretation_needs_no_team():
    plain = long_day(InterpretationTeam("a", ()))
    plain = replace(plain, meetings=tuple(replace(each, basis=ServiceBasis.WITHOUT) for each in plain.meetings))
    assert judged(Served(), typed(plain, {"9": ["1"]})) == []


def test_two_meetings_a_day_keep_the_rule_and_a_third_breaks_it():
    assert judged(MeetingsADay(), typed(long_day(), {"9": ["1"], "15": ["2"], "next": ["3"]})) == [True, True]
    assert judged(MeetingsADay(), typed(long_day(), {"9": ["1"], "12": ["2"], "15": ["3"]})) == [False, True]


def test_two_teams_share_a_long_day():
    found = typed(long_day(A, B), {"9": ["1"], "12": ["2"], "15": ["3"]})
    assert judged(MeetingsADay(), serving(found, m9="a", m12="b", m15="a")) == [True] * 4
    assert judged(MeetingsADay(), serving(found, m9="a", m12="a", m15="a")) == [False, True, True, True]
    assert judged(MeetingsADay(), found) == [None] * 4


def test_an_empty_meeting_counts_for_no_team():
    assert judged(MeetingsADay(), typed(long_day(meetings_a_day=1), {"9": ["1"]})) == [True, True]


def test_a_pause_of_ninety_minutes_is_kept_or_broken():
    assert judged(PauseBetween(), typed(long_day(), {"9": ["1"], "15": ["2"]})) == [True]
    assert judged(PauseBetween(), typed(long_day(), {"9": ["1"], "12": ["2"]})) == [False]


@pytest.mark.parametrize(("pause", "kept"), [(0, True), (1, False)])
def test_meetings_back_to_back_are_lawful_when_no_pause_is_asked_for(pause, kept):
    found = typed(long_day(pause=pause), {"9": ["1"], "12": ["2"]})
    assert judged(PauseBetween(), found) == [kept]


def test_a_team_cannot_serve_two_meetings_at_once():
    both = session(item("1", 30), item("2", 30), meetings=(meeting("x", 14, 10), meeting("y", 14, 11)))
    both = replace(both, services=ConferenceServices(pause=0))
    assert judged(PauseBetween(), typed(both, {"x": ["1"], "y": ["2"]})) == [False]


def test_a_weekly_quota_is_kept_or_broken():
    assert judged(WeeklyQuota(), typed(long_day(weekly=2), {"9": ["1"], "next": ["2"]})) == [True]
    assert judged(WeeklyQuota(), typed(long_day(weekly=2), {"9": ["1"], "15": ["2"], "next": ["3"]})) == [False]


def test_without_a_quota_there_is_no_rule_on_weeks():
    assert judged(WeeklyQuota(), typed(long_day(), {"9": ["1"]})) == []

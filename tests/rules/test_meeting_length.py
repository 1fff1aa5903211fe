from dataclasses import replace

from tests.programmes import judged, typed
from tests.sessions import item, meeting, session
from wgsched.model import ConferenceServices, ServiceBasis
from wgsched.rules.meeting_length import MeetingLength


def test_three_hours_keep_the_rule_and_a_minute_more_breaks_it():
    long = session(item("1", 30), meetings=(meeting("a", 14, 10), meeting("b", 14, 15, 181)))
    assert judged(MeetingLength(), typed(long, {"a": ["1"]})) == [True, True]
    assert judged(MeetingLength(), typed(long, {"b": ["1"]})) == [True, False]


def test_the_length_is_data_of_the_body():
    services = ConferenceServices(longest_meeting=240)
    long = session(item("1", 30), meetings=(meeting("a", 14, 9, 240),), services=services)
    assert judged(MeetingLength(), typed(long, {"a": ["1"]})) == [True]


def test_a_meeting_without_interpretation_may_be_longer():
    free = session(item("1", 30), meetings=(meeting("a", 14, 9, 300, basis=ServiceBasis.WITHOUT),))
    assert judged(MeetingLength(), typed(free, {"a": ["1"]})) == []


def test_a_meeting_prolonged_in_the_programme_is_judged_as_it_is_held():
    found = typed(session(item("1", 30)), {"14-pm": ["1"]})
    meetings = tuple(replace(each, closes=each.closes.add(minutes=30)) for each in found.meetings)
    assert judged(MeetingLength(), replace(found, meetings=meetings)) == [True, False, True, True]

"""The preferences that a session wishes for, counted by hand on small programmes."""

from dataclasses import replace

from tests.programmes import FOUNDING, amounts, timed, typed
from tests.sessions import founding, item, meeting, session
from wgsched.preferences import HeavyApart, PreferredDay, PreferredMeeting, PreferredPeriod


def test_an_item_outside_the_meetings_wished_for_counts_one_for_each_instalment():
    found = timed(founding(), FOUNDING)
    assert amounts(PreferredMeeting("2 (c)", ("15-pm",)), found) == [0]
    assert amounts(PreferredMeeting("2 (b)", ("15-am",)), found) == [1]
    assert amounts(PreferredMeeting("2", ("15-pm",)), found) == [2]


def test_a_day_wished_for_holds_all_its_meetings():
    found = timed(founding(), FOUNDING)
    assert amounts(PreferredDay("2 (a)", "2009-05-14"), found) == [0]
    assert amounts(PreferredDay("2 (b)", "2009-05-14"), found) == [1]
    assert amounts(PreferredDay("2 (c)", "2009-05-15"), typed(founding(), {"15-am": ["2c"]})) == [0]


def test_a_period_wished_for_is_found_on_every_day():
    one = session(item("1", 60))
    one = replace(one, meetings=tuple(replace(each, period=each.key[-2:]) for each in one.meetings))
    assert amounts(PreferredPeriod("1", "pm"), typed(one, {"15-pm": ["1"]})) == [0]
    assert amounts(PreferredPeriod("1", "pm"), typed(one, {"14-am": ["1"]})) == [1]
    assert amounts(PreferredPeriod("1", "night"), typed(one, {"14-am": ["1"]})) == []


def test_each_day_that_two_heavy_items_share_counts_one():
    rule = HeavyApart(("2 (a)", "2 (b)", "2 (c)"))
    assert amounts(rule, timed(founding(), FOUNDING)) == [1, 0, 1]


def test_a_day_wished_for_begins_at_midnight_where_the_session_is():
    night = session(item("1", 60), meetings=(meeting("night", 15, 0),))
    assert amounts(PreferredDay("1", "2009-05-15"), timed(night, {"night": [("1", 60)]})) == [0]

from dataclasses import replace

from tests.programmes import judged, typed
from tests.sessions import at, item, session
from wgsched.model import Consideration, Duration, Programme, Takes
from wgsched.rules.one_at_a_time import OneAtATime


def test_rows_that_share_a_minute_break_it():
    two = session(item("1", 30), item("2", 30))
    rows = (
        Consideration("1", "14-am", at(14, 10), at(14, 10, 30)),
        Consideration("2", "14-am", at(14, 10, 29), at(14, 10, 59)),
    )
    assert judged(OneAtATime(), Programme(two, two.meetings, rows)) == [False]


def test_without_hours_it_cannot_be_judged_while_the_minutes_fit():
    two = session(item("1", 90), item("2", 90))
    assert judged(OneAtATime(), typed(two, {"14-am": ["1", "2"]})) == [None]
    assert judged(OneAtATime(), typed(two, {"14-am": ["1"], "14-pm": ["2"]})) == [True]


def test_without_hours_more_than_the_meetings_can_hold_breaks_it():
    three = session(item("1", 150), item("2", 150), item("3", 90))
    assert judged(OneAtATime(), typed(three, {"14-am": ["1", "2"], "14-pm": ["2", "3"]})) == [False]
    assert judged(OneAtATime(), typed(three, {"14-am": ["1", "2"], "14-pm": ["2"], "15-am": ["3"]})) == [None]


def test_without_hours_more_than_one_meeting_can_hold_breaks_it():
    two = session(item("1", 120), item("2", 120))
    assert judged(OneAtATime(), typed(two, {"14-am": ["1", "2"]})) == [False]


def test_without_hours_items_need_their_least_minutes_alone():
    wide = Takes(Duration(100), least=Duration(90), most=Duration(180))
    two = session(*(replace(item(number), takes=wide) for number in ("1", "2")))
    assert judged(OneAtATime(), typed(two, {"14-am": ["1", "2"]})) == [None]
    longer = replace(wide, least=Duration(91))
    two = session(*(replace(item(number), takes=longer) for number in ("1", "2")))
    assert judged(OneAtATime(), typed(two, {"14-am": ["1", "2"]})) == [False]


def test_of_meetings_that_are_too_full_the_fewest_are_named():
    """Both meetings together lack an hour too, but it is the afternoon that must give something up."""
    three = session(item("1", 180), item("2", 120), item("3", 120))
    found = OneAtATime().deviation(typed(three, {"14-am": ["1"], "14-pm": ["2", "3"]}), three.forums[0])
    assert dict(found.facts)["meetings"] == (three.meeting("14-pm"),)


def test_where_all_fits_nothing_is_found():
    three = session(item("1", 180), item("2", 60))
    assert OneAtATime().deviation(typed(three, {"14-am": ["1"], "14-pm": ["2"]}), three.forums[0]) is None

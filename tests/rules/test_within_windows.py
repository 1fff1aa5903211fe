from tests.programmes import judged, timed, typed
from tests.sessions import item, session
from wgsched.rules.within_windows import WithinWindows

RULE = WithinWindows("1", (("2009-05-14 10:00", "2009-05-14 11:00"), ("2009-05-15 09:00", "2009-05-15 14:00")))


def test_an_item_inside_a_window_keeps_the_rule():
    assert judged(RULE, timed(session(item("1", 60)), {"14-am": [("1", 60)]})) == [True]
    assert judged(RULE, typed(session(item("1", 60)), {"15-am": ["1"]})) == [True]


def test_an_item_that_leaves_its_window_breaks_it():
    assert judged(RULE, timed(session(item("1", 60)), {"14-am": [("", 1), ("1", 60)]})) == [False]
    assert judged(RULE, typed(session(item("1", 60)), {"14-pm": ["1"]})) == [False]


def test_a_window_inside_the_meeting_cannot_be_judged_without_hours():
    assert judged(RULE, typed(session(item("1", 60)), {"14-am": ["1"]})) == [None]

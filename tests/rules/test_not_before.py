from tests.programmes import judged, timed, typed
from tests.sessions import at, item, session
from wgsched.rules.not_before import NotBefore


def test_an_item_at_the_moment_or_after_it_keeps_the_rule():
    one = session(item("1", 30))
    assert judged(NotBefore("1", "2009-05-14 11:00"), timed(one, {"14-am": [("", 60), ("1", 30)]})) == [True]
    assert judged(NotBefore("1", at(14, 11)), typed(one, {"14-pm": ["1"]})) == [True]


def test_an_item_before_the_moment_breaks_it():
    one = session(item("1", 30))
    assert judged(NotBefore("1", "2009-05-14 11:00"), timed(one, {"14-am": [("", 59), ("1", 30)]})) == [False]
    assert judged(NotBefore("1", "2009-05-14 15:00"), typed(one, {"14-am": ["1"]})) == [False]


def test_a_moment_inside_the_meeting_cannot_be_judged_without_hours():
    assert judged(NotBefore("1", "2009-05-14 11:00"), typed(session(item("1", 30)), {"14-am": ["1"]})) == [None]

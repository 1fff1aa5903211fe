from tests.programmes import FOUNDING, judged, timed, typed
from tests.sessions import founding, item, session
from wgsched.rules.concluded_by import ConcludedBy


def test_an_item_concluded_by_the_moment_keeps_the_rule():
    assert judged(ConcludedBy("2 (a)", "2009-05-14 15:30"), timed(founding(), FOUNDING)) == [True]


def test_an_item_concluded_later_breaks_it():
    assert judged(ConcludedBy("2 (c)", "2009-05-14 18:00"), timed(founding(), FOUNDING)) == [False]
    assert judged(ConcludedBy("2", "2009-05-15 16:59"), timed(founding(), FOUNDING)) == [False]


def test_a_moment_inside_the_meeting_cannot_be_judged_without_hours():
    assert judged(ConcludedBy("1", "2009-05-14 11:00"), typed(session(item("1", 30)), {"14-am": ["1"]})) == [None]

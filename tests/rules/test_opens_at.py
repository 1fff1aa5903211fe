from tests.programmes import judged, timed, typed
from tests.sessions import at, item, session
from wgsched.model import Window
from wgsched.rules.opens_at import OpensAt

RULE = OpensAt("1", "2009-05-14 12:00")


def test_an_item_opened_at_the_minute_keeps_the_rule():
    assert judged(RULE, timed(session(item("1", 60)), {"14-am": [("", 120), ("1", 60)]})) == [True]


def test_an_item_opened_a_minute_earlier_or_later_breaks_it():
    for free in (119, 121):
        assert judged(RULE, timed(session(item("1", 59)), {"14-am": [("", free), ("1", 59)]})) == [False]


def test_without_hours_only_another_meeting_breaks_it():
    assert judged(RULE, typed(session(item("1", 60)), {"14-am": ["1"]})) == [None]
    assert judged(RULE, typed(session(item("1", 60)), {"14-pm": ["1"]})) == [False]


class Windows:
    """A desk that only listens."""

    def __init__(self, planned):
        self.session, self.asked = planned, []

    def within(self, unit, windows):
        self.asked.append((unit.key, list(windows)))


def test_an_item_longer_than_its_meeting_is_given_the_next_as_well():
    desk = Windows(session(item("1", 100)))
    RULE.post(desk, *next(RULE.cases(desk.session)))
    assert desk.asked == [("1", [Window(at(14, 12), at(14, 13)), Window(at(14, 15), at(14, 15, 40))])]


def test_a_moment_outside_all_meetings_leaves_no_time():
    desk = Windows(session(item("1", 100)))
    late = OpensAt("1", "2009-05-14 14:00")
    late.post(desk, *next(late.cases(desk.session)))
    assert desk.asked == [("1", [])]

from tests.programmes import judged, timed, typed
from tests.sessions import item, minutes, session
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


def test_of_several_instalments_only_the_first_is_asked_for():
    resumed = session(item("1", parts=(minutes(60), minutes(60))))
    first, second = (each.key for each in resumed.agenda.instalments)
    found = timed(resumed, {"14-am": [("", 120), (first, 60)], "14-pm": [(second, 60)]})
    assert judged(RULE, found) == [True]

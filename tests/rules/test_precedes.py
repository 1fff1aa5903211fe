from tests.programmes import judged, timed, typed
from tests.sessions import item, session
from wgsched.model import Minutes, Session
from wgsched.rules.precedes import Precedes


def two() -> Session:
    return session(item("1", 30), item("2"), item("2 (a)", 60), item("2 (b)", 30))


def test_one_concluded_before_the_other_keeps_the_rule():
    found = typed(two(), {"14-am": ["2a", "2b", "1"]})
    assert judged(Precedes("2", "1"), found) == [True]
    assert judged(Precedes("2 (a)", "2 (b)"), found) == [True]


def test_one_opened_before_the_other_is_concluded_breaks_it():
    assert judged(Precedes("2", "1"), typed(two(), {"14-am": ["2a", "1", "2b"]})) == [False]


def test_a_gap_is_counted_in_clock_time():
    rule = Precedes("2 (a)", "1", gap=120)
    assert judged(rule, timed(two(), {"14-am": [("", 120), ("2a", 60)], "14-pm": [("1", 30)]})) == [True]
    assert judged(rule, timed(two(), {"14-am": [("2a", 60), ("", 90), ("1", 30)]})) == [False]


def test_a_gap_cannot_be_judged_without_hours_unless_the_order_is_wrong():
    rule = Precedes("2 (a)", "1", gap=120)
    assert judged(rule, typed(two(), {"14-am": ["2a", "1"]})) == [None]
    assert judged(rule, typed(two(), {"14-am": ["1", "2a"]})) == [False]


def test_the_sentence_carries_the_gap():
    rule = Precedes("1", "2", gap=90)
    assert rule.words(*next(rule.cases(two())))["minutes"] == Minutes(90)

from tests.programmes import judged, typed
from tests.sessions import item, session
from wgsched.rules.kept_free import KeptFree


def test_an_empty_meeting_keeps_the_rule_and_an_item_in_it_breaks_it():
    free = KeptFree(("15-am",), why="the report is being drafted")
    one = session(item("1", 30))
    assert judged(free, typed(one, {"15-pm": ["1"]})) == [True]
    assert judged(free, typed(one, {"15-am": ["1"]})) == [False]

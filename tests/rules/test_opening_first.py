from tests.programmes import judged, typed
from tests.sessions import founding, item, meeting, session
from wgsched.model import Forum, Role
from wgsched.rules.opening_first import OpeningFirst


def test_it_is_judged_by_the_order_of_rows_without_hours():
    two = session(item("1", 30), item("2", 30, role=Role.OPENING))
    assert judged(OpeningFirst(), typed(two, {"14-am": ["2", "1"]})) == [True]
    assert judged(OpeningFirst(), typed(two, {"14-am": ["1", "2"]})) == [False]


def test_what_has_no_row_does_not_come_before_it():
    assert judged(OpeningFirst(), typed(founding(), {"14-am": ["1a"]})) == [True]


def test_another_forum_does_not_wait_for_it():
    forums = (Forum("plenary"), Forum("committee"))
    meetings = (meeting("c", 14, 10, forum="committee"), meeting("p", 14, 15))
    opening = item("1", 30, role=Role.OPENING)
    parallel = session(opening, item("2", 30, forums=("committee",)), meetings=meetings, forums=forums)
    assert list(OpeningFirst().cases(parallel)) == []

import pytest

from tests.programmes import judged, timed, typed
from tests.sessions import item, meeting, session
from wgsched.model import Forum, Session
from wgsched.rules.upon_conclusion import UponConclusion

RULE = UponConclusion("2", after="1")


def two() -> Session:
    return session(item("1", 60), item("2", 60), item("3", 30))


@pytest.mark.parametrize(
    ("rows", "kept"),
    [
        ({"14-am": [("1", 60), ("2", 60)]}, True),
        ({"14-am": [("", 120), ("1", 60)], "14-pm": [("2", 60)]}, True),
        ({"14-am": [("1", 60), ("", 5), ("2", 60)]}, False),
        ({"14-am": [("1", 60), ("3", 30), ("2", 60)]}, False),
        ({"14-am": [("1", 60)], "14-pm": [("2", 60)]}, False),
        ({"14-am": [("2", 60), ("1", 60)]}, False),
        ({"14-am": [("2", 60)], "14-pm": [("1", 60)]}, False),
    ],
)
def test_an_item_directly_after_the_other_keeps_the_rule_and_anything_between_breaks_it(rows, kept):
    assert judged(RULE, timed(two(), rows)) == [kept]


def test_time_left_free_cannot_be_judged_without_hours():
    assert judged(RULE, typed(two(), {"14-am": ["1", "2"]})) == [None]
    assert judged(RULE, typed(two(), {"14-am": ["1", "3", "2"]})) == [False]


def test_in_another_forum_it_is_opened_then_or_later():
    forums = (Forum("plenary"), Forum("a"))
    meetings = (meeting("p", 14, 10), meeting("a", 14, 11, forum="a"))
    parallel = session(item("1", 60), item("2", 60, forums=("a",)), meetings=meetings, forums=forums)
    assert judged(RULE, timed(parallel, {"p": [("1", 60)], "a": [("", 30), ("2", 60)]})) == [True]
    assert judged(RULE, timed(parallel, {"p": [("", 30), ("1", 60)], "a": [("2", 60)]})) == [False]

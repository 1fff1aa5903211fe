"""Where items may be interrupted, an item is still not left and resumed within one meeting."""

from tests.programmes import judged, typed
from tests.sessions import item, session
from wgsched.model import Session
from wgsched.rules.once_a_meeting import OnceAMeeting


def two(**more: object) -> Session:
    return session(item("1", 60), item("2", 30), **{"waives": frozenset({"uninterrupted"}), **more})


def test_an_item_that_is_resumed_in_another_meeting_keeps_the_rule():
    assert judged(OnceAMeeting(), typed(two(), {"14-am": ["1", "2"], "14-pm": ["1"]})) == [True, True]


def test_it_goes_without_saying_where_items_are_not_interrupted():
    assert list(OnceAMeeting().cases(two(waives=frozenset()))) == []

from tests.programmes import FOUNDING, judged, timed, typed
from tests.sessions import founding, item, minutes, session
from wgsched.rules.undivided import Undivided


def test_an_item_that_goes_on_in_another_meeting_breaks_it():
    assert judged(Undivided("2"), timed(founding(), FOUNDING)) == [False, False, True]


def test_instalments_may_lie_in_different_meetings():
    resumed = session(item("1", parts=(minutes(30), minutes(30))))
    assert judged(Undivided("1"), typed(resumed, {"14-am": ["1.1"], "15-am": ["1.2"]})) == [True, True]

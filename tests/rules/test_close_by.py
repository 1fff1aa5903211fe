from tests.programmes import judged, typed
from tests.sessions import item, meeting, session
from wgsched.rules.close_by import CloseBy


def test_meetings_that_close_at_the_hour_keep_the_rule_and_later_ones_break_it():
    late = session(item("1", 30), meetings=(meeting("pm", 14, 15), meeting("night", 14, 19)))
    assert judged(CloseBy("18:00"), typed(late, {"pm": ["1"]})) == [True, True]
    assert judged(CloseBy("18:00"), typed(late, {"night": ["1"]})) == [True, False]

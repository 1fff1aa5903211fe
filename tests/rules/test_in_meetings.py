from tests.programmes import FOUNDING, judged, timed
from tests.sessions import founding
from wgsched.rules.in_meetings import InMeetings


def test_an_item_in_its_meetings_keeps_the_rule():
    assert judged(InMeetings("2 (b)", ("14-pm", "15-am")), timed(founding(), FOUNDING)) == [True]


def test_an_item_with_a_row_elsewhere_breaks_it():
    assert judged(InMeetings("2 (b)", ("15-am",)), timed(founding(), FOUNDING)) == [False]

from dataclasses import replace

from tests.programmes import judged, timed, typed
from tests.sessions import at, item, meeting, session
from wgsched.model import Consideration, Forum, Programme
from wgsched.rules.meeting_hours import MeetingHours


def test_a_row_past_the_end_of_the_meeting_breaks_it():
    assert judged(MeetingHours(), timed(session(item("1", 200)), {"14-am": [("1", 200)]})) == [False]


def test_a_row_in_the_reserve_of_a_meeting_breaks_it():
    kept = session(item("1", 170), meetings=(meeting("14-am", 14, 10, reserve=10),))
    assert judged(MeetingHours(), timed(kept, {"14-am": [("1", 170)]})) == [True]
    assert judged(MeetingHours(), timed(kept, {"14-am": [("1", 171)]})) == [False]


def test_a_row_that_opens_before_its_meeting_breaks_it():
    early = session(item("1", 30))
    row = Consideration("1", "14-am", at(14, 9, 45), at(14, 10, 15))
    assert judged(MeetingHours(), Programme(early, early.meetings, (row,))) == [False]


def test_a_row_in_a_meeting_that_does_not_sit_breaks_it():
    found = typed(session(item("1", 30)), {"14-am": ["1"]})
    for change in ({"held": False}, {"cancelled": True}):
        meetings = (replace(found.meetings[0], **change), *found.meetings[1:])
        assert judged(MeetingHours(), replace(found, meetings=meetings)) == [False]


def test_a_row_in_a_forum_that_may_not_take_the_item_breaks_it():
    forums = (Forum("plenary"), Forum("committee"))
    meetings = (meeting("p", 14, 10), meeting("c", 14, 10, forum="committee"))
    parallel = session(item("1", 30, forums=("committee",)), item("2", 30), meetings=meetings, forums=forums)
    assert judged(MeetingHours(), typed(parallel, {"c": ["1"], "p": ["2"]})) == [True, True]
    assert judged(MeetingHours(), typed(parallel, {"p": ["1"], "c": ["2"]})) == [False, False]

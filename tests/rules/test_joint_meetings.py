from tests.programmes import judged, typed
from tests.sessions import item, meeting, session
from wgsched.model import Forum, Session
from wgsched.rules.joint_meetings import JointMeetings


def joint() -> Session:
    forums = (Forum("plenary"), Forum("a"), Forum("joint", joins=("plenary", "a")))
    meetings = (
        meeting("p", 14, 10),
        meeting("a", 14, 10, forum="a"),
        meeting("j", 14, 12, forum="joint"),
        meeting("p2", 14, 15),
    )
    items = (item("1", 30), item("2", 30, forums=("a",)), item("3", 30, forums=("joint",)))
    return session(*items, meetings=meetings, forums=forums)


def test_forums_that_do_not_sit_during_a_joint_meeting_keep_the_rule():
    assert judged(JointMeetings(), typed(joint(), {"p2": ["1"], "j": ["3"]})) == [True, True]
    assert judged(JointMeetings(), typed(joint(), {"p": ["1"], "a": ["2"]})) == [True, True]


def test_a_forum_that_sits_during_a_joint_meeting_breaks_it():
    assert judged(JointMeetings(), typed(joint(), {"a": ["2"], "j": ["3"], "p2": ["1"]})) == [True, False]

from tests.programmes import judged, typed
from tests.sessions import item, meeting, session
from wgsched.model import Forum, Session
from wgsched.rules.meetings_at_once import MeetingsAtOnce
from wgsched.rules.meetings_in_all import MeetingsInAll


def three_forums() -> Session:
    forums = tuple(Forum(key) for key in ("plenary", "a", "b"))
    meetings = (
        meeting("p", 14, 10),
        meeting("a", 14, 11, forum="a"),
        meeting("b", 14, 12, forum="b"),
        meeting("p2", 14, 15),
    )
    items = (item("1", 30), item("2", 30, forums=("a",)), item("3", 30, forums=("b",)))
    return session(*items, meetings=meetings, forums=forums)


def test_no_more_meetings_at_once_than_the_limit_keep_the_rule():
    assert judged(MeetingsAtOnce(2), typed(three_forums(), {"p2": ["1"], "a": ["2"], "b": ["3"]})) == [True]


def test_one_more_that_overlaps_breaks_it():
    assert judged(MeetingsAtOnce(2), typed(three_forums(), {"p": ["1"], "a": ["2"], "b": ["3"]})) == [False]


def test_only_the_forums_named_count():
    found = typed(three_forums(), {"p": ["1"], "a": ["2"], "b": ["3"]})
    assert judged(MeetingsAtOnce(1, ("plenary", "a")), found) == [False]
    assert judged(MeetingsAtOnce(1, ("plenary",)), found) == [True]


def test_so_many_meetings_in_all_keep_the_rule_and_one_more_breaks_it():
    found = typed(three_forums(), {"p": ["1"], "p2": ["1"], "b": ["3"]})
    assert judged(MeetingsInAll(3), found) == [True]
    assert judged(MeetingsInAll(2), found) == [False]
    assert judged(MeetingsInAll(1, ("plenary",)), found) == [False]
    assert judged(MeetingsInAll(1, ("b",)), found) == [True]


def test_a_meeting_that_opens_as_another_closes_is_not_at_once_with_it():
    after = (meeting("first", 14, 10), meeting("second", 14, 13))
    found = session(item("1", 30), item("2", 30), meetings=after)
    assert judged(MeetingsAtOnce(1), typed(found, {"first": ["1"], "second": ["2"]})) == [True]

"""When things happen in a programme, exactly or as far as its rows tell."""

from dataclasses import replace

import pytest
from tests.sessions import at, founding, item, meeting, session

from wgsched.errors import NotTakenUp, UnknownName
from wgsched.model import Consideration, Forum, ForumKind, Programme

TABLE = (("1a", "14-am"), ("1b", "14-am"), ("2a", "14-am"), ("2a", "14-pm"), ("2b", "14-pm"), ("2b", "15-am"))


def programme(*rows, of=None):
    given = of or founding()
    return Programme(given, given.meetings, tuple(Consideration(*row) for row in rows))


def test_rows_of_an_item_are_in_order_of_time_however_they_are_typed():
    given = programme(*reversed(TABLE))
    assert [row.meeting for row in given.of(given.session.agenda["2a"])] == ["14-am", "14-pm"]


def test_a_row_is_continued_when_its_item_had_a_row_in_an_earlier_meeting():
    given = programme(*TABLE)
    assert [given.continued(row) for row in given.considerations] == [False, False, False, True, False, True]


def test_a_row_in_a_cancelled_meeting_does_not_make_the_next_a_continuation():
    given = programme(*TABLE)
    first, second, *rest = given.meetings
    given = replace(given, meetings=(replace(first, cancelled=True), second, *rest))
    assert [given.continued(row) for row in given.considerations] == [False, False, False, False, False, True]


def test_of_several_rows_in_one_meeting_only_the_first_goes_on():
    given = session(item("1", 120), item("2", 30), meetings=(meeting("a", 14, 10), meeting("b", 14, 15)))
    rows = (("1", 14, 10, 11), ("1", 14, 15, 16), ("2", 14, 16, 17), ("1", 14, 17, 18))
    considerations = tuple(
        Consideration(key, "a" if opens < 15 else "b", at(day, opens), at(day, closes))
        for key, day, opens, closes in rows
    )
    whole = Programme(given, given.meetings, considerations)
    assert [whole.continued(row) for row in whole.considerations] == [False, True, False, False]


def test_the_first_row_in_another_forum_does_not_go_on():
    forums = (Forum(), Forum("group"))
    held = (meeting("a", 14, 10), meeting("b", 14, 15, forum="group"), meeting("c", 15, 10, forum="group"))
    given = session(item("1", 120, forums=("plenary", "group")), meetings=held, forums=forums)
    whole = Programme(given, given.meetings, tuple(Consideration("1", key) for key in "abc"))
    assert [whole.continued(row) for row in whole.considerations] == [False, False, True]


def test_a_group_goes_on_in_any_room_in_which_groups_meet():
    forums = (Forum(), Forum("one", kind=ForumKind.CONTACT_GROUP), Forum("two", kind=ForumKind.CONTACT_GROUP))
    held = (meeting("a", 14, 10, forum="one"), meeting("b", 14, 15, forum="two"), meeting("c", 15, 10))
    given = session(item("1", 120, forums=("plenary", "one", "two")), meetings=held, forums=forums)
    whole = Programme(given, given.meetings, tuple(Consideration("1", key) for key in "abc"))
    assert [whole.continued(row) for row in whole.considerations] == [False, True, False]


def test_without_hours_order_in_one_forum_is_still_known():
    given = programme(*TABLE)
    agenda = given.session.agenda
    assert (given.concluded(agenda["1a"]) <= given.opened(agenda["1b"])) is True
    assert (given.concluded(agenda["2a"]) <= given.opened(agenda["1b"])) is False


def test_without_hours_a_moment_inside_the_meeting_cannot_be_judged():
    concluded = programme(*TABLE).concluded(founding().agenda["1b"])
    assert (concluded <= at(14, 13)) is True
    assert (concluded <= at(14, 9)) is False
    assert (concluded <= at(14, 11)) is None


def test_with_hours_every_moment_can_be_judged():
    given = programme(("1a", "14-am", at(14, 10), at(14, 10, 15)))
    opening = given.session.agenda["1a"]
    assert (given.concluded(opening) <= at(14, 10, 15)) is True
    assert (given.concluded(opening) <= at(14, 10, 14)) is False
    assert (given.opened(opening) >= at(14, 10)) is True
    assert (given.opened(opening) >= at(14, 10, 1)) is False


def test_across_forums_without_hours_only_meetings_apart_can_be_judged():
    meetings = (meeting("a", 14, 10), meeting("b", 14, 10, forum="committee"), meeting("c", 14, 15, forum="committee"))
    forums = (Forum("plenary"), Forum("committee"))
    of = session(item("1", 60), item("2", 60), item("3", 60), meetings=meetings, forums=forums)
    given = programme(("1", "a"), ("2", "b"), ("3", "c"), of=of)
    first, second, third = of.agenda
    assert (given.concluded(first) <= given.opened(second)) is None
    assert (given.concluded(first) <= given.opened(third)) is True
    assert (given.concluded(third) <= given.opened(first)) is False


def test_minutes_between_moments_need_hours():
    given = programme(("1a", "14-am", at(14, 10), at(14, 10, 15)), ("1b", "14-am", at(14, 10, 20), at(14, 10, 35)))
    agenda = given.session.agenda
    assert given.concluded(agenda["1a"]).minutes_until(given.opened(agenda["1b"])) == 5
    rough = programme(*TABLE)
    assert rough.concluded(agenda["1a"]).minutes_until(rough.opened(agenda["1b"])) is None


def test_an_item_without_a_row_is_said_to_be_not_taken_up():
    given = programme(*TABLE)
    with pytest.raises(NotTakenUp):
        given.opened(given.session.agenda["3"])


def test_an_unknown_meeting_is_refused():
    with pytest.raises(UnknownName, match="14-am"):
        programme().meeting("14-an")

"""What a wish counts in every programme, so that a score can begin at what is possible."""

from dataclasses import replace

import pytest

from tests.sessions import item, meeting, session
from wgsched.model import Forum, Preference, Session
from wgsched.preferences import FewRooms, InOneRoom, PreferredDay, PreferredMeeting

ROOMS = ("I", "II")
BOTH = ("plenary", "committee")


def least(preference: Preference, of: Session) -> list[int]:
    return [preference.least(of, *case) for case in preference.cases(of)]


def tracks(*, stays: bool = True, forums: tuple[str, ...] = ("plenary",), **more: object) -> Session:
    """Return a session whose plenary has two meetings, and one item that cannot be left out, unless it may be."""
    one = item("1", 30, forums=forums, priority=None if stays else 2)
    meetings = (meeting("am", 14, 10, rooms=ROOMS, **more), meeting("pm", 14, 15, rooms=ROOMS, **more))
    elsewhere = meeting("c", 14, 10, forum="committee")
    return session(one, meetings=(*meetings, elsewhere), forums=tuple(map(Forum, BOTH)))


@pytest.mark.parametrize(
    ("of", "rooms"),
    [
        pytest.param(tracks(), 1, id="its item can go nowhere else"),
        pytest.param(tracks(stays=False), 0, id="its item may be left out"),
        pytest.param(tracks(forums=BOTH), 0, id="its item may go to another forum"),
        pytest.param(tracks(stays=False, kept=True), 1, id="its meetings are kept"),
        pytest.param(tracks(stays=False, kept=True, cancelled=True), 0, id="its meetings are cancelled"),
        pytest.param(tracks(stays=False, kept=True, optional=True), 0, id="its meetings need not be held"),
    ],
)
def test_a_forum_has_one_room_at_least_where_it_surely_meets(of, rooms):
    assert least(FewRooms(), of) == [rooms]


def test_a_forum_may_have_no_known_room_where_one_of_its_meetings_has_none():
    bare = tracks()
    meetings = tuple(replace(each, rooms=()) if each.key == "pm" else each for each in bare.meetings)
    assert least(FewRooms(), replace(bare, meetings=meetings)) == [0]
    assert least(InOneRoom(("1",)), replace(bare, meetings=meetings)) == [0]


def test_where_no_meeting_has_rooms_to_choose_from_or_only_one_is_held_none_are_counted():
    plain = session(item("1", 30))
    alone = replace(plain, meetings=(meeting("am", 14, 10, rooms=ROOMS),))
    for known in (plain, alone, replace(plain, meetings=tuple(replace(each, room="I") for each in plain.meetings))):
        assert list(FewRooms().cases(known)) == []


def test_items_are_in_one_room_at_least_where_all_rooms_of_their_forums_are_known():
    assert least(InOneRoom(("1",)), tracks()) == [1]
    assert least(InOneRoom(("1",)), tracks(forums=BOTH)) == [0]


@pytest.mark.parametrize(("minutes", "outside"), [(180, 0), (181, 1), (240, 1)])
def test_an_item_longer_than_the_meeting_wished_for_is_outside_it(minutes, outside):
    long = session(item("1", minutes), meetings=(meeting("am", 14, 10), meeting("pm", 14, 15), meeting("next", 15, 10)))
    assert least(PreferredMeeting("1", ("am",)), long) == [outside]
    assert least(PreferredMeeting("1", ("am", "pm")), long) == [0]
    assert least(PreferredDay("1", "2009-05-15"), long) == [outside]
    assert least(PreferredMeeting("1", ("am",)), replace(long, waives=frozenset({"whole-time"}))) == [0]


def test_the_reserve_of_a_meeting_cannot_be_used_for_what_is_wished_in_it():
    short = session(item("1", 160), meetings=(meeting("am", 14, 10, reserve=30), meeting("pm", 14, 15)))
    assert least(PreferredMeeting("1", ("am",)), short) == [1]

from dataclasses import replace

from tests.programmes import judged, typed
from tests.sessions import at, item, meeting, session
from wgsched.model import ConferenceServices, Event, Forum, Room, ServiceBasis, Session, Text
from wgsched.rules.one_meeting_a_room import OneMeetingARoom
from wgsched.rules.room_fits import RoomFits


def housed() -> Session:
    rooms = (Room("I", seats=200, booths=6), Room("II", seats=200, booths=2), Room("III", seats=20))
    meetings = tuple(
        meeting(key, 14, hour, room=room)
        for key, hour, room in (("a", 10, "I"), ("b", 15, "II"), ("c", 20, "III"), ("d", 10, None), ("e", 11, "I"))
    )
    forums = (Forum("plenary", seats=100),)
    return session(
        item("1", 30), item("2", 30), meetings=meetings, forums=forums, services=ConferenceServices(rooms=rooms)
    )


def test_a_room_with_seats_and_booths_keeps_the_rule_also_one_not_yet_known():
    assert judged(RoomFits(), typed(housed(), {"a": ["1"], "d": ["2"]})) == [True] * 5


def test_a_room_that_lacks_booths_or_seats_breaks_it():
    assert judged(RoomFits(), typed(housed(), {"b": ["1"], "c": ["2"]})) == [True, True, True, False, False]


def test_a_meeting_without_interpretation_needs_no_booths():
    plain = housed()
    plain = replace(plain, meetings=tuple(replace(each, basis=ServiceBasis.WITHOUT) for each in plain.meetings))
    assert judged(RoomFits(), typed(plain, {"b": ["1"]})) == [True] * 5


def test_rooms_that_nobody_describes_are_not_judged():
    assert judged(RoomFits(), typed(session(item("1", 30)), {"14-am": ["1"]})) == []


def test_one_meeting_at_a_time_keeps_a_room_and_two_break_it():
    assert judged(OneMeetingARoom(), typed(housed(), {"a": ["1"], "d": ["2"]})) == [True] * 3
    assert judged(OneMeetingARoom(), typed(housed(), {"a": ["1"], "e": ["2"]})) == [False, True, True]


def test_a_room_just_large_enough_fits_and_nothing_is_asked_for_a_forum_without_seats():
    rooms = (Room("small", seats=1, booths=0), Room("none", seats=0, booths=0))
    meetings = tuple(
        meeting(key, day, 10, room=room, forum=forum, basis=ServiceBasis.WITHOUT)
        for key, day, room, forum in (("a", 14, "small", "plenary"), ("b", 15, "none", "working-group"))
    )
    forums = (Forum("plenary", seats=1), Forum("working-group"))
    found = session(
        item("1", 30, forums=("plenary",)),
        item("2", 30, forums=("working-group",)),
        meetings=meetings,
        forums=forums,
        services=ConferenceServices(rooms=rooms),
    )
    assert judged(RoomFits(), typed(found, {"a": ["1"], "b": ["2"]})) == [True, True]


def test_a_room_that_two_use_one_after_the_other_holds_one_meeting_at_a_time():
    after = (meeting("a", 14, 10, room="I"), meeting("b", 14, 15, room="I"))
    found = session(item("1", 30), item("2", 30), meetings=after)
    assert judged(OneMeetingARoom(), typed(found, {"a": ["1"], "b": ["2"]})) == [True]


def test_a_meeting_and_an_event_in_one_room_at_once_break_it():
    side = Event("side", Text(en="Side event"), at(14, 15, 30), at(14, 16, 30), room="II")
    found = replace(housed(), events=(side, replace(side, key="other", room="III")))
    assert judged(OneMeetingARoom(), typed(found, {"a": ["1"], "b": ["2"]})) == [True, False, True]
    assert judged(OneMeetingARoom(), typed(found, {"a": ["1"], "c": ["2"]})) == [True] * 3

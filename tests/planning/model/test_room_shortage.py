"""Of meetings at once, whether each can have a room of its own agrees with trying all; a shortage is a smallest one."""

from __future__ import annotations

from itertools import product
from random import Random

from tests.sessions import meeting
from wgsched.model import Meeting
from wgsched.planning.model.room_shortage import RoomShortage, room_shortage

ROOMS = ("I", "II", "III")


def drawn(luck: Random) -> tuple[list[Meeting], list[tuple[str, frozenset[str]]]]:
    """Return a few meetings of one day, some of them sure to be held, and which of them each room holds one of."""
    meetings = [
        meeting(
            f"m{place}", 14, luck.choice((10, 11)), luck.choice((30, 60, 90)), kept=luck.random() < 0.8,
            rooms=tuple(luck.sample(ROOMS, luck.choice((1, 1, 2, 2, 3)))),
        )
        for place in range(luck.choice((3, 4, 5)))
    ]  # fmt: skip
    at_once = [{each.key for each in meetings if each.window.meets(one.window)} for one in meetings]
    limited = [room for room in ROOMS if luck.random() < 0.8]
    return meetings, [(room, frozenset(keys)) for room, keys in product(limited, at_once)]


def fits(meetings: list[Meeting], limited: set[str]) -> bool:
    """Return whether some choice of rooms leaves no two of these meetings in one limited room as another opens."""
    moments = {each.opens for each in meetings}
    groups = [[each for each in meetings if each.opens <= moment < each.closes] for moment in moments]
    return all(
        any(all(rooms.count(room) < 2 for room in limited) for rooms in product(*(each.room_choice for each in group)))
        for group in groups
    )


def test_there_is_a_shortage_where_no_choice_of_rooms_fits_and_without_any_of_its_meetings_there_is_none():
    found: list[bool] = []
    for seed in range(400):
        meetings, limits = drawn(Random(seed))
        sure, limited = [each for each in meetings if each.kept], {room for room, _ in limits}
        short = room_shortage(meetings, {}, limits)
        assert (short is None) == fits(sure, limited)
        if short:
            some = list(short.meetings)
            assert len(short.rooms) == len(some) - 1
            assert all(fits([each for each in some if each is not one], limited) for one in some)
        found.append(short is not None)
    assert found.count(True) > 50


def test_a_meeting_that_is_left_no_room_is_a_shortage_by_itself():
    alone = meeting("m", 14, 10, kept=True, rooms=("I", "II"))
    assert room_shortage([alone], {"m": ()}, []) == RoomShortage((alone,), ())


def test_a_meeting_whose_room_is_to_be_announced_needs_none():
    assert room_shortage([meeting("m", 14, 10, kept=True)], {}, [("I", frozenset({"m", "n"}))]) is None

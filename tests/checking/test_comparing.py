from dataclasses import replace

import pytest

from tests.programmes import FOUNDING, timed, typed
from tests.sessions import founding, item, session
from wgsched.checking import ChangeKind, compare
from wgsched.model import Meeting, Programme


def before() -> Programme:
    return timed(founding(), FOUNDING)


def with_meeting(programme: Programme, key: str, **changes: object) -> Programme:
    meetings = tuple(replace(each, **changes) if each.key == key else each for each in programme.meetings)
    return replace(programme, meetings=meetings)


def test_equal_programmes_compare_as_nothing():
    found = compare(before(), before())
    assert (bool(found), str(found)) == (False, "")


def test_an_item_moved_is_said_from_both_sides():
    after = timed(founding(), {**FOUNDING, "15-am": [("2c", 120)], "15-pm": [("2b", 180), ("3", 60)]})
    assert str(compare(before(), after)) == (
        "Moved: item 2 (b), from the meeting of Thursday, 14 May, 3–6 p.m. and the meeting of Friday, 15 May, "
        "10 a.m.–1 p.m. to the meeting of Thursday, 14 May, 3–6 p.m. and the meeting of Friday, 15 May, 3–6 p.m.\n"
        "Moved: item 2 (c), from the meeting of Friday, 15 May, 3–6 p.m. to the meeting of Friday, 15 May, "
        "10 a.m.–1 p.m.\n"
        "Retimed: item 3, opening Friday, 15 May, 6 p.m. instead of Friday, 15 May, 5 p.m.\n"
        "The meeting of Friday, 15 May, 10 a.m.–1 p.m. now also takes up item 2 (c).\n"
        "The meeting of Friday, 15 May, 10 a.m.–1 p.m. no longer takes up item 2 (b).\n"
        "The meeting of Friday, 15 May, 3–6 p.m. now also takes up item 2 (b).\n"
        "The meeting of Friday, 15 May, 3–6 p.m. no longer takes up item 2 (c)."
    )


def test_an_item_that_takes_longer_in_its_meeting_is_retimed():
    two = session(item("1", 30), item("2", 30))
    found = compare(timed(two, {"14-am": [("1", 30)]}), timed(two, {"14-am": [("1", 40)]}))
    assert [(each.kind, each.key, each.sentence.code) for each in found] == [
        (ChangeKind.RETIMED, "1", "item-concluded-otherwise")
    ]


def test_an_item_that_opened_in_an_earlier_meeting_is_continued_at_another_hour():
    rows = {"14-am": [("2a", 180)], "14-pm": [("2b", 30), ("2a", 60)]}
    after = timed(founding(), {**rows, "14-pm": [("2b", 60), ("2a", 60)]})
    assert [str(each) for each in compare(timed(founding(), rows), after)] == [
        "Retimed: item 2 (a), continued Thursday, 14 May, 4 p.m. instead of Thursday, 14 May, 3.30 p.m.",
        "Retimed: item 2 (b), concluded Thursday, 14 May, 4 p.m. instead of Thursday, 14 May, 3.30 p.m.",
    ]


def test_items_added_and_dropped_are_named():
    two = session(item("1", 30), item("2", 30))
    found = compare(typed(two, {"14-am": ["1"]}), typed(two, {"14-am": ["2"]}))
    assert [(each.kind, each.key) for each in found.items] == [(ChangeKind.DROPPED, "1"), (ChangeKind.ADDED, "2")]


def test_an_item_of_an_older_agenda_is_dropped():
    older, newer = session(item("1", 30), item("2", 30)), session(item("1", 30))
    found = compare(typed(older, {"14-am": ["1", "2"]}), typed(newer, {"14-am": ["1"]}))
    assert str(found) == (
        "Dropped: item 2, formerly at the meeting of Thursday, 14 May, 10 a.m.–1 p.m.\n"
        "The meeting of Thursday, 14 May, 10 a.m.–1 p.m. no longer takes up item 2."
    )


def test_another_order_in_a_meeting_is_said_from_its_side():
    two = session(item("1", 30), item("2", 30))
    found = compare(typed(two, {"14-am": ["1", "2"]}), typed(two, {"14-am": ["2", "1"]}))
    assert str(found) == "The meeting of Thursday, 14 May, 10 a.m.–1 p.m. now takes up items 2 and 1, in this order."


def test_a_change_of_room_alone_is_no_change_of_time():
    roomed = with_meeting(before(), "15-am", room="C2")
    assert str(compare(before(), roomed)) == (
        "New room: item 2 (b), the meeting of Friday, 15 May, 10 a.m.–1 p.m., room C2.\n"
        "New room: the meeting of Friday, 15 May, 10 a.m.–1 p.m., room C2."
    )
    assert [each.sentence.code for each in compare(roomed, before())] == ["item-room-open", "meeting-room-open"]


@pytest.mark.parametrize(
    ("was", "now", "kind"),
    [
        ({}, {"cancelled": True}, ChangeKind.CANCELLED),
        ({"cancelled": True}, {}, ChangeKind.REINSTATED),
        ({"held": False}, {}, ChangeKind.ADDED),
        ({}, {"held": False}, ChangeKind.DROPPED),
    ],
)
def test_a_meeting_cancelled_reinstated_added_or_dropped_is_said_once(was, now, kind):
    one = typed(session(item("1", 30)), {"14-am": ["1"]})
    found = compare(with_meeting(one, "15-am", **was), with_meeting(one, "15-am", **now))
    assert [(each.kind, each.key) for each in found] == [(kind, "15-am")]


def test_a_meeting_moved_to_another_hour_is_retimed():
    one = typed(session(item("1", 30)), {"14-am": ["1"]})
    old: Meeting = one.meeting("14-am")
    later = with_meeting(one, "14-am", opens=old.opens.add(hours=1), closes=old.closes.add(hours=1))
    assert str(compare(one, later)) == (
        "Retimed: the meeting of Thursday, 14 May, 10 a.m.–1 p.m., now the meeting of Thursday, 14 May, 11 a.m.–2 p.m."
    )
    assert compare(one, later).items == ()

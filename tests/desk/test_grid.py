"""The shape of the grid: lanes by forum, room or hour, slots that stand level, and what is not shown."""

import pytest

from wgsched.checking import check
from wgsched.desk.grid import Grid
from wgsched.desk.pageview import GridColumns, GridDays, PageView
from wgsched.files import programme_of_rows, read_session, session_from

SESSION = """
key: two-forums
body: {en: Conference}
place: Vienna
days: Mon 7 - Tue 8 Jun 2027
languages: [en]
services: {interpretation: none, rooms: {Hall A: {}, Hall B: {}}}
forums:
  plenary: {title: {en: Plenary}, room: Hall B, hours: {Mon: "10-13, 15-18", Tue: none}}
  group: {title: {en: Group}, hours: {Mon: "10-13, 16-18", Tue: "10-13"}}
agenda:
  1: {is: opening, takes: 30 min, forum: plenary}
  2: {title: {en: Budget}, takes: 60 min, forum: group, times: 2}
  3: {title: {en: Travel}, takes: 60 min, forum: group, priority: 2}
organization:
  plenary Mon am: [1]
  group Mon am: [2]
"""


@pytest.fixture
def programme():
    return programme_of_rows(session_from(SESSION.encode(), "two-forums.yaml"), unfinished=True)


def shape(programme, **view):
    """Return for each day its slots, and for each lane the meetings of each slot by hour."""
    grid = Grid(programme, check(programme), PageView("en", "en", **view))
    return [
        (
            day.slots,
            [(lane.name, [[each.hours for each in slot.meetings] for slot in lane.slots]) for lane in day.lanes],
        )
        for day in grid.days()
    ]


def test_a_lane_for_each_forum_has_a_slot_for_each_hour_of_the_day(programme):
    assert shape(programme) == [
        (
            3,
            [
                ("Plenary", [["10 a.m.–1 p.m."], ["3–6 p.m."], []]),
                ("Group", [["10 a.m.–1 p.m."], [], ["4–6 p.m."]]),
            ],
        ),
        (1, [("Group", [["10 a.m.–1 p.m."]])]),
    ]


def test_a_lane_for_each_room_and_one_for_what_has_none(programme):
    monday, tuesday = shape(programme, columns=GridColumns.ROOMS)
    assert monday == (
        3,
        [
            ("Hall B", [["10 a.m.–1 p.m."], ["3–6 p.m."], []]),
            ("No room yet", [["10 a.m.–1 p.m."], [], ["4–6 p.m."]]),
        ],
    )
    assert tuesday == (1, [("No room yet", [["10 a.m.–1 p.m."]])])


def test_a_lane_for_each_hour_shows_all_that_is_held_then(programme):
    monday, _ = shape(programme, columns=GridColumns.HOURS)
    assert monday == (
        0,
        [
            ("10 a.m.", [["10 a.m.–1 p.m."] * 2]),
            ("3 p.m.", [["3–6 p.m."]]),
            ("4 p.m.", [["4–6 p.m."]]),
        ],
    )


def test_empty_meetings_can_be_hidden_with_their_lanes(programme):
    assert shape(programme, empty=False) == [
        (1, [("Plenary", [["10 a.m.–1 p.m."]]), ("Group", [["10 a.m.–1 p.m."]])]),
        (0, []),
    ]


def test_the_forum_of_a_meeting_is_told_where_the_lane_does_not_say_it(programme):
    for columns, said in [(GridColumns.FORUMS, ["", ""]), (GridColumns.HOURS, ["Plenary", "Group"])]:
        grid = Grid(programme, check(programme), PageView("en", "en", columns))
        assert [grid.meeting(each).forum for each in programme.meetings[:2]] == said


def test_what_is_held_again_and_what_may_be_left_out_are_marked(programme):
    grid = Grid(programme, check(programme), PageView("en", "en"))
    group = next(each for each in programme.meetings if each.forum == "group")
    assert [mark.text for mark in grid.meeting(group).rows[0].marks] == ["pinned", "time 1 of 2", "breaks a rule"]
    assert [[mark.text for mark in row.marks] for row in grid.unplaced()] == [[], ["priority 2"]]


@pytest.mark.parametrize(
    ("example", "columns", "days"),
    [
        ("asset-recovery-2009", GridColumns.FORUMS, GridDays.ACROSS),
        ("contact-groups", GridColumns.FORUMS, GridDays.DOWN),
        ("week-of-groups-2023", GridColumns.HOURS, GridDays.DOWN),
    ],
)
def test_a_page_opens_in_the_shape_that_fits_the_session(example, columns, days):
    view = PageView.usual(read_session(f"examples/{example}.yaml"))
    assert (view.columns, view.days, view.empty) == (columns, days, True)


def test_a_view_is_changed_as_far_as_what_is_asked_for_is_known(programme):
    view, session = PageView("en", "en"), programme.session
    asked = {"language": "fr", "titles": "xx", "columns": "rooms", "days": "down", "empty": "hidden"}
    assert view.changed(session, asked) == PageView("fr", "en", GridColumns.ROOMS, GridDays.DOWN, empty=False)
    assert view.changed(session, {"columns": "stars", "days": "", "empty": "maybe"}) == view

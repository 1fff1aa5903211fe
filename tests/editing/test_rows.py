from dataclasses import replace

import pytest

from tests.editing.samples import founded, rows
from tests.feeds.samples import full, thin
from tests.programmes import timed, typed
from tests.sessions import at, item, meeting, minutes, session
from wgsched.checking import record
from wgsched.editing import cancel, move, place, split, swap, take_out
from wgsched.errors import BadInput
from wgsched.model import Forum


def test_a_row_moves_to_the_end_of_a_meeting_named_as_people_say_it():
    moved = move(founded(), "3", "Fri am")
    assert rows(moved.programme, "15-am") == "2b 10:00-13:00, 3 13:00-14:00"
    assert rows(moved.programme, "15-pm") == "2c 15:00-17:00"
    assert str(moved) == (
        "Moved: item 3, from the meeting of Friday, 15 May, 3–6 p.m. to the meeting of Friday, 15 May, 10 a.m.–1 p.m."
    )


def test_a_row_put_before_another_pushes_back_what_it_runs_into():
    moved = move(founded(), "3", "15-pm", before="2 (c)").programme
    assert rows(moved, "15-pm") == "3 15:00-16:00, 2c 16:00-18:00"


def test_what_followed_a_row_closes_up_behind_it_as_far_as_it_followed_without_a_pause():
    given = timed(session(*(item(str(number), 30) for number in range(1, 5))), {"14-am": [("1", 30), ("2", 30)]})
    later = timed(given.session, {"14-am": [("", 90), ("3", 30)]}).considerations
    taken = take_out(replace(given, considerations=(*given.considerations, *later)), "1").programme
    assert rows(taken, "14-am") == "2 10:00-10:30, 3 11:30-12:00"


def test_a_row_whose_hour_is_promised_keeps_it():
    given = session(item("1", 60), item("2", 60, firm=True), item("3", 60))
    programme = timed(given, {"14-am": [("1", 60), ("2", 60)], "14-pm": [("3", 60)]})
    assert rows(move(programme, "3", "14-am", before="1").programme, "14-am") == (
        "3 10:00-11:00, 1 11:00-12:00, 2 11:00-12:00"
    )
    assert rows(take_out(programme, "1").programme, "14-am") == "2 11:00-12:00"


def test_a_row_is_pushed_behind_one_whose_hour_is_promised():
    given = session(item("1", 60), item("2", 60, firm=True), item("3", 60), item("4", 30))
    programme = timed(given, {"14-am": [("1", 60), ("2", 60), ("3", 60)], "14-pm": [("4", 30)]})
    assert rows(move(programme, "4", "14-am", before="2").programme, "14-am") == (
        "1 10:00-11:00, 4 11:00-11:30, 2 11:00-12:00, 3 12:00-13:00"
    )


def test_a_row_that_comes_to_its_own_item_is_joined_with_it():
    joined = move(founded(), "2 (a)", "14-am", meeting="14-pm")
    assert rows(joined.programme, "14-am") == "1a 10:00-10:15, 1b 10:15-10:30, 2a 10:30-13:30"
    assert rows(joined.programme, "14-pm") == "2b 15:00-17:30"


def test_rows_without_hours_move_without_hours():
    assert rows(move(thin(), "3", "Thu am", before="2(a)").programme, "14-am") == "1a, 1b, 3, 2a"


def test_another_order_in_one_meeting_is_said_as_such():
    moved = move(founded(), "1 (b)", "Thu am", before="1 (a)")
    assert rows(moved.programme, "14-am") == "1b 10:00-10:15, 1a 10:15-10:30, 2a 10:30-13:00"
    assert moved.sentence.code == "meeting-reordered"
    assert [each.key for each in moved.sentence["items"]] == ["1b", "1a", "2a"]


def test_two_rows_change_places_and_keep_their_minutes():
    swapped = swap(founded(), "2 (c)", "1 (b)")
    assert rows(swapped.programme, "14-am") == "1a 10:00-10:15, 2c 10:15-12:15, 2a 12:15-14:45"
    assert rows(swapped.programme, "15-pm") == "1b 15:00-15:15, 3 15:15-16:15"
    assert str(swapped) == "Exchanged: item 2 (c) and item 1 (b)."


@pytest.mark.parametrize("names", [("1 (a)", "2 (a)"), ("2 (a)", "1 (a)")])
def test_rows_of_one_meeting_change_places_in_either_order_of_names(names):
    one, two = ({"meeting": "14-am"} if name == "2 (a)" else {} for name in names)
    named = {**one, **{f"other_{key}": value for key, value in two.items()}}
    swapped = swap(founded(), *names, **named).programme
    assert rows(swapped, "14-am") == "2a 10:00-12:30, 1b 12:30-12:45, 1a 12:45-13:00"


def test_a_row_is_divided_between_two_meetings():
    divided = split(founded(), "2 (c)", "14-pm", "90 min", before="2 (b)")
    assert rows(divided.programme, "15-pm") == "2c 15:00-15:30, 3 15:30-16:30"
    assert rows(divided.programme, "14-pm") == "2a 15:00-15:30, 2c 15:30-17:00, 2b 17:00-19:30"
    assert divided.sentence.code == "item-also-at"
    assert [each.key for each in divided.sentence["meetings"]] == ["14-pm"]


def test_half_of_a_row_goes_to_the_other_meeting_when_no_minutes_are_said():
    divided = split(founded(), "2 (c)", "15-am").programme
    assert (rows(divided, "15-am"), rows(divided, "15-pm")) == (
        "2b 10:00-13:00, 2c 13:00-14:00",
        "2c 15:00-16:00, 3 16:00-17:00",
    )


def test_a_row_without_hours_stands_in_both_meetings_when_it_is_divided():
    divided = split(thin(), "2 (c)", "15-am").programme
    assert (rows(divided, "15-am"), rows(divided, "15-pm")) == ("2b, 2c", "2c, 3")


def test_an_item_taken_out_and_placed_again_has_the_minutes_that_it_takes():
    taken = take_out(founded(), "2 (c)")
    assert rows(taken.programme, "15-pm") == "3 15:00-16:00"
    placed = place(taken.programme, "2 (c)", "15-pm", before="3")
    assert placed.programme == founded()
    assert (taken.sentence.code, placed.sentence.code) == ("item-dropped", "item-added")


def test_an_item_is_placed_for_the_minutes_that_its_rows_lack():
    taken = take_out(founded(), "2 (a)", meeting="14-pm").programme
    assert rows(place(taken, "2 (a)", "15-am").programme, "15-am") == "2b 10:00-13:00, 2a 13:00-13:30"
    assert rows(place(taken, "2 (a)", "15-am", 10).programme, "15-am") == "2b 10:00-13:00, 2a 13:00-13:10"


def test_an_item_is_placed_without_hours_where_the_programme_has_none():
    assert rows(place(take_out(thin(), "3").programme, "3", "15-am").programme, "15-am") == "2b, 3"


def test_the_first_part_without_a_row_is_placed():
    given = session(item("1", parts=(minutes(30), minutes(60))), item("2", 30))
    programme = timed(given, {"14-am": [("1.1", 30), ("2", 30)]})
    assert rows(place(programme, "1", "14-pm").programme, "14-pm") == "1.2 15:00-16:00"
    assert rows(place(programme, "1 part 2", "15-pm").programme, "15-pm") == "1.2 15:00-16:00"


def test_an_optional_meeting_is_held_once_it_takes_up_something():
    assert move(full(), "1", "f", meeting="a").programme.meeting("f").held


def test_what_was_held_stays():
    held = record(founded(), "1 (a)", "concluded", "2009-05-14 10:15")
    with pytest.raises(BadInput, match="what was held cannot be moved"):
        move(held, "1 (a)", "Fri am")
    over = replace(founded(), as_of=at(14, 13))
    for refused in (lambda: take_out(over, "1 (b)"), lambda: move(over, "3", "14-am")):
        with pytest.raises(BadInput, match=r"what was held|is over"):
            refused()


@pytest.mark.parametrize(
    ("refused", "why"),
    [
        (lambda: move(founded(), "9", "Fri am"), "there is no agenda item '9'"),
        (lambda: move(founded(), "2", "Fri am"), "is a heading"),
        (lambda: move(founded(), "3", "Mon am"), "Mon am"),
        (lambda: move(founded(), "3", "Fri pm"), "stands there already"),
        (lambda: move(founded(), "3", "Fri am", before="1 (a)"), "'1 \\(a\\)' is not taken up in that meeting"),
        (lambda: move(founded(), "2 (a)", "Fri am"), "several rows: in Thu am, Thu pm"),
        (lambda: move(founded(), "3", "Fri am", meeting="14-am"), "'3' is not taken up in '14-am'"),
        (lambda: move(cancel(founded(), "15-am").programme, "3", "Fri am"), "Fri am is cancelled"),
        (lambda: take_out(take_out(founded(), "3").programme, "3"), "'3' is not taken up in any meeting"),
        (lambda: swap(founded(), "3", "3"), "the same item"),
        (
            lambda: swap(founded(), "2 (a)", "2 (b)", meeting="14-am", other_meeting="14-pm"),
            r"Thu pm takes up '2 \(a\)'",
        ),
        (lambda: split(founded(), "3", "15-pm"), "stands in Fri pm already"),
        (lambda: split(founded(), "3", "15-am", 60), "'3' has 60 minutes in Fri pm, so 60 of them"),
        (lambda: split(founded(), "3", "15-am", "soon"), "'soon' is not a length of time"),
        (lambda: place(founded(), "3", "15-am"), "has all its minutes"),
        (lambda: place(founded(), "3", "15-am", 0), "at least one minute"),
    ],
)
def test_a_refused_edit_says_why(refused, why):
    with pytest.raises(BadInput, match=why):
        refused()


def test_a_meeting_without_a_forum_in_its_name_is_one_of_the_items_own_forum():
    """``move: {4: Thu pm}`` of an item of a group means the group's meeting of Thursday afternoon."""
    meetings = (meeting("am", 14, 10), meeting("pm", 14, 15), meeting("group-am", 14, 10, forum="group"))
    meetings = (*meetings, meeting("group-pm", 14, 15, forum="group"))
    given = session(
        item("1", 60), item("2", 60, forums=("group",)), meetings=meetings, forums=(Forum(), Forum("group"))
    )
    programme = typed(given, {"am": ["1"], "group-am": ["2"]})
    assert rows(move(programme, "2", "Thu pm").programme, "group-pm") == "2"
    assert rows(move(programme, "1", "Thu pm").programme, "pm") == "1"
    assert rows(move(programme, "2", "plenary Thu pm").programme, "pm") == "2"

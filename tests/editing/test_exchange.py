import pytest

from tests.editing.samples import founded, rows
from wgsched.checking import record
from wgsched.editing import RefusedEdit, cancel, pin, swap_meetings
from wgsched.files.typedrows import pins_of


def test_two_meetings_exchange_all_their_rows_in_their_order():
    swapped = swap_meetings(founded(), "Fri am", "Fri pm")
    assert rows(swapped.programme, "15-am") == "2c 10:00-12:00, 3 12:00-13:00"
    assert rows(swapped.programme, "15-pm") == "2b 15:00-18:00"
    assert rows(swapped.programme, "14-pm") == rows(founded(), "14-pm")
    assert str(swapped) == (
        "Exchanged: the meeting of Friday, 15 May, 10 a.m.–1 p.m. and the meeting of Friday, 15 May, 3–6 p.m."
    )


def test_meetings_that_both_take_up_an_item_exchange_their_parts_of_it():
    swapped = swap_meetings(founded(), "Thu am", "Thu pm").programme
    assert rows(swapped, "14-am") == "2a 10:00-10:30, 2b 10:30-13:00"
    assert rows(swapped, "14-pm") == "1a 15:00-15:15, 1b 15:15-15:30, 2a 15:30-18:00"


def test_exchanged_twice_is_as_it_was():
    once = swap_meetings(founded(), "Thu am", "Fri pm").programme
    assert swap_meetings(once, "Thu am", "Fri pm").programme.considerations == founded().considerations


def test_a_pin_goes_with_its_row():
    pinned = pin(founded(), "3").programme
    (key,) = {each.key for each in pinned.meetings if each.key.endswith("15-am")}
    assert pins_of(swap_meetings(pinned, "Fri am", "Fri pm").programme) == {(key, "3")}


def test_the_same_meeting_a_cancelled_one_and_one_that_was_held_are_refused():
    with pytest.raises(RefusedEdit, match="are the same meeting"):
        swap_meetings(founded(), "Fri am", "Fri am")
    with pytest.raises(RefusedEdit, match="is cancelled"):
        swap_meetings(cancel(founded(), "Fri am").programme, "Fri am", "Fri pm")
    held = record(founded(), "1 (a)", "concluded", "2009-05-14 10:15")
    with pytest.raises(RefusedEdit, match="what was held cannot be moved"):
        swap_meetings(held, "Thu am", "Fri pm")

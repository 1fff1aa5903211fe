from dataclasses import replace

import pytest

from tests.editing.samples import founded
from wgsched.checking import check
from wgsched.editing import move, pin, swap, take_out, unpin
from wgsched.errors import BadInput
from wgsched.files.typedrows import pins_of
from wgsched.model import Programme, Rows
from wgsched.planning import plan


def typed(*rows: Rows) -> Programme:
    return replace(founded(), session=replace(founded().session, organization=rows))


def organization(programme: Programme) -> tuple[Rows, ...]:
    return programme.session.organization


def test_a_pinned_row_stays_and_the_others_of_its_meeting_may_move():
    pinned = pin(founded(), "2 (c)")
    assert organization(pinned.programme) == (Rows("15-pm", ("2c", "3"), placed=("3",)),)
    assert str(pinned) == "Pinned: item 2 (c), at the meeting of Friday, 15 May, 3–6 p.m."
    assert pins_of(pinned.programme) == {("15-pm", "2c")}


def test_a_meeting_whose_rows_are_all_pinned_still_takes_others():
    both = pin(pin(founded(), "2 (c)").programme, "3").programme
    assert organization(both) == (Rows("15-pm", ("2c", "3"), open_ended=True),)


def test_an_unpinned_row_may_move():
    given = typed(Rows("15-pm", ("2c", "3")))
    assert organization(unpin(given, "3").programme) == (Rows("15-pm", ("2c", "3"), placed=("3",)),)


def test_typed_rows_are_found_by_the_numbers_of_their_items():
    assert pins_of(typed(Rows("15-pm", ("2 (c)", "3")))) == {("15-pm", "2c"), ("15-pm", "3")}


def test_a_pinned_row_is_pinned_where_it_goes():
    given = typed(Rows("14-am", ("1a", "1b"), open_ended=True))
    moved = move(given, "1 (b)", "14-pm", before="2 (a)").programme
    assert organization(moved) == (
        Rows("14-am", ("1a", "2a"), placed=("2a",)),
        Rows("14-pm", ("1b", "2a", "2b"), placed=("2a", "2b")),
    )
    assert not {each.rule for each in check(moved)} & {"typed-rows", "pinned-rows"}


def test_a_row_that_comes_into_a_closed_meeting_is_placed_there():
    given = typed(Rows("15-pm", ("2c", "3")))
    moved = move(given, "1 (b)", "15-pm").programme
    assert organization(moved) == (Rows("15-pm", ("2c", "3", "1b"), placed=("1b",)),)
    assert organization(take_out(moved, "3").programme) == (Rows("15-pm", ("2c", "1b"), placed=("1b",)),)


def test_two_rows_change_places_with_their_pins():
    swapped = swap(typed(Rows("15-pm", ("2c",), open_ended=True)), "2 (c)", "1 (b)").programme
    assert pins_of(swapped) == {("14-am", "2c")}


def test_planning_keeps_what_was_pinned_behind_rows_that_moved():
    late = move(founded(), "2 (c)", "14-pm", before="2 (b)").programme
    planned = plan(pin(late, "2 (c)").programme.session)
    assert not check(planned)
    assert {row.meeting for row in planned.considerations if row.instalment == "2c"} == {"14-pm"}


@pytest.mark.parametrize(
    ("refused", "why"),
    [
        (lambda: pin(pin(founded(), "3").programme, "3"), "'3' is pinned in Fri pm already"),
        (lambda: unpin(founded(), "3"), "'3' is not pinned in Fri pm"),
        (lambda: pin(founded(), "2 (a)"), "several rows"),
    ],
)
def test_a_refused_edit_says_why(refused, why):
    with pytest.raises(BadInput, match=why):
        refused()

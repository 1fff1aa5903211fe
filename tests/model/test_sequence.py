"""The agreed order of business: the agenda's, or the officers'."""

import pytest
from tests.sessions import item, minutes, session

from wgsched.checking.equals import agenda_weights
from wgsched.errors import BadInput
from wgsched.model import AgendaItem, Role
from wgsched.model.ranks import neighbours
from wgsched.model.sequence import in_sequence, order_of, positions


def agreed(*sequence, **more):
    panel = AgendaItem("panel", parent="2", takes=minutes(30))
    return session(
        item("1", 30, role=Role.OPENING),
        item("2", 30),
        panel,
        item("3"),
        item("3 (a)", 30),
        item("3 (b)", parts=(minutes(30), minutes(30))),
        item("4", 30),
        item("5", 30, role=Role.REPORT),
        sequence=sequence,
        **more,
    )


AGENDA = ["1", "2", "panel", "3a", "3b.1", "3b.2", "4", "5"]


@pytest.mark.parametrize(
    ("sequence", "order"),
    [
        ((), AGENDA),
        (("2", "3", "4"), AGENDA),
        (("4", "2", "3"), ["1", "4", "2", "panel", "3a", "3b.1", "3b.2", "5"]),
        (("4", "2"), ["1", "4", "3a", "3b.1", "3b.2", "2", "panel", "5"]),
        (("3 (b)", "3 (a)"), ["1", "2", "panel", "3b.1", "3b.2", "3a", "4", "5"]),
        (("panel", "2"), ["1", "panel", "2", "3a", "3b.1", "3b.2", "4", "5"]),
    ],
)
def test_items_change_places_with_all_below_them(sequence, order):
    found = agreed(*sequence)
    assert [each.key for each in in_sequence(found)] == order
    assert dict(positions(found)) == {key: place for place, key in enumerate(order)}


def test_neighbours_follow_the_agreed_order_and_the_report_stays_last():
    pairs = {(one.key, other.key) for one, other in neighbours(agreed("5", "4", "2"))}
    assert pairs == {("3a", "3b.1"), ("3b.1", "4"), ("4", "2"), ("2", "panel")}


def test_what_stands_so_only_because_it_was_agreed_is_told_from_the_rest():
    found = agreed("4", "2", "3")
    one, two, four = (found.agenda.instalment(key) for key in "124")
    assert (order_of(found, four, two), order_of(found, one, four)) == ("agreed", "agenda")


def test_an_item_that_is_not_there_is_refused():
    with pytest.raises(BadInput, match="9"):
        agreed("9", "2")


def test_among_equals_what_comes_early_in_the_agreed_order_weighs_more():
    assert agenda_weights(agreed("4", "2", "3"))["4"] == 7
    assert agenda_weights(agreed())["4"] == 2

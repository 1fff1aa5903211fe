import pytest

from tests.programmes import judged, typed
from tests.sessions import item, minutes, session
from wgsched.errors import UnknownName
from wgsched.model import Rows, Session
from wgsched.rules.typed_rows import TypedRows


def pinned(*rows: Rows) -> Session:
    return session(item("1", 30), item("2", 30), item("3", 30), organization=rows)


def test_the_rows_as_typed_keep_the_rule():
    rows = pinned(Rows("14-am", ("1", "2")), Rows("14-pm", ("3",), open_ended=True))
    assert judged(TypedRows(), typed(rows, {"14-am": ["1", "2"], "14-pm": ["3", "1"]})) == [True, True]


def test_other_rows_or_another_order_break_it():
    rows = pinned(Rows("14-am", ("1", "2")))
    assert judged(TypedRows(), typed(rows, {"14-am": ["2", "1"]})) == [False]
    assert judged(TypedRows(), typed(rows, {"14-am": ["1"]})) == [False]
    assert judged(TypedRows(), typed(rows, {"14-am": ["1", "2", "3"]})) == [False]


def test_an_open_end_takes_others_only_after_what_was_typed():
    rows = pinned(Rows("14-am", ("1",), open_ended=True))
    assert judged(TypedRows(), typed(rows, {"14-am": ["2", "1"]})) == [False]


def test_a_meeting_typed_empty_stays_empty():
    rows = pinned(Rows("14-am"))
    assert judged(TypedRows(), typed(rows, {"14-pm": ["1"]})) == [True]
    assert judged(TypedRows(), typed(rows, {"14-am": ["1"]})) == [False]


def test_an_open_end_alone_says_nothing():
    assert list(TypedRows().cases(pinned(Rows("14-am", (), open_ended=True)))) == []


def test_an_item_stands_for_all_that_is_below_it():
    nested = session(item("1"), item("1 (a)", 30), item("1 (b)", 30), organization=(Rows("14-am", ("1",)),))
    assert judged(TypedRows(), typed(nested, {"14-am": ["1a", "1b"]})) == [True]
    assert judged(TypedRows(), typed(nested, {"14-am": ["1b", "1a"]})) == [False]


def test_an_item_of_which_nothing_is_planned_cannot_be_typed():
    empty = session(item("1"), item("2", 30), organization=(Rows("14-am", ("1",)),))
    with pytest.raises(UnknownName, match="no planned item is called '1'"):
        list(TypedRows().cases(empty))


def test_an_instalment_typed_by_its_key_stands_for_itself_alone():
    resumed = session(item("1", parts=(minutes(30), minutes(30))))
    first, second = (each.key for each in resumed.agenda.instalments)
    rows = session(*resumed.agenda, organization=(Rows("14-am", (first,)), Rows("14-pm", (second,))))
    assert judged(TypedRows(), typed(rows, {"14-am": [first], "14-pm": [second]})) == [True, True]
    assert judged(TypedRows(), typed(rows, {"14-am": [first, second]})) == [False, False]

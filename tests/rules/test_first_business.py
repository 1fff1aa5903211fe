from tests.programmes import judged, typed
from tests.sessions import item, session
from wgsched.model import Role, Session
from wgsched.rules.first_business import FirstBusiness


def business() -> Session:
    return session(
        item("1", 30, role=Role.OPENING),
        item("2", 30, role=Role.OFFICERS),
        item("3", 30, role=Role.AGENDA),
        item("4", 30),
    )


def test_officers_and_agenda_in_either_order_keep_the_rule():
    assert judged(FirstBusiness(), typed(business(), {"14-am": ["1", "2", "3", "4"]})) == [True, True]
    assert judged(FirstBusiness(), typed(business(), {"14-am": ["1", "3", "2", "4"]})) == [True, True]


def test_another_item_before_one_of_them_breaks_it():
    assert judged(FirstBusiness(), typed(business(), {"14-am": ["1", "2", "4", "3"]})) == [True, False]


def test_the_opening_is_not_its_affair():
    assert judged(FirstBusiness(), typed(business(), {"14-am": ["2", "3", "1", "4"]})) == [True, True]


def test_items_below_the_election_of_officers_share_its_place():
    nested = session(item("1", role=Role.OFFICERS), item("1 (a)", 30), item("2", 30))
    assert judged(FirstBusiness(), typed(nested, {"14-am": ["2", "1a"]})) == [False]

from tests.programmes import judged, typed
from tests.sessions import founding, item, meeting, session
from wgsched.model import AgendaItem, Duration, Forum, Role, Takes
from wgsched.rules.opening_first import OpeningFirst


def test_it_is_judged_by_the_order_of_rows_without_hours():
    two = session(item("1", 30), item("2", 30, role=Role.OPENING))
    assert judged(OpeningFirst(), typed(two, {"14-am": ["2", "1"]})) == [True]
    assert judged(OpeningFirst(), typed(two, {"14-am": ["1", "2"]})) == [False]


def test_what_has_no_row_does_not_come_before_it():
    assert judged(OpeningFirst(), typed(founding(), {"14-am": ["1a"]})) == [True]


FORUMS = (Forum("plenary"), Forum("committee"))


def judged_beside(*items, committee="10", plenary="15"):
    meetings = (meeting("c", 14, int(committee), forum="committee"), meeting("p", 14, int(plenary)))
    beside = session(*items, meetings=meetings, forums=FORUMS)
    return judged(OpeningFirst(), typed(beside, {"c": [items[1].key], "p": [items[0].key]}))


def test_items_in_another_forum_of_the_body_wait_for_it():
    items = item("1", 30, role=Role.OPENING), item("2", 30, forums=("committee",))
    assert judged_beside(*items, committee="10", plenary="15") == [False]
    assert judged_beside(*items, committee="15", plenary="10") == [True]


def test_entries_of_no_item_do_not_wait_for_it():
    entry = AgendaItem("bureau", takes=Takes(Duration(30)), forums=("committee",))
    assert judged_beside(item("1", 30, role=Role.OPENING), entry) == []


def test_groups_on_an_item_wait_for_it():
    group = AgendaItem("group", parent="1", takes=Takes(Duration(30)), forums=("committee",))
    assert judged_beside(item("1", 30, role=Role.OPENING), group) == []
    forums, meetings = FORUMS, (meeting("c", 14, 10, forum="committee"), meeting("p", 14, 15))
    on_two = AgendaItem("group", parent="2", takes=Takes(Duration(30)), forums=("committee",))
    beside = session(item("1", 30, role=Role.OPENING), item("2"), on_two, meetings=meetings, forums=forums)
    assert judged(OpeningFirst(), typed(beside, {"c": ["group"], "p": ["1"]})) == [False]


def test_bodies_that_open_beside_each_other_do_not_wait_for_one_another():
    items = item("1", 30, role=Role.OPENING), item("2", 30, role=Role.OPENING, forums=("committee",))
    assert judged_beside(*items) == []


def test_a_programme_of_entries_alone_opens_too():
    opening = AgendaItem("ceremony", takes=Takes(Duration(30)), role=Role.OPENING)
    talk = AgendaItem("talk", takes=Takes(Duration(30)))
    assert judged(OpeningFirst(), typed(session(opening, talk), {"14-am": ["talk", "ceremony"]})) == [False]

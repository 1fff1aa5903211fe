from tests.programmes import judged, typed
from tests.sessions import item, minutes, session
from wgsched.model import AgendaItem, Role
from wgsched.rules.agenda_order import AgendaOrder


def test_only_the_items_named_are_ordered():
    three = session(item("1", 30), item("2", 30), item("3", 30))
    assert judged(AgendaOrder(("1", "3")), typed(three, {"14-am": ["2", "1", "3"]})) == [True]
    assert judged(AgendaOrder(("1", "3")), typed(three, {"14-am": ["3", "2", "1"]})) == [False]


def test_the_report_keeps_its_place_wherever_the_agenda_names_it():
    odd = session(item("1", 30, role=Role.REPORT), item("2", 30))
    assert list(AgendaOrder().cases(odd)) == []


def test_of_an_item_that_is_resumed_only_the_first_instalment_is_ordered():
    resumed = session(item("1", parts=(minutes(30), minutes(30))), item("2", parts=(minutes(30), minutes(30))))
    one, again, two, later = (each.key for each in resumed.agenda.instalments)
    assert judged(AgendaOrder(), typed(resumed, {"14-am": [one, two], "14-pm": [again, later]})) == [True]
    assert judged(AgendaOrder(), typed(resumed, {"14-am": [two, one], "14-pm": [again, later]})) == [False]
    assert judged(AgendaOrder(), typed(resumed, {"14-am": [later, one], "14-pm": [two, again]})) == [True]


def with_panel(am, pm=()):
    panel = AgendaItem("panel", parent="1", takes=minutes(30))
    two = session(item("1", 60), panel, item("2", 30))
    return judged(AgendaOrder(), typed(two, {"14-am": am, "14-pm": pm}))


def test_an_entry_is_taken_up_within_its_item_or_after_it_and_before_the_next():
    assert with_panel(["1", "panel", "1", "2"]) == [True, True, True]
    assert with_panel(["1", "panel", "2"]) == [True, True, True]
    assert with_panel(["panel", "1", "2"]) == [False, True, True]
    assert with_panel(["1", "panel", "2"], ["1"]) == [True, False, True]
    assert with_panel(["1", "2", "panel"]) == [True, True, False]

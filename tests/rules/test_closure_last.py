from tests.programmes import judged, typed
from tests.sessions import item, session
from wgsched.model import Role, Session
from wgsched.rules.closure_last import ClosureLast


def closing() -> Session:
    return session(item("1", 30), item("2", 30, role=Role.REPORT), item("3", 30, role=Role.CLOSURE))


def test_a_closure_after_all_else_keeps_the_rule():
    assert judged(ClosureLast(), typed(closing(), {"14-am": ["1", "2"], "15-pm": ["3"]})) == [True]


def test_a_report_after_the_closure_breaks_it():
    assert judged(ClosureLast(), typed(closing(), {"14-am": ["1", "3"], "14-pm": ["2"]})) == [False]

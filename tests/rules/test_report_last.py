from tests.programmes import judged, typed
from tests.sessions import item, session
from wgsched.model import Role
from wgsched.rules.report_last import ReportLast


def test_only_the_closure_comes_after_it():
    closing = session(item("1", 30), item("2", 30, role=Role.REPORT), item("3", 30, role=Role.CLOSURE))
    assert judged(ReportLast(), typed(closing, {"14-am": ["1", "2", "3"]})) == [True]

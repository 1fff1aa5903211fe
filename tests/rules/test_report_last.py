from tests.programmes import FOUNDING, judged, timed, typed
from tests.sessions import founding, item, session
from wgsched.model import Role
from wgsched.rules.report_last import ReportLast


def test_a_report_after_all_else_keeps_the_rule():
    assert judged(ReportLast(), timed(founding(), FOUNDING)) == [True]


def test_an_item_after_the_report_breaks_it():
    rows = {**FOUNDING, "15-pm": [("3", 60), ("2c", 120)]}
    assert judged(ReportLast(), timed(founding(), rows)) == [False]


def test_only_the_closure_comes_after_it():
    closing = session(item("1", 30), item("2", 30, role=Role.REPORT), item("3", 30, role=Role.CLOSURE))
    assert judged(ReportLast(), typed(closing, {"14-am": ["1", "2", "3"]})) == [True]

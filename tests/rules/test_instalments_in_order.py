from tests.programmes import judged, typed
from tests.sessions import item, minutes, session
from wgsched.model import Session
from wgsched.rules.instalments_in_order import InstalmentsInOrder


def resumed() -> Session:
    return session(item("1", parts=(minutes(30), minutes(60), minutes(30))), item("2", 30))


def test_instalments_in_their_order_keep_the_rule_with_others_between():
    found = typed(resumed(), {"14-am": ["1.1", "2", "1.2"], "14-pm": ["1.3"]})
    assert judged(InstalmentsInOrder(), found) == [True, True]


def test_a_later_instalment_before_an_earlier_one_breaks_it():
    found = typed(resumed(), {"14-am": ["1.2", "1.1", "2"], "14-pm": ["1.3"]})
    assert judged(InstalmentsInOrder(), found) == [False, True]

from tests.programmes import judged, typed
from tests.sessions import item, minutes, session
from wgsched.model import Session
from wgsched.rules.proposals_tabled import ProposalsTabled

RULE = ProposalsTabled("1", "2009-05-14 10:00", hours=24)


def resumed() -> Session:
    return session(item("1", parts=(minutes(30), minutes(30))))


def test_a_decision_when_the_proposals_have_been_out_long_enough_keeps_the_rule():
    assert judged(RULE, typed(resumed(), {"14-am": ["1.1"], "15-am": ["1.2"]})) == [True]


def test_an_earlier_decision_breaks_it():
    assert judged(RULE, typed(resumed(), {"14-am": ["1.1"], "14-pm": ["1.2"]})) == [False]

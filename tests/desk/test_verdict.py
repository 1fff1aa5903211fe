"""What the verdict of the desk lists beside what is broken and what costs something."""

import wgsched as wg
from tests.sessions import item, meeting, session
from wgsched.desk.judging import Judged
from wgsched.desk.verdict import UnmetView, VerdictView
from wgsched.languages import lexicon
from wgsched.model import Strength, Wish
from wgsched.rules import Precedes


def test_the_verdict_lists_what_is_not_met_with_a_sign_of_its_strength():
    items = (item("1", 60), item("2", 60), item("3", 60, priority=2))
    order = Wish(Precedes("2", "1"), Strength.SHOULD)
    whole = session(*items, rules=(Precedes("1", "2"),), wishes=(order,), meetings=(meeting("am", 14, 10, 120),))
    verdict = VerdictView(Judged(wg.plan(whole)), lexicon("en", whole))
    assert list(verdict.unmet()) == [
        UnmetView("!!", "This should hold, and does not: item 1 must wait for the conclusion of item 2.")
    ]

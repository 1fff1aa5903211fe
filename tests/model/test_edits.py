from tests.sessions import item, session

from wgsched.model.edits import with_rule
from wgsched.rules import NoShortPart, Undivided, rulebook

WHOLE = session(item("1", 30))


def test_one_of_two_equal_rules_is_replaced():
    first, second = Undivided("1"), Undivided("1")
    changed = with_rule(WHOLE.with_rules(first, second), second, Undivided("2"))
    assert changed.rules == (first, Undivided("2"))


def test_a_standing_rule_is_replaced_for_the_session():
    [standing] = [rule for rule in rulebook(WHOLE) if rule.code == NoShortPart.code]
    changed = with_rule(WHOLE, standing, NoShortPart(15))
    assert [rule for rule in rulebook(changed) if rule.code == NoShortPart.code] == [NoShortPart(15)]

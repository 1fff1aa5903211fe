import pytest

from tests.sessions import founding
from wgsched.errors import UnknownName
from wgsched.rules import KINDS, ON_DEMAND, STANDING, kind, rulebook
from wgsched.rules.precedes import Precedes


def test_every_rule_has_a_code_of_its_own():
    assert len(KINDS) == len(STANDING) + len(ON_DEMAND)


def test_a_session_keeps_the_standing_rules_and_its_own():
    own = Precedes("2 (a)", "2 (b)")
    assert tuple(rulebook(founding().with_rules(own))) == (*STANDING, own)


def test_a_session_can_waive_a_standing_rule():
    from dataclasses import replace

    codes = {rule.code for rule in rulebook(replace(founding(), waives=frozenset({"opening-first"})))}
    assert {rule.code for rule in STANDING} - codes == {"opening-first"}


def test_a_rule_is_found_by_its_code():
    assert kind("precedes") is Precedes
    with pytest.raises(UnknownName, match=r"no rule is called 'preceeds'. Did you mean 'precedes'"):
        kind("preceeds")

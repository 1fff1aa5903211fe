from importlib.metadata import EntryPoint

import pytest

from tests.sessions import founding
from wgsched.errors import UnknownName
from wgsched.model import extensions
from wgsched.rules import KINDS, ON_DEMAND, STANDING, kind, rulebook
from wgsched.rules.no_short_part import NoShortPart
from wgsched.rules.precedes import Precedes


@pytest.fixture
def _third_party(monkeypatch):
    points = (
        EntryPoint("standing", "tests.rules.test_rulebook:HOUSE_RULE", "wgsched.rules"),
        EntryPoint("asked-for", "tests.rules.test_rulebook:AskedFor", "wgsched.rules"),
        EntryPoint("impostor", "tests.rules.test_rulebook:Impostor", "wgsched.rules"),
    )
    monkeypatch.setattr(extensions, "entry_points", lambda group: points * (group == "wgsched.rules"))
    extensions.brought.cache_clear()
    yield
    extensions.brought.cache_clear()


class HouseRule(NoShortPart):
    code = "house-rule"


HOUSE_RULE = HouseRule(45)


class AskedFor(Precedes):
    code = "asked-for"


class Impostor(Precedes):
    """Has the code of a rule of wgsched."""


def test_every_rule_has_a_code_of_its_own():
    assert len(KINDS) == len(STANDING) + len(ON_DEMAND)


def test_a_session_keeps_the_standing_rules_and_its_own():
    own = Precedes("2 (a)", "2 (b)")
    assert tuple(rulebook(founding().with_rules(own))) == (*STANDING, own)


def test_a_session_can_waive_a_standing_rule():
    from dataclasses import replace

    codes = {rule.code for rule in rulebook(replace(founding(), waives=frozenset({"opening-first"})))}
    assert {rule.code for rule in STANDING} - codes == {"opening-first"}


@pytest.mark.usefixtures("_third_party")
def test_a_rule_of_another_package_stands_for_every_session():
    assert tuple(rulebook(founding())) == (*STANDING, HOUSE_RULE)
    assert kind("house-rule") is HouseRule


@pytest.mark.usefixtures("_third_party")
def test_a_rule_of_another_package_is_asked_for_by_its_code_and_takes_no_other_s_place():
    assert kind("asked-for") is AskedFor
    assert kind("precedes") is Precedes
    with pytest.raises(UnknownName, match="Did you mean 'asked-for'"):
        kind("asked-four")


def test_a_rule_is_found_by_its_code():
    assert kind("precedes") is Precedes
    with pytest.raises(UnknownName, match=r"no rule is called 'preceeds'. Did you mean 'precedes'"):
        kind("preceeds")

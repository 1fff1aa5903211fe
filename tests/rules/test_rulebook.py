from dataclasses import replace

import pytest

from tests.sessions import founding
from wgsched.errors import UnknownName
from wgsched.model import Participant, Text
from wgsched.rules import KINDS, ON_DEMAND, STANDING, kind, rulebook
from wgsched.rules.precedes import Precedes


def test_every_rule_has_a_code_of_its_own():
    assert len(KINDS) == len(STANDING) + len(ON_DEMAND)


LEFT_OUT = {
    "instalments-in-order",
    "introduced-first",
    "groups-report-back",
    "once-a-meeting",
    "typed-rows",
    "pinned-rows",
    "holidays-free",
    "following-hours",
    "joint-meetings",
    "room-chosen",
    "room-fits",
    "room-for-item",
    "available",
    "one-place",
    "attendance",
    "pause-for-people",
    "not-first-hour",
    "suitable-hours",
    "one-forum-at-a-time",
    "languages-there",
    "documents-out",
}
"""The standing rules that speak of what the founding session does not have."""


def test_a_session_keeps_the_standing_rules_of_what_it_has_and_its_own():
    own = Precedes("2 (a)", "2 (b)")
    kept = (rule for rule in STANDING if rule.code not in LEFT_OUT)
    assert tuple(rulebook(founding().with_rules(own))) == (*kept, own)


def test_a_session_keeps_a_standing_rule_as_soon_as_it_has_what_the_rule_speaks_of():
    minister = Participant("minister", Text(en="the Minister"), pause=30)
    codes = {rule.code for rule in rulebook(replace(founding(), participants=(minister,)))}
    assert LEFT_OUT & codes == {"one-place", "pause-for-people"}


def test_a_session_can_waive_a_standing_rule():
    every = {rule.code for rule in rulebook(founding())}
    codes = {rule.code for rule in rulebook(replace(founding(), waives=frozenset({"opening-first"})))}
    assert (every - codes, codes - every) == ({"opening-first"}, {"once-a-meeting"})


def test_a_rule_is_found_by_its_code():
    assert kind("precedes") is Precedes
    with pytest.raises(UnknownName, match=r"no rule is called 'preceeds'. Did you mean 'precedes'"):
        kind("preceeds")

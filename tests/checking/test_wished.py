"""What may stay unmet, and which of it are rules."""

from __future__ import annotations

import pytest

from tests.sessions import item, meeting, session
from wgsched.checking.wished import wished, wished_rules
from wgsched.model import Forum, Participant, Strength, Text, Wish
from wgsched.preferences import AgendaOrderKept, PreferredMeeting
from wgsched.rules import Precedes

LIGHT = Wish(Precedes("2", "1"), weight=5)
GRAVE = Wish(Precedes("1", "2"), Strength.SHOULD)
NO_RULE = Wish(PreferredMeeting("1", ("14-am",)), Strength.NICE)


def rich():
    """Return a session with rules and preferences as wishes, and with a person for whom a rule is one."""
    people = (Participant("ana", Text(en="Ana"), ("1", "2"), strength=Strength.SHOULD),)
    items = (item("1", 60), item("2", 60, forums=("other",)))
    meetings = (meeting("14-am", 14, 10, 180), meeting("other-am", 14, 10, 180, forum="other"))
    forums = (Forum("plenary"), Forum("other"))
    wishes = (GRAVE, NO_RULE, LIGHT)
    return session(*items, meetings=meetings, forums=forums, wishes=wishes, participants=people)


def test_the_rules_among_wishes_are_those_that_all_wishes_tell_of_in_the_same_order():
    told = [(each.preference.asked, each.case) for each in wished(rich()) if isinstance(each.preference, Wish)]
    rules = list(wished_rules(rich()))
    assert rules == [(asked, case) for asked, case in told if asked is not NO_RULE.asked]
    assert [rule.code for rule, _ in rules] == ["precedes", "precedes", "one-place"]


def test_no_preference_is_asked_where_only_rules_are_wanted(monkeypatch):
    monkeypatch.setattr(AgendaOrderKept, "cases", lambda self, session: pytest.fail("asked"))
    assert [rule for rule, _ in wished_rules(session(item("1", 60), item("2", 60), wishes=(LIGHT,)))] == [LIGHT.asked]

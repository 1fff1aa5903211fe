"""Entries whose hour is promised: what the rest of their item is taken up around."""

from dataclasses import replace

import pytest

from tests.sessions import at, item, meeting, session
from wgsched.model import AgendaItem, Duration, Forum, Rule, Session, Takes, Text, Window
from wgsched.rules import OpensAt, WithinWindows
from wgsched.rules._promised import promised

HOUR = Window(at(14, 11), at(14, 12))
AT_ELEVEN = OpensAt("panel", at(14, 11))


def within(*hours: tuple[int, int]) -> WithinWindows:
    return WithinWindows("panel", tuple((at(14, opens), at(14, closes)) for opens, closes in hours))


def entry(key: str = "panel", *, least: int = 60, most: int = 60, **more: object) -> AgendaItem:
    """Return an entry of item 1 that takes an hour."""
    takes = Takes(Duration(60), Duration(least), Duration(most))
    return AgendaItem(key, None, Text(en="Panel"), parent="1", takes=takes, **more)


def asked(*rules: Rule, panel: AgendaItem | None = None, meetings=(), **more: object) -> Session:
    """Return a session with an item and its panel."""
    sat = meetings or (meeting("am", 14, 10), meeting("pm", 14, 15))
    return session(item("1", 120), panel or entry(), meetings=sat, rules=rules, **more)


def hours(of: Session, key: str = "1") -> list[Window]:
    part = of.agenda.instalments_of(of.agenda[key])[0]
    return list(promised(of, part).values())


@pytest.mark.parametrize("rule", [AT_ELEVEN, within((11, 12))])
def test_an_item_goes_on_around_its_panel_whose_hour_a_rule_fixes(rule):
    assert hours(asked(rule)) == [HOUR]
    assert hours(asked(rule), "panel") == []


@pytest.mark.parametrize(
    "rules",
    [
        (),
        (within((11, 13)),),
        (within((11, 12), (16, 17)),),
        (OpensAt("1", at(14, 10)),),
        (WithinWindows("1", ((at(14, 11), at(14, 12)),)),),
    ],
)
def test_an_hour_that_is_left_open_is_not_promised(rules):
    assert hours(asked(*rules)) == []


@pytest.mark.parametrize("panel", [entry(least=30), entry(most=90)])
def test_a_panel_that_may_take_more_or_less_has_no_promised_hour(panel):
    assert hours(asked(AT_ELEVEN, panel=panel)) == []


def test_a_promised_hour_lies_within_the_hours_of_a_meeting():
    late = OpensAt("panel", at(14, 12, 30))
    assert hours(asked(late)) == []
    assert hours(asked(late, meetings=(meeting("am", 14, 10, 210),))) == [Window(at(14, 12, 30), at(14, 13, 30))]


def test_a_panel_in_parts_has_no_promised_hour():
    panel = entry(parts=(Takes(Duration(60)), Takes(Duration(60))))
    assert hours(asked(AT_ELEVEN, panel=panel)) == []


FORUMS = (Forum("plenary"), Forum("committee"))
TWO = (meeting("am", 14, 10), meeting("c", 14, 10, forum="committee"))


def test_a_panel_of_another_forum_or_of_two_is_not_gone_around():
    for forums in (("committee",), ("plenary", "committee")):
        assert hours(asked(AT_ELEVEN, panel=entry(forums=forums), meetings=TWO, forums=FORUMS)) == []
    assert hours(asked(AT_ELEVEN, panel=entry(forums=("plenary",)), meetings=TWO, forums=FORUMS)) == [HOUR]


def test_an_item_that_either_of_two_forums_may_take_goes_around_nothing():
    both = ("plenary", "committee")
    either = session(item("1", 120, forums=both), entry(forums=both), meetings=TWO, rules=(AT_ELEVEN,), forums=FORUMS)
    assert hours(either) == []


def test_where_a_meeting_may_fall_time_is_not_fixed():
    optional = meeting("pm", 14, 15, optional=True)
    assert hours(asked(AT_ELEVEN, meetings=(meeting("am", 14, 10), optional))) == []
    joint = (*FORUMS, Forum("joint", joins=("plenary", "committee")))
    assert hours(asked(AT_ELEVEN, panel=entry(forums=("plenary",)), meetings=TWO, forums=joint)) == []
    elsewhere = (TWO[0], replace(TWO[1], optional=True))
    assert hours(asked(AT_ELEVEN, panel=entry(forums=("plenary",)), meetings=elsewhere, forums=FORUMS)) == [HOUR]

"""What a violation says of the programme: which meeting, which rows, and what is found against what is allowed."""

from dataclasses import replace

import pytest

from tests.examples import every_rule
from tests.programmes import typed
from tests.sessions import at, item, meeting, session
from wgsched import rules
from wgsched.checking import check
from wgsched.checking.checker import judged
from wgsched.languages import lexicon
from wgsched.model import SIX, Consideration, Programme
from wgsched.rules import AgendaOrder, Precedes

THREE = (item("1", 60), item("2", 90), item("3", 60))
MEETINGS = (meeting("am", 14, 10), meeting("pm", 14, 15))
AM, PM = "the meeting of Thursday, 14 May, 10 a.m.–1 p.m.", "the meeting of Thursday, 14 May, 3–6 p.m."


def three(*asked):
    return session(*THREE, meetings=MEETINGS, rules=asked)


def row(key, meeting, opens, closes):
    hour = 10 if meeting == "am" else 15
    return Consideration(key, meeting, at(14, hour, opens), at(14, hour + closes // 60, closes % 60))


def said(programme):
    return [str(violation) for violation in check(programme)]


def test_the_meeting_that_is_too_full_is_named_with_the_minutes_that_are_needed_and_there():
    assert said(typed(three(), {"am": ["1", "2", "3"]})) == [
        "The plenary may take up only one item at a time. "
        f"210 minutes are needed for items 1, 2 and 3, but there are only 180 minutes in {AM}"
    ]


def test_rows_at_once_are_named_with_their_meeting():
    rows = (row("1", "am", 0, 60), row("2", "am", 30, 120), row("3", "pm", 0, 60))
    assert said(Programme(three(), MEETINGS, rows)) == [
        f"The plenary may take up only one item at a time. Items 1 and 2 are taken up at once in {AM}"
    ]


def test_minutes_that_are_missing_are_counted_and_a_missing_row_is_told():
    rows = (row("1", "am", 0, 45), row("2", "pm", 0, 90))
    assert said(Programme(three(), MEETINGS, rows)) == [
        f"Item 1 must be given 60 minutes in all. Item 1 has 45 minutes in {AM}",
        "Item 3 must be given 60 minutes in all. Item 3 is not taken up.",
    ]


@pytest.mark.parametrize(
    ("rule", "demand"),
    [
        (Precedes("1", "2"), "Item 2 must wait for the conclusion of item 1."),
        (AgendaOrder(("1", "2")), "Item 2 must come after item 1, in the order of the agenda."),
    ],
)
def test_an_order_that_is_reversed_names_both_meetings(rule, demand):
    found = said(typed(three(rule), {"am": ["2"], "pm": ["1", "3"]}))
    assert found == [f"{demand} Item 2 is opened in {AM}, and item 1 is concluded in {PM}"]


def test_of_any_other_rule_the_meetings_of_its_item_are_named():
    found = said(typed(three(rules.InMeetings("1", ("pm",))), {"am": ["1", "2"], "pm": ["3"]}))
    assert [each.endswith(f"Item 1 is taken up in {AM}") for each in found] == [True]


@pytest.mark.parametrize("kind", every_rule(), ids=lambda kind: kind.code)
def test_what_is_found_can_be_said_of_every_broken_example(kind):
    for example in kind.examples():
        programme = example.programme(example.broken)
        for case in example.shown.cases(example.session):
            if example.shown.holds(programme, *case) is False:
                found = example.shown.deviation(programme, *case)
                words = [lexicon(language, example.session).say(found) for language in SIX if found]
                assert not [each for each in words if {"{", "}"} & set(each)]


@pytest.mark.parametrize("kind", every_rule(), ids=lambda kind: kind.code)
def test_of_every_broken_rule_it_is_said_what_the_programme_has_instead(kind):
    for example in kind.examples():
        broken = list(judge(example.shown, example.programme(example.broken)))
        assert broken
        assert [str(each) for each in broken if each.found is None] == []


def judge(rule, programme):
    asked = programme.session.with_rules(rule)
    whole = replace(programme, session=replace(asked, waives=asked.waives | {rule.code}))
    return (each for each in judged(whole) if each.rule == rule.code)


@pytest.mark.parametrize(
    ("rule", "found"),
    [
        (rules.NotBefore("1", at(14, 15)), "Item 1 is opened at Thursday, 14 May, 10 a.m."),
        (rules.ConcludedBy("3", at(14, 16)), "Item 3 is concluded at Thursday, 14 May, 5.30 p.m."),
        (rules.OpensAt("2", at(14, 16)), "Item 2 is opened at Thursday, 14 May, 3 p.m."),
        (rules.KeptFree(("am",)), "The meeting of Thursday, 14 May, 10 a.m.–1 p.m. takes up item 1."),
        (rules.CloseBy("17:00"), "It closes at Thursday, 14 May, 6 p.m."),
        (rules.MeetingsInAll(1), f"These are held: {AM} and {PM}"),
        (rules.Uninterrupted("2"), "This comes in between: item 3."),
    ],
)
def test_hours_meetings_and_what_comes_between_are_told(rule, found):
    rows = (
        row("1", "am", 0, 60),
        row("2", "pm", 0, 30),
        row("3", "pm", 30, 60),
        Consideration("2", "pm", at(14, 16), at(14, 17)),
        Consideration("3", "pm", at(14, 17), at(14, 17, 30)),
    )
    programme = Programme(three(), MEETINGS, rows)
    say = lexicon("en", programme.session).say
    assert [say(each.found, programme.session) for each in judge(rule, programme)] == [found]

from dataclasses import replace

import pytest

from tests.programmes import FOUNDING, timed, typed
from tests.sessions import at, founding, item, session
from wgsched.checking import Judgement, check
from wgsched.model import Consideration, Document, Programme, Rows
from wgsched.rules import NotBefore, Precedes


def said(programme: Programme) -> list[str]:
    return [str(violation) for violation in check(programme)]


def test_a_programme_that_keeps_every_rule_gives_a_false_report():
    report = check(timed(founding(), FOUNDING))
    assert not report
    assert (len(report), list(report), report.unjudged, str(report)) == (0, [], (), "")


def test_each_broken_rule_is_a_sentence():
    rows = {**FOUNDING, "15-pm": [("3", 60), ("2c", 100)]}
    assert said(timed(founding(), rows)) == [
        "Item 2 (c) must be given 120 minutes in all. "
        "Item 2 (c) has 100 minutes in the meeting of Friday, 15 May, 3–6 p.m.",
        "Item 3 must come after everything except the closure. "
        "Item 3 is opened in the meeting of Friday, 15 May, 3–6 p.m., "
        "and item 2 (c) is concluded in the meeting of Friday, 15 May, 3–6 p.m.",
    ]


def test_a_violation_carries_the_code_of_its_rule():
    report = check(timed(founding(), {**FOUNDING, "15-pm": [("3", 60), ("2c", 120)]}))
    assert [(each.rule, each.sentence.code, each.judgement) for each in report] == [
        ("report-last", "report-last", Judgement.BROKEN)
    ]
    assert report[0] is report.broken[0]


@pytest.mark.parametrize("moved", ["1a", "1b", "2a", "2b", "2c", "3"])
@pytest.mark.parametrize("place", ["first", "last"])
def test_any_one_item_moved_to_another_place_breaks_a_rule(moved, place):
    whole = sum(minutes for laid in FOUNDING.values() for name, minutes in laid if name == moved)
    rest = {key: [each for each in laid if each[0] != moved] for key, laid in FOUNDING.items()}
    home = next(key for key, laid in FOUNDING.items() if any(name == moved for name, _ in laid))
    for key, laid in rest.items():
        if key != home:
            there = [(moved, whole), *laid] if place == "first" else [*laid, (moved, whole)]
            assert check(timed(founding(), {**rest, key: there}))


def test_an_item_without_rows_is_named_once():
    assert said(timed(founding(), {key: laid for key, laid in FOUNDING.items() if key != "15-am"})) == [
        "Item 2 (b) must be given 330 minutes in all. "
        "Item 2 (b) has 150 minutes in the meeting of Thursday, 14 May, 3–6 p.m."
    ]


def test_a_programme_without_hours_is_judged_by_its_rows():
    rows = {key: [name for name, _ in laid] for key, laid in FOUNDING.items()}
    report = check(typed(founding(), rows))
    assert not report
    assert {each.rule for each in report.unjudged} == {"whole-time", "one-at-a-time", "uninterrupted", "no-short-part"}
    assert {each.judgement for each in report.unjudged} == {Judgement.UNJUDGED}


def test_the_rules_of_the_session_itself_are_judged_too():
    demanding = founding().with_rules(Precedes("2 (c)", "2 (a)", why="the panel comes first"))
    assert said(timed(demanding, FOUNDING)) == [
        "Item 2 (a) must wait for the conclusion of item 2 (c) (the panel comes first). "
        "Item 2 (a) is opened in the meeting of Thursday, 14 May, 10 a.m.–1 p.m., "
        "and item 2 (c) is concluded in the meeting of Friday, 15 May, 3–6 p.m."
    ]


def test_a_rule_on_an_item_that_does_not_exist_is_reported():
    report = check(timed(founding().with_rules(Precedes("9", "2 (a)")), FOUNDING))
    assert [each.rule for each in report] == ["precedes"]
    assert str(report) == "The rule “precedes” names “9”, which the session does not have."


def test_a_rule_with_a_moment_that_cannot_be_read_is_reported():
    assert said(timed(founding().with_rules(NotBefore("3", "noon")), FOUNDING)) == [
        "The rule “not-before” cannot be applied: 'noon' is not a moment; expected for example 2009-05-14 18:00."
    ]


def test_typed_rows_of_an_unknown_item_are_reported():
    odd = replace(founding(), organization=(Rows("14-am", ("9",)),))
    assert [each.rule for each in check(timed(odd, FOUNDING))] == ["typed-rows"]


def test_equal_sentences_are_given_once():
    doubled = founding().with_rules(Precedes("2 (c)", "2 (a)"), Precedes("2 (c)", "2 (a)"))
    assert len(check(timed(doubled, FOUNDING))) == 1


def test_an_undated_document_is_named_among_what_cannot_be_judged():
    deciding = session(item("1", 60, decision=True), documents=(Document("A/1", items=("1",)),))
    report = check(timed(deciding, {"14-am": [("1", 60)]}))
    assert not report
    assert [str(each) for each in report.unjudged] == [
        "No decision may be taken on item 1 before A/1 is out in all languages; not all its dates are known."
    ]


def test_a_row_in_a_cancelled_meeting_is_reported():
    found = timed(founding(), FOUNDING)
    meetings = tuple(replace(each, cancelled=each.key == "15-pm") for each in found.meetings)
    assert [each.rule for each in check(replace(found, meetings=meetings))] == ["meeting-hours"] * 2


def test_overlapping_rows_are_reported():
    two = session(item("1", 30), item("2", 30))
    rows = (
        Consideration("1", "14-am", at(14, 10), at(14, 10, 30)),
        Consideration("2", "14-am", at(14, 10, 15), at(14, 10, 45)),
    )
    assert said(Programme(two, two.meetings, rows)) == [
        "The plenary may take up only one item at a time. "
        "Items 1 and 2 are taken up at once in the meeting of Thursday, 14 May, 10 a.m.–1 p.m."
    ]

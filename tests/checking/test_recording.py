"""What was held is recorded: the rows of the past are corrected, and planning again starts from the facts."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.programmes import FOUNDING, timed, typed
from tests.sessions import at, founding, item, session
from wgsched.checking import check, record
from wgsched.checking.remaining import remaining
from wgsched.errors import BadInput, UnknownName
from wgsched.files import programme_from_json, programme_to_json
from wgsched.model import Actual, Duration, EarlyEnd, Outcome, Programme, Rows, Takes
from wgsched.planning import plan


def table(programme: Programme) -> dict[str, list[tuple[str, str, str]]]:
    found: dict[str, list[tuple[str, str, str]]] = {}
    for row in programme.considerations:
        hours = [f"{each:%H:%M}" if each else "" for each in (row.opens, row.closes)]
        found.setdefault(row.meeting, []).append((row.instalment, *hours))
    return found


def published() -> Programme:
    return timed(founding(), FOUNDING)


def test_an_item_concluded_early_closes_then_and_has_no_further_row():
    found = record(published(), "2 (a)", "concluded", "2009-05-14 12:20")
    assert table(found)["14-am"][-1] == ("2a", "10:30", "12:20")
    assert table(found)["14-pm"] == [("2b", "15:30", "18:00")]
    assert found.actuals == (Actual("2a", "14-am", Outcome.CONCLUDED, at(14, 12, 20)),)


def test_the_programme_that_was_given_is_not_changed():
    before = published()
    record(before, "2 (a)", "concluded", "2009-05-14 12:20")
    assert before == published()


def test_an_item_that_continues_keeps_its_further_rows():
    found = record(published(), "2 (a)", Outcome.CONTINUES, at(14, 12, 30))
    assert (table(found)["14-am"][-1], table(found)["14-pm"][0]) == (("2a", "10:30", "12:30"), ("2a", "15:00", "15:30"))


def test_an_item_that_was_not_reached_has_no_row():
    found = record(published(), "3", "not-reached", "2009-05-15 18:00")
    assert table(found)["15-pm"] == [("2c", "15:00", "17:00")]


def test_an_adjourned_meeting_closes_then_and_what_it_did_not_reach_is_to_be_planned():
    found = record(published(), "2 (c)", "adjourned", "2009-05-15 16:00")
    assert table(found)["15-pm"] == [("2c", "15:00", "16:00")]
    assert found.meeting("15-pm").closes == at(15, 16)


def test_a_meeting_that_ran_over_closes_at_the_moment():
    found = record(published(), "2 (a)", "continues", "2009-05-14 13:10")
    assert (found.meeting("14-am").closes, table(found)["14-am"][-1]) == (at(14, 13, 10), ("2a", "10:30", "13:10"))


def test_what_an_item_ran_into_is_pushed_back_and_out_at_the_end():
    found = record(published(), "2 (c)", "concluded", "2009-05-15 17:30")
    assert table(found)["15-pm"] == [("2c", "15:00", "17:30"), ("3", "17:30", "18:00")]
    found = record(published(), "2 (c)", "concluded", "2009-05-15 18:00")
    assert table(found)["15-pm"] == [("2c", "15:00", "18:00")]


def test_the_next_item_is_taken_up_when_one_ends_early():
    found = record(published(), "2 (c)", "concluded", "2009-05-15 16:00")
    found = record(found, "3", "concluded", "2009-05-15 16:40")
    assert table(found)["15-pm"] == [("2c", "15:00", "16:00"), ("3", "16:00", "16:40")]


def test_a_firm_entry_is_not_brought_forward():
    given = session(item("1", 60), item("2", 60, firm=True))
    found = record(timed(given, {"14-am": [("1", 60), ("2", 60)]}), "1", "concluded", "2009-05-14 10:40")
    assert table(record(found, "2", "concluded", "2009-05-14 12:00"))["14-am"][1] == ("2", "11:00", "12:00")


def test_rows_without_hours_keep_none():
    given = session(item("1", 60), item("2", 60))
    found = record(typed(given, {"14-am": ["1", "2"]}), "1", "concluded", "2009-05-14 10:40")
    assert table(found) == {"14-am": [("1", "", ""), ("2", "", "")]}


def test_an_item_out_of_its_turn_gets_a_row():
    given = session(item("1", 60), item("2", 60))
    found = record(timed(given, {"14-am": [("1", 60)], "14-pm": [("2", 60)]}), "2", "continues", "2009-05-14 11:30")
    assert table(found)["14-am"] == [("2", "10:00", "11:30"), ("1", "11:30", "12:30")]
    assert table(found)["14-pm"] == [("2", "15:00", "16:00")]


def test_an_item_out_of_its_turn_opens_when_the_one_before_it_was_left():
    given = session(item("1", 60), item("2", 60), item("3", 60))
    before = timed(given, {"14-am": [("1", 60), ("3", 60)], "14-pm": [("2", 60)]})
    left = record(before, "1", "continues", "2009-05-14 10:40")
    found = record(left, "2", "concluded", "2009-05-14 11:20")
    assert table(found)["14-am"] == [("1", "10:00", "10:40"), ("2", "10:40", "11:20"), ("3", "11:20", "12:20")]
    assert "14-pm" not in table(found)
    assert [str(each) for each in check(found)] == ["Item 1 must be given 20 minutes in all. Item 1 is not taken up."]


@pytest.mark.parametrize(
    ("name", "outcome", "moment", "message"),
    [
        ("2", "concluded", "2009-05-14 12:00", r"takes no time of its own; record one of 2 \(a\), 2 \(b\), 2 \(c\)"),
        ("2 (a)", "concluded", "2009-05-13 12:00", "no meeting"),
        ("2 (a)", "concluded", "2009-05-14 10:00", "the item cannot be left at 10:00, for it is opened at 10:00"),
        ("1 (a)", "concluded", "2009-05-14 10:30", "is already recorded as concluded"),
        ("1 (b)", "concluded", "2009-05-14 10:05", "the meeting of 2009-05-14 10:00 has a later record"),
    ],
)
def test_what_cannot_have_been_is_refused(name, outcome, moment, message):
    before = record(published(), "1 (a)", "concluded", "2009-05-14 10:10")
    if "cannot be left" in message:
        before = published()
    with pytest.raises(BadInput, match=message):
        record(before, name, outcome, moment)


def test_nothing_is_held_in_a_meeting_that_was_adjourned():
    before = record(published(), "2 (a)", "adjourned", "2009-05-14 12:00")
    with pytest.raises(BadInput, match="is already recorded as adjourned at 12:00"):
        record(before, "2 (a)", "concluded", "2009-05-14 12:30")


def test_the_rest_that_goes_on_in_the_same_meeting_is_one_row_and_still_to_come():
    given = session(item("1", 60), item("2", 60))
    found = record(timed(given, {"14-am": [("1", 60), ("2", 60)]}), "1", "continues", "2009-05-14 10:50")
    revised = plan(given, published=found)
    assert table(revised) == {"14-am": [("1", "10:00", "11:00"), ("2", "11:00", "12:00")]}
    assert plan(given, published=revised).considerations == revised.considerations
    assert list(check(revised)) == []


def test_an_unknown_outcome_is_told_with_those_there_are():
    with pytest.raises(UnknownName, match="not-reached"):
        record(published(), "2 (a)", "finished", "2009-05-14 12:00")


# Judging and planning what remains


def test_what_was_held_breaks_no_rule():
    found = record(published(), "2 (a)", "concluded", "2009-05-14 12:20")
    assert list(check(found)) == []


def test_what_is_left_over_is_said_to_need_time():
    found = record(published(), "3", "not-reached", "2009-05-15 17:30")
    assert [violation.rule for violation in check(found)] == ["whole-time"]


def test_planning_again_starts_from_the_facts():
    found = record(published(), "2 (a)", "concluded", "2009-05-14 12:20")
    revised = plan(founding(), published=found)
    assert table(revised)["14-am"][:3] == [("1a", "10:00", "10:15"), ("1b", "10:15", "10:30"), ("2a", "10:30", "12:20")]
    assert (revised.actuals, list(check(revised))) == (found.actuals, [])


def test_the_rest_of_an_item_gets_the_minutes_that_it_still_needs():
    given = session(item("1", 120), item("2", 60))
    found = record(timed(given, {"14-am": [("1", 120), ("2", 60)]}), "1", "continues", "2009-05-14 10:45")
    found = record(found, "2", "concluded", "2009-05-14 13:00")
    revised = plan(given, published=found)
    rest = [row for row in revised.considerations if row.instalment == "1"]
    assert [row.window.minutes for row in rest] == [45, 75]
    assert list(check(revised)) == []


def test_an_item_that_was_not_reached_is_planned_again():
    given = session(item("1", 60), item("2", 60))
    found = record(timed(given, {"14-am": [("1", 60), ("2", 60)]}), "2", "not-reached", "2009-05-14 13:00")
    assert table(plan(given, published=found)) == {
        "14-am": [("1", "10:00", "11:00")],
        "14-pm": [("2", "15:00", "16:00")],
    }


def test_the_rest_of_an_adjourned_item_is_planned_again():
    given = session(item("1", 120))
    found = record(timed(given, {"14-am": [("1", 120)]}), "1", "adjourned", "2009-05-14 11:00")
    revised = plan(given, published=found)
    assert table(revised) == {"14-am": [("1", "10:00", "11:00")], "14-pm": [("1", "15:00", "16:00")]}
    assert revised.meeting("14-am").closes == at(14, 11)


@pytest.mark.parametrize(("early", "meeting"), [(EarlyEnd.NEXT_ITEM, "14-am"), (EarlyEnd.ADJOURN, "14-pm")])
def test_time_left_over_is_used_unless_the_meeting_is_adjourned(early, meeting):
    given = replace(session(item("1", 120), item("2", 60), item("3", 90)), early_end=early)
    before = timed(given, {"14-am": [("1", 120), ("2", 60)], "14-pm": [("3", 90)]})
    found = record(record(before, "1", "concluded", "2009-05-14 10:30"), "2", "concluded", "2009-05-14 11:00")
    shut = replace(given, meetings=tuple(each for each in given.meetings if each.key in ("14-am", meeting)))
    assert [row.meeting for row in plan(shut, published=found).considerations if row.instalment == "3"] == [meeting]


def test_rows_typed_by_hand_ask_for_what_is_left_of_them():
    laid = (Rows("14-am", ("1", "2")), Rows("14-pm", ("2", "3")), Rows("15-am", ("4",)))
    given = session(item("1", 60), item("2", 180), item("3", 120), item("4", 60), organization=laid)
    found = record(plan(given), "1", "concluded", "2009-05-14 10:30")
    found = plan(given, published=record(found, "2", "continues", "2009-05-14 13:00"))
    assert table(found)["14-pm"] == [("2", "15:00", "15:30"), ("3", "16:00", "18:00")]
    found = record(record(found, "2", "concluded", "2009-05-14 15:20"), "3", "not-reached", "2009-05-14 18:00")
    assert [str(each) for each in check(found)] == ["Item 3 must be given 120 minutes in all. Item 3 is not taken up."]
    revised = plan(given, published=found)
    assert table(revised)["14-pm"] == [("2", "15:00", "15:20")]
    assert table(revised)["15-am"] == [("4", "10:00", "11:00")]
    assert (table(revised)["15-pm"], list(check(revised))) == ([("3", "15:00", "17:00")], [])


def test_the_rest_of_an_item_with_least_and_most_minutes_has_what_is_left_of_them():
    flexible = replace(item("2"), takes=Takes(Duration(120), Duration(90), Duration(180)))
    given = session(item("1", 60), flexible, item("3", 180), meetings=founding().meetings[:2])
    before = timed(given, {"14-am": [("1", 60), ("2", 120)], "14-pm": [("3", 180)]})
    left = remaining(record(before, "2", "continues", "2009-05-14 11:20")).programme.session.agenda["2"].takes
    assert left == Takes(Duration(100), Duration(70), Duration(160))


def test_meetings_are_numbered_as_held():
    found = record(published(), "2 (a)", "adjourned", "2009-05-14 12:00")
    cancelled = tuple(replace(each, cancelled=each.key == "14-pm") for each in found.meetings)
    later = replace(found, meetings=cancelled)
    assert [later.number(each) for each in cancelled] == [1, None, 2, 3]


def test_facts_survive_the_file():
    found = record(published(), "2 (a)", "concluded", "2009-05-14 12:20")
    assert programme_from_json(programme_to_json(found)) == found


def test_what_remains_is_stated_or_is_the_unused_estimate():
    given = session(item("1", 120), item("2", 60))
    before = timed(given, {"14-am": [("1", 120)], "14-pm": [("2", 60)]})
    for stated, left in ((None, 80), (30, 30), (150, 150)):
        found = record(before, "1", "continues", "2009-05-14 10:40", stated)
        assert remaining(found).programme.session.agenda["1"].takes.expected.minutes == left


def test_what_was_stated_is_used_up_in_turn():
    given = session(item("1", 60), item("2", 60))
    before = timed(given, {"14-am": [("1", 60)], "14-pm": [("2", 60)]})
    longer = plan(given, published=record(before, "1", "continues", "2009-05-14 11:00", 90))
    again = record(longer, "1", "continues", "2009-05-14 11:30")
    assert remaining(again).programme.session.agenda["1"].takes.expected.minutes == 60


def test_an_item_that_continues_with_nothing_left_is_asked_about():
    given = session(item("1", 60), item("2", 60))
    before = timed(given, {"14-am": [("1", 60)], "14-pm": [("2", 60)]})
    with pytest.raises(BadInput, match="the 60 minutes of item 1 are used up, and it continues"):
        record(before, "1", "continues", "2009-05-14 11:00")


@pytest.mark.parametrize(("outcome", "minutes"), [("concluded", 60), ("not-reached", 60), ("continues", 0)])
def test_only_what_continues_has_minutes_that_remain(outcome, minutes):
    given = session(item("1", 60), item("2", 60))
    before = timed(given, {"14-am": [("1", 60)], "14-pm": [("2", 60)]})
    with pytest.raises(BadInput):
        record(before, "1", outcome, "2009-05-14 10:30", minutes)

"""What the usual preferences make of plain session files: the programme that an officer would circulate."""

from pathlib import Path

import pytest

import wgsched as wg
from wgsched.cli.counts import counts
from wgsched.model import Programme, Verdict

INPUTS = Path(__file__).parent.parent / "inputs"


def planned(name: str) -> Programme:
    return wg.plan(wg.read_session(INPUTS / f"{name}.yaml"))


def business(programme: Programme, report: str) -> dict[str, list[str]]:
    """Return what each meeting takes up, by day and hour, but for the report."""
    return {
        meeting.opens.format("ddd HH"): [row.instalment for row in programme.rows(meeting) if row.instalment != report]
        for meeting in programme.meetings
        if any(row.instalment != report for row in programme.rows(meeting))
    }


def test_in_five_days_the_panel_is_inside_its_item_and_the_agenda_is_kept():
    assert business(planned("five-days"), "8") == {
        "Mon 10": ["1a", "1b", "1c", "2"],
        "Mon 15": ["2"],
        "Tue 10": ["panel", "2"],
        "Tue 15": ["3"],
        "Wed 10": ["4", "5"],
        "Wed 15": ["5"],
        "Thu 10": ["5", "6", "7"],
    }


def test_items_follow_the_agenda_from_the_first_hour_on():
    assert business(planned("items-that-follow-the-agenda"), "7") == {
        "Mon 10": ["1", "2"],
        "Mon 15": ["2"],
        "Tue 10": ["2", "3"],
        "Tue 15": ["3"],
        "Wed 10": ["3", "4"],
        "Wed 15": ["4"],
        "Thu 10": ["5", "6"],
    }


def test_no_time_is_idle_while_there_is_business():
    programme = planned("business-of-a-week")
    assert list(business(programme, "3").values()) == [["1", "2"], *[["2"]] * 8]
    second = [row for row in programme.considerations if row.instalment == "2"]
    assert f"{second[0].opens:%a %H.%M}" == "Mon 10.30"
    assert sum(row.window.minutes for row in second if row.window) == 8 * 180


def test_a_panel_sits_inside_its_item_also_where_the_agenda_is_a_rule():
    assert business(planned("panel-inside-its-item"), "3") == {
        "Mon 10": ["1", "2"],
        "Mon 15": ["2"],
        "Tue 10": ["panel", "2"],
    }


def test_business_is_taken_up_without_a_gap_before_a_report_that_is_fixed_late():
    assert business(planned("business-before-a-late-report"), "5") == {
        "Mon 10": ["1", "2"],
        "Mon 15": ["2"],
        "Tue 10": ["2", "3"],
        "Tue 15": ["3"],
        "Wed 10": ["3", "4"],
        "Wed 15": ["4"],
    }


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("five-days", "50 free minutes before the business ends"),
        ("items-that-follow-the-agenda", "45 free minutes before the business ends"),
        ("business-of-a-week", "nothing"),
        ("panel-inside-its-item", "nothing"),
        ("business-before-a-late-report", "1 avoidable continuation"),
        ("upon-conclusion-in-another-forum", "nothing"),
    ],
)
def test_what_is_not_as_wished_is_proved_to_be_the_least(name, said):
    programme = planned(name)
    assert (programme.finding.verdict, list(wg.check(programme)), counts(programme)) == (Verdict.BEST, [], said)

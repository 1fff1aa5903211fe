"""Plain session files as officers type them: each gives the programme that it asks for."""

from pathlib import Path

import pytest

import wgsched as wg

INPUTS = Path(__file__).parent.parent / "inputs"


def planned(name):
    return wg.plan(wg.read_session(INPUTS / f"{name}.yaml"))


def rows(programme):
    """Return what each meeting takes up, by day and hour."""
    return {
        meeting.opens.format("ddd HH:mm"): [row.instalment for row in programme.rows(meeting)]
        for meeting in programme.meetings
        if programme.rows(meeting)
    }


def test_the_period_of_a_meeting_that_is_added_can_be_named_elsewhere():
    programme = planned("night-meeting-named")
    assert rows(programme)["Tue 19:00"] == ["3"]
    assert rows(programme)["Tue 10:00"] == ["panel"]


def test_a_team_serves_a_morning_with_a_coffee_break_as_one_meeting():
    assert rows(planned("coffee-break")) == {"Tue 09:00": ["1", "2"], "Tue 11:00": ["2"]}


def test_from_a_day_to_the_same_is_that_day():
    assert rows(planned("from-a-day-to-the-same")) == {"Tue 10:00": ["e"]}


def test_a_meeting_with_nothing_behind_it_is_refused_with_both_readings():
    with pytest.raises(wg.BadInput, match=r"11:10: meetings\.Wed am: .* Write none if .*, or leave the line out if"):
        planned("meeting-with-nothing-behind-it")

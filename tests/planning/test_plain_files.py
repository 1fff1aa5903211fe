"""Plain session files as officers type them: each gives the programme that it asks for."""

from dataclasses import replace
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
    with pytest.raises(wg.BadInput, match=r"10:10: meetings\.Wed am: .* Write none if .*, or leave the line out if"):
        planned("meeting-with-nothing-behind-it")


def test_an_item_that_goes_round_a_meeting_is_named_in_the_conflict_with_a_repair_that_works():
    with pytest.raises(wg.NoProgramme) as refused:
        planned("round-the-one-meeting")
    assert [sentence.code for sentence in refused.value.conflict] == ["uninterrupted", "languages-there"]
    given_up = ("repair-waive", "repair-without")
    waived = {each.sentence.code: each.sentence for each in refused.value.repairs if each.sentence.code in given_up}
    assert [waived[code]["sentence"].code for code in given_up] == ["uninterrupted", "languages-there"]
    assert waived["repair-waive"]["rule"] == "uninterrupted"
    session = wg.read_session(INPUTS / "round-the-one-meeting.yaml")
    waiving = wg.plan(replace(session, waives=frozenset({"uninterrupted"})))
    assert rows(waiving) == {"Tue 10:00": ["informal"], "Wed 10:00": ["priority"], "Thu 10:00": ["informal"]}


def test_typed_rows_stand_also_where_a_part_is_short():
    programme = planned("typed-short-part")
    assert rows(programme) == {"Mon 10:00": ["1", "2"], "Mon 15:00": ["2", "3"]}
    assert (list(wg.check(programme)), programme.finding.verdict) == ([], wg.Verdict.TYPED)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("first-business-of-a-standing-agenda", {"Mon 14:00": ["1", "2a", "2b", "2c", "3"]}),
        ("waived-report", {"Mon 10:00": ["1", "2", "3", "4"]}),
        ("entry-before-the-opening", {"Sun 14:00": ["welcome", "1", "1.3"], "Mon 09:00": ["address", "1.4"]}),
        ("typed-without-hours", {"Mon 10:00": ["1", "2"], "Mon 15:00": ["2"], "Tue 10:00": ["2", "3"]}),
    ],
)
def test_agendas_as_bodies_have_them_keep_their_order_and_nothing_is_broken(name, expected):
    programme = planned(name)
    assert rows(programme) == expected
    assert list(wg.check(programme)) == []
    assert {line.cost for line in wg.score(programme) if line.preference == "agenda-order-kept"} <= {0}


def printed(programme, layout):
    return wg.annex(programme, language="en", layout=layout).bytes("text").decode()


@pytest.mark.parametrize(
    ("name", "numbers"),
    [
        ("known-meetings", {"Tue 09:00 plenary": 4}),
        (
            "known-committees",
            {
                "Tue 09:00 plenary": 4,
                "Tue 09:00 committee-a": 1,
                "Tue 14:30 plenary": 5,
                "Tue 14:30 committee-a": 2,
                "Tue 20:00 committee-a": 3,
                "Sat 09:00 committee-a": 4,
                "Sat 14:30 committee-a": 5,
            },
        ),
    ],
)
def test_meetings_that_are_known_before_their_items_make_a_programme(name, numbers):
    programme = planned(name)
    kept = {f"{each.opens:ddd HH:mm} {each.forum}": programme.number(each) for each in programme.meetings}
    assert (kept, list(wg.check(programme))) == (numbers, [])
    for layout in ("organization-of-work", "order-of-the-day", "journal", "day-grid"):
        assert printed(programme, layout).count(" meeting") >= len(numbers)


def test_a_meeting_without_business_is_neither_numbered_nor_printed_unless_it_is_kept(tmp_path):
    text = (INPUTS / "entry-before-the-first-item.yaml").read_text(encoding="utf-8").replace("BEFORE", "1")
    file = tmp_path / "session.yaml"
    for more, number, hours in (("", None, 0), ("meetings: {Mon pm: {kept: yes}}\n", 2, 1)):
        file.write_text(text + more, encoding="utf-8")
        programme = wg.plan(wg.read_session(file))
        assert [programme.number(each) for each in programme.meetings] == [1, number]
        assert printed(programme, "organization-of-work").count("3–6 p.m.") == hours


def test_an_item_upon_conclusion_of_one_in_another_forum_has_no_hour_on_papers():
    programme = planned("upon-conclusion-in-another-forum")
    assert [(row.instalment, f"{row.opens:%H:%M}") for row in programme.considerations] == [
        ("9", "09:00"),
        ("12", "10:00"),
    ]
    assert list(wg.check(programme)) == []
    lines = printed(programme, "organization-of-work").splitlines()
    assert [line.partition(" | ")[0] for line in lines if "Item" in line] == [
        "9 a.m.–noon",
        "Upon conclusion of item 9",
    ]
    assert b"DTSTART;TZID=Europe/Zurich:20220527T100000" in wg.feed(programme, language="en").data

"""Programme files: self-contained, the same bytes for the same programme, read back equal, pleasant by hand."""

import json
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import pendulum
import pytest

from tests import programmes, sessions
from wgsched.errors import BadInput
from wgsched.files import (
    programme_from_json,
    programme_of_rows,
    programme_to_json,
    read_programme,
    read_session,
    session_from,
    write_programme,
)
from wgsched.model import (
    Actual,
    Consideration,
    Duration,
    Finding,
    Outcome,
    Status,
    Takes,
    Text,
    Unique,
    Verdict,
    Window,
)
from wgsched.preferences.preferred_day import PreferredDay
from wgsched.rules.concluded_by import ConcludedBy

EXAMPLE = Path(__file__).parents[2] / "examples" / "asset-recovery-2009.yaml"
MOMENT = "Expected for example 2009-05-14 10:00, perhaps with the name of a zone."
KEYS = ("plenary-2009-05-14-am", "plenary-2009-05-14-pm", "plenary-2009-05-15-am", "plenary-2009-05-15-pm")


@pytest.fixture
def programme():
    rows = dict(zip(KEYS, programmes.FOUNDING.values(), strict=True))
    return programmes.timed(read_session(EXAMPLE), rows)


def test_the_founding_programme_is_read_back_equal(programme):
    content = programme_to_json(programme)
    assert programme_from_json(content) == programme
    assert programme_to_json(programme_from_json(content)) == content


def test_its_head_says_what_it_is_and_its_rows_come_before_the_session(programme):
    data = json.loads(programme_to_json(programme))
    assert list(data) == ["wgsched", "version", "meetings", "session"]
    assert (data["wgsched"], data["version"]) == ("programme", 1)


def test_each_row_stands_on_a_line_of_its_own(programme):
    lines = programme_to_json(programme).decode().splitlines()
    assert lines[10:14] == [
        '      "rows": [',
        '        {"item": "1a", "opens": "10:00", "closes": "10:15"},',
        '        {"item": "1b", "opens": "10:15", "closes": "10:30"},',
        '        {"item": "2a", "opens": "10:30", "closes": "13:00"}',
    ]


def test_everything_a_programme_can_carry_is_read_back_equal(programme):
    session = programme.session.with_rules(
        ConcludedBy("2 (c)", "2009-05-14 18:00", why="the panel can only come on Thursday"),
        ConcludedBy("2c", sessions.at(14, 18), why=Text({"en": "so", "fr": "ainsi"}, to_review=["fr"])),
    ).with_wishes(PreferredDay("3", "2009-05-15"), PreferredDay("3", pendulum.date(2009, 5, 15)))
    session = replace(session, waives=frozenset({"no-short-part", "holidays-free"}), weights={"dead-time": 3})
    moved = replace(programme.meetings[3], room="C2", opens=sessions.at(15, 14, 30), cancelled=True, number=7)
    carried = replace(
        programme,
        session=session,
        meetings=(*programme.meetings[:3], moved),
        status=Status.SILENCE,
        finding=Finding(Verdict.BEST, 40, 40, Unique.YES, reproducible=False, interrupted=True),
        as_of=pendulum.datetime(2009, 5, 14, 16, 12, 30, tz="America/New_York"),
        actuals=(Actual("1a", KEYS[0], Outcome.CONCLUDED, sessions.at(14, 10, 20)),),
        silence_until=sessions.at(13, 12),
    )
    assert programme_from_json(programme_to_json(carried)) == carried


def test_a_row_after_midnight_and_one_in_another_zone_keep_their_moments(programme):
    night = pendulum.datetime(2009, 5, 15, 0, 30, tz="Europe/Vienna")
    far = pendulum.datetime(2009, 5, 14, 9, tz="America/New_York")
    odd = replace(programme, considerations=(Consideration("1a", KEYS[0], far, night),))
    assert programme_from_json(programme_to_json(odd)) == odd


def test_the_hour_that_comes_twice_when_clocks_go_back_is_told_apart():
    from wgsched.files.grammar.written import LEAVES, read, said

    first = pendulum.datetime(2009, 10, 25, 2, 30, tz="Europe/Vienna", fold=0)
    second = pendulum.datetime(2009, 10, 25, 2, 30, tz="Europe/Vienna", fold=1)
    assert [said(moment, "Europe/Vienna") for moment in (first, second)] == [
        "2009-10-25 02:30",
        "2009-10-25 02:30 later",
    ]
    for moment in (first, second):
        back = read(pendulum.DateTime, said(moment, "Europe/Vienna"), "Europe/Vienna")
        assert back.timestamp() == moment.timestamp()
    assert len(LEAVES) == 9


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (Takes(Duration(90)), "90 min"),
        (Takes(Duration(meetings=Fraction(3, 2)), estimate=True), "~3/2 meetings"),
        (Takes(Duration(60), Duration(45), Duration(120)), "60 min, at least 45 min, at most 120 min"),
        (Duration(10, Fraction(1, 3)), "10 min + 1/3 meetings"),
        (Window(sessions.at(14, 10), sessions.at(14, 13)), "2009-05-14 10:00 to 2009-05-14 13:00"),
        (pendulum.time(9, 30), "09:30"),
    ],
)
def test_small_values_are_one_text_each(value, text):
    from wgsched.files.grammar.written import read, said

    assert said(value, "Europe/Vienna") == text
    assert read(type(value), text, "Europe/Vienna") == value


def test_an_item_moved_by_hand_is_read_where_it_was_put(programme):
    data = json.loads(programme_to_json(programme))
    row = data["meetings"][3]["rows"].pop(0)
    data["meetings"][0]["rows"].insert(0, row | {"item": "2 (c)", "opens": "9:30"})
    read = programme_from_json(json.dumps(data))
    assert read.considerations[0] == Consideration("2c", KEYS[0], sessions.at(14, 9, 30), sessions.at(14, 17))


def test_rows_may_be_typed_as_bare_items_without_hours(programme):
    data = json.loads(programme_to_json(programme))
    data["meetings"][0]["rows"] = ["1 (a)", "1b"]
    assert programme_from_json(json.dumps(data)).considerations[:2] == (
        Consideration("1a", KEYS[0]),
        Consideration("1b", KEYS[0]),
    )


def test_five_mistakes_by_hand_give_five_located_faults(programme):
    text = programme_to_json(programme).decode()
    text = text.replace('"item": "2c"', '"item": "2d"').replace('"opens": "10:15"', '"opens": "quarter past"')
    text = text.replace('"period": "am"', '"periode": "am"', 1).replace('"kind": "meeting"', '"kind": "meting"')
    text = text.replace('"2009-05-15 15:00"', '"2009-05-35 15:00"', 1)
    kind = text[: text.index('"meting"')].count("\n") + 1
    with pytest.raises(BadInput) as caught:
        programme_from_json(text, "p.json")
    assert [(fault.line, fault.path, fault.hint) for fault in caught.value.faults] == [
        (10, "meetings.1.periode", "Did you mean 'period'?"),
        (13, "meetings.1.rows.2.opens", MOMENT),
        (41, "meetings.4.opens", MOMENT),
        (45, "meetings.4.rows.1.item", "Known: 1a, 1b, 2a, 2b, 2c, 3."),
        (kind, "session.kind", "Did you mean 'meeting'?"),
    ]


def test_a_newer_version_is_refused_in_so_many_words(programme):
    text = programme_to_json(programme).decode().replace('"version": 1', '"version": 2', 1)
    with pytest.raises(BadInput, match=r"p.json:3:14: version: was written by a newer wgsched: version 2"):
        programme_from_json(text, "p.json")


@pytest.mark.parametrize("content", ["", "[]", "{}", '{"wgsched": "ledger"}', "meetings: []", "\x00", b"\xff\xfe"])
def test_what_is_no_programme_is_refused(content):
    with pytest.raises(BadInput):
        programme_from_json(content)


def test_a_meeting_of_a_forum_that_is_not_there_is_told_where_it_stands(programme):
    data = json.loads(programme_to_json(programme))
    data["meetings"].reverse()
    data["meetings"][0]["forum"] = "plenery"
    with pytest.raises(BadInput) as caught:
        programme_from_json(json.dumps(data))
    assert [(fault.path, fault.message, fault.hint) for fault in caught.value.faults] == [
        ("meetings.1.forum", "there is no forum 'plenery'", "Did you mean 'plenary'?")
    ]


def test_a_row_may_call_its_item_an_instalment_and_one_row_needs_no_list(programme):
    data = json.loads(programme_to_json(programme))
    data["meetings"][0]["rows"] = [{"instalment": "1a"}]
    data["meetings"][1]["rows"] = "1b"
    assert programme_from_json(json.dumps(data)).considerations[:2] == (
        Consideration("1a", KEYS[0]),
        Consideration("1b", KEYS[1]),
    )


def test_names_that_lead_nowhere_are_told(programme):
    data = json.loads(programme_to_json(programme))
    data["session"]["agenda"]["items"][1]["parent"] = "9"
    data["session"]["documents"][0]["items"] = ["7"]
    data["session"]["meetings"][1]["key"] = data["session"]["meetings"][0]["key"]
    data["session"]["meetings"][2]["forum"] = "plenery"
    with pytest.raises(BadInput) as caught:
        programme_from_json(json.dumps(data))
    assert [fault.path for fault in caught.value.faults] == [
        "session.meetings.2.key",
        "session.meetings.3.forum",
        "session.agenda.items.2.parent",
        "session.documents.1.items",
    ]


def test_writing_replaces_the_file_at_once_and_leaves_nothing_beside_it(tmp_path, programme):
    path = tmp_path / "programme.json"
    path.write_text("old", encoding="utf-8")
    write_programme(programme, path)
    assert read_programme(path) == programme
    assert [each.name for each in tmp_path.iterdir()] == ["programme.json"]


def test_a_folder_that_is_not_there_is_a_fault_and_writes_nothing(tmp_path, programme):
    with pytest.raises(BadInput, match="cannot be written"):
        write_programme(programme, tmp_path / "nowhere" / "programme.json")
    with pytest.raises(BadInput, match="cannot be read"):
        read_programme(tmp_path / "nowhere.json")
    assert list(tmp_path.iterdir()) == []


def test_rows_in_no_meeting_are_not_written(programme):
    with pytest.raises(BadInput, match="'nowhere', which is not a meeting"):
        programme_to_json(replace(programme, considerations=(Consideration("1a", "nowhere"),)))


TYPED = """
body: Tests
place: Vienna
days: Thu 14 May 2009
agenda: {1: Opening, 2: Work, 3: Report}
organization:
  Thu am: [1, 2]
  Thu pm: %s
"""


def test_rows_all_typed_by_hand_are_a_programme_without_planning():
    programme = programme_of_rows(session_from(TYPED % "[2, 3]"))
    assert [(row.instalment, row.meeting[-2:]) for row in programme.considerations] == [
        ("1", "am"),
        ("2", "am"),
        ("2", "pm"),
        ("3", "pm"),
    ]
    assert programme.finding.verdict is Verdict.TYPED


def test_rows_left_to_planning_are_no_programme_yet():
    with pytest.raises(BadInput, match="not all typed by hand: Thu pm"):
        programme_of_rows(session_from(TYPED % "..."))

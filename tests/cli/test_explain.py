"""``wgsched explain``, and what ``wgsched plan`` says where there is no programme."""

from __future__ import annotations

import json

import pytest

from wgsched.cli.app import main

FILE = """\
symbol: A/1
body: {title: {en: Committee on Tests}}
place: Vienna
days: 14 - 15 May 2009
languages: [en]
agenda:
  1: {title: {en: One}, takes: 300 min}
  2: {title: {en: Two}, takes: 300 min}
"""

SHORT = (
    FILE
    + """\
rules:
  - concluded by: {item: 1, moment: 2009-05-14 18:00}
  - concluded by: {item: 2, moment: 2009-05-14 18:00}
"""
)


@pytest.fixture
def file(tmp_path):
    def write(text):
        (tmp_path / "session.yaml").write_text(text, encoding="utf-8")
        return str(tmp_path / "session.yaml")

    return write


CONFLICT = [
    "- Item 1 must be concluded by Thursday, 14 May, 6 p.m.",
    "- Item 2 must be concluded by Thursday, 14 May, 6 p.m.",
    "- Items 1 and 2 need 600 minutes, but the meetings from Thursday, 14 May, 10 a.m. "
    "to Thursday, 14 May, 6 p.m. have only 360 minutes.",
]


def test_why_there_is_no_programme_is_said_with_what_would_help(file, capsys):
    assert main(["explain", file(SHORT)]) == 1
    said = capsys.readouterr().out.splitlines()
    assert said[:5] == [
        "There is no programme. These cannot all hold:",
        *CONFLICT,
        "Any one of these would help, the cheapest first:",
    ]
    assert said[5] == "- Let item 1 be concluded by Friday, 15 May, 4 p.m. instead of Thursday, 14 May, 6 p.m."


def test_planning_says_the_same_and_ends_with_a_lawful_no(file, capsys):
    assert main(["explain", file(SHORT)]) == 1
    explained = capsys.readouterr().out
    assert main(["plan", file(SHORT)]) == 1
    assert capsys.readouterr().err == explained


def test_it_can_be_said_in_another_language_and_as_data(file, capsys):
    assert main(["plan", file(SHORT), "--language", "zh", "--json"]) == 1
    found = json.loads(capsys.readouterr().out)
    assert (found["possible"], found["minimal"]) == (False, True)
    assert found["conflict"][0] == "议程项目1须在5月14日，星期四，下午6时前审议完毕。"
    assert [each["cost"] for each in found["repairs"]] == sorted(each["cost"] for each in found["repairs"])


def test_of_a_session_that_can_be_planned_it_is_said_what_binds(file, capsys):
    late = FILE + "rules:\n  - not before: {item: 1, moment: 2009-05-14 15:00}\n"
    assert main(["explain", file(late)]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "A programme is possible. To give up any one of these would allow a better one:",
        "- Item 1 must not be taken up before Thursday, 14 May, 3 p.m.",
    ]


def test_where_nothing_binds_that_is_said(file, capsys):
    assert main(["explain", file(FILE)]) == 0
    assert capsys.readouterr().out == "A programme is possible, and no rule stands in the way of a better one.\n"


def test_what_a_wish_costs_is_said(file, capsys):
    text = FILE.replace("One}, takes: 300", "One}, takes: 100").replace("Two}, takes: 300", "Two}, takes: 180")
    assert main(["explain", file(text), "--wish", "dead-time"]) == 0
    assert capsys.readouterr().out == "The wish “dead-time” costs the others 60 points: 60 with it, 0 without it.\n"


def test_an_unknown_wish_is_bad_input(file, capsys):
    assert main(["explain", file(FILE), "--wish", "quick"]) == 2
    assert "no preference is called 'quick'" in capsys.readouterr().err


FLEXIBLE = SHORT.replace("takes: 300 min", "takes: 200 min (150-250)", 1).replace("takes: 300 min", "takes: 200 min")
FEWER = "Item 1 has fewer minutes than expected: 150 minutes instead of 200 minutes."


def test_fewer_minutes_are_an_answer_and_the_verdict_names_them(file, capsys):
    assert main(["plan", file(FLEXIBLE)]) == 0
    told = capsys.readouterr().out.splitlines()
    assert told[-1].endswith("Best possible for these minutes: proved; no other programme is as good.")
    assert told[told.index(FEWER) - 2].startswith("Everything fits: 2 items, 2 meetings")
    assert told[told.index(FEWER) - 1].startswith("2 of 4 meetings used; ")


def test_explain_says_what_stands_against_the_expected_minutes(file, capsys):
    assert main(["explain", file(FLEXIBLE)]) == 0
    told = capsys.readouterr().out.splitlines()
    assert told[:7] == [
        "A programme is possible, but not with the expected minutes:",
        f"- {FEWER}",
        "With the expected minutes these cannot all hold:",
        *(line.replace("600", "400") for line in CONFLICT),
        "Any one of these would help, the cheapest first:",
    ]
    assert main(["explain", file(FLEXIBLE), "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert (found["possible"], found["minutes"], len(found["conflict"])) == (True, [FEWER], 3)


ORDERED = """\
symbol: A/1
body: {title: {en: Committee on Tests}}
place: Vienna
days: 14 - 15 May 2009
languages: [en]
agenda:
  1: {is: opening, takes: 30 min}
  2: {title: {en: Two}, takes: 150 min}
  3: {title: {en: Three}, takes: 180 min, not before: Fri 10:00}
  4: {title: {en: Four}, takes: 150 min}
  5: {title: {en: Five}, takes: 120 min}
  6: {is: report, takes: 60 min}
"""
AGAINST = [
    "- Item 6 must come after everything except the closure.",
    "- Item 3 must not be taken up before Friday, 15 May, 10 a.m.",
    "- Items 3, 4 and 6 need 390 minutes, but the meetings from Friday, 15 May, 10 a.m. "
    "to Friday, 15 May, 6 p.m. have only 360 minutes.",
]
MEETING = "the meeting of Thursday, 14 May, 3–6 p.m."


@pytest.mark.parametrize(
    ("item", "expected"),
    [
        (
            "1",
            [
                "Item 1 is taken up at the meeting of Thursday, 14 May, 10 a.m.–1 p.m.",
                "It is in agenda order.",
                "There is no meeting before in which it could be taken up.",
            ],
        ),
        (
            "4",
            [
                f"Item 4 is taken up at {MEETING}",
                "It is out of agenda order:",
                f"- Item 4 is opened in {MEETING}, and item 3 is concluded in "
                "the meeting of Friday, 15 May, 10 a.m.–1 p.m.",
                "Agenda order is not possible, because of these:",
                *AGAINST,
                "Concluded before that meeting, a programme would be as good; "
                "of equals, the one earliest in agenda order is taken.",
            ],
        ),
        (
            "5",
            [
                "Item 5 is taken up at the meeting of Friday, 15 May, 3–6 p.m.",
                "It is in agenda order.",
                "Concluded before that meeting, the best programme would have more: 1 avoidable continuation.",
            ],
        ),
        (
            "6",
            [
                "Item 6 is taken up at the meeting of Friday, 15 May, 3–6 p.m.",
                "It is in agenda order.",
                "It cannot be concluded before that meeting, because of these:",
                AGAINST[0],
                "- Items 1, 2, 3, 4 and 5 need 630 minutes, but the meetings from Thursday, 14 May, 10 a.m. "
                "to Friday, 15 May, noon have only 480 minutes.",
            ],
        ),
    ],
)
def test_why_an_item_is_where_it_is_is_said(file, capsys, item, expected):
    assert main(["explain", file(ORDERED), "--item", item]) == 0
    assert capsys.readouterr().out.splitlines() == expected


def test_the_same_is_said_of_a_programme_file_as_data_and_in_another_language(file, capsys, tmp_path):
    assert main(["plan", file(ORDERED), "-o", str(tmp_path / "out")]) == 0
    capsys.readouterr()
    planned = str(tmp_path / "out" / "programme.json")
    assert main(["explain", planned, "--item", "3", "--json", "--language", "fr"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["item"], told["in order"]["possible"], told["earlier"]["conflict"]) == (
        "3",
        False,
        ["Le point 3\u00a0: pas avant le vendredi 15 mai, 10 heures."],
    )


def test_of_a_programme_file_each_item_out_of_agenda_order_is_explained(file, capsys, tmp_path):
    assert main(["plan", file(ORDERED), "-o", str(tmp_path / "out")]) == 0
    planned = str(tmp_path / "out" / "programme.json")
    capsys.readouterr()
    assert main(["explain", planned, "--item", "4"]) == 0
    alone = capsys.readouterr().out
    assert main(["explain", planned]) == 0
    assert capsys.readouterr().out == alone
    assert main(["explain", planned, "--json"]) == 0
    assert [each["item"] for each in json.loads(capsys.readouterr().out)] == ["4"]


def test_a_programme_in_agenda_order_says_so(file, capsys, tmp_path):
    assert main(["plan", file(ORDERED.replace(", not before: Fri 10:00", "")), "-o", str(tmp_path / "out")]) == 0
    capsys.readouterr()
    assert main(["explain", str(tmp_path / "out" / "programme.json")]) == 0
    said = "All is taken up in agenda order. With --item, explain says why an item is where it is."
    assert capsys.readouterr().out.splitlines() == [said]


def test_an_unknown_item_is_bad_input(file, capsys):
    assert main(["explain", file(ORDERED), "--item", "9"]) == 2
    assert "no agenda item is called '9'" in capsys.readouterr().err

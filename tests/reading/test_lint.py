"""What is odd in a published paper is told, each with its place."""

import pytest

from wgsched.reading import lint_paper

AGENDA = """Committee on Examples
Geneva, 10 and 11 May 2027

Provisional agenda

1. Opening of the session.
2. Budget.
3. Adoption of the report.

Annex

Proposed organization of work

Date and time | Agenda item | Title or description
"""
SESSION = """body: {en: Committee on Examples}
place: Geneva
days: Mon 10 - Tue 11 May 2027
original: en
languages: [en]
agenda:
  1: {title: {en: Opening}, takes: 60 min}
  2: {title: {en: Budget}, takes: 5 h}
organization:
  Mon am: [1, 2]
  Mon pm: [2]
"""


@pytest.fixture
def odd(tmp_path):
    def findings(rows, head=AGENDA, **options):
        path = tmp_path / "paper.txt"
        path.write_text(head + rows, "utf-8")
        return [str(finding) for finding in lint_paper(path, **options)]

    return findings


SOUND = """Monday, 10 May
10 a.m.–1 p.m. | 1 | Opening of the session
 | 2 | Budget
3–6 p.m. | 2 | Budget (continued)
Tuesday, 11 May
10 a.m.–1 p.m. | 3 | Adoption of the report
"""


def test_a_sound_paper_has_nothing_odd(odd):
    assert odd(SOUND) == []


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (" (continued)", "", "line 18: item 2, “Budget”, was taken up before, and is not marked as continued"),
        ("1 | Opening of the session", "1 | Opening of the session (continued)",
         "line 16: item 1, “Opening of the session”, is marked as continued, but was not taken up before"),
        (" | 2 | Budget\n3–6 p.m. | 2 | Budget (continued)\n", "",
         "item 2, “Budget”, is on the agenda, and is never taken up"),
        ("3–6 p.m. | 2 | Budget (continued)", "3–7 p.m. | 2 | Budget (continued)",
         "line 18: the meeting lasts 4 hours; three hours are the most with interpretation"),
        ("3–6 p.m. | 2", "2–5 p.m. | 2",
         "line 18: the meeting opens 60 minutes after the one before closes; interpreters rest 90"),
        ("Monday, 10 May", "Sunday, 10 May", "line 16: 2027-05-10 is a Monday, not a Sunday"),
        (" | 2 | Budget\n3", " | 2 | Budget and finance\n3",
         "line 17: item 2 is “Budget and finance” here, and “Budget” on the agenda"),
        ("3–6 p.m. | 2", "18:00–15:00 | 2", "line 18: “Budget”: the hours 18:00-15:00 run backwards"),
        ("3 | Adoption of the report", "4 | Election", "line 20: “Election”: item 4 is not in the agenda"),
    ],
)  # fmt: skip
def test_each_oddity_is_told_with_its_place(odd, old, new, said):
    assert said in odd(SOUND.replace(old, new))


def test_what_is_taken_up_after_the_report_is_told(odd):
    rows = SOUND + "3–6 p.m. | 2 | Budget (continued)\n"
    assert odd(rows) == ["line 21: item 2, “Budget”, is taken up after the report"]


def test_minutes_in_brackets_are_compared_with_the_hours_of_their_row(odd):
    rows = "Time | Title\n10 May 2027\n10:00-10:30 | Opening (30 min)\n10:30-11:30 | Budget (45 min)\n"
    assert odd(rows, head="") == ["line 4: “Budget (45 min)”: 45 minutes in brackets, but 60 by the clock"]


def test_weekdays_that_are_right_in_no_year_are_told(odd):
    rows = "Time | Title\nMonday, 10 May\n10-13 | Opening\nMonday, 11 May\n10-13 | Budget\n"
    assert odd(rows, head="")[0] == "the weekdays agree with the dates in no year from 1990 to 2050"


def test_a_year_that_is_not_said_is_no_finding(odd):
    assert odd("Time | Title\nMonday, 10 May\n10-13 | Opening\n15-18 | Budget\n", head="") == []


def test_a_paper_that_agrees_with_its_session_has_nothing_odd(odd, tmp_path):
    session = tmp_path / "session.yaml"
    session.write_text(SESSION, "utf-8")
    rows = "Time | Item | Title\nMonday, 10 May\n10-13 | 1 | Opening\n | 2 | Budget\n15-18 | 2 | Budget (continued)\n"
    assert odd(rows, head="", against=session) == []
    assert odd(rows.replace("15-18 | 2 | Budget (continued)\n", ""), head="", against=session) == [
        "against the session: No longer taken up: item 2, at the meeting of Monday, 10 May, 3–6 p.m."
    ]


def test_a_year_that_cannot_be_is_told(odd):
    assert odd(SOUND, head=AGENDA.replace("2027", "3027")) == ["line 2: 3027 cannot be the year"]
    assert odd(SOUND, head=AGENDA.replace("2027", "1072"))[0] == "line 2: 1072 cannot be the year"


def test_hours_that_overlap_are_told(odd):
    assert odd(SOUND.replace("3–6 p.m.", "12–3 p.m.")) == [
        "line 18: “Budget”: its hours, 12:00-15:00, overlap others; it is put beside them as “2”"
    ]


def test_a_mark_in_the_meeting_in_which_an_item_begins_is_told(odd):
    rows = SOUND.replace(" | 2 | Budget\n3", " | 2 | Budget\n | 2 | Budget (continued)\n3")
    assert odd(rows) == ["line 18: “Budget”: the meeting has this row already; they are taken as one"]


def test_a_number_that_the_agenda_has_twice_is_told(odd):
    assert odd(SOUND, head=AGENDA.replace("3. Adoption", "2. Adoption"))[0] == (
        "line 8: “2. Adoption of the report.”: the agenda has an item 2 already"
    )


def test_a_day_below_a_later_one_is_told(odd):
    rows = "Tuesday, 11 May\n10 a.m.–1 p.m. | 1 | Opening of the session\nMonday, 10 May\n10 a.m.–1 p.m. | 2 | Budget\n"
    assert "line 18: day 10 is listed after day 11 of the month" in odd(rows)

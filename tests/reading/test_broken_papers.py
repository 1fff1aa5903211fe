"""Papers whose lines are broken, run together or without hours are mended before they are read."""

import pytest

from wgsched import BadInput
from wgsched.reading import Fate, read_paper


@pytest.fixture
def read(tmp_path):
    def reading(text, **answers):
        path = tmp_path / "paper.txt"
        path.write_text(text, "utf-8")
        return read_paper(path, **{"place": "Geneva", "body": "Body", **answers})

    return reading


def rows(reading):
    return [[row.numbers or row.title for row in each.rows] for each in reading.facts.sittings]


def hours(reading):
    return [f"{meeting.opens:%d %H:%M}-{meeting.closes:%H:%M}" for meeting in reading.session.meetings]


def told(reading, fate=Fate.REFUSED):
    return [str(entry) for entry in reading.account.of(fate)]


def test_a_table_whose_cells_became_lines_is_put_together(read):
    text = """DATE

HEURE

ÉVÉNEMENT

SALLE

Lundi
21 novembre 2005

9 h 30 - 13 heures
ou plus tard si nécessaire

Rapport du Président

Salle A
(premier étage)

14 h 30 - 17 h 30

(Suite.)…

Salle B
"""
    reading = read(text)
    assert rows(reading) == [["Rapport du Président"], [""]]
    assert hours(reading) == ["21 09:30-13:00", "21 14:30-17:30"]
    assert [meeting.room for meeting in reading.session.meetings] == ["Salle A (premier étage)", "Salle B"]
    assert [item.title["fr"] for item in reading.session.agenda] == ["Rapport du Président"]
    assert len(reading.programme.considerations) == 2


def test_numbers_away_from_their_titles_and_hours_behind_their_items_are_put_together(read):
    text = """| 事项
I. |
通过会议记录
(上午八时三十分至八时三十五分)
|
II. | 下次会议日期
(上午八时三十五分至八时四十分)
|
I. | 其他事项
(上午八时四十分至九时)
"""
    reading = read(text, days="25 April 1997")
    assert hours(reading) == ["25 08:30-09:00"]
    assert [row.minutes for row in reading.facts.sittings[0].rows] == [5, 5, 20]
    assert told(reading) == ["line 9: “其他事项”: item I stands there already, with another title"]


def test_lists_that_begin_again_in_each_meeting_number_no_agenda(read):
    text = """Monday 10 May 2027
9:00 Meeting of conveners
1. Dates
2. Places
10:00-11:00 1. Roll call
2. Minutes
"""
    reading = read(text)
    assert rows(reading) == [["Dates", "Places"], ["Roll call", "Minutes"]]
    assert [each.forum for each in reading.facts.sittings] == ["Meeting of conveners", ""]
    assert hours(reading) == ["10 09:00-10:00", "10 10:00-11:00"]


def test_days_without_hours_have_the_lines_below_them_and_lunch_parts_the_day(read):
    text = """Martes 27 de enero de 2004
Apertura
Pausa
Grupos de trabajo
Almuerzo
Grupos de trabajo (continuación)
Miércoles 28 de enero de 2004
Informe al plenario
"""
    reading = read(text)
    assert rows(reading) == [["Apertura", "Grupos de trabajo"], ["Grupos de trabajo"], ["Informe al plenario"]]
    assert hours(reading)[:2] == ["27 10:00-13:00", "27 15:00-18:00"]
    assert told(reading, Fate.LEFT_OVER) == ["line 3: “Pausa”: a break, of which the paper does not say the hours"]


def test_weekdays_of_weeks_are_the_days_of_these_weeks(read):
    text = """First Week (4-8 October) |
Monday/Tuesday
-
First Plenary
-
Election of the
Chair
Wednesday
-
Second Plenary
|
Second Week (11-15 October) |
Thursday
- Closing plenary
"""
    reading = read(text, year=2010)
    assert rows(reading) == [["First Plenary", "Election of the Chair"], ["Second Plenary"], ["Closing plenary"]]
    assert [str(each.day) for each in reading.facts.sittings] == ["2010-10-04", "2010-10-06", "2010-10-14"]
    assert len(reading.session.days) == 10


def test_an_agenda_that_ran_together_is_parted(read):
    text = (
        "Conference on Timber Distr. GENERAL TD/TIMBER.3/1 2 June 2004 Original: ENGLISH Second part of the Conference "
        "for the Negotiation of an Agreement to Follow the One of 1994 Geneva, 26–30 July 2004 Provisional agenda "
        "1. Opening of the Conference 2. Adoption of the agenda 3. Election of officers 4. Establishment of "
        "committees: (a) (b) Report of the Drafting Committee 5. Other business * The text of this document was "
        "submitted later than is usual, since it was not ready before, and this note says nothing but that, at length."
    )
    reading = read(text)
    assert (reading.session.symbol, str(reading.session.issued)) == ("TD/TIMBER.3/1", "2004-06-02")
    assert [str(day) for day in (reading.session.days[0], reading.session.days[-1])] == ["2004-07-26", "2004-07-30"]
    assert list(reading.facts.items) == ["1", "2", "3", "4", "4 (a)", "4 (b)", "5"]
    assert told(reading) == ["line 1, part 12: “(a)”: item 4 (a) is torn from its title, which may stand below"]


def test_roman_numbers_above_items_that_run_on_are_headings(read):
    text = "Agenda\n\nI. Introduction\n1. Opening\n2. Officers\nII. Substance\n3. Budget\n"
    assert list(read(text, days="10 May 2027").facts.items) == ["1", "2", "3"]


def test_the_date_of_a_paper_is_no_day_of_its_session(read):
    text = "2 June 2026\n\nGeneva, 10 and 11 May 2027\n\nProvisional agenda\n\n1. Opening.\n2. Budget.\n"
    reading = read(text)
    assert [str(day) for day in reading.session.days] == ["2027-05-10", "2027-05-11"]
    assert (str(reading.session.issued), reading.facts.sittings) == ("2026-06-02", [])


def test_the_year_may_be_that_of_another_date_in_the_paper(read):
    text = "As on 30 March 2004\n\nThursday, 15 April\n3 – 6 p.m.\nMeeting of the Bureau of Members\n"
    reading = read(text)
    assert [str(day) for day in reading.session.days] == ["2004-04-15"]
    assert "the year of another date in the paper" in told(reading, Fate.INFERRED)[0]


def test_hours_without_rows_are_meetings_to_be_planned(read):
    text = """Agenda for 16–17 October, 2023
Monday, 16October,2023  13:30 – 17:00 UTC
Tuesday, 17October,2023  09:00-12:00 13:30-17:00

1. Opening
2. Reports
"""
    reading = read(text)
    assert hours(reading) == ["16 13:30-17:00", "17 09:00-12:00", "17 13:30-17:00"]
    assert (reading.programme, len(reading.session.agenda)) == (None, 2)


def test_an_agenda_with_one_day_and_hour_is_the_programme_of_that_meeting(read):
    text = "ПОВЕСТКА ДНЯ\nзаседания от 04.12.2023 года 11.00 час.\n1. Открытие заседания\n2. О бюджете\n"
    reading = read(text)
    assert (rows(reading), hours(reading)) == ([[("1",), ("2",)]], ["04 11:00-14:00"])


def test_a_meeting_after_another_opens_when_that_closes(read):
    text = """Thursday, 17 November 2005
MORNING
(09.30-12.30 hours)
FOURHT PLENARY MEETING
RED ROOM
Item 4 Programme of work
FIRST MEETING OF THE DRAFTING COMMITTEE
(Immediately after Plenary)
"""
    reading = read(text)
    assert {forum.title["en"] for forum in reading.session.forums} == {"Plenary", "Drafting committee"}
    assert hours(reading) == ["17 09:30-12:30", "17 12:30-15:30"]
    assert reading.session.meetings[0].room == "RED ROOM"
    assert told(reading) == ["line 4: “FOURHT PLENARY MEETING”: “FOURHT” is no number of a meeting: “fourth”?"]


def test_a_month_may_be_named_twice(read):
    text = "جدول الأعمال\n\nروما 27 - 29 مايو/أيار 2002\n\n1- افتتاح الاجتماع\n6 - الموافقة على التقرير\n"
    assert [str(day) for day in read(text).session.days] == ["2002-05-27", "2002-05-28", "2002-05-29"]


def test_words_about_dates_make_no_programme(read):
    with pytest.raises(BadInput, match="holds neither a programme nor an agenda"):
        read("Dear colleague,\n10 May 2027\nI shall be late.\n")


def test_a_number_with_a_letter_that_continues_an_item_is_that_item(read):
    text = "Monday 10 May 2027\n9:00 - 10:30  6. Budget for 2028\n10:45 - 12:00  6a. Continue discussion on Budget\n"
    reading = read(text)
    assert rows(reading) == [[("6",)], [("6",)]]
    assert [row.continued for each in reading.facts.sittings for row in each.rows] == [False, True]


def test_a_machine_date_that_no_calendar_has_gives_way_to_the_words(tmp_path):
    path = tmp_path / "annex.html"
    path.write_text(
        "<h1>Organization of work</h1><table>"
        '<tr><td colspan="2"><time datetime="2004-09-99">Monday, 20 September</time></td></tr>'
        "<tr><td>10 a.m.–1 p.m.</td><td>1</td><td>Opening of the session</td></tr></table>",
        "utf-8",
    )
    [meeting] = read_paper(path, year=2004, place="Rome", body="Body").programme.meetings
    assert meeting.date.isoformat() == "2004-09-20"

"""Days at the head of columns, by number, in minutes alone: the axis of days may be anywhere."""

import pytest

from wgsched.reading import read_paper


@pytest.fixture
def read(tmp_path):
    def reading(text, **answers):
        path = tmp_path / "paper.txt"
        path.write_text(text, "utf-8")
        return read_paper(path, **{"place": "Geneva", "body": "Body", **answers})

    return reading


def rows(reading):
    return [(f"{each.day:%d}", [row.title for row in each.rows]) for each in reading.facts.sittings]


def test_days_at_the_head_of_columns_are_read_day_by_day(read):
    text = """Workshop, December 2018

Time | December 10 | December 11
08.30-09.00 | Opening session |
09.00-10.30 | Session 1 | Session 4
10.30-11.00 | Coffee break | Coffee break
11.00-12.30 | Session 2 | Closing (continued)
"""
    reading = read(text)
    assert [str(day) for day in reading.session.days] == ["2018-12-10", "2018-12-11"]
    assert rows(reading) == [
        ("10", ["Opening session", "Session 1"]), ("10", ["Session 2"]), ("11", ["Session 4"]), ("11", ["Closing"]),
    ]  # fmt: skip
    assert [f"{event.opens:%d %H:%M}" for event in reading.session.events] == ["10 10:30", "11 10:30"]


def test_days_that_have_numbers_alone_are_those_of_the_head(read):
    text = "Course, Bergen, 15-17/1-2017\nDay 1\n0900-1000: Start\nDay 2\n0900-1000: Data\nDay 3\n1400-- Exercise\n"
    assert rows(read(text)) == [("15", ["Start"]), ("16", ["Data"]), ("17", ["Exercise"])]


def test_the_number_of_a_day_below_its_date_begins_no_other_day(read):
    text = "Friday, 19 May 2023\nDay 1\n15.00-17.00 Welcome\nSaturday, 20 May 2023\nDay 2\n9.00-12.00 Models\n"
    assert rows(read(text)) == [("19", ["Welcome"]), ("20", ["Models"])]


def test_lines_below_the_only_day_and_its_hours_are_of_that_day(read):
    text = "Online workshop\n9.45-14.30 26 January 2022\n10.00-10.30 History\n11.15-13.15 Documents\n"
    reading = read(text)
    assert rows(reading) == [("26", ["History"]), ("26", ["Documents"])]


def test_a_table_of_minutes_has_its_days_in_rows_of_their_own(read):
    text = """Draft agenda

Day 1: Monday, November 29, 2021
10 min | Review of mandates | Chairs
30 min | Opening talk | Adviser
1.5 hr | Groups | All
Day 2: Tuesday, November 30, 2021
5 min | Welcome | Chairs
"""
    reading = read(text)
    assert rows(reading) == [("29", ["Review of mandates", "Opening talk", "Groups"]), ("30", ["Welcome"])]
    assert [row.minutes for each in reading.facts.sittings for row in each.rows] == [10, 30, 90, 5]


def test_a_table_by_days_needs_no_hours(read):
    text = """Day | Session | Expected output
Day 1 | Opening | List
Day 2 | Models | Set
"""
    reading = read(text, days="10 - 11 May 2027")
    assert rows(reading) == [("10", ["Opening"]), ("11", ["Models"])]

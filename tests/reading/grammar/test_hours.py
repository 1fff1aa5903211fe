"""Hours as papers write them, in six languages."""

import pytest

from wgsched.reading.grammar.hours import read_hours
from wgsched.reading.grammar.words import words_of

HOURS = [
    ("en", "10 a.m.–1 p.m.", "10:00", "13:00"),
    ("en", "3 – 6 p.m.", "15:00", "18:00"),
    ("en", "9.30 a.m – 1 p.m.", "09:30", "13:00"),
    ("en", "615-700pm", "18:15", "19:00"),
    ("en", "10 a.m.–noon", "10:00", "12:00"),
    ("en", "noon–3 p.m.", "12:00", "15:00"),
    ("en", "h. 9.30 – 12.30", "09:30", "12:30"),
    ("en", "0900-1000: Coffee", "09:00", "10:00"),
    ("en", "12:15-1.45", "12:15", "13:45"),
    ("fr", "14 h 30-18 h 30", "14:30", "18:30"),
    ("fr", "9 h 30 - 13 heures", "09:30", "13:00"),
    ("fr", "9h00 - 10h30", "09:00", "10:30"),
    ("es", "10.00 a 13.00 horas", "10:00", "13:00"),
    ("ru", "10:00–13:00", "10:00", "13:00"),
    ("ar", "\u200f10/00\u200f–\u200f13/00\u200f", "10:00", "13:00"),
    ("zh", "上午八时三十分至八时三十五分", "08:30", "08:35"),
    ("zh", "上午9時10分至9時15分", "09:10", "09:15"),
    ("zh", "上午 10 时至下午 1 时", "10:00", "13:00"),
    ("zh", "上午9时至中午12时", "09:00", "12:00"),
    ("zh", "下午2时30分至5时30分", "14:30", "17:30"),
    ("en", "0930h", "09:30", None),
    ("en", "0900: Welcome", "09:00", None),
    ("ru", "11.00 час.", "11:00", None),
    ("zh", "15:40 预备会议", "15:40", None),
]


def shown(minute):
    return None if minute is None else f"{minute // 60:02}:{minute % 60:02}"


@pytest.mark.parametrize(("language", "text", "opens", "closes"), HOURS)
def test_hours_are_read_whatever_their_form(language, text, opens, closes):
    found = read_hours(text, words_of(language))
    assert (shown(found.opens), shown(found.closes)) == (opens, closes)


@pytest.mark.parametrize("text", ["2004-2005", "Item 16.1", "10-13", "28 January", "Reports 3 to 5"])
def test_numbers_that_are_no_hours_are_none(text):
    assert read_hours(text, words_of("en")) is None


def test_a_pair_of_numbers_is_hours_where_hours_are_expected():
    found = read_hours("10-13", words_of("en"), alone=True)
    assert (found.opens, found.closes) == (600, 780)


@pytest.mark.parametrize(("text", "sure"), [("1.00-1.45", False), ("3-6 p.m.", True), ("14.30-17.30", True)])
def test_hours_without_a_half_of_the_day_are_not_sure(text, sure):
    assert read_hours(text, words_of("en")).sure is sure

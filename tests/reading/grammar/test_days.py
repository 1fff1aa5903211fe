"""Days as papers write them, in six languages."""

import pytest

from wgsched.reading.grammar.days import is_day, read_day
from wgsched.reading.grammar.words import words_of

DAYS = [
    ("en", "Monday 10 March 1997", (10, 3, 1997, 0)),
    ("en", "MONDAY,\n9 May", (9, 5, None, 0)),
    ("en", "April 15", (15, 4, None, None)),
    ("en", "Monday April 23rd", (23, 4, None, 0)),
    ("en", "Day 1: Monday, November 29, 2021", (29, 11, 2021, 0)),
    ("en", "Day   2 ( Apr 16, 2024       )", (16, 4, 2024, None)),
    ("en", "Tues 17/09", (17, 9, None, 1)),
    ("en", "2024-04-15", (15, 4, 2024, None)),
    ("fr", "Mardi 1er mars 2005", (1, 3, 2005, 1)),
    ("fr", "Lundi\n21 novembre 2005", (21, 11, 2005, 0)),
    ("es", "lunes, 14 de mayo de 2009", (14, 5, 2009, 0)),
    ("ru", "16 ноября 2020 г.", (16, 11, 2020, None)),
    ("ru", "Четверг, 14 мая", (14, 5, None, 3)),
    ("zh", "5月14日，星期四", (14, 5, None, 3)),
    ("zh", "2009 年 5 月 14 日星期四", (14, 5, 2009, 3)),
    ("zh", "6月09日", (9, 6, None, None)),
    ("ar", "الاثنين، 10 آذار/مارس", (10, 3, None, 0)),
]


@pytest.mark.parametrize(("language", "text", "parts"), DAYS)
def test_a_day_is_read_whatever_its_order(language, text, parts):
    found = read_day(text, words_of(language))
    assert (found.day, found.month, found.year, found.weekday) == parts
    assert is_day(text, words_of(language))


@pytest.mark.parametrize(
    ("language", "text", "first", "last"),
    [
        ("en", "Vienna, 14 and 15 May 2009", (14, 5, 2009), (15, 5, 2009)),
        ("en", "April 15-19, 2024", (15, 4, 2024), (19, 4, 2024)),
        ("en", "28 January-1 February 2008", (28, 1, 2008), (1, 2, 2008)),
        ("zh", "2009年5月14日和15日，维也纳", (14, 5, 2009), (15, 5, 2009)),
        ("ar", "27 - 29 مايو/أيار 2002", (27, 5, 2002), (29, 5, 2002)),
    ],
)
def test_a_stretch_of_days_has_both_ends(language, text, first, last):
    found = read_day(text, words_of(language))
    assert (found.day, found.month, found.year) == first
    assert (found.last.day, found.last.month, found.last.year) == last


@pytest.mark.parametrize("text", ["Report on 17/09", "16.1", "Opening", "CL 129/5", "99 May"])
def test_what_is_no_day_is_none(text):
    assert read_day(text, words_of("en")) is None

"""Dates as each house prints them."""

from __future__ import annotations

import pendulum
import pytest

from tests.sessions import at
from wgsched.languages import lexicon
from wgsched.model import SIX


@pytest.mark.parametrize(
    ("code", "plain", "year", "bare"),
    [
        ("en", "Thursday, 14 May", "Thursday, 14 May 2009", "14 May 2009"),
        ("zh", "5月14日，星期四", "2009年5月14日，星期四", "2009年5月14日"),
        ("fr", "jeudi 14 mai", "jeudi 14 mai 2009", "14 mai 2009"),
        ("es", "jueves, 14 de mayo", "jueves, 14 de mayo de 2009", "14 de mayo de 2009"),
        ("ru", "четверг, 14 мая", "четверг, 14 мая 2009 года", "14 мая 2009 года"),
        ("ar", "الخميس، 14 أيار/مايو", "الخميس، 14 أيار/مايو 2009", "14 أيار/مايو 2009"),
    ],
)
def test_a_date_with_and_without_its_year_and_weekday(code, plain, year, bare):
    words, day = lexicon(code), at(14, 10)
    assert (words.date(day), words.date(day, year=True), words.date(day, year=True, weekday=False)) == (
        plain,
        year,
        bare,
    )


def test_the_first_of_a_month_is_an_ordinal_in_french():
    assert lexicon("fr").date(pendulum.date(2015, 6, 1), weekday=False) == "1er juin"


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("en", "Friday, 15 May, 10 a.m."),
        ("zh", "5月15日，星期五，上午10时"),
        ("fr", "vendredi 15 mai, 10 heures"),
        ("es", "viernes, 15 de mayo, 10.00 horas"),
        ("ru", "пятница, 15 мая, 10:00"),
        ("ar", "الجمعة، 15 أيار/مايو، الساعة 10/00"),
    ],
)
def test_a_moment_is_a_date_and_an_hour(code, expected):
    assert lexicon(code).moment(at(15, 10)) == expected


@pytest.mark.parametrize(
    ("first", "last", "english", "chinese"),
    [
        ((2009, 5, 14), (2009, 5, 15), "14 and 15 May 2009", "2009年5月14日和15日"),
        ((2009, 5, 14), (2009, 5, 18), "14–18 May 2009", "2009年5月14日至18日"),
        ((2008, 1, 28), (2008, 2, 1), "28 January–1 February 2008", "2008年1月28日至2月1日"),
        ((2008, 12, 29), (2009, 1, 2), "29 December 2008–2 January 2009", "2008年12月29日至2009年1月2日"),
        ((2009, 5, 14), (2009, 5, 14), "14 May 2009", "2009年5月14日"),
    ],
)
def test_the_days_of_a_session(first, last, english, chinese):
    days = (pendulum.date(*first), pendulum.date(*last))
    assert (lexicon("en").days(days), lexicon("zh").days(days)) == (english, chinese)


@pytest.mark.parametrize("code", SIX)
def test_every_day_of_a_year_is_written_differently(code):
    words, first = lexicon(code), pendulum.date(2009, 1, 1)
    assert len({words.date(first.add(days=number), weekday=False) for number in range(365)}) == 365

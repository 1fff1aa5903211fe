"""Hours as each house prints them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.sessions import at, founding
from wgsched.languages import lexicon
from wgsched.model import MORNING, SIX, Window

M = "\u200f"


def ranges(code, *hours):
    words = lexicon(code)
    return [words.hours(at(14, *opens), at(14, *closes)) for opens, closes in hours]


@pytest.mark.parametrize(
    ("code", "morning", "afternoon"),
    [
        ("en", "10 a.m.–1 p.m.", "3–6 p.m."),
        ("zh", "上午10时至下午1时", "下午3时至6时"),
        ("fr", "10 heures-13 heures", "15 heures-18 heures"),
        ("es", "10.00 a 13.00 horas", "15.00 a 18.00 horas"),
        ("ru", "10:00–13:00", "15:00–18:00"),
        ("ar", f"{M}10/00{M}–{M}13/00{M}", f"{M}15/00{M}–{M}18/00{M}"),
    ],
)
def test_the_usual_hours_of_a_meeting(code, morning, afternoon):
    assert ranges(code, ((10,), (13,)), ((15,), (18,))) == [morning, afternoon]


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("en", "9.30 a.m.–12.30 p.m."),
        ("zh", "上午9时30分至下午12时30分"),
        ("fr", "9 h 30-12 h 30"),
        ("es", "9.30 a 12.30 horas"),
        ("ru", "9:30–12:30"),
        ("ar", f"{M}9/30{M}–{M}12/30{M}"),
    ],
)
def test_half_hours(code, expected):
    assert ranges(code, ((9, 30), (12, 30))) == [expected]


def test_noon_and_midnight_have_words_where_the_house_uses_them():
    assert ranges("en", ((9,), (12,)), ((12,), (15,)), ((20,), (0,))) == [
        "9 a.m.–noon",
        "noon–3 p.m.",
        "8 p.m.–midnight",
    ]
    assert ranges("zh", ((9,), (12,)), ((12,), (15,))) == ["上午9时至中午12时", "中午12时至下午3时"]
    assert ranges("ru", ((9,), (12,)), ((20,), (0,))) == ["9:00–12:00", "20:00–0:00"]


def test_the_half_day_is_said_once_when_both_ends_share_it():
    assert ranges("en", ((10,), (11, 30)), ((10,), (15,))) == ["10–11.30 a.m.", "10 a.m.–3 p.m."]


def test_a_half_day_is_said_twice_when_the_meeting_goes_on_past_midnight():
    words = lexicon("en")
    assert words.hours(at(14, 22), at(15, 1)) == "10 p.m.–1 a.m."


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("ar", "الساعة 10/00"),
        ("zh", "上午10时"),
        ("en", "10 a.m."),
        ("fr", "10 heures"),
        ("ru", "10:00"),
        ("es", "10.00 horas"),
    ],
)
def test_an_hour_alone(code, expected):
    assert lexicon(code).time(at(14, 10)) == expected


def test_one_hour_is_one_hour_in_french():
    assert lexicon("fr").hours(at(14, 22), at(15, 1)) == "22 heures-1 heure"


def test_a_window_and_a_period_have_hours():
    words = lexicon("en")
    assert (words.hours(Window(at(14, 10), at(14, 13))), words.hours(MORNING)) == ("10 a.m.–1 p.m.",) * 2


def test_an_opening_without_a_closing_is_an_hour_alone():
    assert lexicon("en").hours(at(14, 10)) == "10 a.m."


def test_the_founding_document_spaces_its_chinese_hours():
    phrases = {"zh": {"time-hour": " {hour} 时", "time-hour-minute": " {hour} 时 {minute} 分"}}
    words = lexicon("zh", replace(founding(), phrases=phrases))
    found = [words.hours(meeting.window) for meeting in founding().meetings[:2]]
    assert [*found, words.time(at(14, 10)), words.hours(at(14, 9, 30), at(14, 12))] == [
        "上午 10 时至下午 1 时",
        "下午 3 时至 6 时",
        "上午 10 时",
        "上午 9 时 30 分至中午12时",
    ]


def test_a_date_has_no_hour():
    with pytest.raises(TypeError, match="has no hour"):
        lexicon("en").time(at(14, 10).date())


@pytest.mark.parametrize("code", SIX)
def test_every_minute_of_a_day_is_written_differently(code):
    words = lexicon(code)
    assert len({words.time(at(14, hour, minute)) for hour in range(24) for minute in range(60)}) == 24 * 60

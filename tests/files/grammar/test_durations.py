"""Lengths of time."""

from fractions import Fraction

import pytest

from wgsched.files.grammar import Wrong, read_minutes, read_takes
from wgsched.model import Duration, Takes


@pytest.mark.parametrize(
    ("text", "takes"),
    [
        ("90 min", Takes(Duration(90))),
        ("2 h", Takes(Duration(120))),
        ("1.5 hours", Takes(Duration(90))),
        ("1 h 30 min", Takes(Duration(90))),
        ("1:30", Takes(Duration(90))),
        ("1.5 meetings", Takes(Duration(meetings=Fraction(3, 2)))),
        ("1/3 meeting", Takes(Duration(meetings=Fraction(1, 3)))),
        ("half a meeting", Takes(Duration(meetings=Fraction(1, 2)))),
        ("~15 min", Takes(Duration(15), estimate=True)),
        ("60-90 min", Takes(Duration(75), Duration(60), Duration(90))),
        ("60 min (45-120)", Takes(Duration(60), Duration(45), Duration(120))),
        ("2 meetings (1-3)", Takes(*(Duration(meetings=Fraction(n)) for n in (2, 1, 3)))),
        ("60 min, at least 45 min, at most 2 h", Takes(Duration(60), Duration(45), Duration(120))),
        ("10 min + 1/3 meetings", Takes(Duration(10, Fraction(1, 3)))),
        ("~2 h (1-3 h)", Takes(Duration(120), Duration(60), Duration(180), estimate=True)),
    ],
)
def test_minutes_hours_and_meetings(text, takes):
    assert read_takes(text) == takes


@pytest.mark.parametrize(
    "text", ["90", "", "0 min", "-5 min", "1/0 h", "1.23 min", "90 minuten", "60 min (90-120)", "60 min (", "61 days"]
)
def test_what_is_no_length_of_time_is_refused(text):
    with pytest.raises(Wrong):
        read_takes(text)


def test_a_pause_is_never_stated_in_meetings():
    assert read_minutes("1 h") == 60
    with pytest.raises(Wrong):
        read_minutes("1 meeting")


def test_a_length_beyond_sixty_days_is_refused_in_one_sentence():
    for read in (read_minutes, read_takes):
        with pytest.raises(Wrong, match=r"^'90000 min' is not between one minute and sixty days$"):
            read("90000 min")

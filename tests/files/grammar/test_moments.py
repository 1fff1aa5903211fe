"""Moments, periods and hours against a calendar."""

import pytest

from wgsched.files.grammar import Calendar, Wrong, read_days, read_periods

CALENDAR = Calendar(
    "Europe/Vienna", read_days("Thu 14 - Fri 15 May 2009"), lambda _: read_periods(["10-13, 15-18, 19-22"])
)


@pytest.mark.parametrize(
    ("text", "opens", "closes", "period"),
    [
        ("Thu am", "2009-05-14T10:00:00+02:00", "2009-05-14T13:00:00+02:00", "am"),
        ("Thu 14 May pm", "2009-05-14T15:00:00+02:00", "2009-05-14T18:00:00+02:00", "pm"),
        ("Fri evening", "2009-05-15T19:00:00+02:00", "2009-05-15T22:00:00+02:00", "night"),
        ("Fri afternoon", "2009-05-15T15:00:00+02:00", "2009-05-15T18:00:00+02:00", "pm"),
        ("last day a.m.", "2009-05-15T10:00:00+02:00", "2009-05-15T13:00:00+02:00", "am"),
        ("6 Mar 13:15", "2009-03-06T13:15:00+01:00", "2009-03-06T13:15:00+01:00", None),
        ("14 May 13:15-14:45", "2009-05-14T13:15:00+02:00", "2009-05-14T14:45:00+02:00", None),
        ("14 May 2009, 10 a.m.", "2009-05-14T10:00:00+02:00", "2009-05-14T10:00:00+02:00", None),
        ("Fri 3 p.m.", "2009-05-15T15:00:00+02:00", "2009-05-15T15:00:00+02:00", None),
        ("Fri 15 am", "2009-05-15T10:00:00+02:00", "2009-05-15T13:00:00+02:00", "am"),
        ("Fri 15 10:00-11:30", "2009-05-15T10:00:00+02:00", "2009-05-15T11:30:00+02:00", None),
        ("2009-05-14 13:15", "2009-05-14T13:15:00+02:00", "2009-05-14T13:15:00+02:00", None),
        ("2009-05-14 13:15-14:45", "2009-05-14T13:15:00+02:00", "2009-05-14T14:45:00+02:00", None),
        ("2009-05-14T13:15Z", "2009-05-14T15:15:00+02:00", "2009-05-14T15:15:00+02:00", None),
        ("2009-05-14T13:15-04:00", "2009-05-14T19:15:00+02:00", "2009-05-14T19:15:00+02:00", None),
        ("Fri 10-12 America/New_York", "2009-05-15T16:00:00+02:00", "2009-05-15T18:00:00+02:00", None),
        ("Thu 22-2", "2009-05-14T22:00:00+02:00", "2009-05-15T02:00:00+02:00", None),
        ("Fri", "2009-05-15T00:00:00+02:00", "2009-05-16T00:00:00+02:00", None),
        ("14 May - 15 May", "2009-05-14T00:00:00+02:00", "2009-05-16T00:00:00+02:00", None),
        ("Thu pm to Fri am", "2009-05-14T15:00:00+02:00", "2009-05-15T13:00:00+02:00", None),
        ("14 May 13:15 - 15 May 9:00", "2009-05-14T13:15:00+02:00", "2009-05-15T09:00:00+02:00", None),
    ],
)
def test_one_grammar_for_all_moments(text, opens, closes, period):
    stretch = CALENDAR.read(text)
    assert (stretch.opens.isoformat(), stretch.closes.isoformat(), stretch.period) == (opens, closes, period)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("Wed am", "'Wed' is not a day of the session"),
        ("Thu 15 May am", "15 May 2009 is a Friday, not a Thursday"),
        ("Fri midday", "Fri 15 May 2009 has no period 'midday'"),
        ("Fri foo", "'Fri foo' is not a moment: 'foo' is not understood"),
        ("14:00", "'14:00' is not a moment"),
        ("", "a moment is missing"),
        ("Fri 25:00", "'Fri 25:00' is not a moment: '25:00' is not understood"),
        ("Fri 10:00 Europe/Wien", "'Europe/Wien' is not the name of a time zone"),
    ],
)
def test_what_is_no_moment_is_said(text, message):
    with pytest.raises(Wrong) as caught:
        CALENDAR.read(text)
    assert caught.value.message == message

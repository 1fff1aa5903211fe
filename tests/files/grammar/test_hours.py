"""Hours of a day."""

import pytest

from wgsched.files.grammar import Wrong, read_periods


@pytest.mark.parametrize(
    ("text", "periods"),
    [
        ("10-13", ["am 10:00-13:00"]),
        ("9:30-12:30, 14:30-17:30", ["am 09:30-12:30", "pm 14:30-17:30"]),
        ("10 a.m.-1 p.m., 3-6 p.m.", ["am 10:00-13:00", "pm 15:00-18:00"]),
        ("10 a.m.–noon", ["am 10:00-12:00"]),
        ("11-1 p.m.", ["am 11:00-13:00"]),
        ("10.00 to 13.00", ["am 10:00-13:00"]),
        ("9-12, 12-15, 15-18", ["am 09:00-12:00", "midday 12:00-15:00", "pm 15:00-18:00"]),
        ("10-13, 15-18, 19-22", ["am 10:00-13:00", "pm 15:00-18:00", "night 19:00-22:00"]),
        ("19-1", ["night 19:00-01:00"]),
        ("8-9, 10-12", ["am 08:00-09:00", "am-2 10:00-12:00"]),
    ],
)
def test_hours_name_the_periods_of_a_day(text, periods):
    found = [f"{each.key} {each.opens:%H:%M}-{each.closes:%H:%M}" for each in read_periods([text])]
    assert found == periods


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("13-10", "'13-10' closes before it opens"),
        ("10-10", "'10-10' opens when it closes"),
        ("25-26", "'25-26' is not a time of day"),
        ("ten to one", "'ten to one' is not hours"),
        ("10-13, 12-15", "these hours overlap, or are not in order"),
        ("13 p.m.-14 p.m.", "'13 p.m.-14 p.m.' has an hour that is not on a clock of twelve hours"),
    ],
)
def test_what_are_no_hours_is_said(text, message):
    with pytest.raises(Wrong) as caught:
        read_periods([text])
    assert caught.value.message == message

# ruff: noqa: DTZ001  (wall times)
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from wgsched.feeds.linting.observances import observances, offset_at
from wgsched.feeds.linting.source import read

HOUR = timedelta(hours=1)


def zone(*parts: str):
    lines = ["BEGIN:VTIMEZONE", "TZID:X"]
    for part in parts:
        name, before, after, start, *more = part.split(" ")
        lines += [f"BEGIN:{name}", f"DTSTART:{start}", f"TZOFFSETFROM:{before}", f"TZOFFSETTO:{after}", *more]
        lines.append(f"END:{name}")
    return read("\r\n".join([*lines, "END:VTIMEZONE", ""]).encode()).calendars[0]


NEW_YORK = zone(
    "DAYLIGHT -0500 -0400 19870405T020000 RRULE:FREQ=YEARLY;BYMONTH=4;BYDAY=1SU;UNTIL=20060402T070000Z",
    "DAYLIGHT -0500 -0400 20070311T020000 RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=2SU",
    "STANDARD -0400 -0500 19671029T020000 RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU;UNTIL=20061029T060000Z",
    "STANDARD -0400 -0500 20071104T020000 RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=1SU",
)


@pytest.mark.parametrize("year", [1990, 2006, 2007, 2026])
def test_rules_that_end_and_follow_each_other_are_read(year):
    found, truth = observances(NEW_YORK), ZoneInfo("America/New_York")
    for day in range(360):
        wall = datetime(year, 1, 1, 12) + timedelta(days=day)
        assert offset_at(found, wall) == wall.replace(tzinfo=truth).utcoffset()


def test_the_last_onset_of_a_rule_that_ended_lasts():
    found = observances(
        zone(
            "DAYLIGHT +0300 +0400 19700329T020000 RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU;UNTIL=20100328T000000Z",
            "STANDARD +0400 +0300 19701025T030000 RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU;UNTIL=20101031T000000Z",
        )
    )
    assert offset_at(found, datetime(2026, 7, 1)) == 3 * HOUR


def test_days_of_a_month_in_a_rule_are_read():
    found = observances(
        zone(
            "STANDARD -0300 -0400 19700405T000000 RRULE:FREQ=YEARLY;BYMONTH=4;BYDAY=SU;BYMONTHDAY=2,3,4,5,6,7,8",
            "DAYLIGHT -0400 -0300 19700906T000000 RRULE:FREQ=YEARLY;BYMONTH=9;BYDAY=SU;BYMONTHDAY=2,3,4,5,6,7,8",
        )
    )
    assert [offset_at(found, datetime(2029, 4, day, 12)) for day in (7, 8)] == [-3 * HOUR, -4 * HOUR]


def test_dates_in_place_of_a_rule_are_read():
    found = observances(
        zone(
            "STANDARD +0200 +0100 20081026T030000 RDATE:20091025T030000,nonsense",
            "DAYLIGHT +0100 +0200 20090329T020000",
        )
    )
    assert [offset_at(found, datetime(2009, month, 1)) for month in (1, 7, 12)] == [HOUR, 2 * HOUR, HOUR]
    assert offset_at(found, datetime(2000, 1, 1)) == 2 * HOUR


def test_a_rule_of_another_kind_is_not_guessed():
    assert observances(zone("STANDARD +0200 +0100 20081026T030000 RRULE:FREQ=MONTHLY")) is None

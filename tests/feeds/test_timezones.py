from datetime import UTC, datetime, timedelta, timezone
from itertools import product
from zoneinfo import ZoneInfo, available_timezones

import pendulum
import pytest

from wgsched.errors import NoZoneName
from wgsched.feeds.timezones import Clocks
from wgsched.feeds.writer import write
from wgsched.feeds.yearly import yearly_rule
from wgsched.model import Window


def window(zone: str, year: int, month: int, day: int, hour: int, minute: int = 0, hours: int = 3) -> Window:
    opens = pendulum.datetime(year, month, day, hour, minute, tz=zone)
    return Window(opens, opens.add(hours=hours))


def written(*windows: Window) -> str:
    return b"".join(write(zone) for zone in Clocks.of(windows).components()).decode()


def moments(of: Window, *others: Window, only_utc: bool = False) -> tuple[str, str]:
    opens, closes = Clocks.of([of, *others], only_utc=only_utc).moments(of)
    return tuple(value.to_ical().decode() for value in (opens, closes))


def rules(zone: str, year: int = 2026) -> list[str]:
    found = written(window(zone, year, 1, 10, 10)).split("\r\n")
    return [line for line in found if line.startswith(("BEGIN:D", "BEGIN:S", "DTSTART", "RRULE", "TZOFF"))]


def test_a_zone_is_written_as_a_rule_from_1970_on_the_clock_that_each_onset_ends():
    assert written(window("Europe/Vienna", 2009, 5, 14, 10)) == (
        "BEGIN:VTIMEZONE\r\nTZID:Europe/Vienna\r\n"
        "BEGIN:DAYLIGHT\r\nDTSTART:19700329T020000\r\nRRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3\r\nTZNAME:CEST\r\n"
        "TZOFFSETFROM:+0100\r\nTZOFFSETTO:+0200\r\nEND:DAYLIGHT\r\n"
        "BEGIN:STANDARD\r\nDTSTART:19701025T030000\r\nRRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10\r\nTZNAME:CET\r\n"
        "TZOFFSETFROM:+0200\r\nTZOFFSETTO:+0100\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\n"
    )


def test_a_zone_without_summer_time_has_a_single_standard():
    assert written(window("Africa/Nairobi", 2026, 5, 14, 10)) == (
        "BEGIN:VTIMEZONE\r\nTZID:Africa/Nairobi\r\nBEGIN:STANDARD\r\nDTSTART:19700101T000000\r\nTZNAME:EAT\r\n"
        "TZOFFSETFROM:+0300\r\nTZOFFSETTO:+0300\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\n"
    )


def test_negative_summer_time_is_written_as_summer_time():
    assert rules("Europe/Dublin") == [
        "BEGIN:DAYLIGHT", "DTSTART:19700329T010000", "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3",
        "TZOFFSETFROM:+0000", "TZOFFSETTO:+0100",
        "BEGIN:STANDARD", "DTSTART:19701025T020000", "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10",
        "TZOFFSETFROM:+0100", "TZOFFSETTO:+0000",
    ]  # fmt: skip


def test_half_an_hour_of_southern_summer_time_is_written_as_it_is():
    assert rules("Australia/Lord_Howe") == [
        "BEGIN:DAYLIGHT", "DTSTART:19701004T020000", "RRULE:FREQ=YEARLY;BYDAY=1SU;BYMONTH=10",
        "TZOFFSETFROM:+1030", "TZOFFSETTO:+1100",
        "BEGIN:STANDARD", "DTSTART:19700405T020000", "RRULE:FREQ=YEARLY;BYDAY=1SU;BYMONTH=4",
        "TZOFFSETFROM:+1100", "TZOFFSETTO:+1030",
    ]  # fmt: skip


def test_a_meeting_is_on_the_local_clock():
    assert moments(window("Europe/Vienna", 2026, 5, 14, 10)) == ("20260514T100000", "20260514T130000")


def test_everything_is_in_utc_on_request_and_then_no_zone_is_written():
    of = window("Europe/Vienna", 2026, 5, 14, 10)
    assert moments(of, only_utc=True) == ("20260514T080000Z", "20260514T110000Z")
    assert Clocks.of([of], only_utc=True).components() == []


@pytest.mark.parametrize(
    ("of", "expected"),
    [
        (window("Europe/Vienna", 2026, 10, 25, 2, 30, hours=1), ("20261025T013000Z", "20261025T023000Z")),
        (window("Europe/Vienna", 2026, 10, 24, 23, 30, hours=3), ("20261024T213000Z", "20261025T003000Z")),
        (window("Europe/Vienna", 2026, 10, 25, 3, hours=1), ("20261025T030000", "20261025T040000")),
        (window("Europe/Vienna", 2026, 3, 29, 3, hours=1), ("20260329T030000", "20260329T040000")),
        (window("Australia/Lord_Howe", 2026, 4, 5, 1, 30, hours=2), ("20260404T150000Z", "20260404T170000Z")),
    ],
)
def test_an_event_that_touches_a_repeated_hour_is_in_utc_at_both_ends(of, expected):
    assert moments(of) == expected


def test_a_wall_time_that_the_clock_skips_is_in_utc():
    zone = ZoneInfo("Europe/Vienna")
    of = Window(datetime(2026, 3, 29, 2, 30, tzinfo=zone), datetime(2026, 3, 29, 5, tzinfo=zone))
    assert moments(of) == ("20260329T013000Z", "20260329T030000Z")


@pytest.mark.parametrize("zone", ["UTC", "Etc/UTC", "GMT", "Etc/GMT+5", "CET", "EST5EDT"])
def test_zones_that_are_no_place_are_in_utc(zone):
    of = window(zone, 2026, 5, 14, 10)
    assert Clocks.of([of]).components() == []
    assert moments(of)[0] == f"{of.opens.in_timezone('UTC'):YYYYMMDD[T]HHmmss}Z"


@pytest.mark.parametrize(
    ("zone", "year"),
    # From 2027, Casablanca keeps one hour for good.
    [
        *product(["Africa/Cairo", "America/Santiago", "Asia/Gaza"], [2024, 2026, 2030]),
        *product(["Africa/Casablanca"], [2024, 2026]),
    ],
)
def test_zones_without_a_lasting_yearly_rule_are_in_utc(zone, year):
    of = window(zone, year, 5, 14, 10)
    assert Clocks.of([of]).components() == []
    assert moments(of)[0].endswith("Z")


def test_a_rule_that_was_given_up_later_is_not_taken_for_lasting():
    assert yearly_rule("America/Mexico_City", 2021) is None
    assert yearly_rule("America/Mexico_City", 2023).daylight is None
    assert moments(window("America/Mexico_City", 2021, 5, 14, 10))[0] == "20210514T150000Z"
    assert moments(window("America/Mexico_City", 2023, 5, 15, 10))[0] == "20230515T100000"


def test_each_event_is_proved_against_the_rule_that_is_written():
    before, after = window("Asia/Almaty", 2024, 2, 1, 10), window("Asia/Almaty", 2025, 2, 1, 10)
    assert moments(after) == ("20250201T100000", "20250201T130000")
    assert moments(after, before) == ("20250201T050000Z", "20250201T080000Z")


def test_only_the_zones_of_local_events_are_written():
    vienna, night = window("Europe/Vienna", 2026, 5, 14, 10), window("America/New_York", 2026, 11, 1, 1)
    zones = Clocks.of([night, vienna, window("UTC", 2026, 1, 1, 1)]).components()
    assert [str(zone["TZID"]) for zone in zones] == ["Europe/Vienna"]


@pytest.mark.parametrize(
    "zone", [pendulum.timezone(3600), timezone(timedelta(hours=1)), pendulum.parse("2026-01-01T00:00+01:00").tz]
)
def test_a_fixed_offset_is_refused_in_words(zone):
    opens = datetime(2026, 5, 14, 10, tzinfo=zone)
    with pytest.raises(NoZoneName) as refused:
        Clocks.of([Window(opens, opens + timedelta(hours=3))])
    assert str(refused.value) == (
        "2026-05-14 10:00 has the fixed offset +0100, so a calendar cannot know when the clocks change. "
        "Name the zone of the place, such as Europe/Vienna, or UTC."
    )


def test_a_moment_without_a_zone_is_refused():
    naive = pendulum.naive(2026, 5, 14, 10)
    with pytest.raises(NoZoneName, match="2026-05-14 10:00 has no time zone"):
        Clocks.of([Window(naive, naive)])


def test_an_offset_of_nothing_is_utc():
    opens = datetime(2026, 5, 14, 10, tzinfo=UTC)
    assert moments(Window(opens, opens)) == ("20260514T100000Z", "20260514T100000Z")


def assert_rule_is_right(key: str, year: int) -> None:
    rule, zone = yearly_rule(key, year), ZoneInfo(key)
    if rule is None:
        return
    for hours in range(0, 24 * 400, 5):
        moment = datetime(year, 1, 2, tzinfo=UTC) + timedelta(hours=hours)
        wall = moment.astimezone(zone).replace(tzinfo=None, fold=0)
        offsets = {wall.replace(tzinfo=zone, fold=fold).utcoffset() for fold in (0, 1)}
        if len(offsets) == 1:
            assert {rule.offset(wall)} == offsets, (key, wall)


@pytest.mark.parametrize(
    "key", ["Europe/Vienna", "America/New_York", "Australia/Sydney", "Asia/Beirut", "Antarctica/Troll"]
)
def test_the_rule_of_a_zone_agrees_with_the_tz_database(key):
    assert_rule_is_right(key, 2026)


@pytest.mark.long
@pytest.mark.parametrize("year", [2009, 2024, 2026, 2030])
def test_the_rule_of_every_zone_agrees_with_the_tz_database(year):
    for key in sorted(available_timezones()):
        assert_rule_is_right(key, year)

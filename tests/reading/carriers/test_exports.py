"""Calendars and exports of other systems."""

import json

import pytest

from tests.cases.examples import as_published
from wgsched import BadInput, write_programme
from wgsched.reading import Fate, read_paper

CONFERENCE = {
    "title": "DemoCon",
    "time_zone_name": "Europe/Berlin",
    "days": [
        {
            "date": "2020-12-14",
            "rooms": {
                "Gray": [
                    {"date": "2020-12-14T09:00:00+01:00", "start": "09:00", "duration": "00:30", "title": "First"},
                    {"date": "2020-12-14T23:00:00+01:00", "start": "23:00", "duration": "01:30", "title": "Late"},
                ],
                "Tan": [{"start": "9:00", "duration": "01:30", "title": "Beside"}],
            },
        }
    ],
}
XML = """<schedule><conference><title>DemoCon</title><time_zone_name>Europe/Berlin</time_zone_name></conference>
<day date="2020-12-14"><room name="Gray"><event><start>09:00</start><duration>00:30</duration><title>First</title>
</event></room></day></schedule>"""
CALENDAR = """BEGIN:VCALENDAR
X-WR-CALNAME:Council
BEGIN:VTIMEZONE
TZID:A
TZID:B
END:VTIMEZONE
BEGIN:VEVENT
DTSTART;TZID=Europe/Rome:20050620T100000
DTEND;TZID=Europe/Rome:20050620T130000
SUMMARY:Adoption of the agenda\\, and
  timetable
LOCATION:Red Room
END:VEVENT
BEGIN:VEVENT
DTSTART;VALUE=DATE:20050621
SUMMARY:Holiday
END:VEVENT
BEGIN:VEVENT
SUMMARY:Without a time
END:VEVENT
END:VCALENDAR
"""


@pytest.fixture
def read(tmp_path):
    def reading(text, name, **answers):
        path = tmp_path / name
        path.write_text(text if isinstance(text, str) else json.dumps(text), "utf-8")
        return read_paper(path, **answers)

    return reading


def hours(programme):
    return [(each.forum, f"{each.opens:%H:%M}", f"{each.closes:%H:%M}") for each in programme.meetings]


def test_an_export_of_pretalx_becomes_meetings_in_its_rooms_also_after_midnight(read):
    reading = read({"schedule": {"conference": CONFERENCE}}, "schedule.json")
    assert hours(reading.programme) == [
        ("gray", "09:00", "09:30"),
        ("tan", "09:00", "10:30"),
        ("gray", "23:00", "00:30"),
    ]
    assert (reading.session.zone, reading.session.body.title["en"]) == ("Europe/Berlin", "DemoCon")


def test_the_same_export_in_xml_is_read(read):
    reading = read(XML, "schedule.xml")
    assert [each[1:] for each in hours(reading.programme)] == [("09:00", "09:30")]


def test_the_flat_export_of_the_hub_is_read(read):
    event = {"start": "2024-12-27T10:30:00+01:00", "end": "2024-12-27T11:00:00+01:00", "title": "Opening of it all",
             "room": {"name": "Saal 1"}}  # fmt: skip
    conference = {"title": "38C3", "time_zone_name": "Europe/Berlin"}
    reading = read({"schedule": {"conference": conference, "events": [event]}}, "schedule.json")
    assert [each[1:] for each in hours(reading.programme)] == [("10:30", "11:00")]


def test_an_export_of_sessionize_is_read_and_its_place_asked_for(read):
    session = {"id": "1", "title": "Ask us", "startsAt": "2021-04-16T08:00:00", "endsAt": "2021-04-16T08:50:00",
               "roomId": 7}  # fmt: skip
    data = {"sessions": [session], "rooms": [{"id": 7, "name": "Dev"}]}
    with pytest.raises(BadInput, match="which place"):
        read(data, "all.json")
    reading = read(data, "all.json", place="Europe/Vienna", body="Bootcamp")
    assert [each[1:] for each in hours(reading.programme)] == [("08:00", "08:50")]


def test_a_zone_that_contradicts_the_hours_is_told_and_asked_for(read):
    conference = {**CONFERENCE, "time_zone_name": "UTC"}
    conference["days"] = [{**CONFERENCE["days"][0], "rooms": {"Gray": CONFERENCE["days"][0]["rooms"]["Gray"]}}]
    with pytest.raises(BadInput, match="which place"):
        read({"schedule": {"conference": conference}}, "schedule.json")


def test_a_calendar_gives_its_events_and_tells_those_without_a_time(read):
    reading = read(CALENDAR, "feed.ics")
    assert hours(reading.programme)[0][1:] == ("10:00", "13:00")
    assert [item.title["en"] for item in reading.session.agenda] == ["Adoption of the agenda, and timetable"]
    assert [event.title["en"] for event in reading.session.events] == ["Holiday"]
    assert [str(entry) for entry in reading.account.of(Fate.LEFT_OVER)] == ["event 3: “Without a time”"]


def test_moments_in_other_zones_are_put_on_the_clock_of_the_calendar(read):
    text = CALENDAR.replace("DTEND;TZID=Europe/Rome:20050620T130000", "DTEND:20050620T110000Z")
    assert hours(read(text, "feed.ics").programme)[0][1:] == ("10:00", "13:00")
    alone = text.replace("DTSTART;TZID=Europe/Rome:20050620T100000", "DTSTART:20050620T080000Z")
    reading = read(alone, "feed.ics")
    assert (hours(reading.programme)[0][1:], reading.session.zone) == (("08:00", "11:00"), "UTC")


def test_hours_of_a_calendar_are_moved_to_the_zone_of_the_place_that_is_given(read):
    reading = read(CALENDAR, "feed.ics", place="New York")
    assert hours(reading.programme)[0][1:] == ("04:00", "07:00")
    assert "hours of Europe/Rome, on the clock of America/New_York" in [
        entry.meaning for entry in reading.account.of(Fate.INFERRED)
    ]


def test_what_a_calendar_says_and_a_session_does_not_hold_is_left_over(read):
    more = "RRULE:FREQ=DAILY;COUNT=2\nDESCRIPTION:All of it\nDTEND;TZID=Europe/Rome"
    text = CALENDAR.replace("DTEND;TZID=Europe/Rome", more).replace("20050621\n", "20050621\nDTEND:20050623\n")
    text = text.replace("SUMMARY:Without a time", "DTSTART:20050624T100000\nSTATUS:CANCELLED\nSUMMARY:Late")
    reading = read(text, "feed.ics")
    assert [str(entry) for entry in reading.account.of(Fate.LEFT_OVER)] == [
        "event 1: “RRULE:FREQ=DAILY;COUNT=2”", "event 3: “Late (STATUS:CANCELLED)”", "the fields: “DESCRIPTION: 1”",
    ]  # fmt: skip
    assert [f"{event.opens:%d}" for event in reading.session.events] == ["21", "22"]


def test_the_grid_of_sessionize_is_read_with_its_breaks(read):
    talk = {"title": "Talk", "startsAt": "2021-04-16T09:00:00", "endsAt": "2021-04-16T10:00:00", "room": "Hall",
            "speakers": [{"name": "A. Person"}]}  # fmt: skip
    lunch = {**talk, "title": "Noon", "startsAt": "2021-04-16T12:00:00", "endsAt": "2021-04-16T13:00:00",
             "isServiceSession": True}  # fmt: skip
    grid = [{"date": "2021-04-16T00:00:00", "rooms": [{"name": "Hall", "sessions": [talk, lunch]}]}]
    reading = read(grid, "grid.json", place="Vienna", body="Camp")
    assert [each[1:] for each in hours(reading.programme)] == [("09:00", "10:00")]
    assert [event.title["en"] for event in reading.session.events] == ["Noon"]
    assert [str(entry) for entry in reading.account.of(Fate.LEFT_OVER)] == ["the fields: “speakers: 2”"]


def test_an_entry_of_an_export_without_hours_is_left_over(read):
    reading = read(XML.replace("</room>", "<event><title>Second</title></event></room>"), "schedule.xml")
    assert [str(entry) for entry in reading.account.of(Fate.LEFT_OVER)] == ["entry 2: “Second”"]


def test_the_older_form_of_a_schedule_is_read(read):
    entry = "<entry><start>0930</start><duration>45</duration><room id='1'>C01</room><title>Welcome</title></entry>"
    reading = read(f'<schedule><day date="2014-07-21">{entry}</day></schedule>', "a.xml", place="Rome", body="Euro")
    assert [each[1:] for each in hours(reading.programme)] == [("09:30", "10:15")]


@pytest.mark.parametrize(
    ("text", "name", "said"),
    [
        (
            '{"wgsched": "programme"}',
            "a.json",
            "the version of a programme file is 1",
        ),
        ("{}", "a.json", "is no export of a programme"),
        ('{"schedule": {"conference": {"title": "x"}}}', "a.json", "has no entry with a beginning and a length"),
        ("{", "a.json", "a.json:1:"),
        ("<a/>", "a.xml", "is no export of a programme"),
        ('<!DOCTYPE a [<!ENTITY e "x">]><a>&e;</a>', "a.xml", "has a document type"),
        ("x", "a.ics", "is not a calendar"),
        ("BEGIN:VCALENDAR\nEND:VCALENDAR", "a.ics", "has no event with a beginning"),
    ],
)
def test_what_is_no_export_is_refused_in_words(read, text, name, said):
    with pytest.raises(BadInput) as bad:
        read(text, name)
    assert said in str(bad.value)


def test_a_programme_file_in_an_unknown_language_is_refused(tmp_path):
    path = tmp_path / "programme.json"
    write_programme(as_published("asset-recovery-2009", hours=False), path)
    plain = json.loads(path.read_text("utf-8"))
    plain["session"]["original"] = "xx"
    path.write_text(json.dumps(plain), "utf-8")
    with pytest.raises(BadInput, match="no language is called 'xx'"):
        read_paper(path)

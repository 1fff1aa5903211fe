import json
from xml.etree.ElementTree import fromstring

from tests.feeds.samples import full
from tests.publishing.chains import moved, published


def test_the_json_schedule_holds_days_rooms_and_what_is_held_there(tmp_path):
    published(tmp_path, full(), 1)
    found = json.loads((tmp_path / "en/schedule.json").read_text())["schedule"]
    conference = found["conference"]
    assert {name: value for name, value in conference.items() if name != "days"} == {
        "acronym": "test",
        "title": "Tests WG",
        "start": "2009-05-14",
        "end": "2009-05-15",
        "daysCount": 2,
        "timeslot_duration": "00:15",
        "time_zone_name": "Europe/Vienna",
    }
    assert [(day["index"], day["date"], sorted(day["rooms"])) for day in conference["days"]] == [
        (1, "2009-05-14", ["Boardroom A", "Room C2", "Room to be announced"]),
        (2, "2009-05-15", ["Room to be announced"]),
    ]
    [event] = conference["days"][0]["rooms"]["Boardroom A"]
    assert (event["title"], event["date"], event["duration"]) == (
        "Tests WG: 1, 2 (a)",
        "2009-05-14T10:00:00+02:00",
        "03:00",
    )


def test_the_xml_schedule_holds_the_same(tmp_path):
    published(tmp_path, full(), 1)
    conference = json.loads((tmp_path / "fr/schedule.json").read_text())["schedule"]["conference"]
    root = fromstring((tmp_path / "fr/schedule.xml").read_bytes())
    listed = [event for day in conference["days"] for room in day["rooms"].values() for event in room]
    written = [
        (event.get("guid"), event.findtext("title"), event.findtext("date"), event.findtext("duration"))
        for event in root.iter("event")
    ]
    assert written == [(event["guid"], event["title"], event["date"], event["duration"]) for event in listed]
    assert len({event.get("id") for event in root.iter("event")}) == len(written) == 5


def test_identities_stay_when_a_meeting_moves(tmp_path):
    def identities():
        root = fromstring((tmp_path / "en/schedule.xml").read_bytes())
        return {(event.get("id"), event.get("guid"), event.findtext("slug")) for event in root.iter("event")}

    published(tmp_path, full(), 1)
    first = identities()
    published(tmp_path, moved(full(), "a", hours=5), 2)
    assert identities() == first


def test_what_was_cancelled_is_not_in_schedules(tmp_path):
    published(tmp_path, full(), 1)
    assert b"Cancelled" not in (tmp_path / "en/schedule.xml").read_bytes()

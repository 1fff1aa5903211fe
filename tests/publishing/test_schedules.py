import json
from dataclasses import replace
from xml.etree.ElementTree import fromstring

from tests.feeds.samples import full
from tests.publishing.chains import moved, published
from tests.sessions import at, item, meeting, session
from wgsched.model import Agenda, Consideration, Forum, Participant, Programme, Text


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
        (1, "2009-05-14", ["Boardroom A", "Room C2", "en title"]),
        (2, "2009-05-15", ["Committee I"]),
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


def talks():
    """Return two halls at once, without rooms: one with two talks of named speakers, one with an item of nobody's."""
    forums = (Forum("a", Text(en="Hall A")), Forum("b", Text(en="Hall B")))
    items = (item("1", 30, forums=("a",)), item("2", 30, forums=("a",)), item("3", 60, forums=("b",)))
    meetings = tuple(meeting(key, 14, 10, 60, forum=key) for key in ("a", "b"))
    ann = Participant("ann", Text(en="Ann Example"), ("1",), printed=True)
    bob = Participant("bob", Text(en="Bob Example"), chairs=("2",), printed=True)
    quiet = Participant("eve", Text(en="Eve Example"), ("1", "3"))
    found = session(*items, meetings=meetings, forums=forums, participants=(ann, bob, quiet))
    rows = (("1", "a", 10, 0, 10, 30), ("2", "a", 10, 30, 11, 0), ("3", "b", 10, 0, 11, 0))
    laid = (Consideration(key, where, at(14, *hours[:2]), at(14, *hours[2:])) for key, where, *hours in rows)
    return Programme(found, found.meetings, tuple(laid))


def test_a_meeting_of_named_speakers_is_told_talk_by_talk_and_rooms_to_be_announced_are_those_of_forums(tmp_path):
    published(tmp_path, talks(), 1, languages=["en"])
    [day] = json.loads((tmp_path / "en/schedule.json").read_text())["schedule"]["conference"]["days"]
    told = [
        (event["room"], event["track"], event["title"], event["start"], event["duration"], event["slug"], event["type"])
        for room in day["rooms"].values()
        for event in room
    ]
    assert told == [
        ("Hall A", "Hall A", "Subject 1", "10:00", "00:30", "test-item_1", "talk"),
        ("Hall A", "Hall A", "Subject 2", "10:30", "00:30", "test-item_2", "talk"),
        ("Hall B", "Hall B", "Tests WG, Hall B: 3", "10:00", "01:00", "test-meeting_b", "meeting"),
    ]
    assert [[who["public_name"] for who in event["persons"]] for event in day["rooms"]["Hall A"]] == [
        ["Ann Example"],
        ["Bob Example"],
    ]
    root = fromstring((tmp_path / "en/schedule.xml").read_bytes())
    assert [each.text for each in root.iter("person")] == ["Ann Example", "Bob Example"]
    assert "Eve" not in (tmp_path / "en/schedule.json").read_text()


def test_talks_whose_keys_are_in_no_latin_letters_have_names_of_their_own(tmp_path):
    programme = talks()
    keys = {"1": "甲", "2": "乙", "3": "3"}
    agenda = Agenda(tuple(replace(each, key=keys[each.key]) for each in programme.session.agenda))
    ann = Participant("ann", Text(en="Ann Example"), tuple(keys.values()), printed=True)
    found = replace(programme.session, agenda=agenda, participants=(ann,))
    rows = tuple(replace(each, instalment=keys[each.instalment]) for each in programme.considerations)
    published(tmp_path, Programme(found, found.meetings, rows), 1, languages=["en"])
    slugs = [each.text for each in fromstring((tmp_path / "en/schedule.xml").read_bytes()).iter("slug")]
    assert slugs == ["test-item__e7_94_b2", "test-item__e4_b9_99", "test-item_3"]


def test_an_item_that_is_held_again_is_two_talks_and_the_first_keeps_its_name(tmp_path):
    programme = talks()
    again = Consideration("1", "b", at(14, 10, 30), at(14, 11))
    first, *others = (row for row in programme.considerations if row.instalment != "3")
    named = replace(programme, considerations=(first, *others, again))
    published(tmp_path, named, 1, languages=["en"])
    slugs = [each.text for each in fromstring((tmp_path / "en/schedule.xml").read_bytes()).iter("slug")]
    assert slugs == ["test-item_1", "test-item_2", "test-item_1_2"]

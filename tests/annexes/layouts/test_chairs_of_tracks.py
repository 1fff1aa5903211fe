"""Who chairs a track is named once, at the head of what it takes up."""

from __future__ import annotations

import json
import re

import pytest

from tests.programmes import timed
from tests.publishing.chains import published
from tests.sessions import item, meeting, session
from wgsched.annexes import layouts
from wgsched.annexes.formats import text
from wgsched.feeds import feed
from wgsched.model import Forum, Participant, Programme, Text

ANN = Participant("ann", Text(en="Ann"), ("1",), printed=True)
CEM = Participant("cem", Text(en="Cem", zh="李安"), tracks=("water",), printed=True)
DAN = Participant("dan", Text(en="Dan"), tracks=("water",))


def track(*forums: str) -> Programme:
    """Return a meeting of each of these forums; that on water has two items, one speaker, and two who chair."""
    known = tuple(Forum(each, Text(en=each.capitalize(), zh=each)) for each in forums)
    titles = Text(en="Subject", zh="议题")
    items = [item(number, 60, forums=("water",), title=titles) for number in "12"]
    items += [item("3", 60, forums=("land",), title=titles)] if "land" in forums else []
    meetings = [meeting(each, 14, 10, forum=each, room=each[0].upper()) for each in forums]
    whole = session(*items, meetings=meetings, forums=known, participants=(ANN, CEM, DAN), languages=("en", "zh"))
    return timed(whole, {"water": [("1", 60), ("2", 60)], **({"land": [("3", 60)]} if "land" in forums else {})})


@pytest.mark.parametrize(
    ("layout", "head"),
    [
        ("organization-of-work", "Water (Chair: Cem)"),
        ("by-forum", "Water (Chair: Cem)"),
        ("day-grid", "Water (Chair: Cem)"),
        ("week", "Water (Chair: Cem)"),
        ("room-grid", "Water (Chair: Cem)"),
        ("order-of-the-day", "Water, 1st meeting (Chair: Cem)"),
        ("door-card", "Water, 1st meeting (Chair: Cem)"),
        ("journal", "Water, 1st meeting (Chair: Cem)"),
    ],
)
def test_papers_name_the_chair_beside_the_track_and_not_beside_each_talk(layout, head):
    said = " ".join(text.write([layouts.find(layout).pages(track("water", "land"), "en")]).decode().split())
    assert head in said
    assert said.count("Cem") == 1
    assert "Dan" not in said


def test_the_programme_of_the_chair_is_all_that_the_track_takes_up():
    pages = layouts.find("person").pages(track("water", "land"), "en", person="cem")
    rows = [[cell.text for cell in row.cells] for table in pages.tables() for row in table.rows]
    assert rows[1:] == [
        ["10 a.m.–1 p.m.", "Water, 1st meeting (Chair: Cem)", "W", "1", "Subject\nAnn"],
        ["2", "Subject"],
    ]


def test_where_there_is_one_forum_its_chair_is_named_beside_its_items():
    said = " ".join(text.write([layouts.find("organization-of-work").pages(track("water"), "en")]).decode().split())
    assert "Subject / Ann / Chair: Cem" in said
    assert "2 | Subject / Chair: Cem" in said


def test_the_page_the_feed_and_apps_name_the_chair(tmp_path):
    published(tmp_path, track("water", "land"), 1)
    page = (tmp_path / "en/index.html").read_text()
    assert page.count('<p class="chair">Chair: Cem</p>') == page.count("Chair: Cem") == 1
    assert '<p class="chair">主席：李安</p>' in (tmp_path / "zh/index.html").read_text()
    assert re.findall(r'<option value="(ann|cem|dan)">(.*?)</option>', page) == [("ann", "Ann"), ("cem", "Cem")]
    assert re.findall(r'id="meeting-(\w+)".*?(?: data-people="(.*?)")?>', page) == [("water", "ann cem"), ("land", "")]
    [day] = json.loads((tmp_path / "en/schedule.json").read_text())["schedule"]["conference"]["days"]
    talks = [event for room in day["rooms"].values() for event in room]
    persons = [[who["public_name"] for who in talk["persons"]] for talk in talks]
    assert persons == [[], ["Ann", "Cem"], ["Cem"]]
    assert not any("Dan" in path.read_text() for path in tmp_path.rglob("*.html"))


def test_a_calendar_names_the_chair_after_the_hours_of_the_meeting():
    said = feed(track("water", "land"), language="en").data.decode().replace("\r\n ", "")
    assert "Vienna time\\nChair: Cem\\n" in said
    assert said.count("Cem") == 1

"""What feeds carry where it is given: where on earth, where each language is heard, the feed in other languages."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from tests.feeds.samples import full, octets
from tests.publishing.chains import published
from tests.sessions import at
from wgsched.errors import BadInput
from wgsched.feeds import feed, lint
from wgsched.files import programme_from_json, programme_to_json
from wgsched.model import Programme
from wgsched.publishing import publish

CHANNELS = (("ar", "https://example.org/ar"), ("fr", "https://example.org/fr"))
SITE = "https://example.org/wg"


def given() -> Programme:
    session = full().session
    plenary, committee = session.forums
    forums = (replace(plenary, channels=CHANNELS), replace(committee, channels=CHANNELS))
    place = replace(session.place, geo="48.2347, 16.4168")
    return replace(full(), session=replace(session, place=place, forums=forums))


def test_every_event_says_where_on_earth():
    data = feed(given()).data
    assert [each.count(b"GEO:48.2347;16.4168") for each in octets(data)] == [1] * len(octets(data))
    assert lint(data) == []


def test_each_language_is_heard_somewhere_but_not_in_cancelled_meetings_nor_without_interpretation():
    found = {
        each.partition(b"UID:")[2].partition(b"@")[0]: each.count(b"CONFERENCE;")
        for each in octets(feed(given(), language="fr").data)
    }
    assert sorted(found.values()) == [0, 0, 0, 0, 2, 2, 2]
    [first, second] = [line for line in unfolded(feed(given(), language="fr").data) if line.startswith("CONF")][:2]
    assert first == "CONFERENCE;FEATURE=AUDIO;LABEL=arabe;LANGUAGE=ar;VALUE=URI:https://example.org/ar"
    assert second == "CONFERENCE;FEATURE=AUDIO;LABEL=français;LANGUAGE=fr;VALUE=URI:https://example.org/fr"


def test_jcal_holds_them_as_well():
    events = json.loads(feed(given()).jcal)[2]
    names = [name for each in events if each[0] == "vevent" for name, *_ in each[1]]
    assert (names.count("geo"), names.count("conference")) == (7, 6)


def test_they_survive_a_programme_file():
    assert programme_from_json(programme_to_json(given())) == given()


def test_a_place_nowhere_on_earth_is_refused():
    nowhere = replace(given(), session=replace(given().session, place=replace(given().session.place, geo="north")))
    with pytest.raises(BadInput):
        feed(nowhere)


def test_each_published_feed_names_itself_in_the_other_languages(tmp_path):
    publish(full(), tmp_path, moment=at(1, 9), site=SITE, papers=(), languages=("en", "fr", "zh"))
    lines = unfolded((tmp_path / "fr/forum-plenary.ics").read_bytes())
    assert [line for line in lines if line.startswith("X-WGSCHED-TRANSLATION")] == [
        f"X-WGSCHED-TRANSLATION;LANGUAGE=en;VALUE=URI:{SITE}/en/forum-plenary.ics",
        f"X-WGSCHED-TRANSLATION;LANGUAGE=zh;VALUE=URI:{SITE}/zh/forum-plenary.ics",
    ]
    assert lint((tmp_path / "fr/forum-plenary.ics").read_bytes()) == []


def test_without_an_address_no_other_language_is_named(tmp_path):
    published(tmp_path, full(), 1)
    assert b"TRANSLATION" not in (tmp_path / "fr/all.ics").read_bytes()


def unfolded(data: bytes) -> list[str]:
    return data.replace(b"\r\n ", b"").decode().split("\r\n")

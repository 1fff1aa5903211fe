"""The programme page in a real browser: finding, choosing, subscribing, by keyboard, on a telephone, on paper."""

import functools
import json
import subprocess
import threading
from dataclasses import replace
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from tests.feeds.samples import events, full
from tests.publishing.chains import moved, published
from wgsched.feeds import lint
from wgsched.model import SIX, Participant, Text
from wgsched.publishing import amend
from wgsched.publishing.server import serve

pytestmark = pytest.mark.clients
DRIVER = Path(__file__).with_name("pages.mjs")
ALL = ["meeting-a", "event-side", "meeting-b", "meeting-c", "meeting-d", "meeting-e"]


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *arguments):
        pass


def presented():
    """Return the programme with somebody who presents an item, and whose name is printed."""
    ann = Participant("ann", Text(dict.fromkeys(SIX, "Ann Lee")), ("2b",), printed=True)
    return replace(full(), session=replace(full().session, participants=(ann,)))


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    folder = tmp_path_factory.mktemp("site")
    published(folder, presented(), 1)
    published(folder, amend(moved(presented(), "a", hours=1), "d", room="C3").programme, 2)
    server = ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(_Quiet, directory=folder))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}", folder
    server.shutdown()
    server.server_close()


def seen(site, scenario):
    base, folder = site
    command = ["node", str(DRIVER), base, folder.as_uri(), scenario]
    done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=900)
    told = json.loads(done.stdout)
    assert told["said"] == [], "the browser complains of nothing"
    assert [link for link in told["asked"] if not link.startswith((base, folder.as_uri(), "blob:"))] == []
    return told["found"]


def test_a_delegate_finds_by_item_forum_day_language_person_and_words(site):
    assert seen(site, "finds") == {
        "all": ALL,
        "item": ["meeting-c"],
        "told": "1 found",
        "forum": ["meeting-c", "meeting-d"],
        "forumAndDay": ["meeting-d"],
        "interpreted": ["meeting-a", "meeting-b", "meeting-c", "meeting-d", "meeting-e"],
        "person": ["meeting-c"],
        "words": ["meeting-a", "meeting-e"],
        "none": [],
        "nothing": "No meeting matches.",
        "again": ALL,
    }


def test_a_delegate_chooses_items_and_has_a_calendar_of_them(site):
    found = seen(site, "mine")
    assert found["address"] == "mine=1,2b"
    assert [link.rpartition("/")[2] for link in found["feeds"]] == ["item-1.ics", "item-2b.ics"]
    assert all(link.startswith("webcal://127.0.0.1:") for link in found["feeds"])
    assert lint(found["saved"].encode()) == []
    assert {uid.partition("@")[0] for uid in events(found["saved"].encode())} == {
        "session",
        "item.1.1",
        "item.1.2",
        "item.2b.1",
    }
    assert sorted(set(found["kept"])) == ["1", "2b"]


def test_what_a_delegate_chose_is_kept_in_their_browser_and_can_be_seen_alone(site):
    found = seen(site, "mine")
    assert found["remembered"] == "mine=1,2b"
    assert found["only"] == ["meeting-a", "meeting-c", "meeting-e"]
    assert found["rows"] == 3


def test_the_folders_own_server_makes_one_feed_of_what_was_chosen(site):
    _, folder = site
    stop, told = threading.Event(), []
    ready = threading.Event()

    def ring(host, port):
        told.append(f"http://{host}:{port}")
        ready.set()

    options = {"host": "127.0.0.1", "port": 0, "stop": stop, "ready": ring}
    thread = threading.Thread(target=serve, args=(folder,), kwargs=options, daemon=True)
    thread.start()
    assert ready.wait(20)
    try:
        found = seen((told[0], folder), "own")
    finally:
        stop.set()
        thread.join(20)
    assert found == {"webcal": f"{told[0]}/en/mine/1+2b.ics".replace("http", "webcal"), "several": False}


def test_the_page_works_from_a_disk(site):
    assert seen(site, "fromDisk") == {"styled": "1px", "saved": "programme.ics"}


def test_every_language_is_reached_and_directed(site):
    found = seen(site, "languages")
    assert found.pop("switched") == "/fr/index.html"
    directions = {language: "rtl" if language == "ar" else "ltr" for language in SIX}
    assert found == {language: [language, direction, direction] for language, direction in directions.items()}


def test_the_keyboard_is_enough(site):
    found = seen(site, "keyboard")
    assert found["order"][0][0] == "skip"
    assert all(outlined for name, outlined in found["order"] if name != "BODY")
    assert found["skipped"] == "programme"
    assert found["chosen"] == "mine=2b"


def test_an_address_is_copied(site):
    found = seen(site, "copies")
    assert found["copied"] == f"{site[0]}/en/all.ics"
    assert found["told"] == "Copied"
    assert found["webcal"] == f"{site[0]}/en/all.ics".replace("http", "webcal")


def test_without_script_everything_is_shown_but_the_filter(site):
    assert seen(site, "withoutScript") == {
        "cards": len(ALL),
        "visible": True,
        "filter": False,
        "mine": False,
        "subscribe": "all.ics",
        "box": False,
    }


def test_nothing_is_wider_than_a_telephone(site):
    found = seen(site, "phone")
    assert [path for path, fits in found.items() if not fits] == []
    assert len(found) == 24


def test_the_first_meeting_stands_on_the_first_screen_of_a_telephone(site):
    assert seen(site, "firstScreen") == dict.fromkeys(SIX, True)


def test_what_is_held_now_and_what_is_next_stand_first(site):
    assert seen(site, "nowAndNext") == {
        "before": {
            "next": [
                [
                    "Thursday, 14 May, 11 a.m.–2 p.m. · en title, 1st meeting (provisional) · 1, 2 (a) · Boardroom A",
                    "#meeting-a",
                ]
            ]
        },
        "during": {
            "now": [
                ["3–6 p.m. · en title, 2nd meeting (provisional) · 2 (a) (continued)", "#meeting-b"],
                ["3–6 p.m. · Committee I, 1st meeting (provisional) · 2 (b) · Room C2", "#meeting-c"],
            ],
            "next": [
                [
                    "Friday, 15 May, 10 a.m.–1 p.m. · Committee I, 2nd meeting (provisional) · 2 (a) · Room C3",
                    "#meeting-d",
                ]
            ],
        },
        "after": {},
    }


def test_the_readers_own_hours_stand_beside_those_of_the_place(site):
    found = seen(site, "ownZone")
    assert found["Europe/Vienna"] == []
    assert found["America/New_York"][:2] == ["Your time: 5:00 – 8:00 AM", "Your time: 7:15 – 8:45 AM"]
    assert found["Asia/Tokyo"][2] == "Your time: 14 Thu, 10:00 PM – 15 Fri, 1:00 AM"
    assert found["fr"] == "À votre heure : 05:00 – 08:00"
    assert found["zh"] == "您当地时间：上午5:00至8:00"


def test_what_was_chosen_and_looked_for_goes_along_to_another_language(site):
    there = [["1"], "committee", ["meeting-c", "meeting-d"]]
    assert seen(site, "switching") == {
        language: [f"/{language}/index.html#mine=1&forum=committee", *there] for language in ("ar", "zh")
    }


def test_the_programme_is_printed_without_its_tools(site):
    assert seen(site, "print") == {
        "filter": False,
        "subscribe": False,
        "programme": True,
        "publications": 1,
        "pages": True,
    }


def test_axe_finds_no_violation_in_any_language_light_or_dark(site):
    found = seen(site, "accessible")
    assert {page: violations for page, violations in found.items() if violations} == {}
    assert len(found) == 49

"""Meetings that have no hour of their own: at the estimate, tentative, and in words."""

import re
from dataclasses import replace

import pytest

from tests.feeds.samples import events
from tests.sessions import at, item, meeting, session
from wgsched.annexes import annex
from wgsched.annexes.layouts import LAYOUTS
from wgsched.feeds import feed
from wgsched.feeds.linting import lint
from wgsched.model import SIX, Consideration, Forum, ForumKind, Opening, Programme, Status, Text

WORDS = {Opening(item="1"): "upon conclusion of item 1", Opening(meeting="p"): "immediately after Plenary"}
NONE = Opening()
HOUR = re.compile(r"\b\d+(\.\d\d)?(–\d+)? [ap]\.m\.|noon|\b10[:.]\d\d\b")


def following(opening, **more):
    """Return an adopted programme whose committee waits for item 1, which is concluded at a quarter to twelve."""
    everywhere = Text({language: f"{language} title" for language in SIX})
    meetings = (meeting("p", 14, 10), meeting("c", 14, 10, forum="committee", opening=opening, **more))
    forums = (
        Forum(title=Text(dict.fromkeys(SIX, "Plenary"))),
        Forum("committee", everywhere, ForumKind.COMMITTEE),
    )
    items = (item("1", 105, title=everywhere), item("2", 60, forums=("committee",), title=everywhere))
    given = replace(session(*items, meetings=meetings, forums=forums), issued=at(1, 9).date())
    rows = (
        Consideration("1", "p", at(14, 10), at(14, 11, 45)),
        Consideration("2", "c", at(14, 11, 45), at(14, 12, 45)),
    )
    return Programme(given, given.meetings, rows, status=Status.ADOPTED)


def committee(programme, language="en", view="all"):
    key = "item.2.1" if view == "items" else "meeting.c"
    return events(feed(programme, language, view).data)[f"{key}@test.wgsched"]


@pytest.mark.parametrize("view", ["all", "items"])
@pytest.mark.parametrize(
    ("opening", "opens"), [(Opening(item="1"), "11:45"), (Opening(meeting="p"), "11:45"), (NONE, "10:00")]
)
def test_it_stands_at_the_estimate_and_is_tentative_even_when_adopted(opening, opens, view):
    event = committee(following(opening), view=view)
    assert f"{event['DTSTART'].dt:%H:%M}-{event['DTEND'].dt:%H:%M}" == f"{opens}-13:00"
    assert (str(event["STATUS"]), event.get("SEQUENCE")) == ("TENTATIVE", 0)
    assert str(events(feed(following(opening)).data)["meeting.p@test.wgsched"]["STATUS"]) == "CONFIRMED"


@pytest.mark.parametrize("opening", [*WORDS, NONE])
def test_its_summary_begins_with_the_words_and_no_hour_is_said(opening):
    event, words = committee(following(opening)), WORDS.get(opening, "time to be announced")
    assert str(event["SUMMARY"]) == f"{words[0].upper()}{words[1:]}: Tests WG, en title: 2"
    assert str(event["DESCRIPTION"]).split("\n")[0] == f"1st meeting (provisional), {words}"
    assert HOUR.findall(str(event["SUMMARY"]) + str(event["DESCRIPTION"])) == []


@pytest.mark.parametrize("language", SIX)
def test_its_feed_is_sound_in_every_language(language):
    for opening in (*WORDS, NONE):
        assert list(lint(feed(following(opening), language).data)) == []


def test_a_cancelled_one_is_cancelled_first():
    gone = following(Opening(item="1"))
    cancelled = replace(gone, meetings=(gone.meetings[0], replace(gone.meetings[1], cancelled=True)))
    event = committee(cancelled)
    assert str(event["STATUS"]) == "CANCELLED"
    assert str(event["SUMMARY"]) == "Cancelled: Upon conclusion of item 1: Tests WG, en title: 2"


def test_a_meeting_that_waits_too_long_keeps_its_length():
    late = following(Opening(item="1"), kept=True)
    rows = (Consideration("1", "p", at(14, 10), at(14, 13)),)
    event = committee(replace(late, considerations=rows))
    assert f"{event['DTSTART'].dt:%H:%M}-{event['DTEND'].dt:%H:%M}" == "13:00-16:00"


@pytest.mark.parametrize("opening", [*WORDS, NONE])
@pytest.mark.parametrize(
    "layout", [each for each in LAYOUTS.names() if each not in ("changes", "corrigendum", "services")]
)
def test_no_paper_prints_its_hours(layout, opening):
    alone = following(opening)
    others = replace(alone, meetings=(replace(alone.meetings[0], opens=at(14, 8), closes=at(14, 9)), alone.meetings[1]))
    for suffix in ("text", "csv", "html"):
        printed = annex(others, "en", layout).bytes(suffix).decode()
        assert re.findall(r"11[:.]45|1 p\.m\.|10 a\.m\.|noon|T10:|T11:|T13:", printed) == []

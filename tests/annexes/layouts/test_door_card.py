"""The card beside the door of a room."""

from __future__ import annotations

import io
from dataclasses import replace

import pypdf
import pytest

from tests.annexes.layouts.papers import founding, printed
from tests.feeds.samples import full
from wgsched import annex
from wgsched.annexes.layouts import door_card
from wgsched.annexes.pages import Heading, PageBreak
from wgsched.errors import BadInput
from wgsched.model import Text

HEAD = "Working Group on Tests, Vienna, 14 and 15 May 2009"


def heads(document):
    return [block.text for block in document.blocks if isinstance(block, Heading)]


def test_each_room_has_a_card_with_its_days_meetings_and_events():
    assert printed(door_card.pages(full(), "en")) == [
        HEAD,
        "Boardroom A",
        "Thursday, 14 May",
        "10 a.m.–1 p.m. | en title, 1st meeting / 1 en title / 2 (a) en title: en title",
        "Friday, 15 May",
        "3–6 p.m. | en title (cancelled)",
        HEAD,
        "Room C2",
        "Thursday, 14 May",
        "1.15–2.45 p.m. | en title",
        "3–6 p.m. | Committee I, 1st meeting / 2 (b) en title: en title (4–5 p.m.)",
    ]


def test_a_room_and_a_day_are_chosen():
    assert printed(door_card.pages(full(), "en", room="C1", day="2009-05-15")) == [
        HEAD,
        "Boardroom A",
        "Friday, 15 May",
        "3–6 p.m. | en title (cancelled)",
    ]
    with pytest.raises(BadInput, match=r"nothing is held in the room 'C9'; there is something in C1, C2"):
        door_card.pages(full(), "en", room="C9")
    with pytest.raises(BadInput, match="nothing is held on 2009-05-16"):
        door_card.pages(full(), "en", day="2009-05-16")


def test_without_rooms_one_card_says_that_the_room_is_not_known_yet():
    assert set(heads(door_card.pages(founding(), "en"))) == {"Room to be announced"}


def test_a_card_is_one_page_with_letters_as_large_as_fit():
    content = annex(full(), layout="door-card").bytes("pdf")
    assert len(pypdf.PdfReader(io.BytesIO(content)).pages) == 2
    assert door_card.pages(full(), "en").one_page.size == 24


def test_days_that_need_small_letters_together_have_a_card_each():
    session = full().session
    long = tuple(replace(item, title=Text(en="A long title " * 12)) for item in session.agenda.items)
    whole = replace(full(), session=replace(session, agenda=replace(session.agenda, items=long)))
    rooms = tuple(replace(each, room="C1") for each in whole.meetings)
    document = door_card.pages(replace(whole, meetings=rooms), "en", room="C1")
    assert heads(document) == ["Boardroom A", "Boardroom A"]
    assert len([block for block in document.blocks if isinstance(block, PageBreak)]) == 1

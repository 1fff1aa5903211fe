"""The meetings of each forum, in a list of its own."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.annexes.layouts.papers import SIX_CODES, founding, full, printed
from tests.sessions import at
from wgsched.annexes.layouts import by_forum
from wgsched.annexes.pages import Heading
from wgsched.model import Event, Participant, Text


def test_each_forum_has_its_meetings_with_their_room_and_items():
    assert printed(by_forum.pages(full(), "en")) == [
        "Timetable",
        "Time | Room | Agenda item | Title or description",
        "Thursday, 14 May",
        "1–2 p.m. | Hall |  | Tea",
        "Plenary",
        "Time | Room | Agenda item | Title or description",
        "Thursday, 14 May",
        "10 a.m.–1 p.m. | Conference room A | 1 | Subject 1",
        " |  | 2 (a) and 2 (b) | Subject 2: Subject 2 (a) / Subject 2: Subject 2 (b)",
        " |  | 2 | Panel of ministers (noon–1 p.m.)",
        "3–6 p.m. | Conference room A | 2 (a) and 2 (b) | Subject 2: Subject 2 (a) / "
        "Subject 2: Subject 2 (b) (continued)",
        "Monday, 18 May",
        "10 a.m.–1 p.m. | Conference room A | 4 | Subject 4",
        "Committee I",
        "Time | Room | Agenda item | Title or description",
        "Thursday, 14 May",
        "3–6 p.m. | Conference room B | 3 | Subject 3",
        "Monday, 18 May",
        "10 a.m.–1 p.m. | To be announced | 3 | Subject 3 (continued)",
    ]


def test_who_presents_and_who_chairs_is_named_where_that_is_asked():
    people = (
        Participant("ann", Text(en="Ann"), ("3",), printed=True),
        Participant("bob", Text(en="Bob"), ("3",)),
        Participant("cem", Text(en="Cem"), chairs=("3",), printed=True),
    )
    programme = replace(full(), session=replace(full().session, participants=people))
    said = "\n".join(printed(by_forum.pages(programme, "en")))
    assert "Subject 3 / Ann / Chair: Cem" in said
    assert "Bob" not in said


def test_one_forum_alone_needs_no_name():
    heads = [block.text for block in by_forum.pages(founding(), "en").blocks if isinstance(block, Heading)]
    assert heads == ["Timetable"]


def test_in_plain_values_each_row_says_its_forum_and_room():
    records = [record for table in by_forum.pages(full(), "en").tables() for record in table.every_record]
    assert [(record["forum"], record["room"], record.get("item")) for record in records] == [
        ("", "Hall", None),
        ("plenary", "A", "1"),
        ("plenary", "A", "2 (a); 2 (b)"),
        ("plenary", "A", ""),
        ("plenary", "A", "2 (a); 2 (b)"),
        ("plenary", "A", "4"),
        ("committee", "B", "3"),
        ("committee", "", "3"),
    ]


@pytest.mark.parametrize("language", SIX_CODES)
def test_every_language_heads_each_forum(language):
    document = by_forum.pages(full(), language, fill="en")
    assert len([block for block in document.blocks if isinstance(block, Heading)]) == 3


def test_events_stand_in_the_list_of_their_forum_and_those_of_none_before_all_lists():
    reception = Event("reception", Text(en="Reception"), at(14, 18), at(14, 20), room="A")
    bureau = Event("bureau", Text(en="Bureau"), at(14, 9), at(14, 10), forum="committee")
    feed = Event("feed", Text(en="Only in the feed"), at(14, 9), at(14, 10), shown=frozenset({"feed"}))
    session = replace(full().session, events=(reception, bureau, feed))
    said = printed(by_forum.pages(replace(full(), session=session), "en"))
    assert said[:4] == [
        "Timetable",
        "Time | Room | Agenda item | Title or description",
        "Thursday, 14 May",
        "6–8 p.m. | Conference room A |  | Reception",
    ]
    committee = said.index("Committee I")
    assert said[committee + 3] == "9–10 a.m. |  |  | Bureau"
    assert "Only in the feed" not in "\n".join(said)

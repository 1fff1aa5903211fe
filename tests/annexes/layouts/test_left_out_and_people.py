"""What is left out is listed with the reason, and people are named where that is asked."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.programmes import timed
from tests.publishing.chains import published
from tests.sessions import item, session
from wgsched.annexes import annex, layouts
from wgsched.annexes.formats import text
from wgsched.model import SIX, Leaving, LeftOut, Participant, Text
from wgsched.publishing.public import for_delegates

TITLES = {number: Text({language: f"{language} title {number}" for language in SIX}) for number in "123"}


def crowded(**more: object):
    """Return a programme of two items that leaves out a third."""
    items = (item(number, 60, title=TITLES[number]) for number in "12")
    whole = session(*items, item("3", 60, title=TITLES["3"], priority=7), **more)
    return replace(timed(whole, {"14-am": [("1", 60), ("2", 60)]}), left_out=(LeftOut("3", Leaving.NO_TIME),))


@pytest.mark.parametrize("layout", ["organization-of-work", "by-item", "day-grid", "week"])
def test_every_paper_of_the_whole_programme_lists_what_is_left_out(layout):
    said = text.write([layouts.find(layout).pages(crowded(), "en")]).decode()
    assert "Left out" in said
    assert " ".join(said.split()).count("Item 3 is left out: not everything fits, and its priority is 7.") == 1


@pytest.mark.parametrize("language", SIX)
def test_it_is_listed_in_every_language(language):
    said = annex(crowded(), language=language).bytes("text").decode()
    assert f"{language} title 3" in said


def test_programs_read_the_reason_as_a_record():
    [record] = [
        record
        for table in layouts.find("organization-of-work").pages(crowded(), "en").tables()
        for record in table.every_record
        if record.get("kind") == "left-out"
    ]
    assert (record["item"], record["title"]) == ("3", "en title 3")
    assert record["reason"] == "Item 3 is left out: not everything fits, and its priority is 7."


def test_the_page_lists_it_with_a_link_to_its_own(tmp_path):
    published(tmp_path, crowded(languages=("en",)), 1)
    page = (tmp_path / "en" / "index.html").read_text()
    assert '<h2 id="left-out">Left out</h2>' in page
    assert "</a>: Item 3 is left out: not everything fits, and its priority is 7.</li>" in page


PEOPLE = (
    Participant("ann", Text(en="Ann"), ("1",), printed=True),
    Participant("bob", Text(en="Bob"), ("1",)),
    Participant("cem", Text(en="Cem"), chairs=("1", "2"), printed=True),
    Participant("dan", Text(en="Dan"), ("1",), attends=("2",), printed=True),
)


def test_people_are_named_where_that_is_asked_and_only_there():
    programme = crowded(participants=PEOPLE)
    said = annex(programme, language="en").bytes("text").decode()
    assert "en title 1 / Ann and Dan / Chair: Cem\n" in said
    assert "en title 2 / Chair: Cem\n" in said
    assert "Bob" not in said


def test_delegates_read_of_no_other_people():
    public = for_delegates(crowded(participants=PEOPLE)).session.participants
    assert [each.key for each in public] == ["ann", "cem", "dan"]
    assert {each.attends for each in public} == {()}


def test_the_page_names_people_on_the_card_of_their_meeting(tmp_path):
    published(tmp_path, crowded(participants=PEOPLE, languages=("en",)), 1)
    page = (tmp_path / "en" / "index.html").read_text()
    assert ">1 en title 1 (Ann and Dan) (Chair: Cem)</a>" in page
    assert ">2 en title 2 (Chair: Cem)</a>" in page
    assert "Bob" not in page

"""The programme of one person."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.annexes.layouts.papers import SIX_CODES, full, printed
from wgsched import annex
from wgsched.annexes.layouts import person
from wgsched.annexes.pages import Heading, PageBreak
from wgsched.cli import main
from wgsched.errors import BadInput
from wgsched.files import write_programme
from wgsched.model import Participant, Text

PEOPLE = (
    Participant("ann", Text(en="Ann Lee", zh="李安"), ("3",), chairs=("4",), attends=("panel",), printed=True),
    Participant("bob", Text(en="Bob"), ("1",)),
    Participant("cem", Text(en="Cem"), chairs=("1",), printed=True),
)


def named():
    return replace(full(), session=replace(full().session, participants=PEOPLE))


def test_what_a_person_presents_chairs_or_attends_stands_in_order_of_time():
    assert printed(person.pages(named(), "en", person="ann")) == [
        "Ann Lee",
        "Time | Meeting | Room | Agenda item | Title or description",
        "Thursday, 14 May",
        "10 a.m.–1 p.m. | Plenary, 1st meeting | Conference room A | 2 | Panel of ministers (noon–1 p.m.)",
        "3–6 p.m. | Committee I, 1st meeting | Conference room B | 3 | Subject 3 / Ann Lee",
        "Monday, 18 May",
        "10 a.m.–1 p.m. | Plenary, 3rd meeting | Conference room A | 4 | Subject 4 / Chair: Ann Lee",
        "10 a.m.–1 p.m. | Committee I, 2nd meeting | To be announced | 3 | Subject 3 (continued) / Ann Lee",
    ]


def test_a_person_is_chosen_by_key_or_by_name_in_any_language():
    one, two, three = (annex(named(), layout="person", person=who).text for who in ("ann", "Ann Lee", "李安"))
    assert one == two == three


def test_without_a_name_each_whose_name_is_printed_has_a_page():
    blocks = person.pages(named(), "en").blocks
    assert [block.text for block in blocks if isinstance(block, Heading)] == ["Ann Lee", "Cem"]
    assert sum(isinstance(block, PageBreak) for block in blocks) == 1


def test_whose_name_is_not_printed_has_none():
    with pytest.raises(BadInput, match="nobody with 'printed: yes' is called 'bob'; there is ann, cem"):
        person.pages(named(), "en", person="bob")
    assert "Bob" not in annex(named(), layout="person").text


def test_the_command_takes_a_person(tmp_path, capsys):
    write_programme(named(), tmp_path / "p.json")
    assert main(["annex", str(tmp_path / "p.json"), "--layout", "person", "--person", "cem"]) == 0
    assert "Chair: Cem" in capsys.readouterr().out
    assert main(["annex", str(tmp_path / "p.json"), "--person", "cem"]) != 0
    assert "--person is for person, not for organization-of-work" in capsys.readouterr().err


@pytest.mark.parametrize("language", SIX_CODES)
def test_every_language_has_the_rows_of_a_person(language):
    [table] = person.pages(named(), language, fill="en", person="ann").tables()
    assert [record["item"] for record in table.every_record] == ["", "3", "4", "3"]

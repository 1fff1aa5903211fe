"""Every paper of a nearest programme says that it is not valid, and what it does not keep."""

from __future__ import annotations

import pytest

import wgsched as wg
from tests.sessions import at, item, session
from wgsched.annexes import annex, layouts
from wgsched.annexes.formats import text
from wgsched.errors import BadInput
from wgsched.model import SIX, Participant, Strength, Text, Verdict, Window, Wish
from wgsched.publishing import publish
from wgsched.rules import Precedes

TITLES = {number: Text({language: f"{language} title {number}" for language in SIX}) for number in "12"}
NAME = Text(dict.fromkeys(SIX, "Zarathustra"))
WISHES = (Wish(Precedes("2", "1"), Strength.SHOULD),)


def nearest(*, printed: bool = False):
    """Return the programme of two items that comes nearest where the second needs somebody who comes before."""
    early = Window(at(14, 10), at(14, 11))
    people = (Participant("zara", NAME, ("2",), (early,), printed=printed),)
    items = (item(number, 60, title=TITLES[number]) for number in "12")
    asked = session(*items, rules=(Precedes("1", "2", weight=2),), participants=people, wishes=WISHES)
    return wg.plan(asked, nearest=True)


@pytest.mark.parametrize("layout", ["organization-of-work", "by-item", "by-forum", "day-grid", "week", "journal"])
def test_every_paper_begins_with_what_is_not_kept_and_how_strongly_it_was_asked_for(layout):
    said = " ".join(text.write([layouts.find(layout).pages(nearest(), "en")]).decode().split())
    assert said.startswith("Not valid: this programme does not keep all that is asked for")
    assert said.count("This must hold, and does not: item 2 must be taken up while a participant can be there:") == 1
    assert said.count("This should hold, and does not: item 1 must wait for the conclusion of item 2.") == 1


@pytest.mark.parametrize("language", SIX)
def test_in_every_language_nobody_is_named_whose_name_is_not_printed(language):
    kinds = [annex(nearest(printed=printed), language=language).bytes("text").decode() for printed in (False, True)]
    assert ["Zarathustra" in said.split("title 1")[0] for said in kinds] == [False, True]


def test_programs_read_each_demand_as_a_record():
    [table, *_] = layouts.find("organization-of-work").pages(nearest(), "en").tables()
    assert [(each["kind"], each["rule"], each["strength"]) for each in table.every_record] == [
        ("not-kept", "available", "must"),
        ("not-kept", "precedes", "should"),
    ]


def test_it_is_never_published(tmp_path):
    programme = nearest()
    assert programme.finding.verdict is Verdict.NEAREST
    with pytest.raises(BadInput, match="a nearest programme is not valid: it is not published"):
        publish(programme, tmp_path / "site", moment=at(1, 9))
    assert not list(tmp_path.rglob("*.html"))

"""Why not: certificates first, then a minimal set of sentences."""

from dataclasses import replace

import pytest

from tests.sessions import founding
from wgsched.errors import NoProgramme
from wgsched.languages import lexicon
from wgsched.model import Session
from wgsched.planning import plan
from wgsched.planning.conflict import possible
from wgsched.planning.posting import demands, minimal
from wgsched.rules import ConcludedBy, Precedes


def why_not(session: Session) -> list[str]:
    with pytest.raises(NoProgramme) as refused:
        plan(session)
    return str(refused.value).splitlines()


def test_a_session_with_too_few_meetings_is_told_how_many_minutes_lack():
    short = replace(founding(), meetings=founding().meetings[:3])
    assert why_not(short) == ["The items of the plenary need 660 minutes, but its meetings have only 540 minutes."]


def test_items_that_crowd_before_a_moment_are_named_with_the_rules_that_crowd_them():
    crowded = founding().with_rules(
        ConcludedBy("2 (a)", "2009-05-14 18:00"),
        ConcludedBy("2 (b)", "2009-05-14 18:00"),
    )
    assert why_not(crowded) == [
        "Item 2 (a) and item 2 (b) need 510 minutes, but the plenary has only 360 minutes between "
        "Thursday, 14 May, 10 a.m. and Thursday, 14 May, 6 p.m.",
        "Item 2 (a) must be concluded by Thursday, 14 May, 6 p.m.",
        "Item 2 (b) must be concluded by Thursday, 14 May, 6 p.m.",
    ]


def test_an_item_without_any_place_is_told_by_the_rules_that_leave_it_none():
    assert why_not(founding().with_rules(ConcludedBy("2 (b)", "2009-05-14 13:00"))) == [
        "Item 2 (b) must be given 330 minutes in all.",
        "Item 2 (b) must be concluded by Thursday, 14 May, 1 p.m.",
    ]


def test_a_circle_is_told_as_a_circle():
    circle = (Precedes("2 (a)", "2 (b)"), Precedes("2 (b)", "2 (c)"), Precedes("2 (c)", "2 (a)"))
    assert why_not(founding().with_rules(*circle)) == [
        "Item 2 (b) must wait for the conclusion of item 2 (a).",
        "Item 2 (c) must wait for the conclusion of item 2 (b).",
        "Item 2 (a) must wait for the conclusion of item 2 (c).",
    ]


def test_none_of_the_demands_in_a_conflict_can_be_spared():
    session = founding().with_rules(ConcludedBy("2 (b)", "2009-05-14 18:00"), Precedes("2 (a)", "2 (b)"))
    found = minimal(demands(session), lambda some: possible(session, some, 5))
    assert not possible(session, found, 5)
    assert all(possible(session, [other for other in found if other is not each], 5) for each in found)


@pytest.mark.parametrize("language", ["ar", "en", "es", "fr", "ru", "zh"])
def test_a_certificate_is_said_in_every_language(language):
    with pytest.raises(NoProgramme) as refused:
        plan(replace(founding(), meetings=founding().meetings[:3]))
    assert "540" in lexicon(language).say(refused.value.conflict[0], founding())

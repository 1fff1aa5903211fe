"""The corrections to an annex, place by place."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.annexes.layouts.papers import founding, full, printed
from tests.annexes.test_issued import issued
from wgsched.annexes.layouts import corrigendum
from wgsched.errors import BadInput
from wgsched.model import IssueKind, Programme, Text

SYMBOL = "CAC/COSP/WG.2/2009/1"
NEW = Text(en="Closing of the report", zh="结束", ar="اختتام", fr="Clôture", ru="Закрытие", es="Clausura")


def retitled(programme: Programme, key: str, title: Text) -> Programme:
    agenda = programme.session.agenda
    items = tuple(replace(each, title=title, annex=Text()) if each.key == key else each for each in agenda.items)
    return replace(programme, session=replace(programme.session, agenda=replace(agenda, items=items)))


def corrected(language: str) -> list[str]:
    wrong = issued(IssueKind.CORRIGENDUM, f"{SYMBOL}/Corr.1", language)
    right = retitled(wrong, "3", NEW)
    return printed(corrigendum.pages(right, language, since=founding(), fill="en"))


def test_a_correction_has_its_place_and_both_readings():
    lines = corrected("en")
    assert (lines[0], lines[-3]) == (f"{SYMBOL}/Corr.1", "Corrigendum")
    assert lines[-2:] == [
        "Friday, 15 May, 3–6 p.m., Agenda item 3",
        "For “Adoption of the report” read “Closing of the report”",
    ]


@pytest.mark.parametrize(
    ("language", "head", "reading"),
    [
        ("ar", "تصويب", "بما يلي: «اختتام»"),
        ("es", "Corrección", "debe decir «Clausura»"),
        ("fr", "Rectificatif", "lire «\u00a0Clôture\u00a0»"),
        ("ru", "Исправление", "следует читать «Закрытие»"),
        ("zh", "更正", "改为“结束”"),
    ],
)
def test_each_language_has_its_own_corrections(language, head, reading):
    lines = corrected(language)
    assert lines[-3] == head
    assert lines[-1].endswith(reading)


def test_an_item_that_is_taken_up_twice_is_corrected_at_both_places():
    after = retitled(founding(), "2a", Text(en="Knowledge"))
    places = [line for line in printed(corrigendum.pages(after, "en", since=founding())) if "Agenda item" in line]
    assert places == [
        "Thursday, 14 May, 10 a.m.–1 p.m., Agenda item 2 (a)",
        "Thursday, 14 May, 3–6 p.m., Agenda item 2 (a)",
    ]


def test_names_of_forums_are_corrected_where_they_stand():
    session = full().session
    forums = tuple(replace(each, title=Text(en="The Plenary"), short=Text()) for each in session.forums[:1])
    after = replace(full(), session=replace(session, forums=(*forums, *session.forums[1:])))
    lines = printed(corrigendum.pages(after, "en", since=full()))
    assert "For “Plenary” read “The Plenary”" in lines


def test_without_corrections_it_says_so():
    assert printed(corrigendum.pages(founding(), "en", since=founding()))[-1] == "Nothing has changed."


def test_a_programme_that_changed_is_no_corrigendum():
    moved = replace(founding(), considerations=founding().considerations[:-1])
    with pytest.raises(BadInput, match="a corrigendum corrects words alone, and the programme changed: Not placed"):
        corrigendum.pages(moved, "en", since=founding())

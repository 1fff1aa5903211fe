"""Titles of items: own, brought by roles, for the annex, and missing."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.sessions import at, founding, item, session
from wgsched.errors import MissingTitles, UnknownName
from wgsched.languages import complete_languages, lexicon, missing_titles
from wgsched.model import SIX, AgendaItem, Event, Forum, Role, SessionKind, Text

NONE = Text()
OPENING = item("1 (a)", 15, role=Role.OPENING, title=Text(xx="-"))


def opening(code, kind):
    return lexicon(code, replace(session(OPENING), kind=kind)).title(OPENING)


@pytest.mark.parametrize(
    ("code", "of_session", "of_meeting", "of_conference"),
    [
        ("en", "Opening of the session", "Opening of the meeting", "Opening of the Conference"),
        ("zh", "会议开幕", "会议开幕", "会议开幕"),
        ("fr", "Ouverture de la session", "Ouverture de la réunion", "Ouverture de la Conférence"),
        ("es", "Apertura del período de sesiones", "Apertura de la reunión", "Apertura de la Conferencia"),
        ("ru", "Открытие сессии", "Открытие совещания", "Открытие Конференции"),
        ("ar", "افتتاح الدورة", "افتتاح الاجتماع", "افتتاح المؤتمر"),
    ],
)
def test_the_kind_of_session_chooses_the_title_that_a_role_brings(code, of_session, of_meeting, of_conference):
    assert tuple(opening(code, kind) for kind in SessionKind) == (of_session, of_meeting, of_conference)


@pytest.mark.parametrize("code", SIX)
def test_every_role_brings_a_title(code):
    words = lexicon(code)
    titles = {words.title(AgendaItem(role.value, role=role)) for role in Role}
    assert len(titles) == len(Role)


def test_an_own_title_goes_before_that_of_a_role():
    own = item("3", 60, role=Role.REPORT, title=Text(zh="通过工作组会议报告"))
    assert (lexicon("zh").title(own), lexicon("en").title(own)) == ("通过工作组会议报告", "Adoption of the report")


def test_a_title_that_is_missing_is_named():
    with pytest.raises(MissingTitles, match=r"titles missing in ru: 2 \(a\)"):
        lexicon("ru", founding()).title(founding().agenda["2 (a)"])


def test_a_missing_title_is_filled_visibly_when_asked():
    words = lexicon("ru", founding(), fill="en")
    assert words.title(founding().agenda["2 (a)"]) == "[Subject 2 (a)]"


def test_a_fill_that_is_missing_too_is_named():
    with pytest.raises(MissingTitles):
        lexicon("ru", founding(), fill="fr").title(founding().agenda["2 (a)"])


def test_a_substantive_sub_item_prints_the_title_above_and_an_organizational_one_does_not():
    words, agenda = lexicon("en", founding()), founding().agenda
    assert [words.annex_title(agenda[name]) for name in ("1 (a)", "2 (a)", "3")] == [
        "Subject 1 (a)",
        "Subject 2: Subject 2 (a)",
        "Subject 3",
    ]


def test_a_colon_is_the_languages_own():
    items = (
        item("2", title=Text(fr="Suivi", zh="实施情况")),
        item("2 (a)", 30, title=Text(fr="Savoir", zh="积累知识")),
    )
    whole = session(*items)
    found = [lexicon(code, whole).annex_title(items[1]) for code in ("fr", "zh")]
    assert found == ["Suivi\u00a0: Savoir", "实施情况：积累知识"]


def test_a_third_level_prints_all_that_is_above():
    items = (item("3"), item("3 (c)"), item("3 (c) (i)", 30))
    assert lexicon("en", session(*items)).annex_title(items[2]) == "Subject 3: Subject 3 (c): Subject 3 (c) (i)"


def test_a_short_title_for_the_annex_stands_alone():
    items = (item("2", annex=Text(en="Status")), item("2 (a)", 30), item("2 (b)", 30, annex=Text(en="Trust")))
    words = lexicon("en", session(*items))
    assert [words.annex_title(each) for each in items] == ["Status", "Status: Subject 2 (a)", "Trust"]


def test_an_entry_prints_its_title_alone():
    panel = AgendaItem("panel", title=Text(en="Panel"), parent="2")
    assert lexicon("en", session(item("2"), panel)).annex_title(panel) == "Panel"


def test_missing_titles_are_named_by_number_or_key():
    whole = session(
        OPENING,
        item("2", 30),
        AgendaItem("panel", title=Text(zh="-")),
        meetings=(),
        events=(Event("tea", Text(en="Tea"), at(14, 13), at(14, 14)),),
        forums=(Forum("a", Text(en="A")), Forum("b", Text(en="B", ru="Б"))),
    )
    assert missing_titles(whole, "ru") == ("2", "panel", "tea", "a")
    assert missing_titles(whole, "en") == ("panel",)


def test_the_only_forum_needs_no_title():
    assert missing_titles(session(item("2", 30, title=Text(ru="Тема")), meetings=(), forums=(Forum("a"),)), "ru") == ()


def test_complete_languages_lack_no_title():
    whole = session(OPENING, item("2", 30, title=Text(ru="Тема", es="Tema")))
    assert complete_languages(whole) == ("ru", "es")


def test_missing_titles_of_an_unknown_language_are_not_all_titles():
    with pytest.raises(UnknownName):
        missing_titles(founding(), "xx")


def test_a_text_falls_back_to_the_original_language_then_to_any():
    whole = replace(founding(), original="fr")
    words = lexicon("ru", whole)
    found = [words.version(text, whole) for text in (Text(ru="р", fr="f"), Text(en="e", fr="f"), Text(en="e"), NONE)]
    assert found == ["р", "f", "e", ""]


def test_an_item_whose_number_has_no_item_above_prints_its_title_alone():
    alone = item("13.2", 30)
    assert lexicon("en", session(alone)).annex_title(alone) == "Subject 13.2"


def test_a_house_may_word_the_titles_that_roles_bring():
    given = replace(
        session(AgendaItem("1", role=Role.OPENING)),
        phrases={"en": {"role-opening": "Opening by the Chairperson"}},
    )
    assert lexicon("en", given).title(given.agenda["1"]) == "Opening by the Chairperson"


def test_a_role_that_there_is_not_cannot_be_worded():
    given = replace(session(item("1", 15)), phrases={"en": {"role-openning": "Opening"}})
    with pytest.raises(UnknownName, match="role-opening"):
        lexicon("en", given)

"""Sentences: each fact is said by its type."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.sessions import at, founding, item, session
from wgsched.errors import UnknownName
from wgsched.languages import lexicon
from wgsched.languages.lexicon import Lexicon
from wgsched.languages.registry import vocabulary
from wgsched.languages.vocabulary import Phrase
from wgsched.model import (
    MORNING,
    SIX,
    AgendaItem,
    Document,
    Duration,
    Forum,
    ForumKind,
    Minutes,
    Role,
    Sentence,
    Takes,
    Text,
    Window,
)

FOUNDING = founding()
ITEMS = FOUNDING.agenda


def said(code, template, session=FOUNDING, **facts):
    return lexicon(code, session).say(Sentence("of a test", phrases={code: template}, **facts))


@pytest.mark.parametrize(
    ("fact", "expected"),
    [
        (ITEMS["2 (a)"], "Item 2 (a)."),
        ((ITEMS["2 (a)"], ITEMS["3"]), "Items 2 (a) and 3."),
        (AgendaItem("panel", title=Text(en="Panel")), "“Panel”."),
        (AgendaItem("close", role=Role.CLOSURE), "“Closure of the meeting”."),
        (AgendaItem("panel"), "“panel”."),
        (ITEMS.instalment("2a"), "Item 2 (a)."),
        (FOUNDING.meetings[0], "The meeting of Thursday, 14 May, 10 a.m.–1 p.m.."),
        (Forum(), "The plenary."),
        (Forum("c", Text(en="Committee I"), ForumKind.COMMITTEE), "Committee I."),
        (at(14, 18), "Thursday, 14 May, 6 p.m.."),
        (at(14, 18).date(), "Thursday, 14 May."),
        (Minutes(90), "90 minutes."),
        (7, "7."),
        (MORNING, "10 a.m.–1 p.m.."),
        (Window(at(14, 10), at(14, 11)), "Thursday, 14 May, 10–11 a.m.."),
        (Document("A/1"), "A/1."),
        (Text(en="yes", fr="oui"), "Yes."),
        ("as it is", "As it is."),
        (Sentence("closure-last", item=ITEMS["3"]), "Item 3 must come last."),
        (("a", 2, "c"), "A, 2 and c."),
        (None, "."),
    ],
)
def test_a_fact_is_said_by_its_type(fact, expected):
    assert said("en", "{fact}", fact=fact) == expected.replace("..", ".")


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("ar", "البند 2 (أ) > 90 دقيقة (so)."),
        ("zh", "议程项目2 (a) > 90分钟（so）。"),
        ("en", "Item 2 (a) > 90 minutes (so)."),
        ("fr", "Le point 2 a) > 90 minutes (so)."),
        ("ru", "Пункт 2 a) > 90 минут (so)."),
        ("es", "El tema 2 a) > 90 minutos (so)."),
    ],
)
def test_a_sentence_begins_with_a_capital_and_ends_with_the_stop_of_its_language(code, expected):
    assert (
        said(code, "{item} > {minutes}{why}", item=ITEMS["2 (a)"], minutes=Minutes(90), why=Text(en="so")) == expected
    )


@pytest.mark.parametrize("facts", [{}, {"why": None}, {"why": Text()}, {"why": ""}])
def test_a_reason_that_is_absent_leaves_nothing(facts):
    assert said("en", "{item} comes last{why}", item=ITEMS["3"], **facts) == "Item 3 comes last."


@pytest.mark.parametrize(
    ("template", "facts", "expected"),
    [
        ("{x:label}", {"x": (ITEMS["2 (a)"], ITEMS["3"])}, "2 (a) and 3."),
        ("{x:label}", {"x": AgendaItem("panel", title=Text(en="Panel"))}, "“Panel”."),
        ("{x:title}", {"x": ITEMS["3"]}, "Subject 3."),
        ("{x:year}", {"x": at(14, 10)}, "Thursday, 14 May 2009."),
        ("{x:language}", {"x": ("en", "fr")}, "English and French."),
        ("{x:nth}", {"x": 2}, "2nd."),
    ],
)
def test_a_template_may_ask_for_another_form(template, facts, expected):
    assert said("en", template, **facts) == expected


def test_a_template_cannot_ask_for_a_form_that_does_not_exist():
    with pytest.raises(UnknownName, match="no form of a fact is called 'big'"):
        said("en", "{x:big}", x=1)


def test_a_template_does_not_reach_into_a_fact():
    with pytest.raises(KeyError):
        said("en", "{x.__class__}", x=1)


def test_a_meeting_names_its_forum_where_there_are_two():
    whole = session(item("1", 30), forums=(Forum("plenary", Text(en="Plenary")), Forum("b")))
    assert (
        said("en", "{m} opens", whole, m=whole.meetings[1])
        == "The meeting of Plenary on Thursday, 14 May, 3–6 p.m. opens."
    )


def test_an_instalment_of_several_names_its_part():
    parts = (Takes(Duration(30)), Takes(Duration(30)))
    whole = session(item("1", parts=parts))
    assert said("en", "{x}", whole, x=whole.agenda.instalments[1]) == "Part 2 of item 1."


def test_an_instalment_without_a_session_is_its_key():
    assert lexicon("en").say(Sentence("t", phrases={"en": "{x}"}, x=ITEMS.instalment("2a"))) == "2a."


def test_a_wording_that_a_rule_brings_falls_back_to_english_then_to_any():
    words = lexicon("fr", FOUNDING)
    assert words.say(Sentence("t", phrases={"en": "yes", "es": "sí"})) == "Yes."
    assert words.say(Sentence("t", phrases={"es": "sí"})) == "Sí."


def test_a_sentence_that_nobody_words_is_an_error():
    with pytest.raises(UnknownName, match="no sentence is called 'nobody-words-it'"):
        lexicon("en").say(Sentence("nobody-words-it"))


@pytest.mark.parametrize("code", SIX)
def test_a_sentence_that_ends_itself_is_not_ended_twice(code):
    assert said(code, "1!") == "1!"


def test_a_number_chooses_among_the_forms_of_a_sentence():
    left = Phrase("{n} meetings are left", forms={"one": "{n} meeting is left"})
    words = Lexicon(replace(vocabulary("en"), sentences={"left": left}), None, None)
    assert [words.say(Sentence("left", n=number)) for number in (1, 2)] == [
        "1 meeting is left.",
        "2 meetings are left.",
    ]


@pytest.mark.parametrize(
    ("opens", "closes", "expected"),
    [
        (at(14, 0), at(15, 0), "Thursday, 14 May."),
        (at(14, 0), at(16, 0), "Thursday, 14 May, to Friday, 15 May."),
        (at(14, 15), at(15, 0), "Thursday, 14 May, 3 p.m.–midnight."),
        (at(14, 15), at(15, 10), "Thursday, 14 May, 3 p.m., to Friday, 15 May, 10 a.m."),
        (at(14, 0), at(15, 10), "Thursday, 14 May, midnight, to Friday, 15 May, 10 a.m."),
        (at(14, 15), at(16, 0), "Thursday, 14 May, 3 p.m., to Saturday, 16 May, midnight."),
    ],
)
def test_a_window_is_said_by_the_days_that_it_covers(opens, closes, expected):
    assert said("en", "{fact}", fact=Window(opens, closes)) == expected


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("ar", "من الخميس، 14 أيار/مايو إلى الجمعة، 15 أيار/مايو."),
        ("zh", "5月14日，星期四至5月15日，星期五。"),
        ("en", "Thursday, 14 May, to Friday, 15 May."),
        ("fr", "Du jeudi 14 mai au vendredi 15 mai."),
        ("ru", "Четверг, 14 мая – пятница, 15 мая."),
        ("es", "Desde el jueves, 14 de mayo, hasta el viernes, 15 de mayo."),
    ],
)
def test_days_from_first_to_last_are_said_in_six_languages(code, expected):
    assert said(code, "{fact}", fact=Window(at(14, 0), at(16, 0))) == expected

"""Least, expected and most minutes: fewer where the expected do not fit, free ones where items can use them."""

from __future__ import annotations

from dataclasses import replace
from itertools import product

import pytest

from tests.agreement import QUANTUM, agree, checker_set
from tests.sessions import at, item, meeting, session
from wgsched.checking import check, compare, minutes_given
from wgsched.errors import NoProgramme
from wgsched.files import programme_from_json, programme_to_json
from wgsched.languages import lexicon
from wgsched.model import SIX, AgendaItem, Duration, Participant, Rows, Session, Takes, Text, Unique, Verdict, Window
from wgsched.planning import alternatives, explain, plan
from wgsched.rules import (
    ConcludedBy,
    NoShortPart,
    OpensAt,
    Precedes,
    TypedRows,
    Undivided,
    UponConclusion,
    rulebook,
)

INTERRUPTED = frozenset({"uninterrupted"})
TWO = (meeting("am", 14, 10, 60), meeting("pm", 14, 15, 60))
OPTIONAL = (TWO[0], replace(TWO[1], optional=True), meeting("next", 15, 10, 60))
LONG = (meeting("14-am", 14, 10), meeting("14-pm", 14, 15))


def flexible(number: str, least: int, expected: int, most: int, **more: object) -> AgendaItem:
    return replace(item(number, expected, **more), takes=Takes(Duration(expected), Duration(least), Duration(most)))


def tiny(**more: object) -> Session:
    items = (flexible("1", 30, 60, 90), flexible("2", 30, 30, 60))
    return session(*items, **{"meetings": TWO, **more})


def given(programme):
    return {
        each.key: sum(row.window.minutes for row in programme.of(each)) for each in programme.session.agenda.instalments
    }


def said(programme, language="en"):
    words = lexicon(language, programme.session)
    return [words.say(sentence, programme.session) for sentence in minutes_given(programme)]


@pytest.mark.parametrize(("waives", "programmes"), [(frozenset(), 28), (INTERRUPTED, 46)])
def test_every_length_between_least_and_most_is_allowed(waives, programmes):
    assert agree(tiny(waives=waives), flexible=True) == programmes


@pytest.mark.parametrize(
    ("rules", "more", "programmes"),
    [
        ((NoShortPart(60),), {}, 22),
        ((NoShortPart(60),), {"waives": INTERRUPTED, "meetings": OPTIONAL}, 60),
        ((Precedes("1", "2"),), {}, 14),
        ((OpensAt("1", "2009-05-14 10:30"),), {"waives": INTERRUPTED}, 13),
        ((Undivided("1"),), {}, 24),
        ((UponConclusion("2", "1"),), {"meetings": OPTIONAL}, 28),
        ((ConcludedBy("1", "2009-05-14 15:30"),), {"waives": INTERRUPTED}, 28),
        ((TypedRows(),), {"organization": (Rows("am", ("2", "1")),)}, 3),
    ],
)
def test_so_it_is_under_every_kind_of_rule(rules, more, programmes):
    assert agree(tiny(**more), *rules, flexible=True) == programmes


def taken_away(whole: Session, programme) -> int:
    return sum(max(0, whole.minutes_of(each) - given(programme)[each.key]) for each in whole.agenda.instalments)


@pytest.mark.parametrize(("first", "second", "third"), list(product((30, 60), (60, 90), (30, 90))))
def test_as_few_minutes_as_possible_are_taken_away(first, second, third):
    items = (flexible("1", 30, first, 90), flexible("2", 30, second, 90), flexible("3", 30, third, 120))
    whole = session(*items, meetings=TWO).with_rules(Undivided("3"), ConcludedBy("2", at(14, 11)))
    lawful = checker_set(whole, rulebook(whole))
    least = min(
        (
            sum(
                max(0, whole.minutes_of(each) - QUANTUM * sum(key == each.key for _, _, key in found))
                for each in whole.agenda.instalments
            )
            for found in lawful
        ),
        default=None,
    )
    if least is None:
        with pytest.raises(NoProgramme):
            plan(whole)
    else:
        assert (taken_away(whole, plan(whole)), list(check(plan(whole)))) == (least, [])


def test_a_short_meeting_is_an_answer_and_no_refusal():
    found = plan(session(flexible("1", 60, 120, 120), item("2", 100), item("3", 180), meetings=LONG))
    assert (said(found), list(check(found))) == (
        ["Item 1 has fewer minutes than expected: 80 minutes instead of 120 minutes."],
        [],
    )
    assert (found.finding.verdict, found.finding.unique) == (Verdict.BEST, Unique.YES)


def test_minutes_are_taken_from_as_few_items_as_possible():
    whole = session(*(flexible(str(n), 30, 105, 105) for n in range(1, 5)), meetings=LONG)
    assert sorted(given(plan(whole)).values()) == [45, 105, 105, 105]


def test_rows_that_were_typed_get_the_minutes_that_there_are():
    typed = (Rows("14-am", ("1", "2", "3")),)
    whole = session(*(flexible(str(n), 45, 90, 120) for n in (1, 2, 3)), item("4", 60), meetings=LONG)
    found = plan(replace(whole, organization=typed))
    assert (given(found), list(check(found))) == ({"1": 90, "2": 60, "3": 120, "4": 60}, [])


def test_where_the_least_do_not_fit_either_the_answer_is_no_in_the_least_minutes():
    with pytest.raises(NoProgramme) as refused:
        plan(session(flexible("1", 200, 240, 300), item("2", 200), meetings=LONG))
    assert str(refused.value) == (
        "Items 1 and 2 need 400 minutes, but the meetings from Thursday, 14 May, 10 a.m. to Thursday, 14 May, 6 p.m. "
        "have only 360 minutes."
    )


def test_what_stands_against_the_expected_minutes_is_explained():
    whole = session(flexible("1", 60, 120, 120), item("2", 100), item("3", 180), meetings=LONG)
    found, words = explain(whole), lexicon("en", whole)
    assert (found.possible, [words.say(each, whole) for each in (*found.minutes, *found.conflict)]) == (
        True,
        [
            "Item 1 has fewer minutes than expected: 80 minutes instead of 120 minutes.",
            "Items 1, 2 and 3 need 400 minutes, but the meetings from Thursday, 14 May, 10 a.m. to "
            "Thursday, 14 May, 6 p.m. have only 360 minutes.",
        ],
    )


def test_an_item_gets_more_minutes_where_only_that_fits():
    whole = session(flexible("1", 30, 60, 120), item("2", 30), meetings=LONG)
    found = plan(whole.with_rules(OpensAt("1", at(14, 10)), UponConclusion("2", "1"), OpensAt("2", at(14, 12))))
    assert given(found) == {"1": 120, "2": 30}


def test_free_minutes_are_given_in_the_order_of_the_programme_up_to_the_most():
    whole = session(flexible("1", 30, 60, 90), flexible("2", 30, 60, 120), item("3", 15), meetings=LONG[:1])
    found = plan(whole)
    assert [(row.instalment, row.opens, row.closes) for row in found.considerations] == [
        ("1", at(14, 10), at(14, 11, 30)),
        ("2", at(14, 11, 30), at(14, 12, 45)),
        ("3", at(14, 12, 45), at(14, 13)),
    ]
    assert said(found) == [
        "Item 1 has more minutes than expected: 90 minutes instead of 60 minutes.",
        "Item 2 has more minutes than expected: 75 minutes instead of 60 minutes.",
    ]
    assert list(check(found)) == []


def test_no_minute_is_given_against_a_rule_or_another_wish():
    minister = Participant("m", Text(en="the Minister"), ("2",), (Window(at(14, 10), at(14, 12)),))
    whole = session(flexible("1", 30, 60, 90), item("2", 60), meetings=LONG[:1], participants=(minister,))
    assert given(plan(whole)) == {"1": 60, "2": 60}
    slack = session(flexible("1", 30, 150, 180), meetings=LONG[:1], weights={"slack-kept": 1})
    assert given(plan(replace(slack, weights={"slack-kept": 1}))) == {"1": 150}


def test_planning_again_what_was_published_changes_nothing():
    whole = session(flexible("1", 30, 60, 90), flexible("2", 30, 60, 120), item("3", 15), meetings=LONG)
    short = session(*(flexible(str(n), 30, 100, 100) for n in range(1, 5)), meetings=LONG)
    for each in (whole, short):
        found = plan(each)
        assert not compare(found, plan(each, published=found))


def test_alternatives_have_the_same_minutes():
    whole = session(*(flexible(str(n), 30, 100, 100) for n in range(1, 5)), meetings=LONG)
    found = alternatives(whole, 3)
    assert [sum(given(each).values()) for each in found] == [360, 360, 360]
    assert len({each.considerations for each in found}) == 3


@pytest.mark.parametrize("language", SIX)
def test_the_minutes_are_said_in_every_language(language):
    few = plan(session(flexible("1", 60, 120, 120), item("2", 100), item("3", 180), meetings=LONG))
    many = plan(session(*(flexible(str(n), 15, 50, 50) for n in range(1, 11)), meetings=LONG))
    more = plan(session(flexible("1", 30, 60, 90), meetings=LONG))
    plenty = plan(session(*(flexible(str(n), 5, 12, 15) for n in range(1, 11)), meetings=LONG))
    assert said(few, language) + said(more, language) == FEW_AND_MORE[language]
    assert "10" in said(plenty, language)[0]
    assert "150" in said(plenty, language)[0]
    assert said(many, language)


FEW_AND_MORE = {
    "ar": [
        "البند 1: المدة أقل من المتوقع، 80 دقيقة بدلا من 120 دقيقة.",
        "البند 1: المدة أكثر من المتوقع، 90 دقيقة بدلا من 60 دقيقة.",
    ],
    "zh": [
        "议程项目1的时间少于预计：80分钟，预计为120分钟。",
        "议程项目1的时间多于预计：90分钟，预计为60分钟。",
    ],
    "en": [
        "Item 1 has fewer minutes than expected: 80 minutes instead of 120 minutes.",
        "Item 1 has more minutes than expected: 90 minutes instead of 60 minutes.",
    ],
    "fr": [
        "Le point 1 : durée inférieure aux prévisions, 80 minutes au lieu de 120 minutes.",
        "Le point 1 : durée supérieure aux prévisions, 90 minutes au lieu de 60 minutes.",
    ],
    "ru": [
        "Пункт 1: времени меньше, чем ожидалось, — 80 минут; ожидалось: 120 минут.",
        "Пункт 1: времени больше, чем ожидалось, — 90 минут; ожидалось: 60 минут.",
    ],
    "es": [
        "El tema 1: duración inferior a la prevista, 80 minutos en lugar de 120 minutos.",
        "El tema 1: duración superior a la prevista, 90 minutos en lugar de 60 minutos.",
    ],
}


def test_the_programme_file_keeps_the_minutes():
    found = plan(session(flexible("1", 60, 120, 150), item("2", 100), item("3", 180), meetings=LONG))
    again = programme_from_json(programme_to_json(found))
    assert (again, said(again)) == (found, said(found))

"""The numbers of items as each language prints them."""

from __future__ import annotations

import pytest

from tests.sessions import founding
from wgsched.languages import lexicon
from wgsched.model import SIX, AgendaItem, ItemNumber

AGENDA = founding().agenda


@pytest.mark.parametrize(
    ("code", "first", "second", "third"),
    [
        ("en", "2", "1 (a)", "3 (c) (ii)"),
        ("zh", "2", "1 (a)", "3 (c) ㈡"),
        ("fr", "2", "1 a)", "3 c) ii)"),
        ("es", "2", "1 a)", "3 c) ii)"),
        ("ru", "2", "1 a)", "3 c) ii)"),
        ("ar", "2", "1 (أ)", "3 (ج) '2'"),
    ],
)
def test_three_levels(code, first, second, third):
    words = lexicon(code)
    numbers = (ItemNumber.parse(text) for text in ("2", "1 (a)", "3 (c) (ii)"))
    assert tuple(words.label(number) for number in numbers) == (first, second, third)


@pytest.mark.parametrize("code", SIX)
def test_dotted_and_roman_numbers_print_alike_everywhere(code):
    words = lexicon(code)
    assert [words.label(ItemNumber.parse(text)) for text in ("16.1", "5.a", "II")] == ["16.1", "5.a", "II"]


def test_an_entry_has_no_label():
    assert lexicon("en").label(AgendaItem("panel")) == ""


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("en", "2 (a), 2 (b) and 3"),
        ("zh", "2 (a)、2 (b)和3"),
        ("fr", "2 a), 2 b) et 3"),
        ("es", "2 a), 2 b) y 3"),
        ("ru", "2 a), 2 b) и 3"),
        ("ar", "2 (أ)، 2 (ب) و 3"),
    ],
)
def test_the_labels_of_several_items(code, expected):
    assert lexicon(code).labels(AGENDA[name] for name in ("2 (a)", "2 (b)", "3")) == expected


@pytest.mark.parametrize(
    ("code", "one", "two", "three"),
    [
        ("en", "item 1", "items 1 and 2", "items 1, 2 and 3"),
        ("zh", "议程项目1", "议程项目1和2", "议程项目1、2和3"),
        ("fr", "le point 1", "les points 1 et 2", "les points 1, 2 et 3"),
        ("es", "el tema 1", "los temas 1 y 2", "los temas 1, 2 y 3"),
        ("ru", "пункт 1", "пункты 1 и 2", "пункты 1, 2 и 3"),
        ("ar", "البند 1", "البندان 1 و 2", "البنود 1، 2 و 3"),
    ],
)
def test_the_noun_before_labels_takes_the_number_of_items_and_in_arabic_the_dual(code, one, two, three):
    items = tuple(AGENDA[name] for name in ("1", "2", "3"))
    assert tuple(lexicon(code).labels(items[:count], noun=True) for count in (1, 2, 3)) == (one, two, three)


@pytest.mark.parametrize(
    ("code", "expected"), [("en", "(c)"), ("zh", "(c)"), ("fr", "c)"), ("es", "c)"), ("ru", "c)"), ("ar", "(ج)")]
)
def test_the_last_level_heads_a_paragraph(code, expected):
    words = lexicon(code)
    assert (words.own_level(ItemNumber.parse("2 (c)")), words.point(2)) == (expected, expected)


def test_a_first_level_heads_a_paragraph_whole():
    assert lexicon("en").own_level(ItemNumber.parse("2")) == "2"


@pytest.mark.parametrize("code", SIX)
def test_letters_beyond_the_alphabet_of_a_language_stay_latin_and_differ(code):
    words = lexicon(code)
    assert len({words.label(ItemNumber(("1", letter))) for letter in "abcdefghijklmnopqrstuvwxyz"}) == 26


def test_arabic_has_letters_enough():
    labels = [lexicon("ar").label(ItemNumber(("1", letter))) for letter in "tuz"]
    assert labels == ["1 (ر)", "1 (ش)", "1 (ض)"]

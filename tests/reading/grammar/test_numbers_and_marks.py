"""Numbers of items, marks that they go on, lengths of time, and the language of a text."""

import pytest

from wgsched.reading.grammar.lengths import read_minutes
from wgsched.reading.grammar.marks import read_mark
from wgsched.reading.grammar.numbers import lead_number, read_numbers
from wgsched.reading.grammar.words import languages, recognized, words_of


@pytest.mark.parametrize(
    ("language", "text", "numbers"),
    [
        ("en", "Item 5", ("5",)),
        ("en", "16.1", ("16.1",)),
        ("en", "5.b", ("5.b",)),
        ("en", "3 (c) (i)", ("3 (c) (i)",)),
        ("en", "1(b)", ("1 (b)",)),
        ("en", "II & III.", ("II", "III")),
        ("en", "3 and 3 (a)", ("3", "3 (a)")),
        ("en", "2 (a) and (b)", ("2 (a)", "2 (b)")),
        ("es", "Tema 2 a)", ("2 (a)",)),
        ("es", "II y III", ("II", "III")),
        ("ru", "2 б)", ("2 (b)",)),
        ("ar", "2 (ج)", ("2 (c)",)),
        ("ar", "3 (ب) (1)", ("3 (b) (i)",)),
        ("zh", "议题5", ("5",)),
        ("zh", "II和III", ("II", "III")),
        ("zh", "3 (a)㈠", ("3 (a) (i)",)),
        ("en", "Opening", ()),
    ],
)
def test_the_numbers_of_a_cell_are_read(language, text, numbers):
    assert read_numbers(text, words_of(language)) == numbers


@pytest.mark.parametrize(
    ("language", "text", "number", "title"),
    [
        ("en", "1. Organizational matters:", "1", "Organizational matters:"),
        ("en", "- (a) Opening", "(a)", "Opening"),
        ("en", "a. Japan", "(a)", "Japan"),
        ("en", "1.4.1 ISO matters", "1.4.1", "ISO matters"),
        ("en", "Item 4 Budget", "4", "Budget"),
        ("en", "I. Introduction", "I", "Introduction"),
        ("zh", "1、 选举", "1", "选举"),
        ("ar", "1-   افتتاح الاجتماع", "1", "افتتاح الاجتماع"),
        ("en", "2009 was a year", "", "2009 was a year"),
    ],
)
def test_the_number_that_leads_a_line_is_parted_from_its_title(language, text, number, title):
    assert lead_number(text, words_of(language)) == (number, title)


@pytest.mark.parametrize(
    ("language", "text", "title"),
    [
        ("en", "Budget (continued)", "Budget"),
        ("en", "Budget (Cont’d)", "Budget"),
        ("en", "Continue discussion on budget", "budget"),
        ("fr", "(Suite.)…", ""),
        ("es", "Examen (continuación)", "Examen"),
        ("ru", "Доклад (продолжение)", "Доклад"),
        ("zh", "积累知识（续）", "积累知识"),
        ("ar", "التقرير (تابع)", "التقرير"),
    ],
)
def test_a_mark_that_an_item_goes_on_is_found_in_every_language(language, text, title):
    assert read_mark(text, words_of(language)) == (title, True)


def test_a_title_without_a_mark_stays_whole():
    assert read_mark("Continental shelf", words_of("en")) == ("Continental shelf", False)


@pytest.mark.parametrize(
    ("language", "text", "minutes"),
    [("en", "35 min", 35), ("en", "(15m)", 15), ("en", "1.5 hr", 90), ("ru", "(40 минут)", 40), ("en", "x", None)],
)
def test_a_printed_length_is_read(language, text, minutes):
    assert read_minutes(text, words_of(language)) == minutes


def test_every_language_is_recognized_by_its_words():
    texts = {
        "ar": "افتتاح الدورة وإقرار جدول الأعمال",
        "en": "Opening of the session and adoption of the agenda",
        "es": "Apertura de la reunión y aprobación del programa",
        "fr": "Ouverture de la session et adoption de l’ordre du jour",
        "ru": "Открытие сессии и утверждение повестки дня",
        "zh": "会议开幕，通过议程",
    }
    assert tuple(texts) == languages()
    assert {code: recognized(text) for code, text in texts.items()} == {code: code for code in texts}

"""Words, numbers and overrides."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.sessions import at, founding
from wgsched.errors import BadInput, UnknownName
from wgsched.languages import lexicon
from wgsched.model import SIX


def changed(code, **phrases):
    return lexicon(code, replace(founding(), phrases={code: {k.replace("_", "-"): v for k, v in phrases.items()}}))


@pytest.mark.parametrize(
    ("code", "direction", "expected"),
    [
        ("ar", "rtl", "المرفق"),
        ("zh", "ltr", "附件"),
        ("en", "ltr", "Annex"),
        ("fr", "ltr", "Annexe"),
        ("ru", "ltr", "Приложение"),
        ("es", "ltr", "Anexo"),
    ],
)
def test_a_lexicon_has_a_code_a_direction_and_phrases(code, direction, expected):
    words = lexicon(code)
    assert (words.code, words.direction, words.phrase("annex")) == (code, direction, expected)


def test_an_unknown_phrase_is_answered_with_the_nearest():
    with pytest.raises(UnknownName, match=r"no phrase is called 'anex'\. Did you mean 'annex'\?"):
        lexicon("en").phrase("anex")


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("en", ["1 minute", "2 minutes", "5 minutes", "90 minutes"]),
        ("zh", ["1分钟", "2分钟", "5分钟", "90分钟"]),
        ("fr", ["1 minute", "2 minutes", "5 minutes", "90 minutes"]),
        ("es", ["1 minuto", "2 minutos", "5 minutos", "90 minutos"]),
        ("ru", ["1 минута", "2 минуты", "5 минут", "90 минут"]),
        ("ar", ["دقيقة واحدة", "دقيقتان", "5 دقائق", "90 دقيقة"]),
    ],
)
def test_minutes_take_the_plural_that_their_number_asks_for(code, expected):
    assert [lexicon(code).minutes(number) for number in (1, 2, 5, 90)] == expected


@pytest.mark.parametrize(
    ("code", "meeting", "session", "late", "figures"),
    [
        ("en", "third meeting", "first session", "123rd session", "2nd"),
        ("zh", "第三次会议", "第一届会议", "第123届会议", "第2"),
        ("fr", "troisième réunion", "première session", "123e session", "2e"),
        ("es", "tercera reunión", "primer período de sesiones", "123º período de sesiones", "2ª"),
        ("ru", "третье совещание", "первая сессия", "123-я сессия", "2-е"),
        ("ar", "الاجتماع الثالث", "الدورة الأولى", "الدورة 123", "2"),
    ],
)
def test_ordinals_agree_with_their_noun(code, meeting, session, late, figures):
    words = lexicon(code)
    found = (words.ordinal(3, "meeting"), words.ordinal(1, "session"), words.ordinal(123, "session"), words.ordinal(2))
    assert found == (meeting, session, late, figures)


def test_an_unknown_noun_is_not_counted():
    with pytest.raises(UnknownName, match="no counted noun is called 'meetings'"):
        lexicon("en").ordinal(1, "meetings")


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("en", "a, b and c"),
        ("zh", "a、b和c"),
        ("fr", "a, b et c"),
        ("es", "a, b y c"),
        ("ru", "a, b и c"),
        ("ar", "a، b و c"),
    ],
)
def test_a_list_ends_with_and(code, expected):
    words = lexicon(code)
    assert (words.enumerate(["a", "b", "c"]), words.enumerate(["a"]), words.enumerate([])) == (expected, "a", "")


def test_languages_have_their_names_in_every_language():
    assert [lexicon(code).language_name("zh") for code in SIX] == [
        "الصينية",
        "中文",
        "Chinese",
        "chinois",
        "китайский",
        "chino",
    ]
    assert lexicon("zh").language_name("pt") == "葡萄牙语"


def test_a_session_overrides_any_phrase():
    words = changed("es", continued="(cont.)")
    assert (words.phrase("continued"), lexicon("es").phrase("continued")) == ("(cont.)", "(continuación)")


def test_a_mark_may_be_overridden_by_nothing():
    assert changed("en", continued="").phrase("continued") == ""


def test_one_plural_form_can_be_overridden_alone():
    words = changed("en", **{"minutes.one": "one minute"})
    assert (words.minutes(1), words.minutes(2)) == ("one minute", "2 minutes")


def test_digits_are_the_choice_of_an_agency_and_hold_everywhere():
    words, session = changed("ar", digits="٠١٢٣٤٥٦٧٨٩"), founding()
    found = (
        words.label(session.agenda["2 (a)"]),
        words.date(at(14, 10)),
        words.hours(at(14, 10), at(14, 13)),
        words.minutes(90),
    )
    assert found == ("٢ (أ)", "الخميس، ١٤ أيار/مايو", "\u200f١٠/٠٠\u200f–\u200f١٣/٠٠\u200f", "٩٠ دقيقة")


def test_an_override_of_a_phrase_that_does_not_exist_is_refused():
    with pytest.raises(UnknownName, match=r"no phrase is called 'continud'\. Did you mean 'continued'"):
        changed("en", continud="x")


@pytest.mark.parametrize(
    ("phrases", "message"),
    [
        ({"date": "{weekday} {dy}"}, "the en phrase 'date' has no place 'dy'; it has day, month, weekday"),
        ({"date": "{day.__class__}"}, "the en phrase 'date' has no place 'day.__class__'"),
        ({"date": "{day!r}"}, "the en phrase 'date' has no place 'day'"),
        ({"date": "{day:>999999999}"}, "the en phrase 'date' has no place 'day'"),
        ({"date": "{"}, "the en phrase 'date' cannot be read: '{'"),
        ({"continued": "{}"}, "the en phrase 'continued' has no place '{}'; it has none"),
        ({"digits": "0123"}, "the en phrase 'digits' must be ten digits"),
    ],
)
def test_an_override_with_a_wrong_place_is_refused(phrases, message):
    with pytest.raises(BadInput) as caught:
        changed("en", **phrases)
    assert str(caught.value).startswith(message)


def test_an_override_may_use_any_part_of_a_date():
    assert changed("en", date="{day} {month} {year}").date(at(14, 10)) == "14 May 2009"


def test_an_override_may_ask_for_two_digits_in_every_hour():
    words = changed("en", time_hour="{hh}.{minute}", time_hour_minute="{hh}.{minute}", time_morning="{time}")
    assert words.hours(at(14, 9), at(14, 11, 30)) == "09.00–11.30"


def test_the_arabic_conjunction_is_written_to_an_arabic_word_and_apart_from_a_number():
    words = lexicon("ar")
    assert [words.enumerate(["أ", each]) for each in ("ب", "3", "٣", "II")] == ["أ وب", "أ و 3", "أ و ٣", "أ و II"]


def test_spanish_says_e_before_the_sound_of_i_and_no_other_language_asks():
    sounds = ("inglés", "informe", "historia", "hídrica", "“Informe”")
    others = ("hierro", "ii)", "II", "español", "“A”")
    assert {lexicon("es").enumerate(["ruso", each])[5 : -len(each)] for each in sounds} == {"e "}
    assert {lexicon("es").enumerate(["ruso", each])[5 : -len(each)] for each in others} == {"y "}
    assert lexicon("en").enumerate(["French", "Italian"]) == "French and Italian"

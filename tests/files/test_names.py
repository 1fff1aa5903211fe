"""Names that are made for long keys: readable, bounded, and different for different keys."""

import unicodedata

import pytest

from wgsched.files.names import READABLE, shortened

KEYS = {
    "Конференц-зал имени Дага Хаммаршёльда, Дворец Наций": "Конференц-зал-имени-Дага-Хаммаршёльда-Двор~",
    "联合国维也纳国际中心" * 4: "联合国维也纳国际中心联合国维也纳国际中心联合国维也纳~",
    "قاعة المؤتمرات الكبرى": "قاعة-المؤتمرات-الكبرى~",
    'a/b\\c:d*e?f"g<h>i|j . ': "a-b-c-d-e-f-g-h-i-j~",
    "ก่อนการประชุมใหญ่ " * 3: "ก่อนการประชุมใหญ่-ก่อนการปร~",
    "///": "~",
}


@pytest.mark.parametrize(("key", "expected"), KEYS.items())
def test_a_name_begins_with_the_words_of_its_key(key, expected):
    name = shortened(key)
    assert name[:-12] == expected
    assert set(name[-12:]) <= set("0123456789abcdef")


def test_a_name_is_the_same_each_time():
    assert shortened("Зал " * 30) == "Зал-Зал-Зал-Зал-Зал-Зал-Зал-Зал-Зал-Зал-Зал-З~43ded946372b"


@pytest.mark.parametrize("length", range(1, 120))
@pytest.mark.parametrize("sign", ["a", "ж", "会", "𐍈", "e\u0301\u0323"])
def test_no_character_is_cut_in_two_and_no_name_is_long(sign, length):
    words = shortened(sign * length).rpartition("~")[0]
    assert len(words.encode()) <= READABLE
    assert unicodedata.normalize("NFC", sign * length).startswith(words)
    assert not unicodedata.combining(unicodedata.normalize("NFC", sign * length)[len(words) :][:1] or " ")


def test_keys_that_differ_only_at_the_end_have_different_names():
    names = {shortened("Зал " * 50 + str(number)) for number in range(500)}
    assert len(names) == 500
    assert len({name.casefold() for name in names}) == 500

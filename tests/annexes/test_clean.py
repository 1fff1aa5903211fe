import pytest

from wgsched.annexes.clean import clean


@pytest.mark.parametrize(
    ("dirty", "tidy"),
    [
        ("plain words", "plain words"),
        ("a\x00b\x07c\x1b[31md", "abc[31md"),
        ("tab\there", "tab here"),
        ("one\r\ntwo\rthree\u2028four", "one\ntwo\nthree\nfour"),
        ("\u202egnp.exe\u202c", "gnp.exe"),
        ("\u2066isolated\u2069", "isolated"),
        ("\ufeffmark", "mark"),
        ("half \ud800 pair", "half \ufffd pair"),
        ("non\uffff", "non\ufffd"),
        ("tag\U000e0041", "tag"),
    ],
)
def test_harmful_characters_leave_the_text(dirty, tidy):
    assert clean(dirty) == tidy


@pytest.mark.parametrize(
    "text", ["10/00\u201313/00\u200f", "上午 10 时至下午 1 时", "الخميس، 14 أيار/مايو", "soft\u00adhyphen", "é\n𠀀"]
)
def test_the_marks_and_letters_of_six_languages_stay(text):
    assert clean(text) == text


def test_cleaning_twice_changes_nothing():
    every = "".join(map(chr, range(0x3000))) + "\ud800\udfff\ufffe" + "".join(map(chr, range(0xE0000, 0xE0080)))
    assert clean(clean(every)) == clean(every)
    clean(every).encode()

"""The names of sessions are read as papers print them."""

from __future__ import annotations

import pytest

from wgsched.files.grammar.parts import read_kind
from wgsched.languages import lexicon
from wgsched.model import SIX
from wgsched.reading.grammar.sessionnames import KINDS, SessionName, read_session_name


@pytest.mark.parametrize(
    ("text", "code", "kind", "ordinal"),
    [
        ("FIFTY-SECOND SESSION", "en", "session", 52),
        ("52nd session", "en", "session", 52),
        ("Second resumed third session", "en", "2nd resumed session", 3),
        ("第十七届会议续会", "zh", "resumed session", 17),
        ("Soixante et onzième session", "fr", "session", 71),
        ("17º período de sesiones", "es", "session", 17),
        ("Возобновленная 23-я сессия", "ru", "resumed session", 23),
        ("الدورة الاستثنائية الثلاثون", "ar", "special session", 30),
        ("Third meeting", "en", "meeting", 3),
    ],
)
def test_a_session_is_read_in_words_or_figures(text, code, kind, ordinal):
    assert read_session_name(text, code) == SessionName(kind, ordinal)


@pytest.mark.parametrize(
    "text", ["", "session", "Session of the Committee", "Thousandth session", "Opening of the session"]
)
def test_other_lines_are_no_name(text):
    assert read_session_name(text, "en") is None


@pytest.mark.parametrize("code", SIX)
@pytest.mark.parametrize("number", [1, 2, 11, 21, 99])
def test_what_we_print_is_read_back(code, number):
    words = lexicon(code)
    for kind in KINDS:
        called = read_kind(kind)
        name = words.session_called(called.kind, called.type, number, called.part)
        read = read_session_name(name, code)
        assert read is not None
        back = read_kind(read.kind)
        assert (words.session_called(back.kind, back.type, read.ordinal, back.part), read.ordinal) == (name, number)

"""What a session is called after its body, in six languages."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.sessions import session
from wgsched.errors import BadInput
from wgsched.languages import lexicon
from wgsched.languages.vocabulary import NOUNS
from wgsched.model import SIX, Reopening, SessionKind, SessionPart, SessionType

SPECIAL, EMERGENCY = SessionType.SPECIAL, SessionType.EMERGENCY_SPECIAL
RESUMED, RECONVENED = Reopening.RESUMED, Reopening.RECONVENED


def named(language, **given):
    return lexicon(language).session_name(replace(session(), **{"kind": SessionKind.SESSION, **given}))


@pytest.mark.parametrize(
    ("language", "regular", "special", "emergency"),
    [
        ("ar", "الدورة السابعة عشرة", "الدورة الاستثنائية السابعة عشرة", "الدورة الاستثنائية الطارئة السابعة عشرة"),
        ("zh", "第十七届会议", "第十七届特别会议", "第十七届紧急特别会议"),
        ("en", "Seventeenth session", "Seventeenth special session", "Seventeenth emergency special session"),
        (
            "fr",
            "Dix-septième session",
            "Dix-septième session extraordinaire",
            "Dix-septième session extraordinaire d’urgence",
        ),
        (
            "ru",
            "Семнадцатая сессия",
            "Семнадцатая специальная сессия",
            "Семнадцатая чрезвычайная специальная сессия",
        ),
        (
            "es",
            "17º período de sesiones",
            "17º período extraordinario de sesiones",
            "17º período extraordinario de sesiones de emergencia",
        ),
    ],
)
def test_a_session_is_named_by_its_type_and_number(language, regular, special, emergency):
    types = (SessionType.REGULAR, SPECIAL, EMERGENCY)
    assert tuple(named(language, ordinal=17, type=each) for each in types) == (regular, special, emergency)


@pytest.mark.parametrize(
    ("language", "first", "resumed", "again"),
    [
        ("ar", "الدورة الثالثة، الجزء الأول", "الدورة الثالثة المستأنفة", "الدورة الثالثة المستأنفة الثانية"),
        ("zh", "第三届会议第一期会议", "第三届会议续会", "第三届会议第二次续会"),
        ("en", "Third session, first part", "Resumed third session", "Second resumed third session"),
        (
            "fr",
            "Troisième session, première partie",
            "Reprise de la troisième session",
            "Deuxième reprise de la troisième session",
        ),
        ("ru", "Третья сессия, первая часть", "Возобновленная третья сессия", "Вторая возобновленная третья сессия"),
        (
            "es",
            "Tercer período de sesiones, primera parte",
            "Continuación del tercer período de sesiones",
            "Segunda continuación del tercer período de sesiones",
        ),
    ],
)
def test_a_part_of_a_session_is_said(language, first, resumed, again):
    parts = (SessionPart(), SessionPart(1, RESUMED), SessionPart(2, RESUMED))
    assert tuple(named(language, ordinal=3, part=part) for part in parts) == (first, resumed, again)


def test_english_alone_tells_a_reconvened_session_from_a_resumed_one():
    assert named("en", ordinal=66, part=SessionPart(1, RECONVENED)) == "Reconvened sixty-sixth session"
    same = {named(code, ordinal=66, part=SessionPart(2, each)) for code in SIX if code != "en" for each in Reopening}
    assert len(same) == len(SIX) - 1


def test_an_organizational_session_needs_no_number_and_a_usual_one_without_it_has_no_name():
    assert named("fr", type=SessionType.ORGANIZATIONAL) == "Session d’organisation"
    assert named("en", part=SessionPart(1, RESUMED)) == "Resumed session"
    assert [named(code) for code in SIX] == [""] * len(SIX)


@pytest.mark.parametrize("language", ["ar", "en", "fr", "ru", "zh"])
def test_the_ordinals_to_the_ninety_ninth_are_words_and_all_differ(language):
    nouns = lexicon(language).vocabulary.nouns
    assert {noun: len(set(nouns[noun].ordinals)) for noun in NOUNS} == dict.fromkeys(NOUNS, 99)


@pytest.mark.parametrize(
    ("number", "expected"),
    [(21, "Vingt et unième"), (71, "Soixante et onzième"), (80, "Quatre-vingtième"), (91, "Quatre-vingt-onzième")],
)
def test_french_tens_are_counted_as_in_france(number, expected):
    assert named("fr", ordinal=number) == f"{expected} session"


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ({"kind": SessionKind.MEETING, "type": SPECIAL}, "type: only a session is special, not a meeting"),
        ({"kind": SessionKind.CONFERENCE, "type": SPECIAL}, "type: only a session is special, not a conference"),
        ({"kind": SessionKind.MEETING, "part": SessionPart()}, "part: only a session has parts, not a meeting"),
    ],
)
def test_a_meeting_has_neither_type_nor_part(given, message):
    with pytest.raises(BadInput, match=message):
        replace(session(), **given)


def test_parts_are_counted_from_one():
    with pytest.raises(BadInput, match="number"):
        SessionPart(0)

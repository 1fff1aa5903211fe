"""What a session says of its house forms in a word."""

import pytest

from tests.sessions import at
from wgsched.files import read_session
from wgsched.files.sessions import session_from
from wgsched.languages import lexicon

FILE = """
body: {{en: Group}}
place: Geneva
days: Mon 10 May 2027
original: en
languages: six
agenda:
  1: {{is: opening, takes: ~15 min}}
{more}
"""


def words(more, language="en"):
    return lexicon(language, session_from(FILE.format(more=more)))


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", ["10:00–13:00", "15:30–18:00", "12:00"]),
        ("zh", ["10时至13时", "15时30分至18时", "12时"]),
        ("fr", ["10 heures-13 heures", "15 h 30-18 heures", "12 heures"]),
        ("es", ["10.00 a 13.00 horas", "15.30 a 18.00 horas", "12.00 horas"]),
    ],
)
def test_hours_are_counted_to_24_where_the_session_says_so(language, said):
    say = words("clock: 24", language)
    assert [say.hours(at(14, 10), at(14, 13)), say.hours(at(14, 15, 30), at(14, 18)), say.time(at(14, 12))] == said


def test_hours_are_counted_twice_to_12_in_english_as_usual():
    for more in ("", "clock: 12"):
        assert words(more).hours(at(14, 10), at(14, 13)) == "10 a.m.–1 p.m."


def test_wordings_that_say_no_half_of_the_day_count_to_24():
    say = lexicon("en", read_session("tests/inputs/hours-from-0-to-24.yaml"))
    assert say.hours(at(14, 10), at(14, 13)) == "10:00–13:00"
    assert say.hours(at(14, 15), at(14, 18)) == "15:00–18:00"


@pytest.mark.parametrize(
    ("more", "marks"),
    [
        ("", ["(continued)", "(suite)"]),
        ("continued: yes", ["(continued)", "(suite)"]),
        ("continued: no", ["", ""]),
        ("continued: (cont’d)", ["(cont’d)", "(suite)"]),
        ("continued: {en: (cont’d), fr: (Suite.)}", ["(cont’d)", "(Suite.)"]),
        ("agency: unesco", ["", ""]),
        ("agency: unesco\ncontinued: yes", ["(continued)", "(suite)"]),
        ("agency: fao\ncontinued: no", ["", ""]),
        ("continued: no\nphrases: {en: {continued: (more)}}", ["(more)", ""]),
    ],
)
def test_what_goes_on_is_marked_as_the_session_says(more, marks):
    assert [words(more, language).phrase("continued") for language in ("en", "fr")] == marks


def test_feeds_mark_it_alike():
    assert words("continued: (cont’d)").phrase("feed-continued", item="2 (a)") == "2 (a) (cont’d)"
    assert words("continued: no").phrase("feed-continued", item="2 (a)") == "2 (a)"

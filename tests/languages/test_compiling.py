"""A language is compiled when it is whole; all that it lacks is named at once."""

from __future__ import annotations

import re

import pytest

from tests.languages.catalogues import changed, data, po
from wgsched.errors import BadInput
from wgsched.languages.compiling import compiled
from wgsched.languages.registry import vocabulary
from wgsched.languages.vocabulary import Vocabulary

ENGLISH = vocabulary("en")


def refused(code, wordings, structure):
    with pytest.raises(BadInput) as caught:
        compiled(code, wordings, structure, ENGLISH if code != "en" else None)
    return re.sub(r"(\.po|\.yaml)(:\d+)+", r"\1", str(caught.value)).splitlines()


def test_a_fuzzy_entry_is_used_and_is_to_be_reviewed():
    phrase = Vocabulary.of(compiled("ru", po("ru"), data("ru"), ENGLISH)).phrases["annex"]
    assert b'#, fuzzy\nmsgctxt "annex"' in po("ru")
    assert (phrase.text, phrase.to_review) == ("Приложение", True)


def test_an_entry_that_a_reader_confirmed_without_a_source_is_not_to_be_reviewed():
    confirmed = changed(po("ru"), '#, fuzzy\nmsgctxt "annex"', 'msgctxt "annex"')
    phrase = Vocabulary.of(compiled("ru", confirmed, data("ru"), ENGLISH)).phrases["annex"]
    assert (phrase.seen, phrase.to_review) == ("", False)


def test_every_fault_of_a_catalogue_is_named_at_once():
    wordings = changed(po("fr"), 'msgstr "Adopté."', 'msgstr ""')
    wordings = changed(wordings, 'msgctxt "annex"', 'msgctxt "anex"')
    wordings = changed(wordings, 'msgstr[0] "{n} séance"', 'msgstr[0] ""')
    wordings = changed(wordings, 'msgstr "Salle {room}"', 'msgstr "Salle {rom}"')
    wordings = changed(wordings, 'msgctxt "feed-team"', 'msgctxt "annotations"')
    assert refused("fr", wordings, data("fr")) == [
        "fr.po: 'meetings' lacks a plural form",
        "fr.po: 'feed-room' lacks {room}",
        "fr.po: 'feed-room' has no place {rom}",
        "fr.po: 'annotations' stands here twice",
        "fr.po: 'feed-adopted' is not translated",
        "fr.po: 'annex' is missing, here and in fr.yaml",
        "fr.po: 'feed-team' is missing, here and in fr.yaml",
    ]


def test_a_wording_that_was_made_for_another_english_one_has_the_places_of_the_one_that_is():
    wordings = changed(po("fr"), 'msgid "Room {room}"', 'msgid "Room {number}"')
    wordings = changed(wordings, 'msgstr "Salle {room}"', 'msgstr "Salle {number}"')
    assert refused("fr", wordings, data("fr")) == [
        "fr.po: 'feed-room' lacks {room}",
        "fr.po: 'feed-room' has no place {number}",
    ]


def test_a_fault_has_the_line_of_its_entry():
    wordings = changed(po("fr"), 'msgstr "Salle {room}"', 'msgstr "Salle"')
    line = wordings.decode().split('msgid "Room {room}"')[0].count("\n") + 1
    with pytest.raises(BadInput, match=rf"^fr\.po:{line}: 'feed-room' lacks \{{room\}}$"):
        compiled("fr", wordings, data("fr"), ENGLISH)


def test_a_place_asks_for_the_form_that_it_asks_for_in_english():
    languages = re.search(rb'msgid "[^"]*\{languages:language\}"\nmsgstr "[^"]*"', po("es"))[0]
    start, _, end = languages.rpartition(b"{languages:language}")
    assert refused("es", po("es").replace(languages, start + b"{languages}" + end), data("es")) == [
        "es.po: 'languages-there' lacks {languages:language}",
        "es.po: 'languages-there' has no place {languages}",
    ]


@pytest.mark.parametrize(
    ("before", "after", "message"),
    [
        ("direction: ltr", "direction: left", "sr.yaml: here must be ltr or rtl"),
        ("twelve-hours: no", "twelve-hours: maybe", "sr.yaml: here must be no or yes"),
        ("languages: {}", "languages: []", "sr.yaml: here must be names with values"),
        ("letters: []", "letters: a", "sr.yaml: here must be a list"),
        ("masthead: es", "masthead: [es]", "sr.yaml: here must be a text"),
        ("masthead: es", "mast: es", "sr.yaml: 'mast' is not known here. Did you mean 'masthead'?"),
        ("  sitting:", "  siting:", "sr.yaml: 'siting' is not known here. Did you mean 'sitting'?"),
        ("  report: {other: ", "  report: {others: ", "sr.yaml: 'others' is not known here. Did you mean 'other'?"),
        ('moment: "{date}, {time}"', 'moment: "{date}, {tim}"', "sr.yaml: 'moment' has no place {tim}"),
        ('moment: "{date}, {time}"', 'moment: "{date!r}"', "sr.yaml: 'moment' has no place {date!r}"),
        ('moment: "{date}, {time}"', 'moment: "{"', "sr.yaml: 'moment' cannot be read"),
        ("0123456789", "01234", "sr.yaml: 'digits' must be ten digits, from zero to nine"),
        ("phrases:", "phrases: [", "sr.yaml: this is not YAML in UTF-8"),
        ("code: es", "code: pt", "sr.yaml: 'code' must be 'sr'"),
    ],
)
def test_a_fault_of_a_data_file_is_named(before, after, message):
    wordings = po("es").replace(b"Language: es", b"Language: sr")
    structure = data("es") if before == "code: es" else changed(data("es"), "code: es", "code: sr")
    assert message in refused("sr", wordings, changed(structure, before, after))


def test_plural_forms_are_those_of_the_language():
    wordings = changed(po("es"), "((n == 1)) ? 0 : 2", "((n == 1)) ? 2 : 0")
    assert refused("es", wordings, data("es"))[0].startswith("es.po: Plural-Forms must be 'nplurals=3; plural=")

"""The six languages bring every word, and the same places in it."""

from __future__ import annotations

from dataclasses import fields
from string import Formatter
from types import MappingProxyType

import pytest

from wgsched.errors import UnknownName
from wgsched.languages import codes, registry
from wgsched.languages.vocabulary import NOUNS, Phrase, Vocabulary
from wgsched.languages.words import Words
from wgsched.model import SIX, Role

PLURALS = ("zero", "one", "two", "few", "many")


def places(text):
    return {place for _, place, _, _ in Formatter().parse(text) if place}


@pytest.mark.parametrize("code", SIX)
def test_a_language_asks_for_no_place_that_english_lacks(code):
    english, words = vars(registry.vocabulary("en").words), vars(registry.vocabulary(code).words)
    # Date and hour forms differ in the parts they print; all other wordings must print the same facts.
    free = {name for name in english if name.startswith(("time_", "date", "nth", "first_of_month"))}
    differing = {
        name: (sorted(places(words[name].text)), sorted(places(english[name].text)))
        for name in english
        if name not in free and places(words[name].text) != places(english[name].text)
    }
    assert differing == {}


@pytest.mark.parametrize("code", SIX)
def test_plural_forms_have_no_other_places_than_the_wording_for_most_numbers(code):
    words = vars(registry.vocabulary(code).words)
    wrong = [
        (name, plural)
        for name, phrase in words.items()
        for plural in PLURALS
        if (form := getattr(phrase, plural)) is not None and not places(form) <= places(phrase.text)
    ]
    assert wrong == []


@pytest.mark.parametrize("code", SIX)
def test_every_role_and_noun_is_there(code):
    found = registry.vocabulary(code)
    assert (set(found.roles), set(found.nouns)) == (set(Role), NOUNS)


def test_no_word_has_a_default():
    assert [field.name for field in fields(Words) if field.default is not field.default_factory] == []


def test_a_language_without_a_role_cannot_be_made():
    english = registry.vocabulary("en")
    with pytest.raises(TypeError, match="language en lacks closure"):
        Vocabulary(**{**vars(english), "roles": {r: t for r, t in english.roles.items() if r is not Role.CLOSURE}})


@pytest.mark.parametrize(
    ("code", "text", "seen"),
    [
        ("zh", "拟议工作安排", True),
        ("ar", "التنظيم المقترح للأعمال", False),
        ("es", "Propuesta de organización de los trabajos", True),
        ("ru", "Предлагаемая организация работы", False),
    ],
)
def test_each_phrase_says_whether_a_source_confirms_it(code, text, seen):
    phrase = registry.vocabulary(code).words.organization_of_work
    assert (phrase.text, not phrase.to_review) == (text, seen)


def test_an_empty_form_of_a_number_is_not_a_missing_one():
    assert Phrase("{n} x", one="").form("one") == ""


def test_an_unknown_language_is_named_with_the_known_ones():
    with pytest.raises(UnknownName, match=r"no language is called 'xx'\. Known: ar, en, es, fr, ru, zh"):
        registry.vocabulary("xx")
    assert codes() == SIX


class Package:
    """What an entry point of another package leads to."""

    VOCABULARY = registry.vocabulary("en")
    SENTENCES = MappingProxyType({"holds": "it holds"})

    @classmethod
    def load(cls):
        return cls


def test_another_package_may_bring_a_language(monkeypatch):
    monkeypatch.setattr(registry, "_added", lambda: {"pt": Package})
    assert (registry.vocabulary("pt"), codes()) == (Package.VOCABULARY, (*SIX, "pt"))
    assert registry.sentences("pt") == {"holds": "it holds"}
    registry.vocabulary.cache_clear()
    registry.sentences.cache_clear()

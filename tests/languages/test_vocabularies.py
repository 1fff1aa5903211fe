"""Every language that is installed brings every word, and the same places in it."""

from __future__ import annotations

import pytest

from wgsched.errors import UnknownName
from wgsched.languages import codes, registry
from wgsched.languages.places import names, places
from wgsched.languages.vocabulary import NOUNS, Phrase
from wgsched.model import SIX, Role

COUNTED = {("n", "", "")}


def forms(phrase):
    return (phrase.text, *phrase.forms.values())


@pytest.mark.parametrize("kind", ["phrases", "sentences"])
@pytest.mark.parametrize("code", codes())
def test_a_language_has_what_english_has_in_its_order(code, kind):
    assert list(getattr(registry.vocabulary(code), kind)) == list(getattr(registry.vocabulary("en"), kind))


@pytest.mark.parametrize("kind", ["phrases", "sentences"])
@pytest.mark.parametrize("code", codes())
def test_a_language_asks_for_the_places_of_english_in_the_same_forms(code, kind):
    english, own = getattr(registry.vocabulary("en"), kind), getattr(registry.vocabulary(code), kind)
    # Date and hour forms differ in the parts they print; all other wordings must print the same facts.
    free = ("time-", "date", "nth", "first-of-month")
    differing = {
        name: (phrase.text, english[name].text)
        for name, phrase in own.items()
        if places(phrase.text) != places(english[name].text) and not (kind == "phrases" and name.startswith(free))
    }
    assert differing == {}


@pytest.mark.parametrize("kind", ["phrases", "sentences"])
@pytest.mark.parametrize("code", codes())
def test_the_forms_of_a_number_have_the_same_places_but_may_say_it_in_words(code, kind):
    wrong = [
        (name, form)
        for name, phrase in getattr(registry.vocabulary(code), kind).items()
        for form in phrase.forms.values()
        if places(form) | COUNTED != places(phrase.text) | COUNTED
    ]
    assert wrong == []


@pytest.mark.parametrize("code", codes())
def test_every_role_and_noun_is_there(code):
    language = registry.vocabulary(code)
    assert (list(language.roles), tuple(language.nouns)) == (list(Role), NOUNS)
    assert all(names(forms(title)) == set() for titles in language.roles.values() for title in titles.values())


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
    phrase = registry.vocabulary(code).phrases["organization-of-work"]
    assert (phrase.text, not phrase.to_review) == (text, seen)


def test_a_phrase_has_the_source_that_stands_above_its_entry():
    phrases = registry.vocabulary("fr").phrases
    assert (phrases["continued"].seen, phrases["digits"].seen, phrases["holiday"].seen) == (
        "FAO, timetables of the Council and its committees",
        "CAC/COSP/IRG/2015/1",
        None,
    )


def test_an_empty_form_of_a_number_is_not_a_missing_one():
    assert Phrase("{n} x", forms={"one": ""}).form("one") == ""


def test_an_unknown_language_is_named_with_the_known_ones():
    with pytest.raises(UnknownName, match=r"no language is called 'xx'\. Known: ar, en, es, fr, ru"):
        registry.vocabulary("xx")
    assert codes()[:6] == SIX

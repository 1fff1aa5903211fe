"""The catalogues of the six languages, and what an English wording that changes does to them."""

from __future__ import annotations

import gettext
import io
import re

import pytest
from babel.messages.pofile import read_po, write_po

from tests.languages.catalogues import changed, entry, po, read
from wgsched.errors import BadInput
from wgsched.languages import catalogue
from wgsched.languages.plurals import category
from wgsched.model import SIX


@pytest.mark.parametrize("code", SIX)
def test_a_catalogue_that_is_read_and_saved_by_babel_is_the_same_byte_for_byte(code):
    saved = io.BytesIO()
    write_po(saved, read_po(io.BytesIO(po(code))))
    # Babel writes its own version in the header.
    version = re.compile(rb"Generated-By: Babel [\d.]+")
    assert version.sub(b"", saved.getvalue()) == version.sub(b"", po(code))


@pytest.mark.parametrize("code", SIX)
def test_every_entry_has_a_code_of_its_own_and_all_forms_of_its_language(code):
    messages = list(catalogue.entries(read(code)))
    counts = {len(message.string) for message in messages if message.pluralizable}
    assert len({message.context for message in messages}) == len(messages)
    assert counts == {len(catalogue.categories(code))}
    assert [message.context for message in messages if not all(catalogue.texts(message))] == []


@pytest.mark.parametrize("code", SIX)
def test_the_english_wording_of_an_entry_is_the_one_of_the_english_catalogue(code):
    saved = catalogue.write(catalogue.updated(read(code), read("en")))
    assert catalogue.stale(read(code)) == ()
    assert catalogue.write(read(code)) == saved


@pytest.mark.parametrize("code", SIX)
def test_an_entry_is_fuzzy_where_no_source_stands_above_it(code):
    wrong = [m.context for m in catalogue.entries(read(code)) if m.fuzzy == bool(m.user_comments)]
    assert wrong == []


@pytest.mark.parametrize("code", [*SIX, "sr", "pt", "cy", "ja", "sr-Latn"])
def test_translators_tools_choose_the_form_of_a_number_that_cldr_asks_for(code):
    count, rule = re.fullmatch(r"nplurals=(\d); plural=(.*);", catalogue.plural_forms(code)).groups()
    categories, choose = catalogue.categories(code), gettext.c2py(rule)
    numbers = [*range(130), 1000, 1001, 1_000_000, 2_000_000]
    assert int(count) == len(categories)
    assert [categories[choose(n)] for n in numbers] == [category(code, "", n) for n in numbers]


def test_an_english_wording_that_changes_makes_the_others_fuzzy_and_keeps_the_earlier_one():
    english = changed(po("en"), 'msgstr "Adopted."', 'msgstr "Adopted by the body."')
    english = changed(english, 'msgstr[0] "{n} minute"', 'msgstr[0] "{n} min"')
    made = catalogue.updated(read("fr"), catalogue.read(english, "en.po"))
    saved = catalogue.write(made).decode()
    assert catalogue.stale(made) == ("minutes", "feed-adopted")
    assert (
        "#: phrases\n#, fuzzy\n"
        '#| msgid "Adopted."\n'
        'msgctxt "feed-adopted"\nmsgid "Adopted by the body."\nmsgstr "Adopté."\n'
    ) in saved
    assert '#| msgid "{n} minute"\n#| msgid_plural "{n} minutes"\n' in saved
    assert catalogue.stale(catalogue.read(saved.encode(), "fr.po")) == ("minutes", "feed-adopted")
    assert catalogue.write(catalogue.read(saved.encode(), "fr.po")).decode() == saved


def test_an_entry_is_no_longer_stale_once_a_translator_has_confirmed_it():
    english = catalogue.read(changed(po("en"), 'msgstr "Adopted."', 'msgstr "Agreed."'), "en.po")
    made = catalogue.updated(read("fr"), english)
    entry(made, "feed-adopted").previous_id = []
    entry(made, "feed-adopted").flags.discard("fuzzy")
    again = catalogue.updated(catalogue.read(catalogue.write(made), "fr.po"), english)
    assert (catalogue.stale(again), entry(again, "feed-adopted").fuzzy) == ((), False)


def test_a_long_earlier_wording_comes_back_whole():
    english = read("en")
    message = entry(english, "too-little-time-allowed")
    message.string = ("short", "short")
    made = catalogue.read(catalogue.write(catalogue.updated(read("es"), english)), "es.po")
    assert tuple(entry(made, message.context).previous_id) == message.id


def test_the_english_catalogue_says_what_it_says_and_is_never_stale():
    english = catalogue.read(changed(po("en"), 'msgstr "Adopted."', 'msgstr "Agreed."'), "en.po")
    made = catalogue.updated(english, english)
    assert (entry(made, "feed-adopted").id, catalogue.stale(made)) == ("Agreed.", ())
    assert entry(made, "annex").fuzzy is False


def test_an_entry_that_english_no_longer_has_becomes_obsolete():
    english = read("en")
    english.delete("Adopted.", context="feed-adopted")
    made = catalogue.updated(read("ru"), english)
    assert "feed-adopted" not in {message.context for message in catalogue.entries(made)}
    assert b'#~ msgctxt "feed-adopted"\n' in catalogue.write(made)


def test_a_new_language_has_every_entry_to_be_translated_in_its_own_forms():
    made = catalogue.updated(catalogue.blank("sr", read("en")), read("en"))
    minutes = entry(made, "minutes")
    assert (minutes.id, catalogue.texts(minutes), minutes.fuzzy) == (("{n} minute", "{n} minutes"), ("",) * 3, False)
    assert b'"Language: sr\\n"' in catalogue.write(made)
    assert catalogue.write(made).startswith(b"# Serbian wordings of wgsched.\n")


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b'msgid "a"\nmsgstr "b"\nmsgtext "c"\n', "xx.po:3: Unknown or misformatted keyword"),
        (
            b'msgid ""\nmsgstr "Content-Type: text/plain; charset=utf-8\\n"\nmsgid "\xff"\n',
            "xx.po: this is not a .po file",
        ),
        (
            b'msgid ""\nmsgstr "Content-Type: text/plain; charset=klingon\\n"\n\nmsgid "a"\nmsgstr "b"\n',
            "xx.po: this is not a .po file",
        ),
    ],
)
def test_what_is_no_catalogue_is_named_with_its_line(content, message):
    with pytest.raises(BadInput) as refused:
        catalogue.read(content, "xx.po")
    assert str(refused.value).startswith(message)

"""The files of a language are brought up to date, and what is left to be done is told."""

from __future__ import annotations

import pytest

from tests.languages.catalogues import changed, data, po, read
from wgsched.languages import __main__, catalogue, upkeep
from wgsched.languages.registry import WORDINGS
from wgsched.model import SIX


def copied(folder, *codes):
    for code in codes:
        (folder / f"{code}.po").write_bytes(po(code))
        (folder / f"{code}.yaml").write_bytes(data(code))


def head(code, stale):
    messages = list(catalogue.entries(read(code)))
    return f"{code}: {len(messages)} entries, {sum(m.fuzzy for m in messages)} to be reviewed, {stale} stale"


def contents(folder):
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}


def test_the_six_are_up_to_date():
    before = contents(WORDINGS)
    states = [upkeep.bring_up_to_date(code) for code in SIX]
    assert [(state.code, state.stale, state.faults) for state in states] == [(code, (), ()) for code in SIX]
    assert contents(WORDINGS) == before


def test_an_english_wording_that_changes_is_carried_into_the_others_and_listed(tmp_path, monkeypatch, capsys):
    copied(tmp_path, "en", "fr")
    (tmp_path / "en.po").write_bytes(changed(po("en"), 'msgstr "Adopted."', 'msgstr "Adopted by all."'))
    monkeypatch.setattr("wgsched.languages.registry.WORDINGS", tmp_path)
    assert __main__.main([str(tmp_path), "en", "fr"]) == 0
    assert capsys.readouterr().out == f"{head('en', 0)}\n{head('fr', 1)}\nstale: feed-adopted\n"
    assert (
        b'#| msgid "Adopted."\nmsgctxt "feed-adopted"\nmsgid "Adopted by all."\n' in (tmp_path / "fr.po").read_bytes()
    )
    assert b'"feed-adopted": "Adopt\xc3\xa9."' in (tmp_path / "fr.json").read_bytes()


def test_a_new_language_is_given_files_to_translate_and_no_table(tmp_path, capsys):
    assert __main__.main([str(tmp_path / "srpski"), "sr"]) == 1
    assert sorted(contents(tmp_path / "srpski")) == ["sr.po", "sr.yaml"]
    said = capsys.readouterr().out.splitlines()
    count = len(list(catalogue.entries(read("en"))))
    assert said[0] == f"sr: {count} entries, 0 to be reviewed, 0 stale"
    assert len(said) == 1 + count
    structure = (tmp_path / "srpski" / "sr.yaml").read_text("utf-8")
    assert structure.startswith("# Serbian: everything that is no wording. Wordings are in sr.po.\n")
    assert "\ncode: sr\n" in structure
    assert '  digits: "0123456789"  # ten' in structure
    assert "seen:" not in structure.partition("\ncode:")[2]


def test_a_folder_alone_stands_for_its_languages_and_one_that_cannot_be_read_does_not_stop_the_others(tmp_path, capsys):
    copied(tmp_path, "es", "fr")
    (tmp_path / "es.po").write_bytes(b"msgwhat")
    assert __main__.main([str(tmp_path)]) == 1
    assert capsys.readouterr().out == f"es.po:1: Unknown or misformatted keyword\n{head('fr', 0)}\n"


def test_a_language_that_cldr_does_not_know_is_refused(tmp_path, capsys):
    assert __main__.main([str(tmp_path), "xq"]) == 1
    assert capsys.readouterr().out == "CLDR has no plural forms and no names of days for the language 'xq'\n"
    assert contents(tmp_path) == {}


@pytest.mark.parametrize("code", SIX)
def test_files_that_are_up_to_date_are_left_as_they_are(tmp_path, code):
    copied(tmp_path, code)
    upkeep.bring_up_to_date(code, tmp_path)
    before = {path: path.stat().st_mtime_ns for path in tmp_path.iterdir()}
    upkeep.bring_up_to_date(code, tmp_path)
    assert {path: path.stat().st_mtime_ns for path in tmp_path.iterdir()} == before
    assert contents(tmp_path)[f"{code}.json"] == (WORDINGS / f"{code}.json").read_bytes()

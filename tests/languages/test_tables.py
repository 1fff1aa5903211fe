"""The table of a language is read where it is fresh, and made again where its sources changed."""

from __future__ import annotations

import subprocess
import sys

import pytest

from tests.languages.catalogues import changed, data, po
from wgsched.languages.compiling import compiled
from wgsched.languages.registry import WORDINGS, table, vocabulary
from wgsched.languages.tables import sources, written
from wgsched.model import SIX


@pytest.mark.parametrize("code", SIX)
def test_the_committed_table_is_the_one_that_its_sources_make(code):
    made = written(compiled(code, po(code), data(code), vocabulary("en") if code != "en" else None))
    assert (WORDINGS / f"{code}.json").read_bytes() == made, "stale: run make generated"


def test_a_wording_that_was_changed_is_said_at_once_and_without_its_table(tmp_path):
    (tmp_path / "fr.po").write_bytes(changed(po("fr"), 'msgstr "Annexe"', 'msgstr "Appendice"'))
    (tmp_path / "fr.yaml").write_bytes(data("fr"))
    assert table(tmp_path, "fr")["phrases"]["annex"] == "Appendice"
    (tmp_path / "fr.json").write_bytes((WORDINGS / "fr.json").read_bytes())
    assert table(tmp_path, "fr")["phrases"]["annex"] == "Appendice"


def test_a_fresh_table_is_taken_as_it_is(tmp_path):
    for suffix in ("po", "yaml"):
        (tmp_path / f"fr.{suffix}").write_bytes(b"nothing that can be read")
    fresh = {"sources": sources(b"nothing that can be read", b"nothing that can be read")}
    (tmp_path / "fr.json").write_bytes(written(fresh))
    assert table(tmp_path, "fr") == fresh


def test_how_lines_end_does_not_make_a_table_stale():
    assert sources(b"a\r\nb\r\n", b"c\r\n") == sources(b"a\nb\n", b"c\n")


def test_one_language_is_loaded_alone_and_nothing_is_parsed():
    code = (
        "import sys\nfrom wgsched.languages import lexicon, registry\n"
        "print(lexicon('ru').phrase('annex'), registry.vocabulary.cache_info().currsize)\n"
        "print([name for name in ('babel.messages', 'wgsched.languages.compiling') if name in sys.modules])\n"
    )
    command = [sys.executable, "-X", "utf8", "-c", code]
    said = subprocess.run(command, check=True, capture_output=True, text=True, encoding="utf-8").stdout
    assert said == "Приложение 1\n[]\n"

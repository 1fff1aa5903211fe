"""A language of another package is one like the six, whatever its code."""

from __future__ import annotations

import pytest

from tests.languages.catalogues import foreign
from wgsched.cli import main
from wgsched.errors import BadInput
from wgsched.files import session_from
from wgsched.languages import codes, lexicon
from wgsched.languages.upkeep import bring_up_to_date
from wgsched.model import SIX

SESSION = """
body: {CODE: Radna grupa}
place: Geneva
days: Mon 10 - Tue 11 May 2027
original: CODE
languages: CODE
agenda:
  1: {is: opening, takes: 15 min}
  2: {title: {CODE~: Opšta rasprava}, takes: 2 h}
  3: {is: report, takes: 30 min}
phrases:
  CODE: {continued: (nastavak)}
"""


@pytest.fixture
def installed(install):
    """Return what installs a package with a language, and returns its folder."""
    return lambda name, code: install(name, "wgsched.languages", {code: name}, foreign(code))


@pytest.mark.parametrize("code", ["sr", "cy", "sr-Latn", "es-419", "zh-Hant-HK", "ca-ES-valencia"])
def test_a_language_of_any_code_is_read_planned_and_printed(installed, tmp_path, capsys, code):
    installed("jezik", code)
    (tmp_path / "session.yaml").write_text(SESSION.replace("CODE", code), "utf-8")
    out = tmp_path / "out"
    assert main(["plan", str(tmp_path / "session.yaml"), "-o", str(out)]) == 0
    assert main(["annex", str(out / "programme.json"), "--language", code]) == 0
    printed = capsys.readouterr().out
    assert "Predlog organizacije rada" in printed
    assert "Opšta rasprava" in printed
    assert codes()[:6] == SIX
    assert code in codes()[6:]


def test_a_language_of_another_package_may_bring_its_table(installed, monkeypatch):
    home = installed("srpski", "sr")
    assert bring_up_to_date("sr", home).faults == ()
    monkeypatch.setattr("wgsched.languages.compiling.compiled", None)
    assert lexicon("sr").phrase("organization-of-work") == "Predlog organizacije rada"


def test_a_language_of_another_package_that_lacks_something_is_refused_when_it_is_used(installed):
    file = installed("srpski", "sr") / "sr.po"
    file.write_bytes(file.read_bytes().replace(b'msgstr "Annex"', b'msgstr ""'))
    with pytest.raises(BadInput, match=r"^sr\.po:\d+: 'annex' is not translated$"):
        lexicon("sr")


def test_a_session_overrides_the_wordings_of_any_language(installed, tmp_path, capsys):
    installed("srpski", "sr")
    wrong = SESSION.replace("CODE", "sr").replace("continued:", "continud:")
    (tmp_path / "session.yaml").write_text(wrong, "utf-8")
    assert main(["plan", str(tmp_path / "session.yaml"), "-o", str(tmp_path / "out")]) == 2
    assert "no phrase is called 'continud'. Did you mean 'continued'?" in capsys.readouterr().err


def test_a_language_of_another_package_is_suggested_like_the_six(installed, tmp_path):
    installed("srpski", "sr")
    content = SESSION.replace("CODE", "sr").replace("languages: sr", "languages: [sr, srr]").replace("sr~", "ssr")
    with pytest.raises(BadInput) as caught:
        session_from(content)
    assert [(fault.path, fault.hint) for fault in caught.value.faults] == [
        ("languages.2", "Did you mean 'sr'?"),
        ("agenda.2.title.ssr", "Did you mean 'sr'?"),
    ]

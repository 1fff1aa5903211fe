"""What another package brings is used like wgsched's own, whatever kind it is, and what is wrong with it is told."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from tests.languages.catalogues import foreign
from tests.sessions import founding

from wgsched import preferences, rules
from wgsched.annexes import annex, formats, layouts
from wgsched.cli import main
from wgsched.errors import ExtensionError, UnknownName
from wgsched.files import write_programme
from wgsched.files.building.agency import AGENCIES
from wgsched.files.sessions import session_from
from wgsched.languages import lexicon, registry
from wgsched.model import Programme
from wgsched.preferences import wishbook
from wgsched.rules import rulebook

LAYOUT = """
from wgsched.annexes.pages import Pages, Heading

def pages(programme, language, *, fill=None, day=None, since=None):
    return Pages(title="door", language=language, blocks=(Heading(f"{day} {since and since.session.key}"),))
"""
FORMAT = """
SUFFIX = ".wiki"
MEDIA_TYPE = "text/plain"

def write(documents, *, loud=False):
    return f"{len(documents)} {loud}".encode()
"""
RULE = """
from wgsched.rules.no_short_part import NoShortPart

class Ours(NoShortPart):
    code = "ours"

class Asked(NoShortPart):
    code = "asked"

ours = Ours(45)
"""
PREFERENCE = """
from wgsched.preferences.preferred_day import PreferredDay

class Ours(PreferredDay):
    code = "ours"

ours = Ours("2 (c)", "2009-05-15")
"""
HEAD = "body: Working Group\nplace: Vienna\ndays: Mon 10 May 2027\nlanguages: en\nagenda: {1: {title: First}}\n"
PROGRAMME = Programme(founding(), founding().meetings, ())


@dataclass(frozen=True)
class Kind:
    """A kind of things that packages bring: what finds one by its name, one of wgsched's, and a package with one."""

    noun: str
    find: object
    own: str
    name: str
    files: dict[str, str | bytes]
    point: str = "theirs"
    near: str = ""

    @property
    def group(self) -> str:
        return f"wgsched.{'agencies' if self.noun == 'agency' else self.noun + 's'}"

    def bring(self, install, package="theirs", name=""):
        """Install a package that brings one."""
        home = install(package, self.group, {name or self.name: self.point.replace("theirs", package)}, self.files)
        if name and self.noun in ("language", "agency"):
            for file in home.glob(f"{self.name}.*"):
                file.rename(file.with_stem(name))


KINDS = (
    Kind("layout", layouts.find, "journal", "door", {"__init__.py": LAYOUT}, near="dor"),
    Kind("format", formats.find, "docx", "wiki", {"__init__.py": FORMAT}, near="wikki"),
    Kind("language", registry.vocabulary, "en", "sr-Latn", foreign("sr-Latn"), near="sr-Lat"),
    Kind("agency", AGENCIES.find, "fao", "itu", {"itu.yaml": "phrases: {every language: {annex: x}}"}, near="itux"),
    Kind("rule", rules.kind, "precedes", "ours", {"__init__.py": RULE}, "theirs:ours", "ourss"),
    Kind("preference", preferences.kind, "slack-kept", "ours", {"__init__.py": PREFERENCE}, "theirs:ours", "ourss"),
)
BOOKED = [kind for kind in KINDS if kind.noun in ("rule", "preference")]
every_kind = pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.noun)


@every_kind
def test_what_another_package_brings_is_found_by_its_name(install, kind):
    own = kind.find(kind.own)
    kind.bring(install)
    assert kind.find(kind.name) is not None
    assert kind.find(kind.own) == own


@every_kind
def test_an_unknown_name_is_answered_with_the_nearest_that_a_package_brings(install, kind):
    kind.bring(install)
    with pytest.raises(UnknownName, match=f"no {kind.noun} is called '{kind.near}'. Did you mean '{kind.name}'"):
        kind.find(kind.near)


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind not in BOOKED], ids=lambda kind: kind.noun)
def test_a_name_of_wgsched_is_not_taken_by_another_package(install, kind):
    kind.bring(install, name=kind.own)
    with pytest.raises(ExtensionError) as refused:
        kind.find(kind.own)
    expected = f"the {kind.noun} '{kind.own}' of the package theirs 1.0 has the name of one of wgsched"
    assert str(refused.value) == expected


@pytest.mark.parametrize(("kind", "code"), [(BOOKED[0], "precedes"), (BOOKED[1], "slack-kept")])
def test_a_code_of_wgsched_is_not_taken_by_another_package(install, kind, code):
    files = {"__init__.py": kind.files["__init__.py"].replace('code = "ours"', f'code = "{code}"')}
    install("theirs", kind.group, {"ours": "theirs:ours"}, files)
    with pytest.raises(ExtensionError) as refused:
        kind.find(kind.own)
    expected = f"the {kind.noun} 'ours' of the package theirs 1.0 has the name of one of wgsched: {code}"
    assert str(refused.value) == expected


@every_kind
def test_two_packages_that_bring_the_same_name_are_both_named(install, kind):
    kind.bring(install)
    kind.bring(install, package="others")
    with pytest.raises(ExtensionError, match=r"theirs 1\.0 has the name of one of others 1\.0"):
        kind.find(kind.name)


@every_kind
def test_a_package_that_cannot_be_imported_is_named_with_what_it_says(install, kind):
    install("theirs", kind.group, {kind.name: kind.point}, {"__init__.py": "1 / 0"})
    with pytest.raises(ExtensionError) as refused:
        kind.find(kind.name)
    assert str(refused.value) == (
        f"the {kind.noun} '{kind.name}' of the package theirs 1.0 "
        "cannot be imported: ZeroDivisionError: division by zero"
    )


LACKS = {
    "layout": "lacks pages",
    "format": "lacks SUFFIX",
    "language": "is no package with the file sr-Latn.po",
    "agency": "is no package with the file itu.yaml",
    "rule": "is no rule with a code",
    "preference": "is no preference with a code",
}


@every_kind
def test_what_is_not_what_it_should_be_is_told_what_it_lacks(install, kind):
    install("theirs", kind.group, {kind.name: kind.point}, {"__init__.py": "ours = 1"})
    with pytest.raises(ExtensionError) as refused:
        session_from(f"{HEAD}agency: itu\n") if kind.noun == "agency" else kind.find(kind.name)
    assert str(refused.value) == f"the {kind.noun} '{kind.name}' of the package theirs 1.0 {LACKS[kind.noun]}"


def test_on_the_command_line_a_broken_package_is_a_sentence(install, tmp_path, capsys):
    install("theirs", "wgsched.layouts", {"door": "theirs.gone"}, {})
    write_programme(PROGRAMME, tmp_path / "p.json")
    assert main(["annex", str(tmp_path / "p.json"), "--layout", "door"]) == 2
    assert capsys.readouterr().err == (
        "the layout 'door' of the package theirs 1.0 cannot be imported: "
        "ModuleNotFoundError: No module named 'theirs.gone'\n"
    )


def test_a_layout_of_another_package_takes_what_its_pages_declare(install, tmp_path, capsys):
    KINDS[0].bring(install)
    programme = tmp_path / "p.json"
    write_programme(PROGRAMME, programme)
    asked = ["annex", str(programme), "--layout", "door", "--day", "2009-05-14", "--since", str(programme)]
    assert main(asked) == 0
    assert capsys.readouterr().out == f"2009-05-14 {founding().key}\n"
    assert "door" in layouts.names()[9:]


def test_a_format_of_another_package_goes_by_its_suffix(install):
    KINDS[1].bring(install)
    assert formats.find(".wiki") is formats.find("wiki")
    assert formats.write([], "wiki", loud=True) == b"0 True"
    assert "wiki" in formats.names()[8:]


def test_a_language_of_another_package_says_itself_how_it_is_written(install):
    files = foreign("ku-Arab")
    files["ku-Arab.yaml"] = files["ku-Arab.yaml"].replace(b"direction: ltr", b"direction: rtl")
    install("kurdi", "wgsched.languages", {"ku-Arab": "kurdi"}, files)
    page = annex(PROGRAMME, "ku-Arab", fill="en").bytes("html").decode()
    assert '<html lang="ku-Arab" dir="rtl"' in page


def test_every_language_of_an_agency_is_every_one_that_is_installed(install):
    KINDS[2].bring(install)
    KINDS[3].bring(install, package="house")
    session = session_from(f"{HEAD}agency: itu\n")
    assert [lexicon(code, session).phrase("annex") for code in registry.codes()] == ["x"] * len(registry.codes())


def test_a_preference_of_another_package_is_asked_for_at_an_item(install):
    later = PREFERENCE.replace('code = "ours"', 'code = "ours"\n    shorthand = "later on"')
    install("later", "wgsched.preferences", {"later": "later:Ours"}, {"__init__.py": later})
    session = session_from(HEAD.replace("title: First", "title: First, later on: [Mon, 10 May], prefers: [am, Mon]"))
    assert [(wish.code, wish.item) for wish in session.wishes] == [
        ("ours", "1"),
        ("ours", "1"),
        ("preferred-period", "1"),
        ("preferred-day", "1"),
    ]


def test_what_stands_for_every_session_is_in_its_book(install):
    for kind in BOOKED:
        kind.bring(install, package=f"{kind.noun}_kit")
    install("more", "wgsched.rules", {"asked": "more:Asked"}, {"__init__.py": RULE})
    assert [rule.code for rule in rulebook(founding())][-1] == "ours"
    assert [(wish.code, weight) for wish, weight in wishbook(founding())][-1] == ("ours", 1)
    assert rules.kind("asked").code == "asked"

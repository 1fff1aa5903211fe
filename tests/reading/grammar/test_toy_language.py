"""A seventh language is a data file of a package: no code knows it."""

import re

import pytest
import yaml

from tests.installing import Installer
from wgsched import BadInput
from wgsched.languages.registry import WORDINGS
from wgsched.reading import read_paper
from wgsched.reading.grammar.words import languages, words_of

ENGLISH = words_of("en").data
TOY = {
    **ENGLISH,
    "code": "eo",
    "months": [["januaro"], ["februaro"], ["marto"], ["aprilo"], ["majo"], ["junio"], ["julio"], ["augusto"],
               ["septembro"], ["oktobro"], ["novembro"], ["decembro"]],
    "weekdays": [["lundo"], ["mardo"], ["merkredo"], ["jaudo"], ["vendredo"], ["sabato"], ["dimancho"]],
    "date-glue": ["la", "de"],
    "am": ["atm"],
    "pm": ["ptm"],
    "continued": ["daurigo"],
    "columns": {"when": ["dato kaj horo"], "until": ["fino"], "forum": ["organo"], "item": ["punkto"],
                "title": ["titolo"], "room": ["salono"], "minutes": ["minutoj"]},
    "sections": {**ENGLISH["sections"], "agenda": ["tagordo"], "organization": ["laborplano"]},
    "common": ["kaj", "la", "de", "kunsido", "malfermo"],
}  # fmt: skip
PAPER = """Komitato pri Arbaroj
Ĝenevo, 10 - 11 majo 2027

Laborplano

Dato kaj horo | Punkto | Titolo
Lundo, 10 majo
10 - 1 ptm | 1 | Malfermo de la kunsido
 | 2 | La bugeto
3 - 6 ptm | 2 | La bugeto (daurigo)
"""


@pytest.fixture
def installed(tmp_path, monkeypatch):
    """Install the word list of a language, and forget it after the test."""

    def install(data):
        installer = Installer(tmp_path, monkeypatch)
        words = yaml.safe_dump(data, allow_unicode=True)
        installer("arbaro", "wgsched.reading", {"eo": "arbaro"}, {"eo.words.yaml": words})
        catalogue, plural = (WORDINGS / "en.po").read_text("utf-8"), "nplurals=2; plural=(((n == 1)) ? 0 : 1);"
        wordings = {
            "eo.po": re.sub(r"nplurals=.*?;\\n", lambda _: f"{plural}\\n", catalogue, count=1),
            "eo.yaml": (WORDINGS / "en.yaml").read_text("utf-8").replace("code: en", "code: eo", 1),
        }
        installer("vortoj", "wgsched.languages", {"eo": "vortoj"}, wordings)
        removals.append(installer)

    removals = []
    words_of.cache_clear()
    yield install
    for each in removals:
        each.remove()
    words_of.cache_clear()


def test_a_paper_in_a_language_of_another_package_is_read(installed, tmp_path):
    installed(TOY)
    assert languages() == ("ar", "en", "eo", "es", "fr", "ru", "zh")
    path = tmp_path / "paper.txt"
    path.write_text(PAPER, "utf-8")
    reading = read_paper(path, place="Geneva")
    assert reading.facts.language == "eo"
    assert [str(each.day) for each in reading.facts.sittings] == ["2027-05-10", "2027-05-10"]
    assert [[(row.numbers, row.continued) for row in each.rows] for each in reading.facts.sittings] == [
        [(("1",), False), (("2",), False)], [(("2",), True)],
    ]  # fmt: skip
    assert reading.session.agenda["2"].title["eo"] == "La bugeto"


def test_what_the_list_of_a_language_lacks_is_named(installed):
    installed({key: value for key, value in TOY.items() if key not in ("months", "continued")})
    with pytest.raises(BadInput) as bad:
        words_of("eo")
    assert [fault.message for fault in bad.value.faults] == ["lacks months", "lacks continued"]

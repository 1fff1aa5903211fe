"""Annexes that an office program has saved come back into their session file; `install_papers.sh` installs it."""

import random
import subprocess

import docx
import pytest

from tests.reading.test_into import SESSION, back, printed
from tests.reading.test_random_papers import made, table
from wgsched import annex
from wgsched.model import SIX
from wgsched.reading import read_paper

pytestmark = pytest.mark.clients


def saved(path, *suffixes):
    """Return a file that LibreOffice has opened and saved in each of these formats, one after the other."""
    for number, suffix in enumerate(suffixes):
        out = path.parent / f"saved-{number}"
        subprocess.run(
            ["soffice", f"-env:UserInstallation={path.parent.as_uri()}/profile", "--headless", "--convert-to", suffix,
             "--outdir", str(out), str(path)],
            capture_output=True, check=True, timeout=300,
        )  # fmt: skip
        path = out / f"{path.stem}.{suffix}"
    return path


@pytest.fixture
def session(tmp_path):
    path = tmp_path / "session.yaml"
    path.write_text(SESSION, "utf-8")
    return path


@pytest.mark.parametrize("steps", [("docx",), ("odt", "docx"), ("html",)], ids=" ".join)
def test_an_annex_that_libreoffice_saved_changes_nothing(session, steps):
    assert back(session, saved(printed(session, "docx"), *steps)) == SESSION


def test_a_workbook_that_libreoffice_saved_changes_nothing(session):
    assert back(session, saved(printed(session, "xlsx"), "ods", "xlsx")) == SESSION


@pytest.mark.parametrize("steps", [("docx",), ("odt", "docx")], ids=" ".join)
def test_a_row_that_was_moved_comes_back_from_libreoffice(session, steps):
    path = printed(session, "docx")
    document = docx.Document(path)
    rows = {row.cells[2].text: row for row in document.tables[0].rows}
    rows["Finance"]._tr.addnext(rows["Panel on wood"]._tr)
    document.save(path)
    moved = SESSION.replace("[~2, ~panel]", "[~2]").replace("[~3] ", "[~3, ~panel] ")
    assert back(session, saved(path, *steps)) == moved


@pytest.mark.parametrize("language", SIX)
def test_a_programme_in_any_language_comes_back_from_libreoffice(tmp_path, language):
    programme = made(random.Random(language), language)
    path = tmp_path / "annex.docx"
    annex(programme, language=language).save(path)
    place = programme.session.place.key
    read = read_paper(saved(path, "docx"), year=2027, place=place, body="Body").programme
    assert table(read, language) == table(programme, language)

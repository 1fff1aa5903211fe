"""``wgsched titles``: what is missing, the sheet out, the sheet in."""

import json
import re
from pathlib import Path

import openpyxl
import pytest

from wgsched import read_session
from wgsched.cli import main

EXAMPLE = Path("examples/asset-recovery-2009.yaml")


@pytest.fixture
def session(tmp_path):
    path = tmp_path / "session.yaml"
    text = EXAMPLE.read_text("utf-8").replace(", ru~: Техническая помощь", "")
    path.write_text(re.sub("\n.*Справочный документ.*", "", text), "utf-8")
    return path


def test_missing_titles_are_listed_by_language(session, capsys):
    assert main(["titles", str(session), "--language", "ru"]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "en: nothing missing (to review: 8)",
        "ru: 2 missing (to review: 9, optional: 2)",
        "- agenda.2 (c).title: Technical assistance",
        "- documents.CAC/COSP/WG.2/2009/2.title: Background paper prepared by the Secretariat on asset recovery "
        "on the road to Doha: activities under the Stolen Asset Recovery Initiative",
    ]


def test_missing_titles_are_listed_for_machines(session, capsys):
    assert main(["titles", str(session), "--language", "ru", "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert found["original"] == "en"
    assert found["languages"]["ru"]["missing"] == ["agenda.2 (c).title", "documents.CAC/COSP/WG.2/2009/2.title"]


def test_a_sheet_goes_out_is_filled_and_comes_in(session, tmp_path, capsys):
    sheet, new = tmp_path / "sheet.xlsx", tmp_path / "new.yaml"
    before = session.read_bytes()
    assert main(["titles", str(session), "--language", "ru", "-o", str(sheet)]) == 0
    book = openpyxl.load_workbook(sheet)
    row = next(row for row in book["Titles"].iter_rows() if row[0].value == "agenda.2 (c).title")
    row[4].value, row[5].value = "Техническая помощь", "reviewed"
    book.save(sheet)
    capsys.readouterr()
    assert main(["titles", str(session), "--from", str(sheet), "-o", str(new)]) == 0
    assert capsys.readouterr().out.splitlines() == [
        f"{new}: 1 taken, 0 of them to be reviewed.",
        "- agenda.2 (c).title ru: Техническая помощь",
    ]
    assert session.read_bytes() == before
    assert read_session(new).agenda["2 (c)"].title["ru"] == "Техническая помощь"
    assert main(["titles", str(session), "--from", str(sheet), "--json"]) == 0
    assert [each["language"] for each in json.loads(capsys.readouterr().out)["taken"]] == ["ru"]
    assert session.read_bytes() == new.read_bytes()
    assert main(["titles", str(new), "--from", str(sheet)]) == 0
    assert capsys.readouterr().out == f"The sheet has nothing new for {new}.\n"


def test_what_is_wrong_in_a_sheet_is_bad_input(session, tmp_path, capsys):
    sheet = tmp_path / "sheet.csv"
    sheet.write_text("key,ru\nagenda.9.title,x\n", "utf-8")
    assert main(["titles", str(session), "--from", str(sheet)]) == 2
    assert "sheet.csv:2:1: " in capsys.readouterr().err
    assert main(["titles", str(session), "--from", str(sheet), "--annotations"]) == 2
    assert main(["titles", str(session), "-o", str(tmp_path / "sheet.pdf")]) == 2

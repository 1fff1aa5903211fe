"""``wgsched import``: a paper in, a session file out, and a report."""

import json
from pathlib import Path

import pytest

from wgsched import read_session
from wgsched.cli import main

FOUNDING = "tests/golden/asset-recovery-2009/source.zh.txt"

BARE = """Annex

Proposed organization of work

Date and time | Agenda item | Title or description
Monday, 30 June
10 a.m.–1 p.m. | 1 | Adoption of the agenda
 | 2 | Regional cooperation
"""
"""An annex as it stands in its document, without masthead."""


@pytest.fixture
def output(tmp_path):
    return tmp_path / "session.yaml"


def test_a_paper_becomes_a_session_file_that_can_be_planned(output, capsys):
    assert main(["import", FOUNDING, "-o", str(output)]) == 0
    assert capsys.readouterr().out.splitlines()[0] == (
        f"wrote {output}: 8 items and entries, 2 days, 4 meetings, 7 rows, read in zh"
    )
    assert main(["plan", str(output)]) == 0
    assert "Everything fits: 6 items, 4 meetings, six languages." in capsys.readouterr().out


def test_an_existing_file_is_only_written_over_when_told_to(output, capsys):
    output.write_text("mine", "utf-8")
    assert main(["import", FOUNDING, "-o", str(output)]) == 2
    assert "already exists and was not changed" in capsys.readouterr().err
    assert output.read_text("utf-8") == "mine"
    assert main(["import", FOUNDING, "-o", str(output), "--force"]) == 0
    assert len(read_session(output).agenda) == 8


def test_a_paper_is_never_written_over(tmp_path, capsys):
    paper = tmp_path / "paper.txt"
    paper.write_bytes(Path(FOUNDING).read_bytes())
    assert main(["import", str(paper), "-o", str(paper), "--force"]) == 2
    assert "is an input, and would be overwritten" in capsys.readouterr().err
    assert paper.read_bytes() == Path(FOUNDING).read_bytes()


def test_what_is_not_said_is_asked_for_and_nothing_is_written(output, capsys):
    paper = output.with_name("annex.txt")
    paper.write_text(BARE, "utf-8")
    assert main(["import", str(paper), "-o", str(output)]) == 2
    asked = capsys.readouterr().err.splitlines()
    assert [line.partition(": ")[2].partition("?")[0] for line in asked] == ["which year", "which place", "which body"]
    assert not output.exists()


def test_the_answers_are_options(output):
    paper = output.with_name("annex.txt")
    paper.write_text(BARE, "utf-8")
    answers = ["--year", "1997", "--place", "Geneva", "--body", "Economic and Social Council"]
    assert main(["import", str(paper), "-o", str(output), *answers]) == 0
    assert read_session(output).place.key == "Geneva"


def test_the_report_is_there_for_machines(output, capsys):
    assert main(["import", FOUNDING, "-o", str(output), "--json"]) == 0
    report = json.loads(capsys.readouterr().out)
    assert report["file"] == str(output)
    assert {block["fate"] for block in report["blocks"]} == {"understood", "inferred", "refused"}


def test_an_unknown_format_is_refused_with_those_that_are_read(tmp_path, output, capsys):
    paper = tmp_path / "paper.odt"
    paper.write_bytes(b"x")
    assert main(["import", str(paper), "-o", str(output)]) == 2
    assert "Papers are read from .docx, .txt, .md, .html, .htm, .xlsx, .csv" in capsys.readouterr().err


def test_a_dry_run_writes_nothing(output, capsys):
    assert main(["import", FOUNDING, "-o", str(output), "--dry-run"]) == 0
    assert capsys.readouterr().out.startswith(f"would write {output}: 8 items")
    assert not output.exists()


def test_either_the_file_to_write_or_the_file_to_change_is_named(output, capsys):
    assert main(["import", FOUNDING]) == 2
    assert "name either the session file to write, with -o, or the one to change" in capsys.readouterr().err
    assert main(["import", FOUNDING, "-o", str(output), "--into", str(output)]) == 2


def test_an_edited_paper_goes_back_into_its_session_and_shows_what_changes(output, tmp_path, capsys):
    paper = tmp_path / "paper.txt"
    paper.write_bytes(Path("tests/golden/cybercrime-2022/en.txt").read_bytes())
    answers = ["--year", "2022", "--place", "Vienna", "--body", "Ad Hoc Committee"]
    assert main(["import", str(paper), "-o", str(output), *answers]) == 0
    text = paper.read_text("utf-8").replace(" (continued)", "")
    rows = [line for line in text.splitlines() if "|" in line]
    paper.write_text(
        text.replace(rows[-1] + "\n", "").replace(rows[-2], f"{rows[-2]}\n | {rows[-1].partition(' | ')[2]}")
    )
    before = output.read_text("utf-8")
    capsys.readouterr()
    assert main(["import", str(paper), "--into", str(output), "--dry-run"]) == 0
    told = capsys.readouterr().out.splitlines()
    assert told[0] == f"{output} would change:"
    assert told[-4:] == ["-  Wed am: [7]", "-  Wed pm: [8]", "+  Wed am: [7, ~8]", "+  Wed pm: none"]
    assert output.read_text("utf-8") == before
    assert main(["import", str(paper), "--into", str(output)]) == 0
    assert output.read_text("utf-8") != before
    capsys.readouterr()
    assert main(["import", str(paper), "--into", str(output), "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == {"file": str(output), "written": False, "changes": [], "lines": []}

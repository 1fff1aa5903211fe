"""The night before, from the command line: what an amendment would look like before it is published."""

import pytest

from wgsched.cli import main

EXAMPLE = "examples/asset-recovery-2009.yaml"


@pytest.fixture(scope="module")
def published(tmp_path_factory):
    made = tmp_path_factory.mktemp("amend")
    assert main(["plan", EXAMPLE, "-o", str(made)]) == 0
    at = ["--moment", "2009-04-20 09:00", "--papers", "text"]
    assert main(["publish", str(made / "programme.json"), str(made / "site"), *at]) == 0
    return made


def files(folder):
    return {path: path.stat().st_mtime_ns for path in folder.rglob("*") if path.is_file()}


def test_an_amendment_is_previewed_in_annex_notice_and_feed_and_nothing_is_written(published, capsys):
    before = files(published)
    capsys.readouterr()
    asked = ["amend", str(published / "programme.json"), "Thu pm", "--opens", "15:30"]
    when = ["--moment", "2009-05-13 19:00", "--reason", "conference-services"]
    assert main([*asked, "--folder", str(published / "site"), *when]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert files(published) == before
    assert [line for line in lines if line.startswith("--- ")] == [
        "--- annex, en",
        *(f"--- notice, {language}" for language in ("ar", "zh", "en", "fr", "ru", "es")),
        "--- page, en",
        "--- feed, en",
    ]
    assert "Reason: Availability of conference services" in lines
    assert "[-3–6 p.m.-] / {+3.30–6 p.m.+}" in "\n".join(lines)
    assert [line for line in lines if line[:8] in ("+DTSTART", "-DTSTART")] == [
        "-DTSTART;TZID=Europe/Vienna:20090514T150000",
        "+DTSTART;TZID=Europe/Vienna:20090514T153000",
    ]


def test_a_folder_needs_a_moment(published, capsys):
    asked = ["amend", str(published / "programme.json"), "Thu pm", "--cancel", "--folder", str(published / "site")]
    assert main(asked) == 2
    assert "--moment" in capsys.readouterr().err

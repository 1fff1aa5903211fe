"""``tonight`` from the command line: asked on a terminal, told in a script, and nothing by halves."""

import io

import pytest

from wgsched.cli import main, output
from wgsched.files import read_programme

EXAMPLE = "examples/asset-recovery-2009.yaml"
EVENING = "moment: Thu 18:00\nmeetings: {Fri am: {room: C4}}\nreason: room-change\n"


@pytest.fixture(scope="module")
def planned(tmp_path_factory):
    made = tmp_path_factory.mktemp("tonight")
    assert main(["plan", EXAMPLE, "-o", str(made)]) == 0
    return (made / "programme.json").read_bytes()


@pytest.fixture
def folder(planned, tmp_path):
    (tmp_path / "programme.json").write_bytes(planned)
    (tmp_path / "evening.yaml").write_text(EVENING, "utf-8")
    at = ["--moment", "2009-04-20 09:00", "--papers", "text", "--languages", "en"]
    assert main(["publish", str(tmp_path / "programme.json"), str(tmp_path / "site"), *at]) == 0
    return tmp_path


def files(folder):
    return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file() and path.name != "lock"}


def tonight(folder, *more):
    asked = [str(folder / "programme.json"), str(folder / "evening.yaml"), "--into", str(folder / "site")]
    return main(["tonight", *asked, *more])


def test_without_a_terminal_somebody_must_have_said_yes(folder, capsys):
    before = files(folder)
    assert tonight(folder) == 2
    assert capsys.readouterr().err.splitlines() == [
        "nothing was done: without a terminal, say --yes, or --dry-run to look first"
    ]
    assert files(folder) == before


def test_a_dry_run_shows_papers_page_feed_and_notice_and_writes_nothing(folder, capsys):
    before = files(folder)
    capsys.readouterr()
    assert tonight(folder, "--dry-run", "--yes") == 0
    lines = capsys.readouterr().out.splitlines()
    assert files(folder) == before
    assert [line for line in lines if line.startswith("--- ")] == [
        "--- annex, en",
        "--- notice, en",
        "--- page, en",
        "--- feed, en",
    ]
    room = "New room: the meeting of Friday, 15 May, 10 a.m.–1 p.m., Room C4."
    assert lines[0] == f"- {room}"
    assert lines[lines.index("--- page, en") + 1] == (
        f"Friday, 15 May, 10 a.m.–1 p.m.: 3rd meeting (provisional), Room C4. {room}"
    )


def test_it_publishes_and_writes_the_programme(folder, capsys):
    capsys.readouterr()
    assert tonight(folder, "--yes") == 0
    assert capsys.readouterr().out.splitlines()[1:] == [
        f"Publication 2 is in {folder / 'site'}, in en.",
        f"wrote {folder / 'programme.json'}",
    ]
    assert read_programme(folder / "programme.json").meeting("plenary-2009-05-15-am").room == "C4"
    published = files(folder)
    assert tonight(folder, "--yes") == 0
    assert files(folder) == published


@pytest.mark.parametrize(("answer", "ends"), [("y\n", 0), ("n\n", 1)])
def test_on_a_terminal_it_asks(folder, capsys, monkeypatch, answer, ends):
    before = files(folder)
    monkeypatch.setattr("wgsched.cli.tonight.answers", lambda: True)
    monkeypatch.setattr("sys.stdin", io.StringIO(answer))
    assert tonight(folder) == ends
    told = capsys.readouterr()
    assert "Publish this?" in told.err
    assert "--- notice, en" in told.out
    assert (files(folder) == before) is (ends == 1)


def test_if_the_folder_refuses_the_programme_stays_as_it_was(folder, capsys):
    (folder / "evening.yaml").write_text(EVENING.replace("Thu 18:00", "2009-04-20 09:00"), "utf-8")
    before = files(folder)
    assert tonight(folder, "--yes") == 2
    assert "the next one must be later" in capsys.readouterr().err
    assert files(folder) == before


def test_a_session_file_needs_another_file_for_its_programme(folder, capsys):
    asked = ["tonight", EXAMPLE, str(folder / "evening.yaml"), "--into", str(folder / "site"), "--yes"]
    assert main(asked) == 2


def test_dry_run_means_the_same_everywhere(folder, capsys):
    before, file = files(folder), str(folder / "programme.json")
    assert main(["amend", file, "Fri am", "--room", "C4", "-o", str(folder / "new.json"), "--dry-run"]) == 0
    assert main(["record", file, "1 (a)", "concluded", "Thu 10:10", "--dry-run"]) == 0
    assert main(["issue", file, "--date", "2009-05-14", "--rev", "--dry-run"]) == 0
    assert "CAC/COSP/WG.2/2009/1/Rev.1, " in capsys.readouterr().out
    when = ["--moment", "2009-05-14 18:00", "--reason", "correction", "--status", "adopted"]
    assert main(["publish", file, str(folder / "site"), *when, "--dry-run"]) == 0
    assert files(folder) == before
    assert main(["issue", file, "--date", "2009-05-14", "--rev"]) == 2


def test_nobody_is_asked_where_nobody_sees_or_types(monkeypatch):
    monkeypatch.setattr("sys.stdin", None)
    assert not output.answers()

"""No command writes over what it was given to read, whatever name leads there, and none leaves half of its files."""

import errno
import os
import shutil
from pathlib import Path

import docx
import pytest
import typer

from wgsched.cli import main
from wgsched.cli.app import app

EXAMPLE = "examples/asset-recovery-2009.yaml"
OWN = "is an input, and would be overwritten. Write to another file. Nothing was written."

# What is typed, with {} for the one input that would be written over, and the path that it is written to.
CASES = [
    ("plan", "session.yaml --published {} -o out", "out/programme.json"),
    ("plan", "{} -o sessions", "sessions/programme.json"),
    ("annex", "{} --format json -o programme.json", "programme.json"),
    ("annex", "{} --format json --language all -o papers", "papers/annex.en.json"),
    ("annex", "programme.json --layout changes --since {} --format json -o later.json", "later.json"),
    ("annex", "programme.json --template {} -o letter.docx", "letter.docx"),
    ("annex", "programme.json --format docx --language en,fr --template {} -o papers", "papers/annex.fr.docx"),
    ("feed", "{} -o programme.json", "programme.json"),
    ("picture", "{} -o drawn.svg", "drawn.svg"),
    ("titles", "{} -o session.csv", "session.csv"),
    ("titles", "session.yaml --from {} -o sheet.csv", "sheet.csv"),
    ("titles", "{} --from sheet.csv -o session.yaml", "session.yaml"),
    ("record", "{} '1 (a)' concluded 'Thu 10:15' -o programme.json", "programme.json"),
    ("amend", "{} 'Thu pm' --cancel -o programme.json", "programme.json"),
    ("issue", "{} --date 2009-04-21 --rev -o programme.json", "programme.json"),
    ("tonight", "{} evening.yaml --into site --yes -o programme.json", "programme.json"),
    ("tonight", "programme.json {} --into site --yes -o evening.yaml", "evening.yaml"),
    ("import", "{} --force -o paper.txt", "paper.txt"),
    ("ledger", "{} --take 1 -o site/programme.json", "site"),
]
SPELLINGS = ("itself", "with dots", "symbolic link", "link to the folder", "hard link")


@pytest.fixture(scope="module")
def ready(tmp_path_factory):
    """A folder with everything that the commands above are given."""
    made = tmp_path_factory.mktemp("ready")
    programme = made / "out" / "programme.json"
    shutil.copy(EXAMPLE, made / "session.yaml")
    assert main(["plan", EXAMPLE, "-o", str(made / "out")]) == 0
    for name in ("papers", "sessions"):
        (made / name).mkdir()
    for name in ("programme.json", "later.json", "drawn.svg", "papers/annex.en.json"):
        shutil.copy(programme, made / name)
    (made / "evening.yaml").write_text("moment: Thu 18:00\n", "utf-8")
    shutil.copy("tests/golden/asset-recovery-2009/source.zh.txt", made / "paper.txt")
    for name in ("session.csv", "sessions/programme.json"):
        shutil.copy(EXAMPLE, made / name)
    for name in ("letter.docx", "papers/annex.fr.docx"):
        docx.Document().save(made / name)
    assert main(["titles", EXAMPLE, "-o", str(made / "sheet.csv")]) == 0
    at = ["--moment", "2009-04-20 09:00", "--papers", "text", "--languages", "en"]
    assert main(["publish", str(programme), str(made / "site"), *at]) == 0
    return made


@pytest.fixture
def folder(ready, tmp_path, monkeypatch):
    shutil.copytree(ready, tmp_path / "in", symlinks=True)
    monkeypatch.chdir(tmp_path / "in")
    return tmp_path / "in"


def seen(folder):
    return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def spelled(path, spelling):
    """Return another name of a file or folder."""
    if spelling == "with dots":
        return f"out/../{path}"
    if spelling == "symbolic link":
        link = Path(f"symbolic{Path(path).suffix}")
        link.symlink_to(path)
        return str(link)
    if spelling == "link to the folder":
        Path("here").symlink_to(".")
        return f"here/{path}"
    if spelling == "hard link":
        link = Path(f"hard{Path(path).suffix}")
        link.hardlink_to(path)
        return str(link)
    return path


def split(line, given):
    parts = line.split("'")
    words = [word for place, part in enumerate(parts) for word in ([part] if place % 2 else part.split())]
    return [given if word == "{}" else word for word in words]


def test_every_command_that_takes_a_place_to_write_to_is_tried_here():
    commands = typer.main.get_command(app).commands
    writing = {
        name
        for name, command in commands.items()
        for each in (command, *getattr(command, "commands", {}).values())
        if any(parameter.name == "output" for parameter in each.params)
    }
    assert writing == {verb for verb, _, _ in CASES}


@pytest.mark.parametrize("spelling", SPELLINGS)
@pytest.mark.parametrize(("verb", "line", "own"), CASES)
def test_no_command_writes_over_its_own_input(verb, line, own, spelling, folder, capsys):
    if verb == "ledger" and spelling == "hard link":
        spelling = "itself"  # a folder has none
    given = spelled(own, spelling)
    before = seen(folder)
    capsys.readouterr()
    assert main([verb, *split(line, given)]) == 2
    target = "site/programme.json" if own == "site" else own
    assert capsys.readouterr().err.splitlines()[-1] == f"{target}: {OWN}"
    assert seen(folder) == before


def test_what_a_command_is_there_to_change_is_changed_without_an_option(folder):
    before = seen(folder)
    assert main(["record", "programme.json", "1 (a)", "concluded", "Thu 10:15"]) == 0
    assert {path.name for path, content in seen(folder).items() if before[path] != content} == {"programme.json"}


def test_a_published_file_is_not_written_through_its_link(folder, capsys):
    before = seen(folder)
    assert main(["feed", "programme.json", "-o", "site/en/all.ics"]) == 2
    expected = "site/en/all.ics: is part of a publication. Only `wgsched publish` writes there. Nothing was written.\n"
    assert capsys.readouterr().err == expected
    assert seen(folder) == before


def test_publishing_does_not_replace_the_file_that_it_is_given(folder, capsys):
    (folder / "new").mkdir()
    shutil.copy("programme.json", "new/programme.json")
    before = (folder / "new/programme.json").read_bytes()
    assert main(["publish", "new/programme.json", "new", "--moment", "2009-04-20 09:00", "--papers", "text"]) == 2
    assert capsys.readouterr().err == (
        "new/programme.json: is in the way: it was not put there by publishing. Move it elsewhere.\n"
    )
    assert not (folder / "new/programme.json").is_symlink()
    assert (folder / "new/programme.json").read_bytes() == before


SETS = [["plan", "session.yaml", "-o", "set"], ["annex", "programme.json", "--language", "all", "-o", "set"]]


@pytest.mark.parametrize("command", SETS)
def test_a_disk_that_is_full_in_the_middle_leaves_a_set_as_it_was(command, folder, monkeypatch, capsys):
    assert main(command) == 0
    written = seen(folder)
    first, second, *_ = sorted((folder / "set").iterdir())
    first.unlink()
    second.write_bytes(b"of an earlier run")
    before, real = seen(folder), os.replace
    for step in (1, 2, 6):
        moves = []

        def full(old, new, moves=moves, step=step):
            moves.append(new)
            if len(moves) >= step:
                raise OSError(errno.ENOSPC, "No space left on device")
            real(old, new)

        with monkeypatch.context() as patch:
            patch.setattr(os, "replace", full)
            assert main(command) == 2
        assert capsys.readouterr().err.endswith(": cannot be written: the disk is full. Nothing was written.\n")
        assert seen(folder) == before
    assert main(command) == 0
    assert seen(folder) == written


def test_a_set_that_cannot_be_written_leaves_no_folder(folder, monkeypatch, capsys):
    def full(*_):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    for command in SETS:
        assert main(command) == 2
        assert capsys.readouterr().err.endswith("cannot be written: the disk is full. Nothing was written.\n")
    assert not (folder / "set").exists()


def test_a_starter_file_is_whole_or_not_there(folder, monkeypatch, capsys):
    def full(*_):
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", full)
        assert main(["new", "starter.yaml"]) == 2
    assert capsys.readouterr().err == "starter.yaml: cannot be written: the disk is full. Nothing was written.\n"
    assert not (folder / "starter.yaml").exists()
    assert main(["new", "session.yaml"]) == 2
    assert capsys.readouterr().err == "session.yaml already exists and was not changed\n"

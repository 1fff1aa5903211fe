"""``wgsched plan --nearest``, and what the command line says of strengths and of what is left out."""

from __future__ import annotations

import json

import pytest

from wgsched.cli.app import main
from wgsched.errors import LimitReached
from wgsched.files import read_programme
from wgsched.model import Verdict

FILE = """\
symbol: T/1
body: {en: Test}
place: {title: {en: X}, zone: Etc/UTC}
days: Mon 10 May 2027
hours: 10-12
languages: [en]
agenda:
  1: {title: {en: One}, takes: 60 min, before: 2}
  2: {title: {en: Two}, takes: 60 min}
  3: {title: {en: Three}, takes: 60 min, priority: low}
participants:
  ann: {name: Ann, items: 2, can come: "Mon 10:00-11:00"}
"""
BROKEN = (
    "This must hold, and does not: item 2 must be taken up while Ann can be there: Monday, 10 May, 10–11 a.m. "
    "Item 2 is taken up in the meeting of Monday, 10 May, 10 a.m.–noon."
)
LEFT_OUT = "Item 3 is left out: not everything fits, and its priority is 1."


@pytest.fixture
def file(tmp_path):
    def write(text):
        (tmp_path / "session.yaml").write_text(text, encoding="utf-8")
        return str(tmp_path / "session.yaml")

    return write


def test_beside_a_no_stands_the_programme_that_breaks_least(file, tmp_path, capsys):
    assert main(["plan", file(FILE), "--nearest", "-o", str(tmp_path / "out")]) == 1
    out, err = capsys.readouterr()
    assert err.startswith("There is no programme. These cannot all hold:")
    assert "item 3" not in err
    assert out.startswith("The nearest programme is this. It is not valid:")
    assert BROKEN in out.replace("\n  ", " ")
    assert out.endswith("No programme breaks less: proved.\n")
    assert "best" not in out.lower()
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["nearest.json"]
    assert read_programme(tmp_path / "out" / "nearest.json").finding.verdict is Verdict.NEAREST


def test_as_data_too(file, capsys):
    assert main(["plan", file(FILE), "--nearest", "--json"]) == 1
    told = json.loads(capsys.readouterr().out)
    assert told["possible"] is False
    nearest = told["nearest"]
    assert (nearest["broken"], nearest["left out"], nearest["unmet"]) == ([BROKEN], [LEFT_OUT], [])
    assert [row["item"] for row in nearest["rows"]] == ["1", "2"]
    assert nearest["proved"] is True


def test_where_even_the_ground_rules_cannot_hold_there_is_no_nearest(file, capsys):
    assert main(["plan", file(FILE.replace(", priority: low", "")), "--nearest"]) == 1
    out, err = capsys.readouterr()
    assert out == ""
    assert err.endswith(
        "No programme comes near: even the rules that are never given up cannot all hold. "
        "An item with a priority could be left out.\n"
    )


def test_where_there_is_a_programme_nearest_changes_nothing(file, capsys):
    possible = file(FILE.replace(", before: 2", ""))
    assert main(["plan", possible, "--nearest"]) == 0
    told = capsys.readouterr()
    assert main(["plan", possible]) == 0
    assert capsys.readouterr() == told


def test_what_is_left_out_and_not_met_is_told(file, tmp_path, capsys):
    wished = file(FILE.replace("before: 2", "before: 2, strength: should"))
    assert main(["plan", wished, "-o", str(tmp_path / "out")]) == 0
    out = capsys.readouterr().out
    assert LEFT_OUT in out
    assert "This should hold, and does not: item 2 must wait for the conclusion of item 1." in out
    assert (
        "\nLeft out: 1 item. Taken up: 2 items, 1 meeting, six languages. Free: 0 of 120 minutes (no slack).\n" in out
    )
    assert "\nNot met: 1 that should be met.\n" in out
    assert main(["check", str(tmp_path / "out" / "programme.json")]) == 0
    assert f"- {LEFT_OUT}\n" in capsys.readouterr().out
    assert main(["plan", wished, "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["left out"], len(told["unmet"])) == ([LEFT_OUT], 1)


def test_beside_a_no_the_time_limit_is_one_for_both(file, capsys, monkeypatch):
    left = []

    def cut(task, effort):
        left.append(effort.seconds)
        raise LimitReached("too late")

    monkeypatch.setattr("wgsched.planning.search.nearest.nearest_programme", cut)
    assert main(["plan", file(FILE), "--nearest", "--time-limit", "60"]) == 1
    assert "The time limit came before a nearest programme was found." in capsys.readouterr().err
    assert 0 < left[0] < 60

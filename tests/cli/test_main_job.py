"""The main job from the command line: plan, check, annex, feed, compare; exit codes and what is said."""

import io
import json
import re
import subprocess
import sys
from importlib import metadata
from pathlib import Path

import pytest

from wgsched.cli import main, output

EXAMPLE = Path("examples/asset-recovery-2009.yaml")
ROWS = """\
日期和时间 | 议程项目 | 标题或说明
5月14日，星期四
上午 10 时至下午 1 时 | 1 (a) | 会议开幕
 | 1 (b) | 通过议程和工作安排
 | 2 (a) | 工作组各项建议的实施情况：积累知识
下午 3 时至 6 时 | 2 (a) | 工作组各项建议的实施情况：积累知识 (续)
 | 2 (b) | 工作组各项建议的实施情况：建立信心和信任
5月15日，星期五
上午 10 时至下午 1 时 | 2 (b) | 工作组各项建议的实施情况：建立信心和信任 (续)
下午 3 时至 6 时 | 2 (c) | 工作组各项建议的实施情况：技术援助
 | 3 | 通过报告
"""
VERDICT = """\
Everything fits: 6 items, 4 meetings, six languages. Free: 0 of 720 minutes (no slack).
Estimated durations: 6. Missing titles: none.
Due: CAC/COSP/WG.2/2009/2 by 2 April (six weeks before the opening).
Not as wished: 1 avoidable continuation.
Changed since published: nothing. Best possible: proved; no other programme is as good.
"""


@pytest.fixture(scope="module")
def out(tmp_path_factory):
    folder = tmp_path_factory.mktemp("out")
    assert main(["plan", str(EXAMPLE), "-o", str(folder)]) == 0
    return folder


def changed(tmp_path, *edits):
    """Return the founding document's session file after replacing texts that it surely has."""
    text = EXAMPLE.read_text("utf-8")
    for old, new in edits:
        assert old in text
        text = text.replace(old, new, 1)
    file = tmp_path / "session.yaml"
    file.write_text(text, "utf-8")
    return file


def test_plan_ends_with_the_verdict(capsys):
    assert main(["plan", str(EXAMPLE)]) == 0
    assert capsys.readouterr().out.endswith(VERDICT)


def test_plan_writes_the_programme_and_for_each_language_annex_and_feed(out):
    papers = {f"annex.{c}.{s}" for c in ("ar", "zh", "en", "fr", "ru", "es") for s in ("docx", "html")}
    feeds = {f"feed.{c}.ics" for c in ("ar", "zh", "en", "fr", "ru", "es")}
    assert {path.name for path in out.iterdir()} == {"programme.json", *papers, *feeds}


def test_the_chinese_annex_has_the_rows_of_the_founding_document(out, capsys):
    assert main(["annex", str(out / "programme.json"), "--language", "zh", "--format", "text"]) == 0
    assert ROWS.rstrip("\n") in capsys.readouterr().out


def test_what_was_planned_checks_clean(out, capsys):
    assert main(["check", str(out / "programme.json")]) == 0
    assert capsys.readouterr().out == f"{out / 'programme.json'}: nothing is broken.\n"


@pytest.mark.parametrize("place", range(8))
def test_a_row_moved_by_hand_breaks_rules_that_are_named_in_sentences(place, out, tmp_path, capsys):
    data = json.loads((out / "programme.json").read_text("utf-8"))
    rows = [(meeting, row) for meeting in data["meetings"] for row in meeting["rows"]]
    meeting, row = rows[place]
    meeting["rows"].remove(row)
    target = data["meetings"][-1 if meeting is not data["meetings"][-1] else 0]
    target["rows"].append(row)
    file = tmp_path / "programme.json"
    file.write_text(json.dumps(data), "utf-8")
    assert main(["check", str(file)]) == 1
    said = capsys.readouterr().out.splitlines()
    assert re.fullmatch(r".*: \d+ broken:", said[0])
    assert all(line.startswith("- ") and line.endswith(".") for line in said[1:])


def test_a_meeting_less_is_a_lawful_no_with_true_sentences(tmp_path, capsys):
    file = changed(tmp_path, ("days: Thu 14 - Fri 15 May 2009", "days: Thu 14 May 2009"))
    assert main(["plan", str(file)]) == 1
    said = capsys.readouterr().err
    assert "720 minutes" in said
    assert "360" in said


def test_a_title_missing_in_russian_leaves_only_russian_unwritten_and_names_it(tmp_path, capsys):
    file = changed(tmp_path, (", ru~: Техническая помощь", ""))
    folder = tmp_path / "out"
    assert main(["plan", str(file), "-o", str(folder)]) == 0
    written = sorted(path.name for path in folder.glob("*.docx"))
    assert written == [f"annex.{code}.docx" for code in ("ar", "en", "es", "fr", "zh")]
    told = capsys.readouterr()
    assert "ru" in told.err
    assert "2 (c)" in told.err
    assert "Missing titles: ru 1 (annex.ru not written)." in told.out


def test_what_an_earlier_run_left_in_the_folder_is_named_and_kept(tmp_path, capsys):
    folder, papers = tmp_path / "out", tmp_path / "papers"
    every = ["--language", "all", "--format", "csv", "-o", str(papers)]
    assert main(["plan", str(EXAMPLE), "-o", str(folder), "--alternatives", "3"]) == 0
    assert main(["annex", str(folder / "programme.json"), *every]) == 0
    assert "earlier" not in capsys.readouterr().err
    file = changed(tmp_path, (", ru~: Техническая помощь", ""))
    assert main(["plan", str(file), "-o", str(folder), "--alternatives", "2"]) == 0
    left = "annex.ru.docx, annex.ru.html, feed.ru.ics, alternative-3.json"
    assert f"from an earlier run, not of this programme: {left}\n" in capsys.readouterr().err
    assert main(["annex", str(folder / "programme.json"), *every]) == 0
    assert "from an earlier run, not of this programme: annex.ru.csv\n" in capsys.readouterr().err
    assert (folder / "annex.ru.docx").exists()


def test_five_mistakes_are_five_located_errors_and_nothing_is_written(tmp_path, capsys):
    file = changed(
        tmp_path,
        ("days: Thu 14 - Fri 15 May 2009", "days: Wed 14 - Fri 15 May 2009"),
        ("kind: meeting", "kind: meating"),
        ("takes: ~180 min", "takes: ~180 parsecs"),
        ("distribution: general", "distribution: generous"),
        ("ordinal: 3", "ordinall: 3"),
    )
    assert main(["plan", str(file), "-o", str(tmp_path / "out")]) == 2
    errors = capsys.readouterr().err.splitlines()
    assert len(errors) == 5
    assert all(re.match(rf"{re.escape(str(file))}:\d+:\d+: ", error) for error in errors)
    assert not (tmp_path / "out").exists()


def test_a_feed_is_written_and_the_linter_has_nothing_against_it(out, tmp_path, capsys):
    target = tmp_path / "feed.ics"
    assert main(["feed", str(out / "programme.json"), "--language", "fr", "-o", str(target)]) == 0
    capsys.readouterr()
    assert main(["feed", "check", str(target)]) == 0
    assert capsys.readouterr().out == f"{target}: no faults found.\n"


def test_a_broken_feed_is_a_lawful_no_with_the_section_of_the_rfc(tmp_path, capsys):
    file = tmp_path / "bad.ics"
    file.write_bytes(b"BEGIN:VCALENDAR\nVERSION:2.0\nEND:VCALENDAR\n")
    assert main(["feed", "check", str(file)]) == 1
    assert re.search(rf"^{re.escape(str(file))}:\d+: .*\(RFC 5545, .*\)$", capsys.readouterr().out, re.M)


def test_nothing_changed_between_a_programme_and_itself(out, capsys):
    same = str(out / "programme.json")
    assert main(["compare", same, same]) == 0
    assert capsys.readouterr().out == "Nothing has changed.\n"


def test_every_language_and_every_format_at_once(out, tmp_path):
    target = tmp_path / "all"
    assert main(["annex", str(out / "programme.json"), "--language", "all", "--format", "all", "-o", str(target)]) == 0
    assert len(list(target.iterdir())) == 6 * 8


def test_all_without_a_folder_is_bad_input(out, capsys):
    assert main(["annex", str(out / "programme.json"), "--language", "all"]) == 2
    assert "-o DIR" in capsys.readouterr().err


@pytest.mark.parametrize(
    "arguments",
    [["annex", "{}", "--language", "xx"], ["annex", "{}", "--format", "docs"], ["annex", "{}", "--layout", "anex"]],
)
def test_an_unknown_name_is_bad_input_with_those_known(arguments, out, capsys):
    assert main([each.format(out / "programme.json") for each in arguments]) == 2
    assert "Known:" in capsys.readouterr().err


def test_the_version_is_that_of_the_package(capsys):
    assert main(["--version"]) == 0
    assert capsys.readouterr().out == f"wgsched {metadata.version('wgsched')}\n"


def test_what_is_planned_is_printed_in_the_language_that_was_asked_for(capsys):
    assert main(["plan", str(EXAMPLE), "--language", "fr"]) == 0
    assert "Jeudi 14 mai" in capsys.readouterr().out


def test_a_language_that_is_not_known_is_refused_before_planning(capsys):
    assert main(["plan", str(EXAMPLE), "--language", "xx"]) == 2
    assert capsys.readouterr().out == ""


def test_a_missing_file_is_said_without_a_traceback(capsys):
    assert main(["plan", "no-such.yaml"]) == 2
    assert capsys.readouterr().err == "no-such.yaml: cannot be read: No such file or directory\n"


def test_an_unknown_command_is_bad_input(capsys):
    assert main(["plann"]) == 2
    assert "plann" in capsys.readouterr().err


def test_a_starter_file_is_written_once_and_plans_as_it_stands(tmp_path, capsys):
    file = tmp_path / "session.yaml"
    assert main(["new", str(file)]) == 0
    assert main(["plan", str(file)]) == 0
    before = file.read_bytes()
    assert main(["new", str(file)]) == 2
    assert file.read_bytes() == before
    assert "already exists" in capsys.readouterr().err


def test_the_schema_is_a_json_schema(capsys):
    assert main(["schema"]) == 0
    assert json.loads(capsys.readouterr().out)["$schema"].startswith("https://json-schema.org/")


@pytest.mark.parametrize(
    "closed", [">&-", "<&- >&- 2>&-", *(pytest.param(one, marks=pytest.mark.long) for one in ("<&-", "2>&-"))]
)
def test_a_session_is_planned_without_standard_streams(closed, tmp_path):
    command = f'"{sys.executable}" -m wgsched plan "{EXAMPLE}" -o "{tmp_path}" {closed}'
    done = subprocess.run(["/bin/sh", "-c", command], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert (tmp_path / "programme.json").exists()


def test_a_table_is_as_wide_as_the_terminal(monkeypatch):
    class Terminal(io.StringIO):
        def isatty(self):
            return True

    monkeypatch.setenv("COLUMNS", "80")
    assert output.width() == 100
    screen = Terminal()
    monkeypatch.setattr(sys, "stdout", screen)
    assert output.width() == 80
    assert main(["plan", "examples/asset-recovery-2009.yaml"]) == 0
    table = screen.getvalue().split("\n\n- ")[0].splitlines()
    assert max(map(len, table)) == 80


def test_without_interpretation_the_verdict_counts_no_languages(capsys):
    assert main(["plan", "tests/inputs/rooms-by-seats.yaml"]) == 0
    assert "Everything fits: 2 items, 2 meetings. Free: 0 of 120 minutes (no slack)." in capsys.readouterr().out

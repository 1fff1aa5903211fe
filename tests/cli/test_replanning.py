"""``wgsched plan --published``, ``--alternatives``, ``record``; progress on a terminal, and Ctrl-C."""

from __future__ import annotations

import json
import os
import pty
import select
import signal
import subprocess
import sys
import time

import pytest

from wgsched.cli.app import main
from wgsched.files import read_programme

FILE = """\
symbol: A/1
body: {title: {en: Committee on Tests}}
place: Vienna
days: 14 - 15 May 2009
languages: [en]
agenda:
  1: {title: {en: One}, takes: 120 min}
  2: {title: {en: Two}, takes: 60 min}
  3: {title: {en: Three}, takes: 90 min}
"""


@pytest.fixture
def planned(tmp_path):
    (tmp_path / "session.yaml").write_text(FILE, encoding="utf-8")
    assert main(["plan", str(tmp_path / "session.yaml"), "-o", str(tmp_path)]) == 0
    return tmp_path


def rows(file):
    return [(row.instalment, row.meeting, f"{row.opens:%H:%M}") for row in read_programme(file).considerations]


def test_what_was_held_stays_when_it_is_planned_again(planned, capsys):
    session, file = str(planned / "session.yaml"), str(planned / "programme.json")
    assert main(["record", file, "1", "concluded", "Thu 11:00"]) == 0
    assert capsys.readouterr().out.splitlines()[:2] == [
        "Item 1 was concluded on Thursday, 14 May, 11 a.m.",
        "- Retimed: item 1, concluded Thursday, 14 May, 11 a.m. instead of Thursday, 14 May, noon.",
    ]
    assert main(["plan", session, "--published", file, "-o", str(planned / "again")]) == 0
    assert rows(planned / "again" / "programme.json")[0][2] == "10:00"


def test_a_record_can_go_to_another_file(planned, capsys):
    file, other = str(planned / "programme.json"), str(planned / "held.json")
    before = (planned / "programme.json").read_bytes()
    assert main(["record", file, "3", "not-reached", "Thu 18:00", "-o", other]) == 0
    assert (planned / "programme.json").read_bytes() == before
    assert [key for key, _, _ in rows(other)] == ["1", "2"]


def test_an_unknown_outcome_is_bad_input(planned, capsys):
    assert main(["record", str(planned / "programme.json"), "1", "finished", "Thu 11:00"]) == 2
    assert "no outcome is called 'finished'" in capsys.readouterr().err


def test_what_is_kept_and_what_is_over_stay(planned, capsys):
    session, file = str(planned / "session.yaml"), str(planned / "programme.json")
    assert main(["plan", session, "--published", file, "--now", "Thu 12:00", "--keep", "3", "--keep", "Fri am"]) == 0
    assert "Changed since published: nothing." in capsys.readouterr().out


def test_the_verdict_has_a_line_for_each_change_and_then_says_whether_it_is_the_best(planned, capsys):
    later = planned / "later.yaml"
    later.write_text(FILE.replace("  2: {title: {en: Two}, takes: 60 min}\n", ""), encoding="utf-8")
    assert main(["plan", str(later), "--published", str(planned / "programme.json")]) == 0
    said = capsys.readouterr().out.splitlines()
    assert said[said.index("Changed since published:") :] == [
        "Changed since published:",
        "- Dropped: item 2, formerly at the meeting of Thursday, 14 May, 10 a.m.–1 p.m.",
        "Fewest changes: proved.",
        "Best possible: proved; no other programme is as good.",
    ]


def test_keeping_needs_a_programme(planned, capsys):
    assert main(["plan", str(planned / "session.yaml"), "--keep", "3"]) == 2
    assert "--published" in capsys.readouterr().err


def test_alternatives_are_compared_with_the_first_and_written(planned, capsys):
    session = str(planned / "session.yaml")
    assert main(["plan", session, "--alternatives", "3", "-o", str(planned)]) == 0
    said = capsys.readouterr().out
    assert [line.split(" is ")[0] for line in said.splitlines() if line.startswith("Alternative")] == [
        "Alternative 1",
        "Alternative 2",
        "Alternative 3",
    ]
    assert (planned / "alternative-3.json").exists()


def test_alternatives_as_data_are_one_document(planned, capsys):
    assert main(["plan", str(planned / "session.yaml"), "--alternatives", "2", "--json"]) == 0
    found = json.loads(capsys.readouterr().out)["alternatives"]
    assert [each["alternative"] for each in found] == [1, 2]
    assert found[0]["changes"] == []


# On a terminal

CODE = """
import signal
import sys
from wgsched import cli, files
from tests.benchmarks.instances import instance

files.read_session = lambda path: instance(path.name)
signal.signal(signal.SIGINT, signal.default_int_handler)  # a job in the background is begun without
sys.exit(cli.main(["plan", sys.argv[1], *sys.argv[2:]]))
"""


def on_terminal(name, *, until, within=300.0):
    """Plan a generated session on a terminal, press Ctrl-C once it says so much; return code, output, terminal."""
    ours, theirs = pty.openpty()
    command = [sys.executable, "-c", CODE, name]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=theirs, env={**os.environ, "COLUMNS": "160"})
    os.close(theirs)
    seen, asked, began = b"", False, time.monotonic()
    while process.poll() is None and time.monotonic() - began < within:
        if select.select([ours], [], [], 0.2)[0]:
            try:
                seen += os.read(ours, 65536)
            except OSError:
                break
        if not asked and until in seen:
            process.send_signal(signal.SIGINT)
            asked = True
    try:
        said = process.communicate(timeout=within)[0]
    finally:
        process.kill()
        os.close(ours)
    return process.returncode, said.decode(), seen.decode(errors="replace")


def test_an_interrupt_keeps_the_best_programme_yet():
    code, said, seen = on_terminal("4f160-s1", until=b"at best")
    assert (code, "interrupted" in seen) == (0, True)
    assert "not proved" in said
    assert "It was interrupted." in said
    assert "gap" in seen


def test_an_interrupt_before_any_programme_ends_with_130():
    code, said, seen = on_terminal("4f160-s1", until=b"Planning...")
    assert (code, said, "interrupted" in seen) == (130, "", True)


def test_nothing_but_the_result_goes_to_a_pipe():
    command = [sys.executable, "-c", CODE, "2x8-s1"]
    done = subprocess.run(command, capture_output=True, check=True, timeout=300)
    assert b"Planning" not in done.stderr


def test_a_limit_before_any_programme_ends_with_3():
    command = [sys.executable, "-c", CODE, "15x120-s1", "--time-limit", "0.01"]
    done = subprocess.run(command, capture_output=True, check=False, timeout=300)
    assert (done.returncode, b"a limit was reached before a programme was found" in done.stderr) == (3, True)


POSTPONED = """
key: short
body: {{en: Short}}
place: Geneva
days: {days}
languages: [en]
agenda: {{1: {{title: A, takes: ~1 h}}, 2: {{title: B, takes: 3 h}}}}
"""


def test_meetings_in_doubt_are_named_and_settled_by_the_option_same(tmp_path, capsys):
    before, after, out = (tmp_path / name for name in ("before.yaml", "after.yaml", "out"))
    before.write_text(POSTPONED.format(days="Mon 10 - Tue 11 May 2027"))
    after.write_text(POSTPONED.format(days="Tue 11 - Thu 13 May 2027"))
    assert main(["plan", str(before), "-o", str(out)]) == 0
    again = ["plan", str(after), "--published", str(out / "programme.json")]
    capsys.readouterr()
    assert main(again) == 0
    assert capsys.readouterr().err.splitlines() == [
        "Published, and no more in the file: Mon am, Mon pm. New: Wed am, Wed pm, Thu am, Thu pm."
        " If one of these is one of those, moved, say so: --same 'Mon am=Wed am'."
    ]
    assert main([*again, "--same", "Mon am=Thu am", "--same", "Mon pm=Thu pm"]) == 0
    told = capsys.readouterr()
    assert told.err == ""
    moved = "the meeting of Monday, 10 May, 10 a.m.–1 p.m., now Thursday, 13 May, 10 a.m.–1 p.m."
    assert f"- Moved: {moved}" in told.out
    assert main([*again, "--same", "Fri"]) == 2


FORUMS = """
key: short
body: {en: Short}
place: Geneva
days: Mon 10 May 2027
languages: [en]
forums: {plenary: {title: Plenary}, group: {title: Group, interpretation: without}}
agenda: {1: {title: A, takes: ~1 h}, 2: {title: B, takes: 2 h}, 3: {title: C, takes: 30 min, forum: group}}
"""


def test_an_item_with_another_title_and_a_forum_with_another_key_are_told(tmp_path, capsys):
    """An item that only has the number of a published one is not taken for it without a word."""
    before, after, out = (tmp_path / name for name in ("before.yaml", "after.yaml", "out"))
    before.write_text(FORUMS)
    assert main(["plan", str(before), "-o", str(out)]) == 0
    capsys.readouterr()
    edits = {"2: {title: B, takes: 2 h}": "2: {title: New, takes: 1 h}, 4: {title: B two, takes: 2 h}"}
    edits |= {"group: {title": "panel: {title", "forum: group": "forum: panel"}
    edited = FORUMS
    for old, new in edits.items():
        edited = edited.replace(old, new)
    after.write_text(edited)
    again = ["plan", str(after), "--published", str(out / "programme.json")]
    forum = (
        "Published, and no more in the file: the forum group. New: panel. A forum is known by the name before its"
        " colon: if one of these is one of those, go on to call it group."
    )
    assert main(again) == 0
    assert capsys.readouterr().err.splitlines() == [
        "Item 2 counts as the published item 2, under another title. If it is another item, give it a key of its own,"
        " such as key: new.",
        forum,
    ]
    assert main([*again, "--same", "2=4"]) == 0
    assert capsys.readouterr().err.splitlines() == ["Item 4 is the published item 2, under another number.", forum]
    after.write_text(edited.replace("2: {title: New", "2: {key: new, title: New"))
    assert main(again) == 0
    assert capsys.readouterr().err.splitlines() == [
        "Published, and no more in the file: item 2. New: item 2, 4. If one of these is one of those, say so:"
        " --same '2=4'.",
        forum,
    ]

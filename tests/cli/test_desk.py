"""``wgsched desk`` as a process: its first line, its end, and what it says when something is lacking."""

import os
import signal
import subprocess
import sys
import urllib.request
from pathlib import Path

import pytest

from wgsched.cli import main

EXAMPLE = Path("examples/asset-recovery-2009.yaml")


@pytest.fixture
def session(tmp_path):
    path = tmp_path / "session.yaml"
    path.write_bytes(EXAMPLE.read_bytes())
    return path


@pytest.fixture
def running(session):
    """A desk, and its address, which is the first line of what it prints."""
    command = [sys.executable, "-m", "wgsched", "desk", str(session), "--no-browser"]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    yield process, process.stdout.readline().strip()
    process.kill()
    process.communicate()


def post(address, name, **fields):
    origin = address[: address.index("/", len("http://"))]
    body = "&".join(f"{key}={value}" for key, value in fields.items()).encode()
    request = urllib.request.Request(address + name, body, {"Origin": origin})
    with urllib.request.urlopen(request, timeout=60) as answer:
        return answer.read().decode()


def test_the_first_line_is_the_address_and_done_ends_it(running, session):
    process, address = running
    assert address.startswith("http://127.0.0.1:")
    with urllib.request.urlopen(address, timeout=60) as answer:
        assert b"<main id=" in answer.read()
    assert "The desk has ended" in post(address, "done", version=0)
    assert process.wait(30) == 0
    assert [each.name for each in session.parent.iterdir()] == ["session.yaml"]


@pytest.mark.long
@pytest.mark.parametrize("ending", [signal.SIGINT, signal.SIGTERM])
def test_ctrl_c_or_the_system_ends_it_and_keeps_the_draft(running, session, ending):
    process, address = running
    post(address, "do", version=0, verb="place", item="1a", to="plenary-2009-05-14-am")
    process.send_signal(ending)
    assert process.wait(30) == 0
    assert sorted(each.name for each in session.parent.iterdir()) == [".session.yaml.desk", "session.yaml"]


@pytest.mark.long
def test_a_killed_desk_leaves_the_edits_and_no_lock(running, session):
    process, address = running
    post(address, "do", version=0, verb="place", item="1a", to="plenary-2009-05-14-am")
    process.send_signal(signal.SIGKILL)
    process.wait(30)
    from tests.desk.browser import opened

    with opened(session) as browser:
        assert [row.instalment for row in browser.board.programme.considerations] == ["1a"]


def test_a_second_desk_and_a_wrong_file_are_refused(running, session, capsys, tmp_path):
    assert main(["desk", str(session), "--no-browser"]) == 2
    assert capsys.readouterr().err.splitlines() == [
        f"{session}: another desk has it open. Use its page, or end it first."
    ]
    assert main(["desk", str(tmp_path / "no.yaml"), "--no-browser"]) == 2
    assert "No such file" in capsys.readouterr().err


def test_without_the_extra_it_says_what_to_install(session, tmp_path):
    (tmp_path / "starlette.py").write_text("raise ModuleNotFoundError('no', name='starlette')\n", "utf-8")
    paths = os.pathsep.join([str(tmp_path), *sys.path])
    command = [sys.executable, "-m", "wgsched", "desk", str(session), "--no-browser"]
    done = subprocess.run(command, capture_output=True, text=True, check=False, env={**os.environ, "PYTHONPATH": paths})
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == "The desk needs an optional part of wgsched: pip install 'wgsched[web]'\n"

"""Damaged files give located faults, or a session, and nothing else."""

import subprocess
import sys

import pytest

from tests.files.mutating import mutated
from tests.files.samples import WHOLE
from wgsched.errors import BadInput
from wgsched.files import programme_from_json, programme_to_json, session_from
from wgsched.model import Consideration, Programme


def programme():
    session = session_from(WHOLE)
    rows = zip(session.agenda.instalments, session.meetings, strict=False)
    return Programme(
        session,
        session.meetings,
        tuple(Consideration(each.key, meeting.key, meeting.opens, meeting.closes) for each, meeting in rows),
    )


def damage_sessions(seeds):
    """Read damaged session files; return how many were still sessions."""
    read, unplaced = 0, []
    for seed in seeds:
        try:
            session_from(mutated(WHOLE, seed), "s.yaml")
            read += 1
        except BadInput as error:
            unplaced += [f for f in error.faults if f.file != "s.yaml" or not (f.line and f.column)]
    assert unplaced == []
    return read


def damage_programmes(seeds):
    """Read damaged programme files; return how many were still programmes."""
    text, read, unplaced = programme_to_json(programme()).decode(), 0, []
    for seed in seeds:
        try:
            found = programme_from_json(mutated(text, seed), "p.json")
        except BadInput as error:
            unplaced += [f for f in error.faults if f.file != "p.json" or not (f.line and f.column)]
            continue
        assert programme_from_json(programme_to_json(found)) == found, seed
        read += 1
    assert unplaced == []
    return read


def test_the_whole_sample_is_a_session_and_its_programme_is_read_back_equal():
    found = programme()
    assert programme_from_json(programme_to_json(found)) == found


def test_two_hundred_damaged_files_give_located_faults_only():
    assert damage_sessions(range(200)) < 100
    assert damage_programmes(range(30)) < 30


BODY = "body: C\nplace: Vienna\ndays: 14 - 15 May 2009\n"
HOSTILE = {
    "deep": ("[" * 4_000_000, "is nested more than 40 levels deep"),
    "wide": ("- a\n" * 1_900_000, "199999:3: holds more than 200,000 values"),
    "wide json": ('{"a": [' + "1," * 3_900_000 + "1]}", "1:400004: holds more than 200,000 values"),
    "large": ("x" * 8_000_001, "1:1: is larger than 8 megabytes"),
    "aliases": ("a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n", "1:4: names an anchor '&a'"),
    "one long text": (BODY + "agenda: {1: x}\nsymbol: " + "x" * 7_000_000, "read"),
    "unknown keys": (BODY + "".join(f"k{number}: x\n" for number in range(90_000)), "and 900 more faults"),
    "many items": (BODY + "agenda:\n" + "".join(f"  x{number}: a\n" for number in range(5_000)), "read"),
}
READ = """
import resource, sys
from wgsched.errors import BadInput
from wgsched.files import session_from
content = sys.stdin.buffer.read()
resource.setrlimit(resource.RLIMIT_AS, (1_500_000_000,) * 2)
resource.setrlimit(resource.RLIMIT_CPU, (60, 60))
try:
    session_from(content, "s.json" if content.startswith(b"{") else "s.yaml")
except BadInput as error:
    print(*error.faults, sep="\\n")
else:
    print("read")
"""


@pytest.mark.parametrize("name", HOSTILE)
def test_a_file_made_to_burst_is_read_or_refused_with_little_memory_and_work(name):
    content, expected = HOSTILE[name]
    command = (sys.executable, "-c", READ)
    done = subprocess.run(command, input=content.encode(), capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (0, b"")
    assert expected in done.stdout.decode()


@pytest.mark.long
@pytest.mark.parametrize("start", range(0, 40_000, 5_000))
def test_forty_thousand_damaged_session_files_give_located_faults_only(start):
    assert damage_sessions(range(start, start + 5_000)) < 5_000


@pytest.mark.long
@pytest.mark.parametrize("start", range(0, 10_000, 2_500))
def test_ten_thousand_damaged_programme_files_give_located_faults_only(start):
    assert damage_programmes(range(start, start + 2_500)) < 2_500

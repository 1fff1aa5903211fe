"""Publishing is killed at random moments, again and again: what is shown is always one whole revision."""

import random
import shutil
import signal
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from wgsched.publishing.folder import open_folder, read_records
from wgsched.publishing.layout import FolderLayout

KILLS = 500
PUBLISHER = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from wgsched.publishing.folder import open_folder

def files(number):
    body = f"revision {number}\\n".encode()
    changing = {f"{tongue}/{view}.ics": body * 200 for tongue in ("en", "zh") for view in range(number % 5, 6)}
    steady = {f"steady/{name}.txt": b"steady" for name in range(10)}
    return changing | steady | {"index.html": body, f"only-{number}.txt": body}

number = int(sys.argv[2])
print("ready", flush=True)
sys.stdin.readline()
while True:
    with open_folder(Path(sys.argv[1])) as site:
        number = max([number, *(record["number"] for record in site.records)]) + 1
        record = {"number": number, "events": ["x" * 20_000]}
        site.publish(files(number), record, datetime(2009, 4, 20, tzinfo=UTC))
"""


def seen(root):
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in root.rglob("*") if path.is_file()}


def expected(number):
    body = f"revision {number}\n".encode()
    changing = {f"{tongue}/{view}.ics": body * 200 for tongue in ("en", "zh") for view in range(number % 5, 6)}
    steady = {f"steady/{name}.txt": b"steady" for name in range(10)}
    return changing | steady | {"index.html": body, f"only-{number}.txt": body}


def through_links(site):
    """What a web server finds: behind every public link, followed or not."""
    found = {}
    for top in site.iterdir() if site.exists() else ():
        if top.name != ".wgsched" and top.exists():
            inside = seen(top) if top.is_dir() else {"": top.read_bytes()}
            found.update({f"{top.name}/{path}".rstrip("/"): content for path, content in inside.items()})
    return found


def start(site, number):
    command = [sys.executable, "-c", PUBLISHER, str(site), str(number)]
    publisher = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert publisher.stdout.readline() == b"ready\n"
    return publisher


def had(process):
    """The seconds that a process had the processor: on a busy machine the clock mostly tells how long it waited."""
    return int(Path(f"/proc/{process.pid}/schedstat").read_text().split()[0]) / 1e9


def kill_after(publisher, seconds):
    until = had(publisher) + seconds
    publisher.stdin.write(b"\n")
    publisher.stdin.flush()
    while had(publisher) < until:
        pass
    publisher.send_signal(signal.SIGKILL)
    _, complaint = publisher.communicate()
    assert (publisher.returncode, complaint) == (-signal.SIGKILL, b"")


def judged(site):
    """Assert that one whole revision is shown and the ledger reads; return its number and the last recorded one."""
    records = read_records(site)
    assert [record["number"] for record in records] == sorted({record["number"] for record in records})
    shown = FolderLayout(site).shown()
    if shown is None:
        assert through_links(site) == {}
        return 0, records[-1]["number"] if records else 0
    [number] = [record["number"] for record in records if record["shows"] == shown.name]
    assert seen(shown.path) == expected(number)
    assert through_links(site) == expected(number)
    return number, records[-1]["number"]


@pytest.mark.long
def test_five_hundred_kills_never_show_half_a_revision(tmp_path):
    chance = random.Random(2009)
    site = tmp_path / "site"
    outcomes = Counter()
    last = 0
    waiting = start(site, last)
    for _ in range(KILLS):
        publisher, waiting = waiting, start(site, last)
        kill_after(publisher, chance.uniform(0, 0.06))
        number, recorded = judged(site)
        assert recorded >= number >= last
        outcomes["shown" if number == recorded else "recorded, not yet shown"] += 1
        last = number
        if chance.random() < 0.5:  # else the next publisher heals, and may be killed in the middle of that
            last = healed(site, outcomes)
        if len(read_records(site)) > 40:
            for folder in (FolderLayout(site).records, site):
                shutil.rmtree(folder)
            last = 0
    waiting.kill()
    waiting.communicate()
    print(dict(outcomes))
    assert outcomes["shown"] > KILLS // 4
    assert outcomes["recorded, not yet shown"] > 0


def healed(site, outcomes):
    with open_folder(site) as opened:
        outcomes.update(opened.healed)
    number, recorded = judged(site)
    assert number == recorded
    assert len(list(FolderLayout(site).revisions.iterdir())) <= 2
    return number

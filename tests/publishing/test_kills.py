"""Publishing is killed again and again, before any step and at any moment: what is shown is one whole revision."""

import multiprocessing
import random
import shutil
import signal
from collections import Counter
from pathlib import Path

import pytest

from tests.publishing.publisher import expected, publish
from wgsched.publishing.folder import open_folder, read_records
from wgsched.publishing.layout import FolderLayout

PROCESSES = multiprocessing.get_context("forkserver")
PROCESSES.set_forkserver_preload(["tests.publishing.publisher"])


def seen(root):
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in root.rglob("*") if path.is_file()}


def through_links(site):
    """What a web server finds: behind every public link, followed or not."""
    found = {}
    for top in site.iterdir() if site.exists() else ():
        if top.name != ".wgsched" and top.exists():
            inside = seen(top) if top.is_dir() else {"": top.read_bytes()}
            found.update({f"{top.name}/{path}".rstrip("/"): content for path, content in inside.items()})
    return found


def had(process):
    """The seconds that a process had the processor: on a busy machine the clock mostly tells how long it waited."""
    return int(Path(f"/proc/{process.pid}/schedstat").read_text().split()[0]) / 1e9


class Publisher:
    """A process that is ready to publish, and has loaded what it needs."""

    def __init__(self, site, number):
        self.word, theirs = PROCESSES.Pipe()
        self.process = PROCESSES.Process(target=publish, args=(site, number, theirs), daemon=True)
        self.process.start()
        theirs.close()
        assert self.word.recv() == "ready"

    def publish_until(self, step):
        self.word.send(step)
        self.process.join(300)
        self._ended()

    def publish_for(self, seconds):
        until = had(self.process) + seconds
        self.word.send(None)
        while had(self.process) < until:
            pass
        self.kill()

    def kill(self):
        self.process.kill()
        self.process.join()
        self._ended()

    def _ended(self):
        assert self.process.exitcode == -signal.SIGKILL
        self.process.close()
        self.word.close()


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
def test_four_hundred_kills_before_any_step_never_show_half_a_revision(tmp_path):
    outcomes = killed(tmp_path / "site", 400, lambda publisher, chance: publisher.publish_until(chance.randint(1, 200)))
    assert outcomes["shown"] > 100
    assert outcomes["recorded, not yet shown"] > 0


@pytest.mark.long
def test_a_hundred_kills_at_any_moment_never_show_half_a_revision(tmp_path):
    killed(tmp_path / "site", 100, lambda publisher, chance: publisher.publish_for(chance.uniform(0, 0.06)))


def killed(site, kills, kill):
    """Kill so many publishers; return how often a kill left which state behind."""
    chance, outcomes, last = random.Random(2009), Counter(), 0
    waiting = Publisher(site, last)
    for _ in range(kills):
        publisher, waiting = waiting, Publisher(site, last)
        kill(publisher, chance)
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
    print(dict(outcomes))
    return outcomes


def healed(site, outcomes):
    with open_folder(site) as opened:
        outcomes.update(opened.healed)
    number, recorded = judged(site)
    assert number == recorded
    assert len(list(FolderLayout(site).revisions.iterdir())) <= 2
    return number

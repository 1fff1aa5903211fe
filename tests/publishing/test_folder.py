import errno
import os
import resource
import shutil
import subprocess
import sys
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from wgsched.errors import BadInput, FolderBusy, FolderError, LedgerError
from wgsched.files import disk
from wgsched.publishing import folder
from wgsched.publishing.folder import open_folder, read_records
from wgsched.publishing.layout import FolderLayout

MOMENT = datetime(2009, 4, 20, 9, tzinfo=UTC)
FIRST = {"index.html": b"<p>1</p>", "en/feed.ics": b"BEGIN:1", "zh/feed.ics": b"BEGIN:2"}


def published(site, files, moment=MOMENT, **record):
    with open_folder(site) as opened:
        return opened.publish(files, record, moment)


def seen(site):
    """What a web server with this root would serve."""
    found = {}
    for top in site.iterdir():
        if top.name != ".wgsched":
            inside = [top] if top.is_file() else [path for path in top.rglob("*") if path.is_file()]
            found.update({path.relative_to(site).as_posix(): path.read_bytes() for path in inside})
    return found


def everything(site):
    """All that stands in the folder, with what would show any touch."""
    paths = [site, *sorted(site.rglob("*"))]
    return {path: (path.lstat().st_ino, path.lstat().st_mtime_ns, path.lstat().st_ctime_ns) for path in paths}


def test_the_folder_holds_exactly_what_was_published(tmp_path):
    difference = published(tmp_path / "site", FIRST, number=1)
    assert seen(tmp_path / "site") == FIRST
    assert difference.changed == ("en/feed.ics", "index.html", "zh/feed.ics")
    [record] = read_records(tmp_path / "site")
    assert record == {"number": 1, "shows": FolderLayout(tmp_path / "site").shown().name}


def test_an_unchanged_publication_touches_nothing(tmp_path):
    published(tmp_path, FIRST)
    before = everything(tmp_path)
    difference = published(tmp_path, dict(reversed(FIRST.items())), MOMENT + timedelta(days=1))
    assert not difference
    assert difference.kept == tuple(sorted(FIRST))
    assert everything(tmp_path) == before


def test_only_what_changed_gets_a_new_file_and_a_new_time(tmp_path):
    published(tmp_path, FIRST)
    before = {path: (tmp_path / path).stat() for path in FIRST}
    difference = published(tmp_path, FIRST | {"en/feed.ics": b"BEGIN:3"}, MOMENT + timedelta(hours=1))
    after = {path: (tmp_path / path).stat() for path in FIRST}
    assert difference.changed == ("en/feed.ics",)
    for path in ("index.html", "zh/feed.ics"):
        assert (after[path].st_ino, after[path].st_mtime_ns) == (before[path].st_ino, before[path].st_mtime_ns)
    assert after["en/feed.ics"].st_ino != before["en/feed.ics"].st_ino
    assert after["en/feed.ics"].st_mtime == (MOMENT + timedelta(hours=1)).timestamp()


@pytest.mark.parametrize("later", [timedelta(0), timedelta(milliseconds=5), timedelta(days=-300)])
def test_times_rise_within_a_second_and_when_the_clock_goes_back(tmp_path, later):
    times = []
    for number in range(4):
        published(tmp_path, {"feed.ics": b"%d" % number}, MOMENT + number * later)
        times.append((tmp_path / "feed.ics").stat().st_mtime)
    assert times == [MOMENT.timestamp() + number for number in range(4)]


def test_a_file_that_comes_back_is_younger_than_it_ever_was(tmp_path):
    published(tmp_path, {"a": b"1", "b": b"1"})
    published(tmp_path, {"a": b"2", "b": b"1"})
    published(tmp_path, {"b": b"1"})
    published(tmp_path, {"a": b"3", "b": b"1"})
    assert (tmp_path / "a").stat().st_mtime == MOMENT.timestamp() + 3


def test_a_file_that_somebody_altered_is_put_right_and_is_younger(tmp_path):
    published(tmp_path, FIRST)
    (tmp_path / "index.html").write_bytes(b"altered")
    os.utime(tmp_path / "index.html", (2_000_000_000, 2_000_000_000))
    assert published(tmp_path, FIRST).changed == ("index.html",)
    assert seen(tmp_path) == FIRST
    assert (tmp_path / "index.html").stat().st_mtime == 2_000_000_001


def test_what_is_published_no_more_is_gone(tmp_path):
    published(tmp_path, FIRST)
    difference = published(tmp_path, {"index.html": FIRST["index.html"]})
    assert difference.removed == ("en/feed.ics", "zh/feed.ics")
    assert seen(tmp_path) == {"index.html": FIRST["index.html"]}
    assert sorted(path.name for path in tmp_path.iterdir()) == [".wgsched", "index.html"]


def test_a_file_can_become_a_folder_and_a_folder_a_file(tmp_path):
    published(tmp_path, {"a": b"1", "b/c": b"2"})
    published(tmp_path, {"a/d": b"3", "b": b"4"})
    assert seen(tmp_path) == {"a/d": b"3", "b": b"4"}


def test_the_shown_revision_and_the_one_before_it_are_kept_and_no_more(tmp_path):
    for number in range(5):
        published(tmp_path, {"feed.ics": b"%d" % number})
    names = sorted(path.name for path in FolderLayout(tmp_path).revisions.iterdir())
    assert names == [record["shows"] for record in read_records(tmp_path)][-2:]


def test_files_of_others_are_left_alone(tmp_path):
    (tmp_path / "robots.txt").write_bytes(b"User-agent: *")
    published(tmp_path, FIRST)
    published(tmp_path, {"index.html": b"<p>2</p>"})
    assert (tmp_path / "robots.txt").read_bytes() == b"User-agent: *"


def test_a_foreign_file_in_the_way_is_named_and_nothing_changes(tmp_path):
    published(tmp_path, {"index.html": b"1"})
    (tmp_path / "en").mkdir()
    before = everything(tmp_path)
    with pytest.raises(FolderError, match=r"/en: is in the way: .* Move it elsewhere\."):
        published(tmp_path, FIRST)
    assert everything(tmp_path) == before


@pytest.mark.parametrize("path", ["../x", "/etc/x", "a//b", "", ".hidden", "a/.b", "a\\b", "a\nb", "a/", "en"])
def test_paths_that_could_not_be_served_are_refused(tmp_path, path):
    with pytest.raises(BadInput):
        published(tmp_path, FIRST | {path: b""})
    assert seen(tmp_path) == {}


def test_a_moment_without_a_zone_is_refused(tmp_path):
    with pytest.raises(BadInput, match="time zone"):
        published(tmp_path, FIRST, datetime(2009, 4, 20))  # noqa: DTZ001


def test_a_second_publisher_is_refused_while_the_first_is_at_work(tmp_path):
    with open_folder(tmp_path) as first:
        with pytest.raises(FolderBusy, match="another process"), open_folder(tmp_path):
            pass
        first.publish(FIRST, {}, MOMENT)
    assert published(tmp_path, FIRST).kept == tuple(sorted(FIRST))


def test_a_record_leaves_to_the_folder_what_is_shown(tmp_path):
    with open_folder(tmp_path) as opened, pytest.raises(BadInput, match="shows"):
        opened.publish(FIRST, {"shows": "x"}, MOMENT)


def test_a_ledger_that_was_cut_is_refused(tmp_path):
    published(tmp_path, FIRST, number=1)
    published(tmp_path, {"index.html": b"2"}, number=2)
    ledger = FolderLayout(tmp_path).ledger
    ledger.write_bytes(ledger.read_bytes().splitlines(keepends=True)[0])
    before = everything(tmp_path)
    with pytest.raises(LedgerError, match=r"records were lost, or the file was replaced.*from a backup"):
        published(tmp_path, FIRST)
    assert everything(tmp_path) == before


def test_a_damaged_ledger_is_refused_and_what_was_shown_stays(tmp_path):
    published(tmp_path, FIRST, number=1)
    ledger = FolderLayout(tmp_path).ledger
    ledger.write_bytes(ledger.read_bytes().replace(b'"number": 1', b'"number": 2'))
    before = everything(tmp_path)
    with pytest.raises(LedgerError, match=r"ledger\.jsonl:1: this record was changed"):
        published(tmp_path, {"index.html": b"2"})
    assert everything(tmp_path) == before


class Killed(BaseException):
    """Stands for SIGKILL: no handler of ours runs after it."""


def cut_off(site, files, monkeypatch, module, name, after):
    """Publish, and end at one step as a kill would: copy what the disk holds then, and put that back."""
    step = getattr(module, name)
    frozen = site.with_name("frozen")

    def until(*given):
        if after:
            step(*given)
        shutil.copytree(site, frozen, symlinks=True)
        raise Killed

    with monkeypatch.context() as patch:
        patch.setattr(module, name, until)
        with pytest.raises(Killed):
            published(site, files, number=2)
    shutil.rmtree(site)
    frozen.rename(site)


def test_killed_before_the_record_the_old_set_stays_and_leftovers_go(tmp_path, monkeypatch):
    site = tmp_path / "site"
    published(site, FIRST, number=1)
    cut_off(site, {"new.html": b"2"}, monkeypatch, folder, "append", after=False)
    assert seen(site) == FIRST
    with open_folder(site) as opened:
        assert opened.healed == ()
        assert len(opened.records) == 1
    assert seen(site) == FIRST
    assert [path.name for path in FolderLayout(site).revisions.iterdir()] == [read_records(site)[0]["shows"]]
    assert sorted(path.name for path in site.iterdir()) == [".wgsched", "en", "index.html", "zh"]


def test_killed_after_the_record_the_new_set_is_shown_at_the_next_opening(tmp_path, monkeypatch):
    site = tmp_path / "site"
    published(site, FIRST, number=1)
    cut_off(site, {"new.html": b"2"}, monkeypatch, folder, "append", after=True)
    assert seen(site) == FIRST
    with open_folder(site) as opened:
        assert opened.healed == (folder.SHOWN_LATE,)
        assert [record["number"] for record in opened.records] == [1, 2]
    assert seen(site) == {"new.html": b"2"}
    assert sorted(path.name for path in site.iterdir()) == [".wgsched", "new.html"]


def test_killed_within_the_record_the_record_is_dropped_and_said(tmp_path, monkeypatch):
    site = tmp_path / "site"
    published(site, FIRST, number=1)
    cut_off(site, {"new.html": b"2"}, monkeypatch, folder, "append", after=True)
    FolderLayout(site).ledger.write_bytes(FolderLayout(site).ledger.read_bytes()[:-40])
    with open_folder(site) as opened:
        assert opened.healed == (folder.CUT_OFF,)
        assert len(opened.records) == 1
    assert seen(site) == FIRST
    assert published(site, {"new.html": b"2"}, number=2).changed == ("new.html",)


@contextmanager
def largest_file(size):
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


def test_a_disk_that_refuses_a_file_leaves_the_old_set(tmp_path):
    published(tmp_path, FIRST, number=1)
    before = seen(tmp_path)
    with largest_file(4096), pytest.raises(FolderError, match=r"larger than the system allows.*before is unchanged"):
        published(tmp_path, {"index.html": b"x", "large.pdf": bytes(5000)})
    assert seen(tmp_path) == before
    assert len(list(FolderLayout(tmp_path).revisions.iterdir())) == 1
    assert len(read_records(tmp_path)) == 1


def test_a_disk_that_refuses_the_record_leaves_the_old_set_and_the_old_ledger(tmp_path):
    published(tmp_path, FIRST, number=1)
    ledger = FolderLayout(tmp_path).ledger.read_bytes()
    with largest_file(4096), pytest.raises(FolderError, match="before is unchanged"):
        published(tmp_path, {"index.html": b"x"}, text="y" * 5000)
    assert FolderLayout(tmp_path).ledger.read_bytes() == ledger
    assert seen(tmp_path) == FIRST
    assert len(list(FolderLayout(tmp_path).revisions.iterdir())) == 1
    assert published(tmp_path, {"index.html": b"x"}, number=2).changed == ("index.html",)


@pytest.mark.parametrize("step", ["write_new", "link_or_copy", "sync_all"])
def test_a_full_disk_at_any_step_of_staging_is_said_and_cleared_away(tmp_path, monkeypatch, step):
    published(tmp_path, FIRST, number=1)

    def full(*_, **__):
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(f"wgsched.publishing.revision.{step}", full)
        with pytest.raises(FolderError, match=r"the disk is full\. What was published"):
            published(tmp_path, FIRST | {"index.html": b"2"})
    assert seen(tmp_path) == FIRST
    assert len(list(FolderLayout(tmp_path).revisions.iterdir())) == 1


def test_a_disk_without_hard_links_keeps_times(tmp_path, monkeypatch):
    published(tmp_path, FIRST)

    def none(*_):
        raise OSError(errno.EPERM, "Operation not permitted")

    monkeypatch.setattr(disk.os, "link", none)
    published(tmp_path, FIRST | {"index.html": b"2"}, MOMENT + timedelta(hours=1))
    assert (tmp_path / "en/feed.ics").stat().st_mtime == MOMENT.timestamp()
    assert seen(tmp_path) == FIRST | {"index.html": b"2"}


READ_ONLY = """
import os
from datetime import UTC, datetime
from pathlib import Path
from wgsched.errors import FolderError
from wgsched.publishing.folder import open_folder

def publish(name, content):
    with open_folder(Path(name)) as opened:
        opened.publish({"index.html": content}, {}, datetime(2010, 1, 1, tzinfo=UTC))

publish("other", b"1")
publish("other", b"2")
if os.geteuid() == 0:
    os.seteuid(65534)
try:
    publish("site", b"2")
except FolderError as refusal:
    print(refusal)
"""


def test_a_folder_that_may_not_be_written_is_said_and_stays(tmp_path):
    site = tmp_path / "site"
    published(site, FIRST)
    folders = [site, site / ".wgsched", FolderLayout(site).revisions, FolderLayout(site).records]
    for each in folders:
        each.chmod(0o555)
    tmp_path.chmod(0o755)
    FolderLayout(site).lock.chmod(0o666)
    FolderLayout(site).ledger.chmod(0o666)
    run = subprocess.run([sys.executable, "-c", READ_ONLY], cwd=tmp_path, capture_output=True, text=True, check=False)
    for each in folders:
        each.chmod(0o755)
    assert (run.returncode, run.stderr) == (0, "")
    assert "site: writing there is not permitted" in run.stdout
    assert run.stdout.endswith("What was published before is unchanged.\n")
    assert seen(site) == FIRST


def test_a_file_in_place_of_the_folder_is_said(tmp_path):
    (tmp_path / "site").write_bytes(b"")
    with pytest.raises(FolderError, match="a file stands where a folder is needed"):
        published(tmp_path / "site", FIRST)


def test_a_folder_never_published_to_has_no_records(tmp_path):
    assert read_records(tmp_path / "nowhere") == ()
    assert not Path(tmp_path / "nowhere").exists()

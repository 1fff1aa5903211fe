import os
import time
from hashlib import sha256

import pytest

from wgsched.errors import BadInput, Fault
from wgsched.publishing import revision
from wgsched.publishing.revision import Difference, Revision, stage, stamp_of, well_formed

STAMP = 1_240_210_800
"""20 April 2009, 7 a.m. in UTC."""
FILES = {"index.html": b"<p>1</p>", "en/feed.ics": b"BEGIN:1", "en/papers/annex.pdf": b"%PDF", "en/past/1/a.ics": b"1"}


def staged(root, files=FILES, before=None, stamp=STAMP):
    return stage(root, files, before, stamp)


def held(made: Revision):
    """Return what a revision holds."""
    return {path: (made.path / path).read_bytes() for path in made.files()}


def digest(content: bytes) -> bytes:
    return sha256(content).digest()


@pytest.fixture(params=["UTC", "Asia/Tokyo", "America/Los_Angeles"])
def anywhere(request, monkeypatch):
    """Let the machine stand in another zone."""
    with monkeypatch.context() as patch:
        patch.setenv("TZ", request.param)
        time.tzset()
        yield
    time.tzset()


# Its name and its files


@pytest.mark.usefixtures("anywhere")
def test_a_revision_is_named_by_its_stamp_in_utc_wherever_it_is_made(tmp_path):
    made = staged(tmp_path)
    assert made.name.startswith("20090420T070000Z-")
    assert made.stamp == STAMP
    assert stamp_of("20090420T070000Z-1f3a5c7e9b0d") == stamp_of("20090420T070000Z-with-more-to-come") == STAMP


def test_a_revision_is_named_by_all_that_it_holds(tmp_path):
    made = staged(tmp_path, {"b": b"2", "a": b"1"})
    whole = sha256(digest(b"a") + digest(b"1") + digest(b"b") + digest(b"2")).hexdigest()
    assert made == Revision(tmp_path / f"20090420T070000Z-{whole[:12]}")


def test_a_revision_holds_exactly_its_files(tmp_path):
    made = staged(tmp_path)
    assert held(made) == FILES
    assert made.files() == ("en/feed.ics", "en/papers/annex.pdf", "en/past/1/a.ics", "index.html")
    assert made.tops() == {"en", "index.html"}


def test_a_revision_that_is_not_there_has_nothing_at_its_top(tmp_path):
    assert Revision(tmp_path / "nowhere").tops() == frozenset()


@pytest.mark.parametrize(
    ("path", "content", "found"),
    [
        ("index.html", b"<p>1</p>", True),
        ("index.html", b"<p>2</p>", False),
        ("index.html", b"<p>1</p>.", False),
        ("other.html", b"<p>1</p>", False),
        ("en", b"", False),
    ],
)
def test_a_revision_holds_a_file_when_every_byte_is_the_same(tmp_path, path, content, found):
    assert staged(tmp_path).holds(path, content) is found


def test_a_file_of_another_length_is_not_read_to_be_told_apart(tmp_path, monkeypatch):
    made = staged(tmp_path)
    monkeypatch.setattr("pathlib.Path.read_bytes", lambda _: pytest.fail("read"))
    assert not made.holds("index.html", b"longer than that")


def test_the_difference_names_what_changes_what_goes_and_what_stays_in_order(tmp_path):
    made = staged(tmp_path)
    after = {"index.html": b"<p>2</p>", "en/new.ics": b"", "en/papers/annex.pdf": b"%PDF", "en/feed.ics": b"BEGIN:1"}
    assert made.difference(after) == Difference(
        changed=("en/new.ics", "index.html"),
        removed=("en/past/1/a.ics",),
        kept=("en/feed.ics", "en/papers/annex.pdf"),
    )


def test_a_difference_is_one_when_something_changes_or_goes():
    assert Difference(changed=("a",))
    assert Difference(removed=("a",))
    assert not Difference(kept=("a",))


# What may be published


def refusals(*paths):
    """Return what is said of these paths."""
    with pytest.raises(BadInput) as refused:
        well_formed(dict.fromkeys(paths, b""))
    return refused.value.faults


def test_paths_that_a_web_server_can_serve_pass():
    well_formed({**FILES, "en.html": b"", "en/feed": b"", "中文/会议 1.ics": b""})


@pytest.mark.parametrize("path", ["../x", "a/../b", "/etc/x", "a//b", "", ".hidden", "a/.b", "a/"])
def test_a_path_with_an_empty_part_or_one_that_begins_with_a_full_stop_is_refused(path):
    reason = "a public path has no empty part and none that begins with a full stop"
    assert refusals("index.html", path) == (Fault(reason, file=repr(path)),)


@pytest.mark.parametrize("path", ["a\\b", "a\nb", "a\x00b"])
def test_a_path_with_a_backslash_or_a_control_character_is_refused(path):
    reason = "a public path has no backslash and no control character"
    assert refusals("index.html", path) == (Fault(reason, file=repr(path)),)


@pytest.mark.parametrize("path", ["en", "en/past", "en/past/1"])
def test_a_path_that_is_a_file_and_a_folder_is_refused(path):
    reason = "a public path cannot be a file and a folder at once"
    assert refusals(*FILES, path) == (Fault(reason, file=repr(path)),)


def test_all_unfit_paths_are_named_at_once_in_order():
    assert [fault.file for fault in refusals("b\\", "good", ".a")] == ["'.a'", "'b\\\\'"]


# How it is written


def times(made: Revision):
    return {path: (made.path / path).stat().st_mtime for path in made.files()}


def test_all_files_of_a_first_revision_are_stamped(tmp_path):
    assert set(times(staged(tmp_path)).values()) == {STAMP}


def test_a_file_that_stays_keeps_its_body_and_its_time_and_others_are_stamped_anew(tmp_path):
    before = staged(tmp_path)
    after = staged(tmp_path, FILES | {"index.html": b"<p>2</p>", "en/new.ics": b"N"}, before, STAMP + 60)
    assert times(after) == dict.fromkeys(FILES, STAMP) | {"index.html": STAMP + 60, "en/new.ics": STAMP + 60}
    assert (after.path / "en/feed.ics").samefile(before.path / "en/feed.ics")
    assert held(before) == FILES
    assert held(after) == FILES | {"index.html": b"<p>2</p>", "en/new.ics": b"N"}


def test_a_revision_is_never_written_over(tmp_path):
    made = staged(tmp_path)
    with pytest.raises(FileExistsError):
        staged(tmp_path, before=made)
    assert held(made) == FILES


def test_every_new_file_and_every_folder_is_on_the_disk_before_the_list_that_names_the_revision(tmp_path, monkeypatch):
    """A link needs no waiting, its body is on the disk since before; each folder's list of names does."""
    before = staged(tmp_path)
    asked = []
    monkeypatch.setattr(revision, "sync_all", lambda paths: asked.append([os.fspath(path) for path in paths]))
    monkeypatch.setattr(revision, "sync", lambda path: asked.append(os.fspath(path)))
    made = staged(tmp_path, FILES | {"index.html": b"<p>2</p>", "en/a.ics": b"A"}, before, STAMP + 60)
    here = os.fspath(made.path)
    assert asked == [
        [f"{here}/en/a.ics", f"{here}/index.html"],
        [here, f"{here}/en", f"{here}/en/papers", f"{here}/en/past", f"{here}/en/past/1"],
        os.fspath(tmp_path),
    ]

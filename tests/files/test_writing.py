"""A set of files is written whole or not at all, and nothing is written over what it was made from."""

import errno
import os
import stat
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from wgsched.errors import BadInput
from wgsched.files import disk, writing
from wgsched.files.writing import write_all, write_once, write_whole

OLD = {"a.txt": b"old a", "b.txt": b"old b"}
NEW = {"a.txt": b"new a", "b.txt": b"new b", "c.txt": b"new c"}
FULL = OSError(errno.ENOSPC, "No space left on device")


def seen(folder):
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def placed(folder, files):
    return {folder / name: content for name, content in files.items()}


@pytest.fixture
def folder(tmp_path):
    out = tmp_path / "out"
    out.mkdir()
    for path, content in placed(out, OLD).items():
        path.write_bytes(content)
    return out


def failing_at(monkeypatch, module, name, step):
    """Let a call fail when it is made for the ``step``-th time, and ever after; return how often it was made."""
    calls, real = [], getattr(module, name)

    def call(*given, **named):
        calls.append(given)
        if len(calls) >= step:
            raise FULL
        return real(*given, **named)

    monkeypatch.setattr(module, name, call)
    return calls


def test_a_set_is_written_over_what_was_there(folder):
    write_all(placed(folder, NEW))
    assert seen(folder) == NEW
    write_all(placed(folder, NEW))
    assert seen(folder) == NEW


@pytest.mark.parametrize("step", [1, 2, 3])
@pytest.mark.parametrize(
    ("module", "name"),
    [(os, "open"), (os, "fdopen"), (os, "fsync"), (os, "link"), (os, "replace"), (writing, "link_or_copy")],
)
def test_a_disk_that_is_full_at_any_step_leaves_the_old_files_and_no_others(folder, module, name, step):
    with pytest.MonkeyPatch.context() as patch:
        calls = failing_at(patch, module, name, step)
        if name in ("link", "link_or_copy") and step == 3:
            write_all(placed(folder, NEW))  # two files were there, so two are kept
            assert len(calls) == 2
            return
        with pytest.raises(BadInput) as refused:
            write_all(placed(folder, NEW))
    assert str(refused.value).endswith("cannot be written: the disk is full. Nothing was written.")
    assert len(refused.value.faults) == 1
    assert seen(folder) == OLD


def test_a_full_disk_takes_away_the_folders_that_were_made(tmp_path, monkeypatch):
    failing_at(monkeypatch, os, "replace", 2)
    new = tmp_path / "one" / "two"
    with pytest.raises(BadInput, match="the disk is full"):
        write_all(placed(new, NEW), folder=new)
    assert list(tmp_path.iterdir()) == []


def test_half_a_file_is_never_left(tmp_path):
    """The system itself refuses to let a file grow: what was written of it goes."""
    code = (
        "import resource, signal, sys; from pathlib import Path; from wgsched.files.writing import write_all\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN); resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))\n"
        "write_all({Path(sys.argv[1], name): b'x' * size for name, size in (('a', 10), ('b', 2000))})\n"
    )
    ended = subprocess.run([sys.executable, "-c", code, tmp_path], capture_output=True, text=True, check=False)
    assert "b: cannot be written: a file would be larger than the system allows. Nothing was written." in ended.stderr
    assert list(tmp_path.iterdir()) == []


def test_ctrl_c_between_two_moves_puts_the_first_back(folder, monkeypatch):
    moves, real = [], os.replace

    def interrupted(old, new):
        moves.append(new)
        if len(moves) == 2:
            raise KeyboardInterrupt
        real(old, new)

    monkeypatch.setattr(os, "replace", interrupted)
    with pytest.raises(KeyboardInterrupt):
        write_all(placed(folder, NEW))
    assert seen(folder) == OLD


def test_one_file_that_cannot_be_written_keeps_the_others_as_they_were(folder):
    (folder / "c.txt").mkdir()
    with pytest.raises(BadInput) as refused:
        write_all(placed(folder, NEW))
    place = folder / "c.txt"
    expected = f"{place}: cannot be written: a folder stands where a file is needed. Nothing was written."
    assert str(refused.value) == expected
    place.rmdir()
    assert seen(folder) == OLD


UNPRIVILEGED = """
import os, sys
from pathlib import Path
from wgsched.errors import BadInput
from wgsched.files.writing import write_all
if os.geteuid() == 0:
    os.seteuid(65534)
try:
    write_all({Path(sys.argv[1], name): b"new" for name in ("a.txt", "b.txt")})
except BadInput as refused:
    print(refused)
"""


@pytest.fixture
def open_folder():
    """Return a folder with two files, as `folder`, that another user can reach whatever other tests run beside."""
    with tempfile.TemporaryDirectory() as above:
        folder = Path(above, "out")
        folder.mkdir()
        for path, content in placed(folder, OLD).items():
            path.write_bytes(content)
        for path in (Path(above), folder, *folder.iterdir()):
            path.chmod(0o777)
        yield folder


@pytest.mark.parametrize("shut", ["out", "out/b.txt"])
def test_what_may_not_be_written_is_said_and_all_stays(open_folder, shut):
    named = open_folder / "a.txt" if shut == "out" else open_folder / "b.txt"
    (open_folder.parent / shut).chmod(0o555)
    ended = subprocess.run(
        [sys.executable, "-c", UNPRIVILEGED, open_folder], capture_output=True, text=True, check=False
    )
    open_folder.chmod(0o777)
    assert ended.stdout == f"{named}: cannot be written: writing there is not permitted. Nothing was written.\n"
    assert seen(open_folder) == OLD


def test_a_disk_without_hard_links_keeps_the_old_files_all_the_same(folder, monkeypatch):
    def none(*_):
        raise OSError(errno.EPERM, "Operation not permitted")

    monkeypatch.setattr(disk.os, "link", none)
    failing_at(monkeypatch, os, "replace", 2)
    with pytest.raises(BadInput, match="the disk is full"):
        write_all(placed(folder, NEW))
    assert seen(folder) == OLD


def test_what_cannot_even_be_put_back_is_named_with_the_file_that_holds_it(folder, monkeypatch):
    moves, real = [], os.replace

    def once(old, new):
        moves.append(new)
        if len(moves) == 1:
            return real(old, new)
        raise OSError(errno.EIO, "Input/output error")

    monkeypatch.setattr(os, "replace", once)
    monkeypatch.setattr(os, "rename", once)
    with pytest.raises(BadInput, match=r"a\.txt: cannot be put back: .* What it held is in .*\.part\.") as refused:
        write_all(placed(folder, OLD | {"a.txt": b"new a"}))
    kept = Path(str(refused.value).rpartition(" is in ")[2].removesuffix("."))
    assert kept.read_bytes() == b"old a"


def test_a_file_keeps_its_permissions_and_a_new_one_has_those_that_are_usual(folder):
    (folder / "a.txt").chmod(0o640)
    (folder / "usual").write_bytes(b"")
    write_all(placed(folder, NEW))
    modes = {path.name: stat.S_IMODE(path.stat().st_mode) for path in folder.iterdir()}
    assert modes["a.txt"] == 0o640
    assert modes["c.txt"] == modes["usual"]


def test_a_link_is_followed_and_stays(folder):
    (folder / "link").symlink_to("a.txt")
    write_whole(folder / "link", b"through")
    assert (folder / "link").is_symlink()
    assert (folder / "a.txt").read_bytes() == b"through"


def test_two_files_of_a_set_that_are_one_are_refused(folder):
    (folder / "c.txt").symlink_to("a.txt")
    with pytest.raises(BadInput, match=r"c\.txt: cannot be written: it leads to another of the files that are written"):
        write_all(placed(folder, NEW))
    assert seen(folder) == OLD | {"c.txt": b"old a"}


def test_a_name_of_the_greatest_length_can_be_written(tmp_path):
    path = tmp_path / ("ж" * 127)
    write_whole(path, b"x")
    assert path.read_bytes() == b"x"
    with pytest.raises(BadInput, match=r"cannot be written: the name is too long\. Nothing was written\."):
        write_whole(tmp_path / ("ж" * 128), b"x")


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        ("/dev/null", "it is a device or a pipe, and not a file"),
        ("nowhere/a.txt", "there is no such file or folder"),
        ("a.txt/b", "a file stands where a folder is needed"),
        ("a\0b", "embedded null byte"),
        ("loop", "Symlink loop from"),
    ],
)
def test_a_path_that_is_no_place_for_a_file_is_said(folder, path, reason):
    (folder / "loop").symlink_to("loop")
    before = sorted(each.name for each in folder.iterdir())
    with pytest.raises(BadInput, match=f"cannot be written: {reason}"):
        write_whole(folder / path, b"x")
    assert sorted(each.name for each in folder.iterdir()) == before


def spellings(folder):
    """Names under which the same file is reached."""
    (folder / "sub").mkdir()
    (folder / "symbolic").symlink_to("a.txt")
    (folder / "to the folder").symlink_to(".")
    (folder / "hard").hardlink_to(folder / "a.txt")
    return [
        folder / "a.txt",
        folder / "sub" / ".." / "a.txt",
        folder / "symbolic",
        folder / "to the folder" / "a.txt",
        folder / "hard",
        Path(os.path.relpath(folder / "a.txt")),
    ]


def test_nothing_is_written_over_what_was_read_by_whatever_name(folder):
    for path in spellings(folder):
        for target, source in ((path, folder / "a.txt"), (folder / "a.txt", path)):
            with pytest.raises(BadInput) as refused:
                write_all({folder / "c.txt": b"new", target: b"new"}, sources=[source])
            assert str(refused.value) == (
                f"{target}: is an input, and would be overwritten. Write to another file. Nothing was written."
            )
    assert (folder / "a.txt").read_bytes() == b"old a"
    assert not (folder / "c.txt").exists()


def test_nothing_in_a_folder_that_was_read_is_written_over_but_files_may_be_added(folder):
    with pytest.raises(BadInput, match="is an input"):
        write_whole(folder / "a.txt", b"new", sources=[folder])
    write_whole(folder / "c.txt", b"new", sources=[folder])
    assert seen(folder) == OLD | {"c.txt": b"new"}


def test_what_is_published_is_written_by_publishing_alone(tmp_path):
    (tmp_path / ".wgsched").mkdir()
    shown = tmp_path / ".wgsched" / "shown"
    shown.write_bytes(b"published")
    (tmp_path / "index").symlink_to(shown)
    with pytest.raises(BadInput, match="is part of a publication"):
        write_whole(tmp_path / "index", b"new")
    assert shown.read_bytes() == b"published"


def test_a_file_that_must_be_new_is_whole_or_not_there(tmp_path, monkeypatch):
    write_once(tmp_path / "new", b"x", mode=0o600)
    assert stat.S_IMODE((tmp_path / "new").stat().st_mode) == 0o600
    with pytest.raises(FileExistsError):
        write_once(tmp_path / "new", b"y")
    failing_at(monkeypatch, os, "fsync", 1)
    with pytest.raises(OSError, match="No space left"):
        write_once(tmp_path / "other", b"y")
    assert seen(tmp_path) == {"new": b"x"}

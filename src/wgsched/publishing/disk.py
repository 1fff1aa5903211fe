"""What publishing asks of a disk: whole files, links that change at once, a lock, and errors in words."""

from __future__ import annotations

import errno
import fcntl
import os
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

from wgsched.errors import FolderBusy, FolderError

SYNCING_AT_ONCE = 8
WITHOUT_HARD_LINKS = {errno.EPERM, errno.EXDEV, errno.EMLINK, errno.ENOTSUP, errno.ENOSYS, errno.EACCES}
REASONS = {
    errno.ENOSPC: "the disk is full",
    errno.EDQUOT: "the disk quota is used up",
    errno.EFBIG: "a file would be larger than the system allows",
    errno.EROFS: "the disk is read-only",
    errno.EACCES: "writing there is not permitted",
    errno.EPERM: "writing there is not permitted",
    errno.ENOTDIR: "a file stands where a folder is needed",
    errno.EEXIST: "a file stands where a folder is needed",
    errno.EIO: "the disk reports a fault",
}


@contextmanager
def said_plainly(folder: Path, aftermath: str) -> Iterator[None]:
    """Turn what the system refuses into a `FolderError` that ends with what is shown now.

    Raises:
        FolderError: for every `OSError` inside.
    """
    try:
        yield
    except OSError as refusal:
        reason = REASONS.get(refusal.errno or 0, refusal.strerror or str(refusal))
        where = f" ({refusal.filename})" if refusal.filename else ""
        raise FolderError(folder, f"{reason}{where}", hint=aftermath) from refusal


@contextmanager
def held_alone(lock: Path, folder: Path) -> Iterator[None]:
    """Hold a lock that the system lets go by itself when the process ends, however it ends.

    Raises:
        FolderBusy: when another process holds it.
    """
    handle = os.open(lock, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o666)
    try:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise FolderBusy(folder) from None
        yield
    finally:
        os.close(handle)


def write_new(path: Path, content: bytes, stamp: int) -> None:
    """Write a file that is not there yet; its modification time is ``stamp``, in seconds since 1970."""
    with path.open("xb") as file:
        file.write(content)
    os.utime(path, (stamp, stamp))


def link_or_copy(old: Path, new: Path) -> None:
    """Give a file a second name; where the disk has no hard links, a second body with the same time."""
    try:
        os.link(old, new)
    except OSError as refusal:
        if refusal.errno not in WITHOUT_HARD_LINKS:
            raise
        status = old.stat()
        new.write_bytes(old.read_bytes())
        os.utime(new, ns=(status.st_atime_ns, status.st_mtime_ns))
        sync(new)


def sync(path: Path) -> None:
    """Wait until a file or a folder's list of names is on the disk itself."""
    handle = os.open(path, os.O_RDONLY | os.O_CLOEXEC)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def sync_all(paths: Iterable[Path]) -> None:
    """Do so for many; disks merge what several threads ask for."""
    with ThreadPoolExecutor(SYNCING_AT_ONCE) as pool:
        for _ in pool.map(sync, paths):
            pass


def points_to(link: Path) -> str | None:
    """Return what a symbolic link says, or None when there is none."""
    try:
        return str(link.readlink())
    except OSError as refusal:
        if refusal.errno in {errno.ENOENT, errno.EINVAL, errno.ENOTDIR}:
            return None
        raise

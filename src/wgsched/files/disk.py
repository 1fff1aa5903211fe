"""What every writer asks of a disk: new files, second names of files, and refusals in plain words."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterable
from pathlib import Path

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
    errno.EISDIR: "a folder stands where a file is needed",
    errno.ENOENT: "there is no such file or folder",
    errno.ENAMETOOLONG: "the name is too long",
    errno.EIO: "the disk reports a fault",
}


def reason_of(refusal: OSError) -> str:
    """Return in words why the system refused."""
    return REASONS.get(refusal.errno or 0, refusal.strerror or str(refusal))


def write_new(path: Path, content: bytes, *, mode: int = 0o666, stamp: int | None = None) -> None:
    """Write a file that is not there yet; the umask narrows ``mode``.

    ``stamp`` becomes its modification time, in seconds since 1970.

    Raises:
        OSError: when the disk refuses; what was written so far is for the caller to clear away.
    """
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, mode)
    with os.fdopen(handle, "wb") as file:
        file.write(content)
    if stamp is not None:
        os.utime(path, (stamp, stamp))


def link_or_copy(old: Path, new: Path) -> None:
    """Give a file a second name; where the disk has no hard links, a second body with the same time.

    Raises:
        OSError: when the disk refuses.
    """
    try:
        os.link(old, new)
    except OSError as refusal:
        if refusal.errno not in WITHOUT_HARD_LINKS:
            raise
        status = old.stat()
        write_new(new, old.read_bytes(), mode=status.st_mode & 0o777)
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
    from concurrent.futures import ThreadPoolExecutor  # only publishing needs it

    with ThreadPoolExecutor(SYNCING_AT_ONCE) as pool:
        for _ in pool.map(sync, paths):
            pass

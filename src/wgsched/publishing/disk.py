"""What publishing asks of a disk besides files: a lock, what a link says, and errors in words."""

from __future__ import annotations

import errno
import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from wgsched.errors import FolderBusy, FolderError
from wgsched.files.disk import reason_of


@contextmanager
def said_plainly(folder: Path, aftermath: str) -> Iterator[None]:
    """Turn what the system refuses into a `FolderError` that ends with what is shown now.

    Raises:
        FolderError: for every `OSError` inside.
    """
    try:
        yield
    except OSError as refusal:
        where = f" ({refusal.filename})" if refusal.filename else ""
        raise FolderError(folder, f"{reason_of(refusal)}{where}", hint=aftermath) from refusal


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


def points_to(link: Path) -> str | None:
    """Return what a symbolic link says, or None when there is none."""
    try:
        return str(link.readlink())
    except OSError as refusal:
        if refusal.errno in {errno.ENOENT, errno.EINVAL, errno.ENOTDIR}:
            return None
        raise

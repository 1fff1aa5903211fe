"""Writes a file whole or not at all."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from wgsched.errors import BadInput, Fault


def write_whole(path: str | os.PathLike[str], content: bytes) -> None:
    """Write a file beside its place, then move it there; a reader sees the old one or the new one.

    Raises:
        BadInput: it cannot be written; what was there is still there.
    """
    target = Path(path)
    if target.is_symlink():
        target = target.resolve()
    beside = ""
    try:
        mode = target.stat().st_mode & 0o777 if target.exists() else 0o666 & ~_mask()
        handle, beside = tempfile.mkstemp(prefix=f".{target.name[:80]}.", suffix=".part", dir=target.parent)
        with os.fdopen(handle, "wb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        Path(beside).chmod(mode)
        Path(beside).replace(target)
    except (OSError, ValueError) as error:
        if beside:
            Path(beside).unlink(missing_ok=True)
        reason = getattr(error, "strerror", None) or error
        raise BadInput(Fault(f"cannot be written: {reason}", str(path))) from None


def _mask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask

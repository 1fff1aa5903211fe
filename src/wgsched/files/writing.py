"""The one writer of files: a set of files whole or not at all, and never over what it was made from."""

from __future__ import annotations

import errno
import os
import secrets
import stat
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TypeAlias

from wgsched.errors import BadInput, Fault
from wgsched.files.disk import link_or_copy, reason_of, sync, write_new

AnyPath: TypeAlias = str | os.PathLike[str]

STATE = ".wgsched"
"""The folder inside a published folder that publishing alone may write to."""

UNWRITTEN = "Nothing was written."


def write_whole(path: AnyPath, content: bytes, *, sources: Iterable[AnyPath] = ()) -> None:
    """Write one file as `write_all` does."""
    write_all({Path(path): content}, sources=sources)


def write_all(
    contents: Mapping[Path, bytes], *, sources: Iterable[AnyPath] = (), folder: AnyPath | None = None
) -> None:
    """Write all of these files or none: each is staged beside its place, then all are moved there.

    ``sources`` are files, or published folders, that the content was made from; they are never written over. A
    ``folder`` that is not there yet is made.

    Raises:
        BadInput: a file is one of the sources, or one cannot be written; everything is as it was before.
    """
    refuse_sources(contents, sources)
    change = _Change()
    try:
        if folder is not None:
            change.make_folder(Path(folder))
        for path, content in contents.items():
            change.stage(path, content)
        change.move()
    except BaseException:
        change.undo()
        raise
    finally:
        change.clear()


def write_once(path: Path, content: bytes, *, mode: int = 0o666) -> None:
    """Write a file, whole, that must not be there yet.

    Raises:
        FileExistsError: it is there; it is as it was.
        OSError: when the disk refuses; there is no such file then.
    """
    part = _beside(path)
    try:
        write_new(part, content, mode=mode)
        sync(part)
        link_or_copy(part, path)
    finally:
        part.unlink(missing_ok=True)


def refuse_sources(targets: Iterable[Path], sources: Iterable[AnyPath]) -> None:
    """Refuse to write over what is read, whatever name or link leads to it, or inside a published folder.

    Raises:
        BadInput: naming every such file.
    """
    read = tuple(map(Path, sources))
    faults = [Fault(reason, str(target), hint=_HINTS[reason]) for target in targets if (reason := _unfit(target, read))]
    if faults:
        raise BadInput(*faults)


_OWN = "is an input, and would be overwritten"
_PUBLISHED = "is part of a publication"
_HINTS = {
    _OWN: f"Write to another file. {UNWRITTEN}",
    _PUBLISHED: f"Only `wgsched publish` writes there. {UNWRITTEN}",
}


def unwritten(path: Path, refusal: Exception) -> BadInput:
    """Return the error that says why a file was not written."""
    reason = reason_of(refusal) if isinstance(refusal, OSError) else refusal
    return BadInput(Fault(f"cannot be written: {reason}", str(path), hint=UNWRITTEN))


def _unfit(target: Path, sources: tuple[Path, ...]) -> str:
    with suppress(OSError, ValueError, RuntimeError):  # staging will say what is wrong with the path
        if any(_is_of(target, source) for source in sources):
            return _OWN
        if STATE in target.resolve().parts:
            return _PUBLISHED
    return ""


def _is_of(target: Path, source: Path) -> bool:
    """Return whether a file that is there is a source, or is in a folder that is one."""
    if not target.exists() or not source.exists():
        return False
    around = target.resolve().parents if source.is_dir() else ()
    return target.samefile(source) or any(source.samefile(folder) for folder in around)


def _beside(target: Path) -> Path:
    """Return a path for a file in the making, in the same folder, so that a move is one step."""
    return target.with_name(f".{secrets.token_hex(8)}.part")


@contextmanager
def _told(path: Path) -> Iterator[None]:
    try:
        yield
    except (OSError, ValueError, RuntimeError) as refusal:
        raise unwritten(path, refusal) from refusal


class _Change:
    """A set of files on its way to the disk, which can be undone until it is whole."""

    def __init__(self) -> None:
        self._folders: list[Path] = []
        self._parts: dict[Path, Path] = {}
        self._old: dict[Path, Path] = {}
        self._existed: list[Path] = []
        self._moved: list[Path] = []

    def make_folder(self, folder: Path) -> None:
        with _told(folder):
            for each in (*reversed(folder.parents), folder):
                if not each.is_dir():
                    each.mkdir()
                    self._folders.append(each)

    def stage(self, path: Path, content: bytes) -> None:
        with _told(path):
            target = path.resolve() if path.is_symlink() else path
            if target in self._parts:
                raise OSError(errno.EINVAL, "it leads to another of the files that are written")
            mode = _mode_of(target)
            self._parts[target] = part = _beside(target)
            write_new(part, content)
            if mode is not None:
                part.chmod(mode)
                self._existed.append(target)
            sync(part)

    def move(self) -> None:
        """Move the staged files to their places; of several, the old ones are kept until all have moved."""
        for target in self._existed * (len(self._parts) > 1):
            with _told(target):
                self._old[target] = _beside(target)
                link_or_copy(target, self._old[target])
        for target, part in self._parts.items():
            self._moved.append(target)
            with _told(target):
                part.replace(target)

    def undo(self) -> None:
        """Put everything back as it was.

        Raises:
            BadInput: the disk refuses even that, saying where the old content is.
        """
        lost = [fault for target in reversed(self._moved) if (fault := self._put_back(target))]
        self.clear()
        for folder in reversed(self._folders):
            with suppress(OSError):
                folder.rmdir()
        if lost:
            raise BadInput(*lost)

    def _put_back(self, target: Path) -> Fault | None:
        try:
            if target in self._old:
                _restore(self._old[target], target)
            elif target not in self._existed:
                target.unlink(missing_ok=True)
        except OSError as refusal:
            old = self._old.pop(target, None)
            return Fault(f"cannot be put back: {reason_of(refusal)}", str(target), hint=f"What it held is in {old}.")
        return None

    def clear(self) -> None:
        """Take away what was staged and not moved, and what was kept."""
        for part in (*self._parts.values(), *self._old.values()):
            with suppress(OSError):
                part.unlink(missing_ok=True)


def _mode_of(target: Path) -> int | None:
    """Return the permissions of a file that may be replaced, or None where there is none yet."""
    try:
        mode = target.stat().st_mode
    except FileNotFoundError:
        return None
    if stat.S_ISDIR(mode):
        raise IsADirectoryError(errno.EISDIR, "Is a directory")
    if not stat.S_ISREG(mode):
        raise OSError(errno.EINVAL, "it is a device or a pipe, and not a file")
    if not os.access(target, os.W_OK, effective_ids=os.access in os.supports_effective_ids):
        raise PermissionError(errno.EACCES, "Permission denied")
    return stat.S_IMODE(mode)


def _restore(old: Path, target: Path) -> None:
    try:
        old.replace(target)
    except OSError:  # a disk that replaces no file may still rename one
        target.unlink(missing_ok=True)
        old.rename(target)

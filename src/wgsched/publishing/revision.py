"""One whole set of public files in a folder of its own, never changed once it is complete."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from wgsched.errors import BadInput, Fault
from wgsched.files.disk import link_or_copy, sync, sync_all, write_new

STAMPED = "%Y%m%dT%H%M%SZ"
DIGITS = 12


@dataclass(frozen=True)
class Difference:
    """How a set of files differs from the one before it; paths are sorted."""

    changed: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    kept: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.changed or self.removed)


@dataclass(frozen=True)
class Revision:
    """A set of public files; its name is its stamp in UTC and the beginning of the hash of all it holds."""

    path: Path

    @property
    def name(self) -> str:
        """The name of its folder, such as ``20090420T070000Z-1f3a5c7e9b0d``; later ones sort after earlier ones."""
        return self.path.name

    @property
    def stamp(self) -> int:
        """The modification time of the files that came new with it, in whole seconds since 1970."""
        return stamp_of(self.name)

    def files(self) -> tuple[str, ...]:
        """Return the paths of its files, sorted."""
        return tuple(sorted(path.relative_to(self.path).as_posix() for path in self.path.rglob("*") if path.is_file()))

    def tops(self) -> frozenset[str]:
        """Return the names at its top."""
        return frozenset(path.name for path in self.path.iterdir()) if self.path.is_dir() else frozenset()

    def holds(self, path: str, content: bytes) -> bool:
        """Return whether it holds this very file."""
        file = self.path / path
        return file.is_file() and file.stat().st_size == len(content) and file.read_bytes() == content

    def difference(self, files: Mapping[str, bytes]) -> Difference:
        """Return what would change if these files came after it."""
        kept = frozenset(path for path, content in files.items() if self.holds(path, content))
        return Difference(
            changed=tuple(sorted(files.keys() - kept)),
            removed=tuple(path for path in self.files() if path not in files),
            kept=tuple(sorted(kept)),
        )


def stamp_of(name: str) -> int:
    """Return the stamp in a revision's name, in seconds since 1970."""
    return int(datetime.strptime(name.partition("-")[0], STAMPED).replace(tzinfo=UTC).timestamp())


def well_formed(files: Mapping[str, bytes]) -> None:
    """Refuse paths that a web server could not serve, or that would leave the folder.

    Raises:
        BadInput: naming every such path.
    """
    folders = {parent.as_posix() for path in files for parent in Path(path).parents}
    faults = []
    for path in sorted(files):
        if re.search(r"(^|/)(\.|/|$)", path):
            faults.append(
                Fault("a public path has no empty part and none that begins with a full stop", file=repr(path))
            )
        elif "\\" in path or not path.isprintable():
            faults.append(Fault("a public path has no backslash and no control character", file=repr(path)))
        elif path in folders:
            faults.append(Fault("a public path cannot be a file and a folder at once", file=repr(path)))
    if faults:
        raise BadInput(*faults)


def stage(revisions: Path, files: Mapping[str, bytes], before: Revision | None, stamp: int) -> Revision:
    """Write a whole revision beside the others and return it when it is on the disk itself; nothing shows it yet.

    Files that ``before`` holds already keep their inode and modification time; all others are stamped with ``stamp``.

    Raises:
        OSError: when the disk refuses; what was written so far is for the caller to clear away.
    """
    whole = hashlib.sha256()
    for path, content in sorted(files.items()):
        whole.update(hashlib.sha256(path.encode()).digest() + hashlib.sha256(content).digest())
    revision = Revision(revisions / f"{datetime.fromtimestamp(stamp, UTC):{STAMPED}}-{whole.hexdigest()[:DIGITS]}")
    revision.path.mkdir()
    folders = {revision.path}
    written: list[Path] = []
    for path, content in sorted(files.items()):
        target = revision.path / path
        if target.parent not in folders:
            target.parent.mkdir(parents=True)
            folders.update([parent for parent in target.parents if parent.is_relative_to(revision.path)])
        if before is not None and before.holds(path, content):
            link_or_copy(before.path / path, target)
        else:
            write_new(target, content, stamp=stamp)
            written.append(target)
    sync_all(written)
    sync_all(sorted(folders))
    sync(revisions)
    return revision

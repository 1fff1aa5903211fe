"""Where things stand in a published folder, and how one revision takes the place of another.

::

    site/
      index.html -> .wgsched/current/index.html      what a web server serves: only links, and all through `current`
      en -> .wgsched/current/en
      .wgsched/
        current -> revisions/20090420T070000Z-...    replaced by one rename, so every link changes at one moment
        revisions/                                   the shown one and the one before it, for slow readers
        records                                      where the records lie, if not in their usual place
        lock
    site.records/                                    beside what is served, and not readable for others
      ledger.jsonl                                   every programme as it was published, sealed by hashes
      secret                                         what restricted paths are made from, once there are any
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Collection
from pathlib import Path

from wgsched.errors import FolderError
from wgsched.files.disk import link_or_copy, sync
from wgsched.files.writing import STATE
from wgsched.publishing.disk import points_to
from wgsched.publishing.revision import Revision

KEPT_REVISIONS = 2
LEDGER, SECRET, POINTER = "ledger.jsonl", "secret", "records"


class FolderLayout:
    """A published folder's parts and its records; only what `link` makes is public by itself."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.state = root / STATE
        self.lock = self.state / "lock"
        self.revisions = self.state / "revisions"
        self.current = self.state / "current"
        self.following = self.state / "next"  # the link that will replace it
        self.records = records_of(root)

    @property
    def ledger(self) -> Path:
        """The records of all publications, sealed by hashes."""
        return self.records / LEDGER

    @property
    def secret(self) -> Path:
        """What restricted paths are made from."""
        return self.records / SECRET

    def keep_records(self, chosen: Path | None) -> None:
        """Keep the records outside what is served: in a chosen folder, else beside. What lies elsewhere moves there.

        Raises:
            FolderError: the chosen folder holds the records of another folder.
            OSError: the disk refuses.
        """
        moved = chosen or (usual_records(self.root) if self.records == self.state else self.records)
        if not _same(moved, self.records):
            is_copy = self.shown() is not None and not self.ledger.exists()  # the folder was copied without them
            if chosen and (moved / LEDGER).exists() and not is_copy:
                raise FolderError(moved, "holds the records of another folder", hint="Choose an empty folder.")
            self._move_records(moved)
        self.records.mkdir(mode=0o700, parents=True, exist_ok=True)
        if self.records != self.state:
            (self.state / LEDGER).unlink(missing_ok=True)  # a move that was killed at its end

    def _move_records(self, target: Path) -> None:
        """Move the records; the ledger goes last, for where it lies the records are."""
        target.mkdir(mode=0o700, parents=True, exist_ok=True)
        if not _same(target, usual_records(self.root)):
            said = os.path.relpath(target, self.root)
            (self.state / POINTER).write_text(f"{said}\n", encoding="utf-8")
        for name in (SECRET, LEDGER):
            old, whole = self.records / name, target / f".{name}.part"
            if old.exists():
                whole.unlink(missing_ok=True)  # left by a publication that was killed
                link_or_copy(old, whole)
                whole.replace(target / name)
                sync(target)
                old.unlink()
        self.records = target

    def shown(self) -> Revision | None:
        """Return the revision that readers see at this moment."""
        target = points_to(self.current)
        return Revision(self.revisions / Path(target).name) if target else None

    def refuse_foreign(self, tops: Collection[str]) -> None:
        """Refuse to replace what was not put there by publishing.

        Raises:
            FolderError: when something else bears one of the top names.
        """
        for top in sorted(tops):
            path = self.root / top
            if os.path.lexists(path) and points_to(path) != through_current(top):
                raise FolderError(path, "is in the way: it was not put there by publishing", hint="Move it elsewhere.")

    def prepare(self, revision: Revision) -> None:
        """Make all links that the revision needs, so that one rename is left to do; readers see no difference."""
        self.link(revision.tops())
        self.following.unlink(missing_ok=True)
        self.following.symlink_to(f"{self.revisions.name}/{revision.name}")

    def link(self, tops: Collection[str]) -> None:
        """Make the top links that are missing; until `show`, readers find nothing behind new ones."""
        missing = [top for top in sorted(tops) if points_to(self.root / top) is None]
        for top in missing:
            (self.root / top).symlink_to(through_current(top))
        if missing:
            sync(self.root)

    def show(self) -> None:
        """Let readers see the revision that was prepared."""
        self.following.replace(self.current)
        sync(self.state)
        self.clear()

    def clear(self) -> None:
        """Take away all that nobody is shown any more, or never was."""
        shown = self.shown()
        self.following.unlink(missing_ok=True)
        names = sorted(path.name for path in self.revisions.iterdir())
        kept = [name for name in names if shown and name <= shown.name][-KEPT_REVISIONS:]
        for name in names:
            if name not in kept:
                shutil.rmtree(self.revisions / name, ignore_errors=True)
        tops = shown.tops() if shown else frozenset()
        for path in sorted(self.root.iterdir()):
            if path.name not in tops and points_to(path) == through_current(path.name):
                path.unlink(missing_ok=True)


def through_current(top: str) -> str:
    """Return what the public link of that name says."""
    return f"{STATE}/current/{top}"


def usual_records(root: Path) -> Path:
    """Return where the records of a published folder lie unless another place was chosen: ``site.records``."""
    named = root.name not in ("", "..") and not root.is_symlink()
    whole = root if named else root.resolve()  # ``.`` and a link have no name of their own
    return whole.with_name(f"{whole.name}.records") if whole.name else root / STATE


def records_of(root: Path) -> Path:
    """Return where the records of a published folder lie: where it says, or beside it; in it where they always did."""
    pointer, state = root / STATE / POINTER, root / STATE
    chosen = root / pointer.read_text(encoding="utf-8").strip() if pointer.is_file() else usual_records(root)
    if not (chosen / LEDGER).exists() and (state / LEDGER).exists():
        return state
    return chosen


def _same(one: Path, other: Path) -> bool:
    return one == other or one.resolve() == other.resolve()

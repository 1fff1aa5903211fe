"""Where things stand in a published folder, and how one revision takes the place of another.

::

    site/
      index.html -> .wgsched/current/index.html      what a web server serves: only links, and all through `current`
      en -> .wgsched/current/en
      .wgsched/
        current -> revisions/20090420T070000Z-...    replaced by one rename, so every link changes at one moment
        revisions/                                   the shown one and the one before it, for slow readers
        ledger.jsonl                                 records sealed by hashes; not readable for others
        secret                                       what restricted paths are made from, once there are any
        lock
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Collection
from pathlib import Path

from wgsched.errors import FolderError
from wgsched.files.disk import sync
from wgsched.files.writing import STATE
from wgsched.publishing.disk import points_to
from wgsched.publishing.revision import Revision

KEPT_REVISIONS = 2


class FolderLayout:
    """A published folder's parts; only what `link` makes is public by itself."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.state = root / STATE
        self.ledger = self.state / "ledger.jsonl"
        self.lock = self.state / "lock"
        self.secret = self.state / "secret"
        self.revisions = self.state / "revisions"
        self.current = self.state / "current"
        self.following = self.state / "next"  # the link that will replace it

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

"""Publishing to a folder: whole revisions that change at once, and the ledger that decides which one is shown.

A publication is staged whole, then written to the ledger, then shown. The ledger's line is the moment of decision:
killed before it, the new files are cleared away; killed after it, they are shown as soon as the folder is next opened
for publishing. Whatever is read through the folder in between is one whole revision.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any

from wgsched.errors import BadInput, Fault, LedgerError
from wgsched.publishing.disk import held_alone, said_plainly
from wgsched.publishing.hashchain import REMEDY, Chain, append, mend, read_chain
from wgsched.publishing.layout import FolderLayout
from wgsched.publishing.revision import Difference, Revision, stage, stamp_of, well_formed

SHOWS = "shows"
UNCHANGED = "What was published before is unchanged."
RECORDED = "The publication is recorded but not shown yet. Publish again when the disk allows it."
CUT_OFF = "A publication was cut off while it was being recorded. It was never shown and is dropped."
SHOWN_LATE = "A publication was recorded but cut off before it was shown. It is shown now."


class Folder:
    """A published folder, opened by `open_folder` and held alone until it is closed."""

    def __init__(self, layout: FolderLayout, chain: Chain) -> None:
        self._layout = layout
        self._chain = chain
        self.healed: tuple[str, ...] = ()

    @property
    def records(self) -> tuple[dict[str, Any], ...]:
        """The records of the ledger, oldest first, verified."""
        return tuple(entry.record for entry in self._chain.entries)

    @property
    def revision(self) -> Revision | None:
        """The revision that readers see."""
        return self._layout.shown()

    def difference(self, files: Mapping[str, bytes]) -> Difference:
        """Return what publishing these files would change."""
        shown = self.revision
        return shown.difference(files) if shown else Difference(changed=tuple(sorted(files)))

    def publish(self, files: Mapping[str, bytes], record: Mapping[str, Any], moment: datetime) -> Difference:
        """Show exactly these files from now on, and record it; return what changed.

        When nothing differs from what is shown, nothing is written, no record either. ``moment`` (with its zone)
        becomes the modification time of the files that changed, or later where they would not be younger than all
        before them.

        Raises:
            BadInput: for unfit paths.
            FolderError: when the disk refuses or a foreign file is in the way; what was shown is still shown.
        """
        well_formed(files)
        if SHOWS in record:
            raise BadInput(f"a record leaves the key {SHOWS!r} to the folder")
        with said_plainly(self._layout.root, UNCHANGED):
            difference = self.difference(files)
            if self.revision and not difference:
                return difference
            self._layout.refuse_foreign({path.partition("/")[0] for path in files})
            try:
                revision = stage(self._layout.revisions, files, self.revision, self._stamp(difference, moment))
            except BaseException:
                self._layout.clear()
                raise
            self._decide(revision, record)
        with said_plainly(self._layout.root, RECORDED):
            self._layout.show()
        return difference

    def heal(self) -> None:
        """End or undo what a killed publication left; `healed` says what was done.

        Raises:
            LedgerError: when the folder shows what the ledger does not know, so that the ledger must have been cut.
        """
        shown, named = self.revision, self._named()
        if shown and shown.name not in named:
            lost = f"does not know what the folder shows ({shown.name}): records were lost, or the file was replaced"
            raise LedgerError(Fault(lost, file=str(self._layout.ledger), hint=REMEDY))
        if self._chain.torn:
            self.healed += (CUT_OFF,)
        self._chain = mend(self._chain)
        decided = Revision(self._layout.revisions / named[-1]) if named else None
        if decided and decided.path.is_dir():
            self._layout.refuse_foreign(decided.tops())
            self._layout.link(decided.tops())
            if decided != shown:
                self._layout.prepare(decided)
                self._layout.show()
                self.healed += (SHOWN_LATE,)
        self._layout.clear()

    def _decide(self, revision: Revision, record: Mapping[str, Any]) -> None:
        try:
            self._layout.prepare(revision)
            self._chain = append(self._chain, {**record, SHOWS: revision.name})
        except (OSError, ValueError):
            # A disk that fails can leave a whole line behind: only the file itself tells what was decided.
            self._chain = read_chain(self._layout.ledger)
            if revision.name not in self._named():
                self._layout.clear()
            raise

    def _stamp(self, difference: Difference, moment: datetime) -> int:
        """Return seconds since 1970 that are later than every stamp before, also when the clock went back."""
        if moment.tzinfo is None:
            raise BadInput(Fault("the moment of a publication needs a time zone", path="moment"))
        earlier, shown = [stamp_of(name) for name in self._named()[-1:]], self.revision
        if shown:
            old = [shown.path / path for path in difference.changed]
            earlier += [shown.stamp, *[int(file.stat().st_mtime) for file in old if file.is_file()]]
        return max([int(moment.timestamp()), *[stamp + 1 for stamp in earlier], 1])

    def _named(self) -> list[str]:
        """Return the revisions that the ledger knows, oldest first."""
        return [str(entry.record[SHOWS]) for entry in self._chain.entries if SHOWS in entry.record]


@contextmanager
def open_folder(root: Path, records: Path | None = None) -> Iterator[Folder]:
    """Open a folder for publishing, alone; make it when it is new, and heal what a killed publication left.

    Its ledger lies in ``records``: by default where it lay before, but outside what is served where that can be.

    Raises:
        FolderBusy: when another process is publishing to it.
        FolderError: when the disk refuses.
        LedgerError: when its ledger was damaged.
    """
    layout = FolderLayout(root)
    with ExitStack() as held:
        with said_plainly(root, UNCHANGED):
            layout.revisions.mkdir(parents=True, exist_ok=True)
            held.enter_context(held_alone(layout.lock, root))
            _settle(layout, records)
            folder = Folder(layout, read_chain(layout.ledger))
            folder.heal()
        yield folder


def _settle(layout: FolderLayout, records: Path | None) -> None:
    """Move the records out of what is served; a folder published before stays as it is where there is no other place.

    Raises:
        OSError: the disk refuses a new folder, or the place that was chosen.
    """
    try:
        layout.keep_records(records)
    except PermissionError:
        if records or not layout.ledger.exists():
            raise


def read_records(root: Path) -> tuple[dict[str, Any], ...]:
    """Return the verified records of a folder's ledger without holding it; a folder never published to has none.

    Raises:
        FolderError: when it cannot be read.
        LedgerError: when the ledger was damaged.
    """
    with said_plainly(root, UNCHANGED):
        return tuple(entry.record for entry in read_chain(FolderLayout(root).ledger).entries)

"""The draft of a desk: every edit, on the disk before it is shown, in a file beside the session file.

The file is held by one desk at a time; the system lets go of it when the process ends, however it ends. It is only ever
appended to, a line of JSON each: ``base`` is the digest of the session file that the edits after it belong to, and
``saving`` that of one which is about to be written.
"""

from __future__ import annotations

import fcntl
import json
import os
from hashlib import sha256
from pathlib import Path
from typing import Any, TypeAlias

from wgsched.errors import BadInput, Fault
from wgsched.files.disk import reason_of

DraftLine: TypeAlias = dict[str, Any]


def digest(content: bytes) -> str:
    """Return what tells one content of a file from another."""
    return sha256(content).hexdigest()


class Draft:
    """The draft of one session file, held until it is closed.

    Raises:
        BadInput: another desk holds it, or the disk refuses.
    """

    def __init__(self, session: Path) -> None:
        self.path = session.with_name(f".{session.name}.desk")
        try:
            self._handle = os.open(self.path, os.O_RDWR | os.O_CREAT | os.O_APPEND | os.O_CLOEXEC, 0o600)
        except OSError as refusal:
            raise BadInput(Fault(f"cannot be written: {reason_of(refusal)}", str(self.path))) from None
        try:
            fcntl.flock(self._handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            os.close(self._handle)
            hint = "Use its page, or end it first."
            raise BadInput(Fault("another desk has it open", str(session), hint=hint)) from None

    def entries(self, base: str) -> list[DraftLine]:
        """Return the edits that were not saved; ``base`` is the digest of the session file as it is now.

        Raises:
            BadInput: there are some, and the session file was changed since.
        """
        known = base
        entries: list[DraftLine] = []
        for entry in self._lines():
            if "base" in entry or entry.get("saving") == base:
                known, entries = entry.get("base", base), []
            elif "saving" not in entry:
                entries.append(entry)
        if entries and known != base:
            hint = "Put the session file back as it was, or delete the draft to begin from the file as it is."
            raise BadInput(Fault("holds edits of a session file that was changed since", str(self.path), hint=hint))
        return entries

    def _lines(self) -> list[DraftLine]:
        """Return all that was written whole: a kill may have cut the last line."""
        *lines, cut = self.path.read_bytes().split(b"\n")
        if cut:
            os.ftruncate(self._handle, sum(len(line) + 1 for line in lines))
        try:
            return [dict(json.loads(line)) for line in lines if line]
        except (ValueError, TypeError):
            hint = "Delete it to begin from the session file as it is."
            raise BadInput(Fault("is not a draft of the desk", str(self.path), hint=hint)) from None

    def add(self, entry: DraftLine) -> None:
        """Write an edit, and wait until it is on the disk.

        Raises:
            BadInput: the disk refuses; the draft is as it was.
        """
        size = os.fstat(self._handle).st_size
        line = json.dumps(entry, ensure_ascii=False).encode() + b"\n"
        try:
            if os.write(self._handle, line) < len(line):
                os.write(self._handle, line[os.fstat(self._handle).st_size - size :])
            os.fsync(self._handle)
        except OSError as refusal:
            os.ftruncate(self._handle, size)
            hint = "Nothing was changed."
            raise BadInput(Fault(f"cannot be written: {reason_of(refusal)}", str(self.path), hint=hint)) from refusal

    def close(self, *, keep: bool) -> None:
        """Let go of the draft; one that is not kept is deleted."""
        if not keep:
            self.path.unlink(missing_ok=True)
        os.close(self._handle)
